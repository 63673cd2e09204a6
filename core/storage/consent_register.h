#pragma once

#include "domain/consent.h"
#include "storage/connection.h"

namespace nadi::storage
{

/// One consent as people read it: in force with its artefact, or ended with what is kept of it.
struct RegisteredConsent
{
    ConsentArtefact artefact; ///< ended: id, status, hip, who asked and why; the rest is gone (S-N5)
    UtcTime changedAt;
    UtcTime endedAt; ///< unset while in force
    PatientId patient; ///< whose file has this ABHA address; empty when none has
};

struct LeftRecord
{
    CareContextRef careContext;
    RecordId record; ///< a care context may hold several
    TransactionId transaction;
    UtcTime at;
};

/// The read side of consents: who asked for what, and what left under it.
class ConsentRegister
{
public:
    explicit ConsentRegister(Connection &db)
        : m_db(db)
    {
    }
    /// A record arrived at the requester.
    Done left(const ConsentId &consent, const LeftRecord &record);
    Result<QList<LeftRecord>> leftUnder(const ConsentId &consent) const;
    /// Newest change first.
    Result<QList<RegisteredConsent>> ofFacility(const FacilityId &facility, int most) const;
    Result<QList<RegisteredConsent>> ofPatient(const FacilityId &facility, const PatientId &patient, int most) const;

private:
    Connection &m_db;
};

}
