#pragma once

#include "domain/clinic.h"
#include "storage/connection.h"

#include <QDate>

#include <optional>

namespace nadi::storage
{

/// Where the kept trail begins: the last event that was purged.
struct PurgeAnchor
{
    qint64 upto = 0; ///< its sequence
    QByteArray hash; ///< 32 bytes; what the first kept event is chained to
    UtcTime at; ///< of the purge
};

/// What the sealed reason of an "audit.purge" event says, which is what an anchor is believed by.
QString purgeReason(const PurgeAnchor &anchor);

/// Keeps an investigation's evidence (S-A7): while it stands nothing is purged from the patient's first event on.
struct LegalHold
{
    QString id;
    PatientId patient; ///< empty: the whole trail
    QString reason;
    UtcTime placedAt;
};

/// Retention of the audit trail. Only its beginning is ever taken away, and that is an event of the trail itself, so
/// what remains stays verifiable.
class AuditRetention
{
public:
    static constexpr int leastYears = 1; ///< the law (S-A7)

    explicit AuditRetention(Connection &db)
        : m_db(db)
    {
    }
    /// Midnight (UTC) of the first day that is kept on `today`: an event of 20 November 2026 goes on 21 November 2029
    /// when three years are kept. Pure.
    static UtcTime keptSince(QDate today, int years);
    /// Removes the oldest events up to the first one that is kept or held, and appends "audit.purge". How many;
    /// nothing to remove writes nothing. AUDIT-BROKEN when the trail is not intact: evidence of tampering stays.
    Result<qint64> purge(int years, const Actor &actor, UtcTime now);
    /// nullopt when nothing was ever purged.
    Result<std::optional<PurgeAnchor>> anchor() const;

    /// Both are audited. HOLD-UNKNOWN for one that does not stand.
    Done place(const LegalHold &hold, const Actor &actor, UtcTime now);
    Done release(const QString &id, const QString &reason, const Actor &actor, UtcTime now);
    Result<QList<LegalHold>> holds() const;

private:
    Result<std::optional<PurgeAnchor>> purgeable(UtcTime before) const;

    Connection &m_db;
};

}
