#include "clinic/setup.h"

#include "storage/audit_trail.h"
#include "storage/facility_repository.h"
#include "storage/staff_repository.h"

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

/// What HFR or HPR said and a person took over stands until they look there again; `kept` hears of what the file says
/// otherwise.
Result<ClinicSetup> withRegistryNumbers(const storage::FacilityRepository &places, ClinicSetup setup, QStringList &kept)
{
    const auto taken = places.takenOver();
    if (!taken)
        return failed(taken);
    if (taken->contains(setup.facility.id.value())) {
        const auto stored = places.facility(setup.facility.id);
        if (!stored)
            return failed(stored);
        if (std::exchange(setup.facility.registryId, stored->registryId) != stored->registryId)
            kept += setup.facility.id.value();
    }
    for (auto &[doctor, blocks] : setup.doctors) {
        if (!taken->contains(doctor.id.value()))
            continue;
        const auto stored = places.doctor(doctor.id);
        if (!stored)
            return failed(stored);
        const auto asked = doctor;
        doctor.hprId = stored->hprId;
        doctor.registrationNumber = stored->registrationNumber;
        doctor.council = stored->council;
        if (asked != doctor)
            kept += doctor.id.value();
    }
    return setup;
}

Done writeDoctor(storage::FacilityRepository &places, const DoctorSetup &setup, const FacilityId &facility)
{
    if (auto done = places.save(setup.doctor); !done)
        return done;
    return places.saveSchedule(setup.doctor.id, facility, setup.blocks);
}

Done inTransaction(Work &work, const ClinicSetup &asked, QStringList &kept)
{
    storage::Transaction transaction(work.db);
    if (!transaction.begun())
        return transaction.begun();
    storage::FacilityRepository places(work.db);
    const auto setup = withRegistryNumbers(places, asked, kept);
    if (!setup)
        return failed(setup);
    const auto &facility = setup->facility.id;
    if (auto done = places.save(setup->facility); !done)
        return done;
    for (const auto &each : setup->doctors)
        if (auto done = writeDoctor(places, each, facility); !done)
            return done;
    if (setup->staff)
        if (auto done = storage::StaffRepository(work.db).replace(facility, *setup->staff); !done)
            return done;
    // Last: the trail's lock is held until the commit.
    storage::AuditTrail trail(work.db);
    if (auto done = trail.append(saved(work, QStringLiteral("facility.save"), facility.value(), facility)); !done)
        return done;
    for (const auto &each : setup->doctors)
        if (auto done = trail.append(saved(work, QStringLiteral("doctor.save"), each.doctor.id.value(), facility));
            !done)
            return done;
    if (setup->staff)
        if (auto done = trail.append(saved(work, QStringLiteral("staff.save"), facility.value(), facility)); !done)
            return done;
    return transaction.commit();
}

}

Result<QStringList> setUpClinic(Work &work, const ClinicSetup &asked)
{
    QStringList kept;
    const auto written = inTransaction(work, asked, kept);
    return written.map([&] { return kept; });
}

}
