#pragma once

#include "clinic/work.h"
#include "domain/staff.h"

#include <optional>

namespace nadi::clinic
{

struct DoctorSetup
{
    Doctor doctor;
    QList<ScheduleBlock> blocks; ///< the doctor's whole week at the facility
};

/// What an administrator says about one clinic.
struct ClinicSetup
{
    Facility facility;
    QList<DoctorSetup> doctors;
    /// Who has which role there; unset leaves it as it is.
    std::optional<QList<StaffRole>> staff;
};

/// Writes a clinic, or brings one up to date: rows with the same id are replaced, a doctor who is not named stays as
/// he is, appointments stay. One transaction with its audit events (facility.save, doctor.save, staff.save). Numbers
/// that were taken over from HFR or HPR stay; gives the ids of those of which the setup says otherwise.
Result<QStringList> setUpClinic(Work &work, const ClinicSetup &setup);

}
