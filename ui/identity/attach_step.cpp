#include "attach_step.h"

#include "clinic/desk.h"
#include "storage/patient_repository.h"

namespace nadi::ui
{
namespace
{
using State = AttachAnswer::State;

Result<std::optional<Patient>> holderOf(clinic::Work &work, const AbhaProfile &profile, const FacilityId &facility)
{
    const storage::PatientRepository patients(work.db);
    auto found = profile.number    ? patients.byAbhaNumber(*profile.number)
        : profile.preferredAddress ? patients.byAbhaAddress(*profile.preferredAddress)
                                   : Result<PatientId>(fail(ErrorKind::Invalid, QStringLiteral("ABHA-EMPTY")));
    if (!found && found.error().kind == ErrorKind::NotFound)
        return std::optional<Patient>();
    if (!found)
        return failed(found);
    const auto patient = patients.patient(*found, facility);
    if (!patient)
        return failed(patient);
    return std::optional(*patient);
}

Done takeOff(clinic::Work &work, Patient holder)
{
    holder.abhaNumber.reset();
    holder.abhaAddress.reset();
    holder.abhaVerifiedAt = {};
    return storage::PatientRepository(work.db).update(holder, work.actor, work.clock.now());
}

void takeProved(Patient &patient, const AbhaProfile &profile)
{
    if (!profile.name.isEmpty())
        patient.name = profile.name;
    if (profile.gender != Gender::Unknown)
        patient.gender = profile.gender;
    if (profile.birth.year)
        patient.birth = profile.birth;
}

Result<Patient> fileFor(clinic::Work &work, const AttachOrder &order)
{
    if (order.patient)
        return storage::PatientRepository(work.db).patient(*order.patient, order.facility);
    Patient fresh;
    takeProved(fresh, order.snapshot.profile);
    fresh.mobile = order.mobile;
    fresh.place = order.place;
    return clinic::registerPatient(work, fresh, order.facility);
}
}

Result<AttachAnswer> attachProof(clinic::Work &work, const AttachOrder &order)
{
    storage::Transaction transaction(work.db);
    if (!transaction.begun())
        return failed(transaction.begun());
    const auto &profile = order.snapshot.profile;
    const auto holder = holderOf(work, profile, order.facility);
    if (!holder)
        return failed(holder);
    const bool elsewhere = *holder && (!order.patient || (*holder)->id != *order.patient);
    if (elsewhere && !(order.move && order.patient))
        return AttachAnswer{State::OnOtherFile, {}, *holder};
    if (elsewhere)
        if (const auto taken = takeOff(work, **holder); !taken)
            return failed(taken);
    auto patient = fileFor(work, order);
    if (!patient)
        return failed(patient);
    if (patient->abhaNumber && profile.number && *patient->abhaNumber != *profile.number)
        return AttachAnswer{State::HasOtherAbha, *patient, {}};
    takeProved(*patient, profile);
    patient->mobile = order.mobile;
    patient->place = order.place;
    patient->abhaNumber = profile.number;
    patient->abhaAddress = profile.preferredAddress;
    patient->abhaVerifiedAt = order.snapshot.at;
    if (const auto saved = storage::PatientRepository(work.db).update(*patient, work.actor, work.clock.now()); !saved)
        return failed(saved);
    if (const auto kept = clinic::keepAbhaSnapshot(work, patient->id, order.snapshot); !kept)
        return failed(kept);
    const auto now = storage::PatientRepository(work.db).patient(patient->id, order.facility);
    if (!now)
        return failed(now);
    if (const auto committed = transaction.commit(); !committed)
        return failed(committed);
    return AttachAnswer{State::Attached, *now, {}};
}

}
