#pragma once

#include "clinic/work.h"
#include "domain/consent.h"
#include "domain/hi_type.h"

#include <optional>

namespace nadi::clinic
{

/// One record that left under a consent.
struct LeftRecord
{
    CareContextRef careContext;
    std::optional<HiType> type; ///< none when the record is not here any more
    UtcTime at;
};

enum class ConsentStanding {
    InForce,
    Ended, ///< its time is over
    TakenBack, ///< by the patient
    NotTaken, ///< the network did not know it: nothing left, nothing will
};

/// One line of the consent register: who asked, for what, until when, and what left.
struct ConsentRow
{
    ConsentArtefact artefact; ///< of an ended one only who asked and why is kept
    ConsentStanding standing = ConsentStanding::InForce;
    UtcTime endedAt;
    PatientId patient; ///< empty when no file has the address
    QString patientName;
    QList<LeftRecord> left; ///< newest first
};

/// The consents of a facility, the newest change first; of one patient when one is named. Reading changes nothing.
Result<QList<ConsentRow>> consentRegister(Work &work, const FacilityId &facility, const PatientId &patient = {});

}
