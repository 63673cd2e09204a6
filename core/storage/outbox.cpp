#include "storage/outbox.h"

#include "storage/counts.h"
#include "storage/outbox_rows.h"
#include "storage/sealing.h"
#include "storage/sql.h"

namespace nadi::storage
{
namespace
{

Result<OutboxMessage> one(const Connection &db, Result<Rows> rows)
{
    if (!rows)
        return failed(rows);
    if (!rows->next())
        return fail(ErrorKind::NotFound, QStringLiteral("OUTBOX-UNKNOWN"));
    return readMessage(db, *rows);
}

bool isFinal(OutboxState state)
{
    return state == OutboxState::Confirmed || state == OutboxState::Refused || state == OutboxState::Expired
        || state == OutboxState::Cancelled;
}

}

Result<bool> Outbox::put(const OutboxMessage &message)
{
    const auto sealed = sealJson(m_db, outboxTable, message.businessKey, message.payload);
    if (!sealed)
        return failed(sealed);
    const auto rows = run(m_db,
        u"INSERT INTO outbox (tenant, business_key, flow, facility, order_key, operation, state, due_at, deadline, "
        u"attempts,"
        u" fence, lease_until, first_error, last_error, created_at, updated_at, sealed)"
        u" VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, 0, '', '', ?, ?, ?) ON CONFLICT (tenant, business_key) DO NOTHING",
        ofTenant(m_db,
            {message.businessKey, value(message.flow), value(message.facility), message.orderKey, message.operation,
                outboxWord(message.state), value(message.dueAt), value(message.deadline), value(message.createdAt),
                value(message.createdAt), *sealed}));
    if (!rows)
        return failed(rows);
    return rows->changed() > 0;
}

Result<std::optional<OutboxMessage>> Outbox::lease(UtcTime now, UtcTime leaseUntil, const OperationChoice &choice)
{
    for (;;) {
        Transaction transaction(m_db);
        if (!transaction.begun())
            return failed(transaction.begun());
        auto leased = leaseFirst(now, leaseUntil, choice);
        if (!leased)
            return failed(leased);
        if (!*leased)
            return std::optional<OutboxMessage>();
        auto &message = (*leased)->message;
        if (!message) {
            // A row that does not open would hold up everything behind it for ever (S-O8).
            const auto &code = message.error().code;
            if (auto done = execute(m_db,
                    u"UPDATE outbox SET state = 'shelved', lease_until = 0, last_error = ?,"
                    u" first_error = CASE WHEN first_error = '' THEN ? ELSE first_error END"
                    u" WHERE tenant = ? AND sequence = ?",
                    {code, code, value(m_db.tenant()), (*leased)->sequence});
                !done)
                return failed(done);
        }
        if (auto done = transaction.commit(); !done)
            return failed(done);
        if (message)
            return std::optional(std::move(*message));
    }
}

Result<std::optional<Outbox::Leased>> Outbox::leaseFirst(UtcTime now, UtcTime leaseUntil, const OperationChoice &choice)
{
    // An order key is free when nothing before it in the same order is still open (S-O4). On PostgreSQL workers step
    // over a row that another one is leasing right now; on SQLite there is one writer.
    const QString listed = choice.operations.isEmpty() ? QString() : u',' + choice.operations.join(u',') + u',';
    const Values which{value(m_db.tenant()), value(now), listed, choice.take == OperationChoice::Take::Only ? 1 : 0};
    auto due = m_db.backend() == Backend::Postgres
        ? run(m_db,
              u"SELECT o.sequence FROM outbox o WHERE o.tenant = ? AND o.state = 'pending' AND o.due_at <= ?"
              u" AND CASE WHEN strpos(?, ',' || o.operation || ',') > 0 THEN 1 ELSE 0 END = ? AND (o.order_key = ''"
              u" OR NOT EXISTS (SELECT 1 FROM outbox e WHERE e.tenant = o.tenant AND e.order_key = o.order_key"
              u" AND e.sequence < o.sequence AND e.state IN ('pending', 'leased', 'unknown', 'accepted', 'shelved')))"
              u" ORDER BY o.due_at, o.sequence LIMIT 1 FOR UPDATE OF o SKIP LOCKED",
              which)
        : run(m_db,
              u"SELECT o.sequence FROM outbox o WHERE o.tenant = ? AND o.state = 'pending' AND o.due_at <= ?"
              u" AND CASE WHEN instr(?, ',' || o.operation || ',') > 0 THEN 1 ELSE 0 END = ? AND (o.order_key = ''"
              u" OR NOT EXISTS (SELECT 1 FROM outbox e WHERE e.tenant = o.tenant AND e.order_key = o.order_key"
              u" AND e.sequence < o.sequence AND e.state IN ('pending', 'leased', 'unknown', 'accepted', 'shelved')))"
              u" ORDER BY o.due_at, o.sequence LIMIT 1",
              which);
    if (!due)
        return failed(due);
    if (!due->next())
        return std::optional<Leased>();
    const auto sequence = due->number(0);
    if (auto done = execute(m_db,
            u"UPDATE outbox SET state = 'leased', fence = fence + 1, lease_until = ?, updated_at = ?"
            u" WHERE tenant = ? AND sequence = ?",
            {value(leaseUntil), value(now), value(m_db.tenant()), sequence});
        !done)
        return failed(done);
    auto rows = run(m_db,
        u"SELECT sequence, business_key, flow, facility, order_key, operation, state, due_at, deadline, attempts, "
        u"fence,"
        u" lease_until, first_error, last_error, created_at, sealed FROM outbox WHERE tenant = ? AND sequence = ?",
        ofTenant(m_db, {sequence}));
    if (!rows)
        return failed(rows);
    return std::optional(Leased{sequence, one(m_db, std::move(rows))});
}

Done Outbox::beginAttempt(const OutboxMessage &leased, const RequestId &request, UtcTime now)
{
    Transaction transaction(m_db);
    if (!transaction.begun())
        return transaction.begun();
    const auto rows = run(m_db,
        u"UPDATE outbox SET attempts = attempts + 1, updated_at = ? WHERE tenant = ? AND sequence = ? AND fence = ? "
        u"AND state = 'leased'",
        {value(now), value(m_db.tenant()), leased.sequence, leased.fence});
    if (!rows)
        return failed(rows);
    if (rows->changed() == 0)
        return fail(ErrorKind::Conflict, QStringLiteral("DB-FENCE"));
    if (auto done = execute(m_db,
            u"INSERT INTO outbox_attempt (tenant, request, message, fence, started_at, ended_at, code) VALUES (?, ?, "
            u"?, ?, ?, 0, '')",
            ofTenant(m_db, {value(request), leased.sequence, leased.fence, value(now)}));
        !done)
        return done;
    return transaction.commit();
}

Done Outbox::settle(
    const OutboxMessage &leased, OutboxState state, const QString &errorCode, UtcTime dueAt, UtcTime now)
{
    Transaction transaction(m_db);
    if (!transaction.begun())
        return transaction.begun();
    const auto rows = run(m_db,
        u"UPDATE outbox SET state = ?, due_at = ?, lease_until = 0, updated_at = ?,"
        u" first_error = CASE WHEN first_error = '' THEN ? ELSE first_error END,"
        u" last_error = CASE WHEN ? = '' THEN last_error ELSE ? END"
        u" WHERE tenant = ? AND sequence = ? AND fence = ? AND state = 'leased'",
        {outboxWord(state), value(dueAt.isSet() ? dueAt : leased.dueAt), value(now), errorCode, errorCode, errorCode,
            value(m_db.tenant()), leased.sequence, leased.fence});
    if (!rows)
        return failed(rows);
    if (rows->changed() == 0) {
        // The callback can be faster than the answer to our call (fault G4): then it has decided already.
        const auto current = byBusinessKey(leased.businessKey);
        if (!current || current->fence != leased.fence || !isFinal(current->state))
            return fail(ErrorKind::Conflict, QStringLiteral("DB-FENCE"));
    }
    if (auto done = execute(m_db,
            u"UPDATE outbox_attempt SET ended_at = ?, code = ? WHERE tenant = ? AND message = ? AND fence = ? AND "
            u"ended_at = 0",
            {value(now), errorCode, value(m_db.tenant()), leased.sequence, leased.fence});
        !done)
        return done;
    return transaction.commit();
}

Done Outbox::conclude(const QString &businessKey, OutboxState state, const QString &errorCode, UtcTime now)
{
    // The first conclusion stands: a late second callback does not turn a refusal into a success.
    const auto rows = run(m_db,
        u"UPDATE outbox SET state = ?, lease_until = 0, updated_at = ?,"
        u" first_error = CASE WHEN first_error = '' THEN ? ELSE first_error END,"
        u" last_error = CASE WHEN ? = '' THEN last_error ELSE ? END"
        u" WHERE tenant = ? AND business_key = ? AND state IN ('pending', 'leased', 'unknown', 'accepted', 'shelved')",
        {outboxWord(state), value(now), errorCode, errorCode, errorCode, value(m_db.tenant()), businessKey});
    if (!rows)
        return failed(rows);
    if (rows->changed() > 0)
        return {};
    const auto known = byBusinessKey(businessKey);
    if (!known)
        return failed(known);
    return {};
}

Done Outbox::requeue(const QString &businessKey, UtcTime dueAt, UtcTime now)
{
    const auto rows = run(m_db,
        u"UPDATE outbox SET state = 'pending', due_at = ?, updated_at = ?"
        u" WHERE tenant = ? AND business_key = ? AND state IN ('pending', 'unknown', 'accepted', 'shelved')",
        {value(dueAt), value(now), value(m_db.tenant()), businessKey});
    if (!rows)
        return failed(rows);
    if (rows->changed() == 0)
        return fail(ErrorKind::Conflict, QStringLiteral("DB-STALE"));
    return {};
}

Result<OutboxMessage> Outbox::byRequest(const RequestId &request) const
{
    auto found = together(request);
    if (!found)
        return failed(found);
    if (found->isEmpty())
        return fail(ErrorKind::NotFound, QStringLiteral("OUTBOX-UNKNOWN"));
    return found->takeFirst();
}

Result<OutboxMessage> Outbox::byBusinessKey(const QString &key) const
{
    return one(m_db,
        run(m_db,
            u"SELECT sequence, business_key, flow, facility, order_key, operation, state, due_at, deadline, attempts, "
            u"fence,"
            u" lease_until, first_error, last_error, created_at, sealed FROM outbox WHERE tenant = ? AND business_key "
            u"= ?",
            ofTenant(m_db, {key})));
}

Result<int> Outbox::recoverLeases(UtcTime now)
{
    // An attempt under the lost lease may have reached the gateway: its effect may exist (S-O6).
    const auto rows = run(m_db,
        u"UPDATE outbox SET lease_until = 0, updated_at = ?, state = CASE WHEN EXISTS (SELECT 1 FROM outbox_attempt a"
        u" WHERE a.message = outbox.sequence AND a.fence = outbox.fence) THEN 'unknown' ELSE 'pending' END"
        u" WHERE tenant = ? AND state = 'leased' AND lease_until <= ?",
        {value(now), value(m_db.tenant()), value(now)});
    if (!rows)
        return failed(rows);
    return int(rows->changed());
}

Result<std::optional<UtcTime>> Outbox::nextDue() const
{
    auto rows = run(m_db, u"SELECT due_at FROM outbox WHERE tenant = ? AND state = 'pending' ORDER BY due_at LIMIT 1",
        ofTenant(m_db, {}));
    if (!rows)
        return failed(rows);
    return rows->next() ? std::optional(rows->time(0)) : std::nullopt;
}

Result<QList<OutboxMessage>> Outbox::inState(OutboxState state, int limit) const
{
    auto rows = run(m_db,
        u"SELECT sequence, business_key, flow, facility, order_key, operation, state, due_at, deadline, attempts, "
        u"fence,"
        u" lease_until, first_error, last_error, created_at, sealed FROM outbox WHERE tenant = ? AND state = ?"
        u" ORDER BY sequence LIMIT ?",
        ofTenant(m_db, {outboxWord(state), limit}));
    if (!rows)
        return failed(rows);
    return all<OutboxMessage>(*rows, [this](const Rows &row) { return readMessage(m_db, row); });
}

Result<QHash<QString, int>> Outbox::counts() const
{
    return countsOf(
        run(m_db, u"SELECT state, count(*) FROM outbox WHERE tenant = ? GROUP BY state", ofTenant(m_db, {})));
}

}
