#include "clinic/letterhead.h"

#include "storage/audit_trail.h"
#include "storage/facility_repository.h"

namespace nadi::clinic
{
namespace
{

Done auditChange(Work &work, const QString &action, const QString &subject, const FacilityId &facility)
{
    return storage::AuditTrail(work.db).append(
        {work.actor, action, subject, {}, facility, {}, QStringLiteral("ok"), work.clock.now()});
}

Letterhead changed(const Letterhead &stored, const Letterhead &wanted)
{
    auto out = stored;
    out.facility.address = wanted.facility.address;
    out.facility.city = wanted.facility.city;
    out.facility.pinCode = wanted.facility.pinCode;
    out.facility.phone = wanted.facility.phone;
    out.facility.email = wanted.facility.email;
    out.doctor.qualification = wanted.doctor.qualification;
    out.doctor.registrationNumber = wanted.doctor.registrationNumber;
    out.doctor.council = wanted.doctor.council;
    out.doctor.phone = wanted.doctor.phone;
    out.doctor.email = wanted.doctor.email;
    return out;
}

}

Result<Letterhead> letterhead(Work &work, const FacilityId &facilityId, const DoctorId &doctorId)
{
    storage::FacilityRepository places(work.db);
    auto facility = places.facility(facilityId);
    if (!facility)
        return failed(facility);
    auto doctor = places.doctor(doctorId);
    if (!doctor)
        return failed(doctor);
    return Letterhead{*std::move(facility), *std::move(doctor)};
}

Result<Letterhead> saveLetterhead(Work &work, const Letterhead &seen, const Letterhead &wanted)
{
    storage::Transaction transaction(work.db);
    if (!transaction.begun())
        return failed(transaction.begun());
    const auto stored = letterhead(work, seen.facility.id, seen.doctor.id);
    if (!stored)
        return stored;
    if (stored->facility != seen.facility || stored->doctor != seen.doctor)
        return fail(ErrorKind::Conflict, QStringLiteral("DB-STALE"));
    const auto now = changed(*stored, wanted);
    const auto &facility = now.facility.id;
    storage::FacilityRepository places(work.db);
    if (const auto saved = places.save(now.facility); !saved)
        return failed(saved);
    if (const auto saved = places.save(now.doctor); !saved)
        return failed(saved);
    if (now.facility != stored->facility)
        if (const auto told = auditChange(work, QStringLiteral("facility.letterhead"), facility.value(), facility);
            !told)
            return failed(told);
    if (now.doctor != stored->doctor)
        if (const auto told = auditChange(work, QStringLiteral("doctor.letterhead"), now.doctor.id.value(), facility);
            !told)
            return failed(told);
    if (const auto committed = transaction.commit(); !committed)
        return failed(committed);
    return now;
}

}
