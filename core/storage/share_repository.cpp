#include "storage/share_repository.h"

#include "storage/audit_trail.h"
#include "storage/meta.h"
#include "storage/share_rows.h"

namespace nadi::storage
{
namespace
{

QString wordOf(QDate day)
{
    return day.toString(Qt::ISODate);
}

QString countersName(const FacilityId &facility)
{
    return QStringLiteral("share_counters/") + facility.value();
}

Result<QList<Share>> sharesIn(const Connection &db, Result<Rows> rows)
{
    if (!rows)
        return failed(rows);
    return all<Share>(*rows, [&](const Rows &row) { return readShare(db, row); });
}

Result<Share> firstIn(const Connection &db, Result<Rows> rows)
{
    if (!rows)
        return failed(rows);
    if (!rows->next())
        return fail(ErrorKind::NotFound, QStringLiteral("SHARE-UNKNOWN"));
    return readShare(db, *rows);
}

/// Takes the counter's row and its lock, so that who asks for a number of the same counter waits here: on PostgreSQL
/// the look for the person's living number must come after it, or two bridges could both find none.
Result<int> lockQueue(Connection &db, const FacilityId &facility, const QString &counter, QDate day)
{
    auto rows = run(db,
        u"INSERT INTO share_queue (tenant, facility, counter, day, issued, running, taken, first_taken_at,"
        u" last_taken_at) VALUES (?, ?, ?, ?, 0, 0, 0, 0, 0)"
        u" ON CONFLICT (tenant, facility, counter, day) DO UPDATE SET issued = share_queue.issued RETURNING issued",
        ofTenant(db, {value(facility), counter, wordOf(day)}));
    if (!rows)
        return failed(rows);
    if (!rows->next())
        return fail(ErrorKind::Internal, QStringLiteral("SHARE-QUEUE"));
    return int(rows->number(0));
}

/// The same person again: the same row and number (B45). A row that was sent away waits again; a desk that is looking
/// at the row is only disturbed (version) when something it shows has changed.
Result<Share> again(Connection &db, Share share, const ShareArrival &arrival, UtcTime now)
{
    const bool reopened = share.outcome == ShareOutcome::Dismissed;
    const bool moved = reopened || share.profile != arrival.profile;
    share.profile = arrival.profile;
    share.receivedAt = now;
    ++share.scans;
    share.answerCode.clear();
    if (reopened) {
        share.outcome = ShareOutcome::Waiting;
        share.reason.clear();
        share.decidedAt = {};
    }
    share.version += moved ? 1 : 0;
    const auto sealed = sealShare(db, share);
    if (!sealed)
        return failed(sealed);
    const auto done = execute(db,
        u"UPDATE share SET received_at = ?, scans = ?, answer_code = '', outcome = ?, decided_at = ?, version = ?,"
        u" sealed = ? WHERE tenant = ? AND id = ?",
        {value(share.receivedAt), share.scans, toWord(share.outcome), value(share.decidedAt), share.version, *sealed,
            value(db.tenant()), value(share.id)});
    if (!done)
        return failed(done);
    return share;
}

Result<Share> first(
    Connection &db, const ShareId &id, const ShareArrival &arrival, const QueueToken &token, UtcTime now)
{
    Share share{
        .id = id,
        .facility = arrival.facility,
        .counter = arrival.counter,
        .doctorHprId = arrival.doctorHprId,
        .profile = arrival.profile,
        .token = token,
        .firstReceivedAt = now,
        .receivedAt = now,
        .answerCode = {},
        .patient = {},
        .reason = {},
        .decidedAt = {},
        .version = 1,
    };
    const auto sealed = sealShare(db, share);
    if (!sealed)
        return failed(sealed);
    const auto done = execute(db,
        u"INSERT INTO share (tenant, id, facility, counter, day, number, person_index, expires_at, first_received_at,"
        u" received_at, scans, answer_code, outcome, patient, decided_at, version, sealed)"
        u" VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, '', ?, '', 0, 1, ?)",
        ofTenant(db,
            {value(id), value(share.facility), share.counter, wordOf(token.day), token.number,
                sharePersonIndex(db, share.profile.abhaAddress), value(token.expiresAt), value(now), value(now),
                toWord(share.outcome), *sealed}));
    if (!done)
        return failed(done);
    return share;
}

}

Result<Share> ShareRepository::receive(const ShareId &newId, const ShareArrival &arrival, QDate day, UtcTime now)
{
    Transaction transaction(m_db);
    if (!transaction.begun())
        return failed(transaction.begun());
    const auto issued = lockQueue(m_db, arrival.facility, arrival.counter, day);
    if (!issued)
        return failed(issued);
    auto share = firstIn(m_db,
        run(m_db,
            NADI_SHARE_COLUMNS u"WHERE tenant = ? AND facility = ? AND person_index = ? AND expires_at > ?"
                               u" AND counter = ? ORDER BY expires_at DESC LIMIT 1",
            ofTenant(m_db,
                {value(arrival.facility), sharePersonIndex(m_db, arrival.profile.abhaAddress), value(now),
                    arrival.counter})));
    if (share) {
        share = again(m_db, *std::move(share), arrival, now);
    } else if (share.error().kind == ErrorKind::NotFound) {
        const QueueToken token{day, *issued + 1, now + arrival.validity};
        const auto counted = execute(m_db,
            u"UPDATE share_queue SET issued = ? WHERE tenant = ? AND facility = ? AND counter = ? AND day = ?",
            {token.number, value(m_db.tenant()), value(arrival.facility), arrival.counter, wordOf(day)});
        if (!counted)
            return failed(counted);
        share = first(m_db, newId, arrival, token, now);
    }
    if (!share)
        return share;
    if (const auto committed = transaction.commit(); !committed)
        return failed(committed);
    return share;
}

Done ShareRepository::noteAnswer(const ShareId &id, const QString &code)
{
    return execute(
        m_db, u"UPDATE share SET answer_code = ? WHERE tenant = ? AND id = ?", {code, value(m_db.tenant()), value(id)});
}

Result<Share> ShareRepository::share(const ShareId &id) const
{
    return firstIn(m_db, run(m_db, NADI_SHARE_COLUMNS u"WHERE tenant = ? AND id = ?", ofTenant(m_db, {value(id)})));
}

Result<QList<Share>> ShareRepository::latest(const FacilityId &facility, UtcTime since, int limit) const
{
    return sharesIn(m_db,
        run(m_db,
            NADI_SHARE_COLUMNS u"WHERE tenant = ? AND facility = ? AND received_at >= ?"
                               u" ORDER BY CASE outcome WHEN 'waiting' THEN 0 ELSE 1 END, received_at DESC, id LIMIT ?",
            ofTenant(m_db, {value(facility), value(since), limit})));
}

Result<QList<Share>> ShareRepository::waitingOf(const FacilityId &facility, const AbhaAddress &address) const
{
    return sharesIn(m_db,
        run(m_db,
            NADI_SHARE_COLUMNS u"WHERE tenant = ? AND facility = ? AND person_index = ? AND outcome = 'waiting'"
                               u" ORDER BY received_at, id",
            ofTenant(m_db, {value(facility), sharePersonIndex(m_db, address)})));
}

Done ShareRepository::decide(const Share &share, const Actor &actor, UtcTime now)
{
    Transaction transaction(m_db);
    if (!transaction.begun())
        return transaction.begun();
    // The queue's row first, as receive() does: two orders of locking would be a deadlock.
    if (const auto locked = lockQueue(m_db, share.facility, share.counter, share.token.day); !locked)
        return failed(locked);
    const auto sealed = sealShare(m_db, share);
    if (!sealed)
        return failed(sealed);
    const auto rows = run(m_db,
        u"UPDATE share SET outcome = ?, patient = ?, decided_at = ?, sealed = ?, version = version + 1"
        u" WHERE tenant = ? AND id = ? AND version = ? AND outcome = 'waiting'",
        {toWord(share.outcome), value(share.patient), value(now), *sealed, value(m_db.tenant()), value(share.id),
            share.version});
    if (!rows)
        return failed(rows);
    if (rows->changed() == 0)
        return fail(ErrorKind::Conflict, QStringLiteral("DB-STALE"));
    return execute(m_db,
        u"UPDATE share_queue SET running = CASE WHEN running < ? THEN ? ELSE running END, taken = taken + 1,"
        u" first_taken_at = CASE WHEN first_taken_at = 0 THEN ? ELSE first_taken_at END, last_taken_at = ?"
        u" WHERE tenant = ? AND facility = ? AND counter = ? AND day = ?",
        {share.token.number, share.token.number, value(now), value(now), value(m_db.tenant()), value(share.facility),
            share.counter, wordOf(share.token.day)})
        .and_then([&] {
            return AuditTrail(m_db).append({.actor = actor,
                .action = QStringLiteral("share.") + toWord(share.outcome),
                .subject = share.id.value(),
                .patient = share.patient,
                .facility = share.facility,
                .reason = {},
                .at = now});
        })
        .and_then([&] { return transaction.commit(); });
}

Result<CounterQueue> ShareRepository::queue(const FacilityId &facility, const QString &counter, QDate day) const
{
    auto rows = run(m_db,
        u"SELECT issued, running, taken, first_taken_at, last_taken_at FROM share_queue"
        u" WHERE tenant = ? AND facility = ? AND counter = ? AND day = ?",
        ofTenant(m_db, {value(facility), counter, wordOf(day)}));
    if (!rows)
        return failed(rows);
    if (!rows->next())
        return CounterQueue();
    return CounterQueue{int(rows->number(0)), int(rows->number(1)), int(rows->number(2)), rows->time(3), rows->time(4)};
}

Result<std::optional<UtcTime>> ShareRepository::lastReceived(const FacilityId &facility) const
{
    auto rows = run(m_db,
        u"SELECT received_at FROM share WHERE tenant = ? AND facility = ? ORDER BY received_at DESC LIMIT 1",
        ofTenant(m_db, {value(facility)}));
    if (!rows)
        return failed(rows);
    return rows->next() ? std::optional(rows->time(0)) : std::nullopt;
}

Result<int> ShareRepository::purge(UtcTime before)
{
    const auto rows
        = run(m_db, u"DELETE FROM share WHERE tenant = ? AND received_at < ?", ofTenant(m_db, {value(before)}));
    if (!rows)
        return failed(rows);
    return int(rows->changed());
}

Result<QStringList> ShareRepository::counters(const FacilityId &facility) const
{
    return Meta(m_db).value(countersName(facility)).map([](const QString &stored) {
        return stored.split(u' ', Qt::SkipEmptyParts);
    });
}

Done ShareRepository::saveCounters(const FacilityId &facility, const QStringList &counters)
{
    return Meta(m_db).set(countersName(facility), counters.join(u' '));
}

}
