#include "attach_step.h"

#include "clinic/desk.h"
#include "storage/patient_repository.h"
#include "ui/words/identifier_words.h"

namespace nadi::ui
{
namespace
{
using clinic::AttachState;
using clinic::PersonField;

Result<Patient> fileFor(clinic::Work &work, const AttachOrder &order)
{
    if (order.patient)
        return storage::PatientRepository(work.db).patient(*order.patient, order.facility);
    const auto &profile = order.snapshot.profile;
    Patient fresh;
    fresh.name = profile.name;
    fresh.gender = profile.gender;
    fresh.birth = profile.birth;
    fresh.mobile = order.mobile;
    fresh.place = order.place;
    return clinic::registerPatient(work, fresh, order.facility);
}

/// What was corrected on the page; an unchanged file is not written again.
Done keepCorrections(clinic::Work &work, Patient &patient, const AttachOrder &order)
{
    if (patient.mobile == order.mobile && patient.place == order.place)
        return {};
    patient.mobile = order.mobile;
    patient.place = order.place;
    storage::PatientRepository patients(work.db);
    if (const auto saved = patients.update(patient, work.actor, work.clock.now()); !saved)
        return saved;
    auto read = patients.patient(patient.id, order.facility);
    if (!read)
        return failed(read);
    patient = *read;
    return {};
}

/// Its number stands in the file as one of another system; nothing is verified by it.
Result<clinic::AttachOutcome> keepEnrolment(clinic::Work &work, const Patient &patient, const AttachOrder &order)
{
    clinic::AttachOutcome outcome;
    outcome.state = AttachState::Attached;
    outcome.patient = patient;
    if (const auto corrected = keepCorrections(work, outcome.patient, order); !corrected)
        return failed(corrected);
    const auto added
        = clinic::addExternalNumber(work, patient.id, abhaEnrolmentSystem(), order.snapshot.profile.enrolmentNumber);
    if (!added)
        return failed(added);
    return outcome;
}
}

bool isProvisional(const AbhaProfile &profile)
{
    return !profile.number && !profile.preferredAddress && profile.addresses.isEmpty()
        && !profile.enrolmentNumber.isEmpty();
}

Result<clinic::AttachOutcome> attachProof(clinic::Work &work, const AttachOrder &order)
{
    storage::Transaction transaction(work.db);
    if (!transaction.begun())
        return failed(transaction.begun());
    const auto patient = fileFor(work, order);
    if (!patient)
        return failed(patient);
    if (isProvisional(order.snapshot.profile)) {
        auto outcome = keepEnrolment(work, *patient, order);
        if (outcome)
            if (const auto committed = transaction.commit(); !committed)
                return failed(committed);
        return outcome;
    }
    clinic::AttachRequest request;
    request.patient = patient->id;
    request.version = patient->version;
    request.facility = order.facility;
    request.profile = order.snapshot.profile;
    request.proof = order.snapshot.proof;
    request.take = {PersonField::Name, PersonField::Gender, PersonField::Birth};
    request.reason = order.patient ? order.reason : QStringLiteral("registered from the profile");
    request.fromOther = order.fromOther;
    auto outcome = clinic::attachAbha(work, request);
    if (!outcome)
        return outcome;
    const bool attached = outcome->state == AttachState::Attached || outcome->state == AttachState::AlreadyThere;
    // The attempt is kept for a file of ours; a new person who turns out to be known leaves no second file behind.
    if (!attached && !order.patient)
        return outcome;
    if (attached) {
        if (const auto kept = clinic::keepAbhaSnapshot(work, outcome->patient.id, order.snapshot); !kept)
            return failed(kept);
        if (const auto corrected = keepCorrections(work, outcome->patient, order); !corrected)
            return failed(corrected);
    }
    if (const auto committed = transaction.commit(); !committed)
        return failed(committed);
    return outcome;
}

}
