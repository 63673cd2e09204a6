#pragma once

#include "domain/clinic.h"
#include "domain/identifier.h"
#include "domain/person.h"
#include "domain/record.h"
#include "storage/connection.h"

#include <QStringList>

namespace nadi::storage
{

/// What a person's app asked, when several files fitted: a line of desk work. All of it is personal data.
struct DiscoveryCase
{
    QString reference; ///< link reference of the conversation
    FacilityId facility;
    UtcTime askedAt;
    QString outcome; ///< flows::toWord(DiscoveryOutcome)
    QString abhaAddress;
    QString abhaNumber; ///< digits, when the network vouched for it
    QString mobile; ///< the same
    QString name;
    Gender gender = Gender::Unknown;
    std::optional<int> yearOfBirth;
    QList<PatientId> files; ///< that fit equally well; empty when it needs nobody
    QString note; ///< what the person who settled it wrote
    UtcTime settledAt;
    qint64 version = 0; ///< optimistic lock

    bool needsPerson() const { return !files.isEmpty() && !settledAt.isSet(); }
};

/// Who has an identifier, and whether it was proved here.
struct Holder
{
    PatientId patient;
    bool proved = false;
};

/// What discovery looks up and leaves behind. Every look-up is by keyed hash and costs the same whether somebody is
/// found or not; an empty value is nobody's.
class DiscoveryRepository
{
public:
    explicit DiscoveryRepository(Connection &db)
        : m_db(db)
    {
    }
    Result<QList<Holder>> holders(IdentifierSystem system, const QString &value) const;
    /// Nobody when so many files have this mobile that it says nothing about a person.
    Result<QList<PatientId>> withMobile(const QString &mobile) const;
    /// Signed records of the patient at the facility that no app has yet, newest first, without pages.
    Result<QList<Record>> unlinked(const PatientId &patient, const FacilityId &facility) const;

    /// Details are kept only when a person has to decide. Saying it again replaces it.
    Done note(const DiscoveryCase &asked);
    Done noteCode(const QString &reference);
    Result<int> asksSince(const FacilityId &facility, const QString &abhaAddress, UtcTime since) const;
    Result<int> codesSince(const FacilityId &facility, const QString &abhaAddress, UtcTime since) const;

    /// Waiting for a person, oldest first.
    Result<QList<DiscoveryCase>> undecided(const FacilityId &facility) const;
    /// A person looked at the files and put them right, or wrote why not. DB-STALE when somebody else did.
    Done settle(const DiscoveryCase &looked, const QString &note, const Actor &actor, UtcTime now);
    /// Their owner took these ABHA addresses and numbers away (B40): what was asked under them goes, at every facility.
    Done forgetAbha(const QStringList &abha);
    /// What nobody has to look at any more, and what nobody looked at in time.
    Result<int> purge(UtcTime asked, UtcTime undecidedAsked);

private:
    Connection &m_db;
};

}
