#pragma once

#include "clinic/work.h"

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
};

/// Writes a clinic, or brings one up to date: rows with the same id are replaced, a doctor who is not named stays as
/// he is, appointments stay. One transaction with its audit events (facility.save, doctor.save).
Done setUpClinic(Work &work, const ClinicSetup &setup);

}
