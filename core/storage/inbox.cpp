#include "storage/inbox.h"

#include "domain/words.h"
#include "storage/counts.h"
#include "storage/sealing.h"
#include "storage/sql.h"

namespace nadi::storage
{
namespace
{

constexpr QLatin1String table{"inbox"};

using L = QLatin1String;
constexpr std::array words{
    Word<InboxState>{InboxState::New, L("new")},
    Word<InboxState>{InboxState::Done, L("done")},
    Word<InboxState>{InboxState::Failed, L("failed")},
    Word<InboxState>{InboxState::Quarantined, L("quarantined")},
};

/// The sequence is not known before the row is there; route and request name it as uniquely.
QString contextOf(const QString &route, const QString &request)
{
    return route + u'/' + request;
}

/// Columns: sequence, source, route, request, facility, flow, received_at, state, attempts, error_code, sealed.
Result<InboxMessage> readMessage(const Connection &db, const Rows &row)
{
    const auto body = openBytes(db, table, contextOf(row.text(2), row.text(3)), row.bytes(10));
    if (!body)
        return failed(body);
    return InboxMessage{
        .sequence = row.number(0),
        .source = row.text(1),
        .route = row.text(2),
        .request = row.id<RequestId>(3),
        .facility = row.id<FacilityId>(4),
        .flow = row.id<FlowId>(5),
        .body = *body,
        .receivedAt = row.time(6),
        .state = valueOf(words, row.text(7), InboxState::Quarantined),
        .attempts = int(row.number(8)),
        .errorCode = row.text(9),
    };
}

}

Result<InboxPut> Inbox::put(const InboxMessage &message)
{
    const auto sealed = sealBytes(m_db, table, contextOf(message.route, message.request.value()), message.body);
    if (!sealed)
        return failed(sealed);
    const auto stored = run(m_db,
        u"INSERT INTO inbox (tenant, source, route, request, facility, flow, received_at, finished_at, state, attempts,"
        u" error_code, sealed) VALUES (?, ?, ?, ?, ?, ?, ?, 0, ?, 0, ?, ?) ON CONFLICT (tenant, route, request) DO "
        u"NOTHING",
        ofTenant(m_db,
            {message.source, message.route, value(message.request), value(message.facility), value(message.flow),
                value(message.receivedAt), wordOf(words, message.state), message.errorCode, *sealed}));
    if (!stored)
        return failed(stored);
    if (stored->changed() > 0)
        return InboxPut::Stored;
    // S-C6: a repeat of one that failed is the gateway's second chance for us, so it is worked on once more.
    const auto again = run(m_db,
        u"UPDATE inbox SET state = 'new', finished_at = 0"
        u" WHERE tenant = ? AND route = ? AND request = ? AND state = 'failed'",
        ofTenant(m_db, {message.route, value(message.request)}));
    if (!again)
        return failed(again);
    return again->changed() > 0 ? InboxPut::Again : InboxPut::Repeat;
}

Result<std::optional<InboxMessage>> Inbox::next(UtcTime now)
{
    for (;;) {
        qint64 sequence = 0;
        Result<InboxMessage> message;
        {
            auto rows = run(m_db,
                u"SELECT sequence, source, route, request, facility, flow, received_at, state, attempts, error_code,"
                u" sealed FROM inbox WHERE tenant = ? AND state = 'new' ORDER BY sequence LIMIT 1",
                ofTenant(m_db, {}));
            if (!rows)
                return failed(rows);
            if (!rows->next())
                return std::optional<InboxMessage>();
            sequence = rows->number(0);
            message = readMessage(m_db, *rows);
        }
        if (message)
            return std::optional(std::move(*message));
        // A row that does not open would hold up everything behind it for ever (S-O8).
        if (auto shelved = finish(sequence, InboxState::Failed, message.error().code, now); !shelved)
            return failed(shelved);
    }
}

Done Inbox::finish(qint64 sequence, InboxState state, const QString &errorCode, UtcTime now)
{
    const auto rows = run(m_db,
        u"UPDATE inbox SET state = ?, error_code = ?, finished_at = ?, attempts = attempts + 1"
        u" WHERE tenant = ? AND sequence = ? AND state = 'new'",
        {wordOf(words, state), errorCode, value(now), value(m_db.tenant()), sequence});
    if (!rows)
        return failed(rows);
    if (rows->changed() == 0)
        return fail(ErrorKind::Conflict, QStringLiteral("DB-STALE"));
    return {};
}

Done Inbox::forgetBody(qint64 sequence)
{
    auto rows
        = run(m_db, u"SELECT route, request FROM inbox WHERE tenant = ? AND sequence = ?", ofTenant(m_db, {sequence}));
    if (!rows)
        return failed(rows);
    if (!rows->next())
        return {};
    const auto sealed = sealBytes(m_db, table, contextOf(rows->text(0), rows->text(1)), {});
    if (!sealed)
        return failed(sealed);
    return execute(m_db, u"UPDATE inbox SET sealed = ? WHERE tenant = ? AND sequence = ?",
        {*sealed, value(m_db.tenant()), sequence});
}

Done Inbox::reopen(qint64 sequence)
{
    const auto rows = run(m_db,
        u"UPDATE inbox SET state = 'new', finished_at = 0 WHERE tenant = ? AND sequence = ? AND state IN ('failed', "
        u"'quarantined')",
        ofTenant(m_db, {sequence}));
    if (!rows)
        return failed(rows);
    if (rows->changed() == 0)
        return fail(ErrorKind::Conflict, QStringLiteral("DB-STALE"));
    return {};
}

Result<QList<InboxMessage>> Inbox::inState(InboxState state, int limit) const
{
    auto rows = run(m_db,
        u"SELECT sequence, source, route, request, facility, flow, received_at, state, attempts, error_code, sealed"
        u" FROM inbox WHERE tenant = ? AND state = ? ORDER BY sequence LIMIT ?",
        ofTenant(m_db, {wordOf(words, state), limit}));
    if (!rows)
        return failed(rows);
    return all<InboxMessage>(*rows, [this](const Rows &row) { return readMessage(m_db, row); });
}

Result<int> Inbox::reopenQuarantined(const QString &errorCode, UtcTime since)
{
    const auto rows = run(m_db,
        u"UPDATE inbox SET state = 'new', finished_at = 0 WHERE tenant = ? AND state = 'quarantined' AND error_code = ?"
        u" AND received_at > ?",
        ofTenant(m_db, {errorCode, value(since)}));
    if (!rows)
        return failed(rows);
    return int(rows->changed());
}

Result<QHash<QString, int>> Inbox::quarantinedFor(const QString &errorCode) const
{
    return countsOf(run(m_db,
        u"SELECT facility, count(*) FROM inbox WHERE tenant = ? AND state = 'quarantined' AND error_code = ?"
        u" AND facility <> '' GROUP BY facility",
        ofTenant(m_db, {errorCode})));
}

Result<int> Inbox::reopenQuarantinedFor(const QString &errorCode, const FacilityId &named, const FacilityId &facility)
{
    const auto rows = run(m_db,
        u"UPDATE inbox SET state = 'new', error_code = '', finished_at = 0, facility = ? WHERE tenant = ?"
        u" AND state = 'quarantined' AND error_code = ? AND facility = ?",
        {value(facility), value(m_db.tenant()), errorCode, value(named)});
    if (!rows)
        return failed(rows);
    return int(rows->changed());
}

Result<QHash<QString, int>> Inbox::counts() const
{
    return countsOf(
        run(m_db, u"SELECT state, count(*) FROM inbox WHERE tenant = ? GROUP BY state", ofTenant(m_db, {})));
}

Result<int> Inbox::purge(UtcTime done, UtcTime shelved)
{
    // What was quarantined on arrival was never finished: then its arrival counts.
    const auto rows = run(m_db,
        u"DELETE FROM inbox WHERE tenant = ? AND ((state = 'done' AND finished_at < ?)"
        u" OR (state IN ('failed', 'quarantined') AND received_at < ? AND finished_at < ?))",
        ofTenant(m_db, {value(done), value(shelved), value(shelved)}));
    if (!rows)
        return failed(rows);
    return int(rows->changed());
}

}
