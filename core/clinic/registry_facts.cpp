#include "clinic/registry_facts.h"

#include "clinic/permissions.h"
#include "storage/audited.h"
#include "storage/facility_repository.h"

#include <algorithm>

namespace nadi::clinic
{
namespace
{

storage::AuditEvent taken(const Work &work, const QString &action, const QString &subject, const FacilityId &facility)
{
    storage::AuditEvent event;
    event.actor = work.actor;
    event.action = action;
    event.subject = subject;
    event.facility = facility;
    event.at = work.clock.now();
    return event;
}

tl::unexpected<Error> stale()
{
    return fail(ErrorKind::Conflict, QStringLiteral("DB-STALE"));
}

/// One HFR id is one physical clinic.
Done isFree(const storage::FacilityRepository &places, const FacilityTakeOver &found)
{
    const auto all = places.facilities();
    if (!all)
        return failed(all);
    const bool taken = std::ranges::any_of(
        *all, [&](const Facility &other) { return other.id != found.seen.id && other.registryId == found.registryId; });
    return taken ? Done(fail(ErrorKind::Conflict, QStringLiteral("HFR-TAKEN"))) : Done();
}

/// One HPR id is one person.
Done isFree(const storage::FacilityRepository &places, const DoctorTakeOver &found)
{
    const auto all = places.doctorsAt(found.facility);
    if (!all)
        return failed(all);
    const bool taken = std::ranges::any_of(*all, [&](const Doctor &other) {
        return other.id != found.seen.id && !found.hprId.isEmpty() && other.hprId == found.hprId;
    });
    return taken ? Done(fail(ErrorKind::Conflict, QStringLiteral("HPR-TAKEN"))) : Done();
}

}

Result<RegistryFacts> registryFacts(Work &work, const FacilityId &facility)
{
    const storage::FacilityRepository places(work.db);
    auto here = places.facility(facility);
    if (!here)
        return failed(here);
    auto doctors = places.doctorsAt(facility);
    if (!doctors)
        return failed(doctors);
    std::ranges::sort(*doctors, {}, &Doctor::name);
    const auto permissions = Permissions::of(work);
    if (!permissions)
        return failed(permissions);
    return RegistryFacts{*std::move(here), *std::move(doctors), permissions->changesRegistration(facility)};
}

Result<Facility> takeOver(Work &work, const FacilityTakeOver &found)
{
    storage::FacilityRepository places(work.db);
    Facility facility = found.seen;
    facility.registryId = found.registryId;
    const auto done = storage::audited(work.db, [&]() -> Result<storage::AuditEvent> {
        if (const auto allowed = mayChangeRegistration(work, found.seen.id); !allowed)
            return failed(allowed);
        const auto stored = places.facility(found.seen.id);
        if (!stored)
            return failed(stored);
        if (*stored != found.seen)
            return stale();
        if (const auto free = isFree(places, found); !free)
            return failed(free);
        if (const auto saved = places.save(facility); !saved)
            return failed(saved);
        if (const auto marked = places.markTaken(facility.id.value(), work.clock.now()); !marked)
            return failed(marked);
        if (facility.registryId != found.seen.registryId)
            if (const auto saved = places.saveLink({facility.id, FacilityLinkState::Unknown, {}, {}}); !saved)
                return failed(saved);
        return taken(work, QStringLiteral("facility.registry"), facility.id.value(), facility.id);
    });
    return done.map([&] { return facility; });
}

Result<Doctor> takeOver(Work &work, const DoctorTakeOver &found)
{
    storage::FacilityRepository places(work.db);
    Doctor doctor = found.seen;
    doctor.hprId = found.hprId;
    doctor.registrationNumber = found.registrationNumber;
    doctor.council = found.council;
    const auto done = storage::audited(work.db, [&]() -> Result<storage::AuditEvent> {
        if (const auto allowed = mayChangeRegistration(work, found.facility); !allowed)
            return failed(allowed);
        const auto stored = places.doctor(found.seen.id);
        if (!stored)
            return failed(stored);
        if (*stored != found.seen)
            return stale();
        if (const auto free = isFree(places, found); !free)
            return failed(free);
        if (const auto saved = places.save(doctor); !saved)
            return failed(saved);
        if (const auto marked = places.markTaken(doctor.id.value(), work.clock.now()); !marked)
            return failed(marked);
        return taken(work, QStringLiteral("doctor.registry"), doctor.id.value(), found.facility);
    });
    return done.map([&] { return doctor; });
}

}
