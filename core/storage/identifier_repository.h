#pragma once

#include "domain/clinic.h"
#include "domain/identifier.h"
#include "domain/person.h"
#include "storage/connection.h"

#include <functional>

namespace nadi::storage
{

/// Identifiers of people by system, sealed; found by keyed hash. The patient's row keeps the primary ABHA number and
/// address, and PatientRepository writes them here as well, so that this is the whole list.
class IdentifierRepository
{
public:
    explicit IdentifierRepository(Connection &db)
        : m_db(db)
    {
    }
    /// An active one; a value the person has already is proved again instead, when `verifiedAt` is newer. Fails with
    /// ABHA-TAKEN (Conflict) when an ABHA number, or IDENTIFIER-TAKEN when a number of another system, is active on
    /// somebody else. Joins the caller's transaction, as all writers here do.
    Done add(const Identifier &identifier);
    /// Detached: the value stays readable, for the correction note. DB-STALE when it is not active any more.
    Done detach(const IdentifierId &id, const QString &reason, UtcTime now);
    /// Removed by its owner: the value and its hash go, the fact stays.
    Done forget(const IdentifierId &id, UtcTime now);
    /// Of a merge: the holder changes, the rest stays.
    Done moveTo(const IdentifierId &id, const PatientId &holder);

    /// Active and ended ones, local numbers of every facility included; by system, then newest first.
    Result<QList<Identifier>> ofPatient(const PatientId &patient) const;
    /// Who has it now; PATIENT-UNKNOWN (NotFound) when nobody does. `assigner` is empty for ABHA.
    Result<PatientId> holder(IdentifierSystem system, const QString &assigner, const QString &value) const;
    /// Whether this person has the address now and it was proved; what the gatekeeper may release to.
    Result<bool> holdsVerified(const PatientId &patient, const AbhaAddress &address) const;
    /// Every active identifier that is not in the patient's own row at `facility`: other ABHA addresses, numbers of
    /// other facilities and other systems. For the search index; of everybody, or of one person.
    Done forEachOther(const FacilityId &facility, const std::function<void(const Identifier &)> &visit) const;
    Result<QList<Identifier>> others(const PatientId &patient, const FacilityId &facility) const;

    /// What PatientRepository calls: the primary ABHA number and address of `patient` are active here; a number that is
    /// not the primary one any more is detached as "changed".
    Done keepPrimary(const Patient &patient, UtcTime now);

private:
    Connection &m_db;
};

}
