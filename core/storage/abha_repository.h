#pragma once

#include "domain/abha_profile.h"
#include "domain/ids.h"
#include "storage/connection.h"

#include <QJsonObject>

#include <optional>

namespace nadi::storage
{

/// An agreement as it was given; no personal data in it, so that an auditor reads it without the key.
struct AbhaConsentRow
{
    QString code;
    QString version;
    QString language;
    QString manner; ///< "screen", "paper"
    PatientId patient; ///< empty: a new person who had no file yet
    FacilityId facility;
    UserId user;
    UtcTime at;

    bool operator==(const AbhaConsentRow &) const = default;
};

/// What one proof left for the file of a patient.
struct AbhaSnapshotRow
{
    PatientId patient;
    AbhaProof proof = AbhaProof::None;
    UtcTime at;
    AbhaProfile profile;
    QByteArray card;
    QByteArray qr;
};

/// Consents, declines, snapshots and half-finished creations. Whose transaction it joins audits it
/// (clinic/abha_file.h).
class AbhaRepository
{
public:
    explicit AbhaRepository(Connection &db)
        : m_db(db)
    {
    }
    /// Append-only: the database refuses changes.
    Done addConsent(const AbhaConsentRow &consent);
    Result<QList<AbhaConsentRow>> consents(const PatientId &patient) const;

    Done addDecline(const PatientId &patient, const FacilityId &facility, const UserId &user, UtcTime at);
    /// Also of the files merged into this one. Unset when the person never declined.
    Result<UtcTime> lastDecline(const PatientId &patient) const;

    Done addSnapshot(const AbhaSnapshotRow &snapshot);
    Result<std::optional<AbhaSnapshotRow>> newestSnapshot(const PatientId &patient) const;
    Done dropSnapshots(const PatientId &patient);

    Done park(const QString &desk, const UserId &user, UtcTime at, const QJsonObject &parked);
    /// Empty when nothing is parked.
    Result<QJsonObject> parked(const QString &desk, const UserId &user) const;
    Done dropParked(const QString &desk, const UserId &user);

private:
    Connection &m_db;
};

}
