#pragma once

#include "domain/clinic.h"
#include "storage/connection.h"

namespace nadi::storage
{

/// Facilities with their link state, doctors and their weekly schedules.
class FacilityRepository
{
public:
    explicit FacilityRepository(Connection &db)
        : m_db(db)
    {
    }
    Done save(const Facility &facility);
    Result<Facility> facility(const FacilityId &id) const;
    Result<QList<Facility>> facilities() const;

    Done saveLink(const FacilityLink &link);
    /// State Unknown with no time when the facility was never checked.
    Result<FacilityLink> link(const FacilityId &id) const;

    /// The numbers of this facility or doctor were taken over from HFR or HPR.
    Done markTaken(const QString &subject, UtcTime at);
    Result<QStringList> takenOver() const;

    Done save(const Doctor &doctor);
    Result<Doctor> doctor(const DoctorId &id) const;
    Result<QList<Doctor>> doctorsAt(const FacilityId &id) const;
    /// Replaces the doctor's blocks at that facility.
    Done saveSchedule(const DoctorId &doctor, const FacilityId &facility, const QList<ScheduleBlock> &blocks);
    Result<QList<ScheduleBlock>> schedule(const DoctorId &doctor, const FacilityId &facility) const;

private:
    Connection &m_db;
};

}
