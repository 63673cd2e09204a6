#pragma once

#include "clinic/abha_file.h"
#include "clinic/likeness.h"

namespace nadi::clinic
{

/// What the network compares before it gives a link token (abdm-v3-gateway.md 4.1): name, sex, birth year; ours beside
/// the health account's.
struct IdentityRepair
{
    Patient patient;
    std::optional<AbhaSnapshot> account; ///< none: no proof was made here, so nobody knows what the account says
    Likeness likeness; ///< the three fields only
};
Result<IdentityRepair> identityRepair(Work &work, const PatientId &patient, const FacilityId &facility);

struct IdentityCorrection
{
    PatientId patient;
    qint64 version = 0; ///< of the file the person compared
    FacilityId facility;
    QString name;
    Gender gender = Gender::Unknown;
    BirthDate birth;
    std::optional<QString> place = {}; ///< unset: as it is
};
/// One transaction: the file, audit (patient.correct), and the patient's waiting deliveries are told when the ABHA is
/// verified. Fails with DB-STALE, PERSON-NAME, PERSON-GENDER, PERSON-BIRTH (also without a year).
Result<Patient> correctIdentity(Work &work, const IdentityCorrection &correction);

}
