#include "storage/audit_retention.h"

#include "storage/audited.h"
#include "storage/sealing.h"
#include "storage/sql.h"

#include <QJsonObject>

namespace nadi::storage
{
namespace
{

constexpr QLatin1String holdTable{"legal_hold"};

AuditEvent eventOf(const QString &action, const Actor &actor, UtcTime now)
{
    AuditEvent event;
    event.actor = actor;
    event.action = action;
    event.at = now;
    return event;
}

}

UtcTime AuditRetention::keptSince(QDate today, int years)
{
    const auto first = today.addYears(-std::max(years, leastYears));
    return UtcTime::fromDateTime(QDateTime(first, QTime(0, 0), Qt::UTC));
}

Result<std::optional<PurgeAnchor>> AuditRetention::anchor() const
{
    auto rows = run(m_db, u"SELECT upto, hash, at FROM audit_purge WHERE tenant = ? ORDER BY upto DESC LIMIT 1",
        ofTenant(m_db, {}));
    if (!rows)
        return failed(rows);
    if (!rows->next())
        return std::optional<PurgeAnchor>();
    return std::optional(PurgeAnchor{rows->number(0), rows->bytes(1), rows->time(2)});
}

/// The last event before the first one that must stay, by time or by hold. Sequences decide, not clocks: a clock that
/// ran ahead keeps its events longer.
Result<std::optional<PurgeAnchor>> AuditRetention::purgeable(UtcTime before) const
{
    auto kept = run(m_db,
        u"SELECT k.sequence FROM audit_event k WHERE k.tenant = ? AND (k.at >= ? OR EXISTS (SELECT 1 FROM legal_hold h"
        u" WHERE h.tenant = k.tenant AND h.released_at = 0 AND (h.patient = '' OR h.patient = k.patient)))"
        u" ORDER BY k.sequence LIMIT 1",
        ofTenant(m_db, {value(before)}));
    if (!kept)
        return failed(kept);
    const qint64 first = kept->next() ? kept->number(0) : std::numeric_limits<qint64>::max();
    auto rows = run(m_db,
        u"SELECT sequence, hash FROM audit_event WHERE tenant = ? AND sequence < ? ORDER BY sequence DESC LIMIT 1",
        ofTenant(m_db, {first}));
    if (!rows)
        return failed(rows);
    if (!rows->next())
        return std::optional<PurgeAnchor>();
    return std::optional(PurgeAnchor{rows->number(0), rows->bytes(1), {}});
}

Result<qint64> AuditRetention::purge(int years, const Actor &actor, UtcTime now)
{
    Transaction transaction(m_db);
    if (!transaction.begun())
        return failed(transaction.begun());
    const auto last = purgeable(keptSince(now.toDateTime().date(), years));
    if (!last)
        return failed(last);
    if (!*last)
        return 0;
    const auto verdict = AuditTrail(m_db).verify();
    if (!verdict)
        return failed(verdict);
    if (!verdict->intact)
        return fail(ErrorKind::Storage, QStringLiteral("AUDIT-BROKEN"));
    const qint64 count = (*last)->upto - verdict->purged;
    const Values what{(*last)->upto, (*last)->hash, value(now)};
    // On PostgreSQL the programs may not delete events themselves (S-R5).
    const auto removed = m_db.backend() == Backend::Postgres
        ? execute(m_db, u"SELECT nadi_purge_audit(?, ?, ?)", what)
        : execute(m_db, u"INSERT INTO audit_purge (tenant, upto, hash, at) VALUES (?, ?, ?, ?)", ofTenant(m_db, what))
              .and_then([&] {
                  return execute(m_db, u"DELETE FROM audit_event WHERE tenant = ? AND sequence <= ?",
                      ofTenant(m_db, {(*last)->upto}));
              });
    if (!removed)
        return failed(removed);
    auto event = eventOf(QStringLiteral("audit.purge"), actor, now);
    event.subject = QString::number((*last)->upto);
    // Sealed: whoever rewrites the database cannot make an anchor of his own.
    event.reason = purgeReason(**last);
    if (auto done = AuditTrail(m_db).append(event); !done)
        return failed(done);
    if (auto done = transaction.commit(); !done)
        return failed(done);
    return count;
}

QString purgeReason(const PurgeAnchor &anchor)
{
    return QString::number(anchor.upto) + u'/' + QString::fromLatin1(anchor.hash.toHex());
}

Done AuditRetention::place(const LegalHold &hold, const Actor &actor, UtcTime now)
{
    const auto sealed = sealJson(m_db, holdTable, hold.id, {{QStringLiteral("reason"), hold.reason}});
    if (!sealed)
        return failed(sealed);
    return audited(m_db, [&]() -> Result<AuditEvent> {
        if (auto done = execute(m_db,
                u"INSERT INTO legal_hold (tenant, id, patient, placed_at, released_at, sealed) VALUES (?, ?, ?, ?, 0, "
                u"?)",
                ofTenant(m_db, {hold.id, value(hold.patient), value(now), *sealed}));
            !done)
            return failed(done);
        auto event = eventOf(QStringLiteral("hold.place"), actor, now);
        event.subject = hold.id;
        event.patient = hold.patient;
        event.reason = hold.reason;
        return event;
    });
}

Done AuditRetention::release(const QString &id, const QString &reason, const Actor &actor, UtcTime now)
{
    return audited(m_db, [&]() -> Result<AuditEvent> {
        const auto rows
            = run(m_db, u"UPDATE legal_hold SET released_at = ? WHERE tenant = ? AND id = ? AND released_at = 0",
                {value(now), value(m_db.tenant()), id});
        if (!rows)
            return failed(rows);
        if (rows->changed() == 0)
            return fail(ErrorKind::NotFound, QStringLiteral("HOLD-UNKNOWN"));
        auto event = eventOf(QStringLiteral("hold.release"), actor, now);
        event.subject = id;
        event.reason = reason;
        return event;
    });
}

Result<QList<LegalHold>> AuditRetention::holds() const
{
    auto rows = run(m_db,
        u"SELECT id, patient, placed_at, sealed FROM legal_hold WHERE tenant = ? AND released_at = 0 ORDER BY "
        u"placed_at",
        ofTenant(m_db, {}));
    if (!rows)
        return failed(rows);
    return all<LegalHold>(*rows, [this](const Rows &row) -> Result<LegalHold> {
        const auto plain = openJson(m_db, holdTable, row.text(0), row.bytes(3));
        if (!plain)
            return failed(plain);
        return LegalHold{
            row.text(0), row.id<PatientId>(1), plain->value(QStringLiteral("reason")).toString(), row.time(2)};
    });
}

}
