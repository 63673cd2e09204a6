#include "storage/outbox_rows.h"

namespace nadi::storage
{
namespace
{

Result<QList<OutboxMessage>> read(const Connection &db, Result<Rows> rows)
{
    if (!rows)
        return failed(rows);
    return all<OutboxMessage>(*rows, [&db](const Rows &row) { return readMessage(db, row); });
}

}

Result<QList<OutboxMessage>> Outbox::company(const OutboxMessage &head, int most, UtcTime now) const
{
    if (head.attempts > 0)
        return read(m_db,
            run(m_db,
                u"SELECT sequence, business_key, flow, facility, order_key, operation, state, due_at, deadline, "
                u"attempts, o.fence, lease_until, first_error, last_error, created_at, sealed FROM outbox o"
                u" JOIN outbox_attempt a ON a.message = o.sequence AND a.tenant = o.tenant WHERE o.tenant = ?"
                u" AND o.state = 'pending' AND o.sequence <> ? AND a.request = (SELECT request FROM outbox_attempt"
                u" WHERE tenant = ? AND message = ? ORDER BY fence DESC, started_at DESC, request LIMIT 1)"
                u" ORDER BY o.sequence LIMIT ?",
                {value(m_db.tenant()), head.sequence, value(m_db.tenant()), head.sequence, most}));
    if (head.orderKey.isEmpty())
        return QList<OutboxMessage>();
    auto behind = read(m_db,
        run(m_db,
            u"SELECT sequence, business_key, flow, facility, order_key, operation, state, due_at, deadline, attempts, "
            u"fence, lease_until, first_error, last_error, created_at, sealed FROM outbox WHERE tenant = ?"
            u" AND order_key = ? AND sequence > ?"
            u" AND state IN ('pending', 'leased', 'unknown', 'accepted', 'shelved') ORDER BY sequence LIMIT ?",
            ofTenant(m_db, {head.orderKey, head.sequence, most})));
    if (!behind)
        return behind;
    const auto stays = [&](const OutboxMessage &m) {
        return m.state != OutboxState::Pending || m.attempts > 0 || m.operation != head.operation || m.dueAt > now;
    };
    behind->erase(std::find_if(behind->begin(), behind->end(), stays), behind->end());
    return behind;
}

Result<OutboxMessage> Outbox::leaseWith(const OutboxMessage &head, const OutboxMessage &next, UtcTime now)
{
    const auto rows = run(m_db,
        u"UPDATE outbox SET state = 'leased', fence = fence + 1, lease_until = ?, updated_at = ?"
        u" WHERE tenant = ? AND sequence = ? AND fence = ? AND state = 'pending'",
        {value(head.leaseUntil), value(now), value(m_db.tenant()), next.sequence, next.fence});
    if (!rows)
        return failed(rows);
    if (rows->changed() == 0)
        return fail(ErrorKind::Conflict, QStringLiteral("DB-FENCE"));
    auto leased = next;
    leased.state = OutboxState::Leased;
    leased.leaseUntil = head.leaseUntil;
    ++leased.fence;
    return leased;
}

Result<QList<OutboxMessage>> Outbox::together(const RequestId &request) const
{
    return read(m_db,
        run(m_db,
            u"SELECT sequence, business_key, flow, facility, order_key, operation, state, due_at, deadline, attempts, "
            u"o.fence, lease_until, first_error, last_error, created_at, sealed FROM outbox o"
            u" JOIN outbox_attempt a ON a.message = o.sequence AND a.tenant = o.tenant WHERE a.tenant = ? AND "
            u"a.request = ? ORDER BY o.sequence",
            ofTenant(m_db, {value(request)})));
}

}
