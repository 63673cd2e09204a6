#pragma once

#include "domain/clinic.h"
#include "storage/connection.h"

namespace nadi::storage
{

/// One audited operation (S-A1). No clinical content; `subject` is an id.
struct AuditEvent
{
    Actor actor;
    QString action; ///< "patient.read", "record.sign", "consent.serve", …
    QString subject; ///< id of the row it was about
    PatientId patient;
    FacilityId facility;
    QString reason; ///< consent id, or a person's reason code
    QString result = QStringLiteral("ok");
    UtcTime at;
};

struct AuditVerdict
{
    qint64 events = 0; ///< that are there
    qint64 purged = 0; ///< sequence of the last one that retention took away
    bool intact = true;
    qint64 firstBroken = 0; ///< sequence, when not intact
    QByteArray head; ///< hash of the last event, 32 bytes
};

/// The end of the chain.
struct AuditHead
{
    qint64 sequence = 0;
    QByteArray hash = QByteArray(32, '\0');
};

/// Append-only, hash-chained per tenant: h(n) = SHA-256(h(n-1) || canonical event n). Updates and deletes are refused
/// by triggers (and by grants on PostgreSQL), but for what AuditRetention takes away at the beginning.
class AuditTrail
{
public:
    explicit AuditTrail(Connection &db)
        : m_db(db)
    {
    }
    /// Joins the caller's transaction (S-A2).
    Done append(const AuditEvent &event);
    Result<AuditVerdict> verify() const;
    Result<QList<AuditEvent>> last(int count) const;
    Result<AuditHead> head() const;
    /// The stored hash of one event; empty when it is not there.
    Result<QByteArray> hashAt(qint64 sequence) const;

private:
    Connection &m_db;
};

}
