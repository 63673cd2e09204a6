#include "clinic/setup.h"

#include "storage/audit_trail.h"
#include "storage/facility_repository.h"

namespace nadi::clinic
{
namespace
{

storage::AuditEvent saved(const Work &work, const QString &action, const QString &subject, const FacilityId &facility)
{
    storage::AuditEvent event;
    event.actor = work.actor;
    event.action = action;
    event.subject = subject;
    event.facility = facility;
    event.at = work.clock.now();
    return event;
}

Done writeDoctor(storage::FacilityRepository &places, const DoctorSetup &setup, const FacilityId &facility)
{
    if (auto done = places.save(setup.doctor); !done)
        return done;
    return places.saveSchedule(setup.doctor.id, facility, setup.blocks);
}

}

Done setUpClinic(Work &work, const ClinicSetup &setup)
{
    storage::Transaction transaction(work.db);
    if (!transaction.begun())
        return transaction.begun();
    storage::FacilityRepository places(work.db);
    const auto &facility = setup.facility.id;
    if (auto done = places.save(setup.facility); !done)
        return done;
    for (const auto &each : setup.doctors)
        if (auto done = writeDoctor(places, each, facility); !done)
            return done;
    // Last: the trail's lock is held until the commit.
    storage::AuditTrail trail(work.db);
    if (auto done = trail.append(saved(work, QStringLiteral("facility.save"), facility.value(), facility)); !done)
        return done;
    for (const auto &each : setup.doctors)
        if (auto done = trail.append(saved(work, QStringLiteral("doctor.save"), each.doctor.id.value(), facility));
            !done)
            return done;
    return transaction.commit();
}

}
