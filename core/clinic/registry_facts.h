#pragma once

#include "clinic/work.h"

namespace nadi::clinic
{

/// Our side of what the national registries know: the facility (HFR) and its doctors (HPR).
struct RegistryFacts
{
    Facility facility;
    QList<Doctor> doctors; ///< by name
    bool mayTakeOver = false; ///< the actor's role here (permissions.h)
};
Result<RegistryFacts> registryFacts(Work &work, const FacilityId &facility);

/// What a person found in a registry, for the row they compared it with. `seen` is that row as it was on the screen.
struct FacilityTakeOver
{
    Facility seen;
    QString registryId; ///< HFR id
};
struct DoctorTakeOver
{
    Doctor seen;
    FacilityId facility;
    QString hprId;
    QString registrationNumber;
    QString council;
};

/// One transaction with its audit event (facility.registry). Another id makes the link state unknown: what the listing
/// said was about the old one. Fails with ROLE-NEEDED, DB-STALE, HFR-TAKEN (another facility of ours has this id).
Result<Facility> takeOver(Work &work, const FacilityTakeOver &found);
/// One transaction with its audit event (doctor.registry). Fails with ROLE-NEEDED, DB-STALE, HPR-TAKEN (another doctor
/// here has it).
Result<Doctor> takeOver(Work &work, const DoctorTakeOver &found);

}
