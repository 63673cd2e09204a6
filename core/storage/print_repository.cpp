#include "storage/print_repository.h"

#include "storage/sealing.h"
#include "storage/sql.h"

namespace nadi::storage
{
namespace
{

constexpr QLatin1String jobTable{"print_job"};

QJsonObject sealedPart(const PrintJob &job)
{
    return {{QStringLiteral("paper"), job.paper}, {QStringLiteral("printer"), job.printer},
        {QStringLiteral("copies"), job.copies}, {QStringLiteral("printedBefore"), job.printedBefore},
        {QStringLiteral("problemCode"), job.problemCode}};
}

/// Columns: id, record, state, at, sealed.
Result<PrintJob> readJob(const Connection &db, const Rows &row)
{
    const auto json = openJson(db, jobTable, row.text(0), row.bytes(4));
    if (!json)
        return failed(json);
    return PrintJob{
        .id = row.id<PrintJobId>(0),
        .record = row.id<RecordId>(1),
        .state = printStateFromWord(row.text(2)),
        .paper = (*json)[u"paper"].toString(),
        .printer = (*json)[u"printer"].toString(),
        .copies = (*json)[u"copies"].toInt(),
        .printedBefore = (*json)[u"printedBefore"].toInt(),
        .problemCode = (*json)[u"problemCode"].toString(),
        .at = row.time(3),
    };
}

}

Done PrintRepository::save(const PrintJob &job)
{
    const auto sealed = sealJson(m_db, jobTable, job.id.value(), sealedPart(job));
    if (!sealed)
        return failed(sealed);
    return execute(m_db,
        u"INSERT INTO print_job (tenant, id, record, state, at, sealed) VALUES (?, ?, ?, ?, ?, ?)"
        u" ON CONFLICT (tenant, id) DO UPDATE SET state = excluded.state, sealed = excluded.sealed",
        ofTenant(m_db, {value(job.id), value(job.record), toWord(job.state), value(job.at), *sealed}));
}

Result<PrintJob> PrintRepository::job(const PrintJobId &id) const
{
    auto rows = run(m_db, u"SELECT id, record, state, at, sealed FROM print_job WHERE tenant = ? AND id = ?",
        ofTenant(m_db, {value(id)}));
    if (!rows)
        return failed(rows);
    if (!rows->next())
        return fail(ErrorKind::NotFound, QStringLiteral("PRINT-UNKNOWN"));
    return readJob(m_db, *rows);
}

Result<QList<PrintJob>> PrintRepository::ofRecord(const RecordId &record) const
{
    auto rows = run(m_db,
        u"SELECT id, record, state, at, sealed FROM print_job WHERE tenant = ? AND record = ? ORDER BY at DESC, id",
        ofTenant(m_db, {value(record)}));
    if (!rows)
        return failed(rows);
    return all<PrintJob>(*rows, [this](const Rows &row) { return readJob(m_db, row); });
}

}
