// What a record says as data, and what takes its place.
#include "storage/record_draft.h"
#include "storage/record_repository.h"
#include "storage/record_rows.h"
#include "storage/sealing.h"
#include "storage/sql.h"

namespace nadi::storage
{
namespace
{

constexpr QLatin1String contentTable{"record_content"};

}

Result<qint64> RecordRepository::saveContent(
    const RecordId &record, qint64 version, const RecordContent &content, UtcTime now)
{
    if (const auto fits = checkSize(content); !fits)
        return failed(fits);
    Transaction transaction(m_db);
    if (!transaction.begun())
        return failed(transaction.begun());
    const auto draft = touchDraft(m_db, record);
    if (!draft)
        return failed(draft);
    if (draft->version != version + 1)
        return fail(ErrorKind::Conflict, QStringLiteral("DB-STALE"));
    const auto sealed = sealJson(m_db, contentTable, record.value(), toJson(content));
    if (!sealed)
        return failed(sealed);
    if (const auto done = execute(m_db,
            u"INSERT INTO record_content (tenant, record, saved_at, sealed) VALUES (?, ?, ?, ?)"
            u" ON CONFLICT (tenant, record) DO UPDATE SET saved_at = excluded.saved_at, sealed = excluded.sealed",
            ofTenant(m_db, {value(record), value(now), *sealed}));
        !done)
        return failed(done);
    if (const auto committed = transaction.commit(); !committed)
        return failed(committed);
    return draft->version;
}

Result<RecordContent> RecordRepository::content(const RecordId &record) const
{
    auto rows = run(
        m_db, u"SELECT sealed FROM record_content WHERE tenant = ? AND record = ?", ofTenant(m_db, {value(record)}));
    if (!rows)
        return failed(rows);
    if (!rows->next())
        return RecordContent();
    const auto json = openJson(m_db, contentTable, record.value(), rows->bytes(0));
    if (!json)
        return failed(json);
    return recordContentFromJson(*json);
}

Result<std::optional<RecordId>> RecordRepository::amendedBy(const RecordId &record) const
{
    auto rows = run(m_db, u"SELECT id FROM record WHERE tenant = ? AND amends = ? AND state = 'signed'",
        ofTenant(m_db, {value(record)}));
    if (!rows)
        return failed(rows);
    return rows->next() ? std::optional(rows->id<RecordId>(0)) : std::nullopt;
}

}
