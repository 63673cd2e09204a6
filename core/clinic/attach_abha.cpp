#include "clinic/attach_abha.h"

#include "clinic/abha_ending.h"
#include "clinic/flow_event.h"
#include "domain/flow_start.h"
#include "storage/audit_trail.h"
#include "storage/identifier_repository.h"
#include "storage/patient_repository.h"

namespace nadi::clinic
{
namespace
{

QList<AbhaAddress> addressesOf(const AbhaProfile &profile)
{
    auto out = profile.addresses;
    if (profile.preferredAddress && !out.contains(*profile.preferredAddress))
        out.prepend(*profile.preferredAddress);
    return out;
}

/// Somebody else who has the number or one of the addresses.
Result<std::optional<PatientId>> otherHolder(Work &work, const PatientId &patient, const AbhaProfile &profile)
{
    storage::IdentifierRepository identifiers(work.db);
    QList<std::pair<IdentifierSystem, QString>> wanted;
    if (profile.number)
        wanted.append({IdentifierSystem::AbhaNumber, profile.number->digits()});
    for (const auto &address : addressesOf(profile))
        wanted.append({IdentifierSystem::AbhaAddress, address.value()});
    for (const auto &[system, value] : wanted) {
        const auto holder = identifiers.holder(system, {}, value);
        if (holder && *holder != patient)
            return std::optional(*holder);
        if (!holder && holder.error().kind != ErrorKind::NotFound)
            return failed(holder);
    }
    return std::optional<PatientId>();
}

bool isMobile(const QString &text)
{
    return text.size() == 10 && std::ranges::all_of(text, [](QChar c) { return c >= u'0' && c <= u'9'; });
}

/// Gaps are filled, chosen fields replaced; what the profile does not say changes nothing.
void takeOver(Patient &patient, const AbhaProfile &profile, const QList<PersonField> &chosen)
{
    const auto takes = [&](PersonField field, bool gap) { return gap || chosen.contains(field); };
    if (!profile.name.isEmpty() && takes(PersonField::Name, false))
        patient.name = profile.name.simplified();
    if (profile.gender != Gender::Unknown && takes(PersonField::Gender, patient.gender == Gender::Unknown))
        patient.gender = profile.gender;
    if (profile.birth.year && takes(PersonField::Birth, !patient.birth.year))
        patient.birth = profile.birth;
    if (isMobile(profile.mobile) && takes(PersonField::Mobile, patient.mobile.isEmpty()))
        patient.mobile = profile.mobile;
    if (!profile.district.isEmpty() && takes(PersonField::Place, patient.place.isEmpty()))
        patient.place = profile.district;
}

/// The primary address stays when it is one of the profile's; else the preferred one.
void takeAbha(Patient &patient, const AbhaProfile &profile, UtcTime verifiedAt)
{
    const auto addresses = addressesOf(profile);
    if (profile.number)
        patient.abhaNumber = profile.number;
    if (!addresses.isEmpty() && (!patient.abhaAddress || !addresses.contains(*patient.abhaAddress)))
        patient.abhaAddress = profile.preferredAddress ? profile.preferredAddress : addresses.first();
    if (verifiedAt.isSet())
        patient.abhaVerifiedAt = verifiedAt;
}

Done addIdentifiers(Work &work, const AttachRequest &request, UtcTime verifiedAt)
{
    storage::IdentifierRepository identifiers(work.db);
    Identifier identifier;
    identifier.patient = request.patient;
    identifier.addedAt = work.clock.now();
    identifier.verifiedAt = verifiedAt;
    identifier.verifiedBy = request.proof;
    if (request.profile.number) {
        identifier.system = IdentifierSystem::AbhaNumber;
        identifier.value = request.profile.number->digits();
        if (const auto added = identifiers.add(identifier); !added)
            return added;
    }
    identifier.system = IdentifierSystem::AbhaAddress;
    for (const auto &address : addressesOf(request.profile)) {
        identifier.value = address.value();
        if (const auto added = identifiers.add(identifier); !added)
            return added;
    }
    return {};
}

Done audit(Work &work, const AttachRequest &request, const char *action, const QString &subject)
{
    return storage::AuditTrail(work.db).append({work.actor, QString::fromLatin1(action), subject, request.patient,
        request.facility, request.reason, QStringLiteral("ok"), work.clock.now()});
}

/// What can be said before anything changes; Attached when nothing stands in the way.
Result<AttachOutcome> judge(Work &work, const AttachRequest &request)
{
    storage::PatientRepository patients(work.db);
    const auto patient = patients.patient(request.patient, request.facility);
    if (!patient)
        return failed(patient);
    if (patient->version != request.version || patient->id != request.patient)
        return fail(ErrorKind::Conflict, QStringLiteral("DB-STALE"));
    AttachOutcome outcome;
    outcome.patient = *patient;
    outcome.likeness = compare(*patient, request.profile);
    outcome.state = AttachState::Attached;
    if (patient->abhaNumber && request.profile.number && patient->abhaNumber != request.profile.number) {
        outcome.state = AttachState::HasOtherAbha;
        return outcome;
    }
    const auto holder = otherHolder(work, request.patient, request.profile);
    if (!holder)
        return failed(holder);
    if (*holder) {
        const auto other = patients.patient(**holder, request.facility);
        if (!other)
            return failed(other);
        outcome.other = *other;
        outcome.otherLikeness = compare(*patient, *other);
        if (request.fromOther == AttachRequest::FromOther::Ask)
            outcome.state = AttachState::OnOtherFile;
        else if (request.reason.trimmed().isEmpty())
            outcome.state = AttachState::NeedsReason;
        return outcome;
    }
    const bool there = (request.profile.number && patient->abhaNumber == request.profile.number)
        || (!request.profile.number && patient->abhaAddress
            && addressesOf(request.profile).contains(*patient->abhaAddress));
    if (there)
        outcome.state = AttachState::AlreadyThere;
    else if (!outcome.likeness.isEqualityEvidence() && request.reason.trimmed().isEmpty())
        outcome.state = AttachState::NeedsReason;
    return outcome;
}

Done write(Work &work, const AttachRequest &request, AttachOutcome &outcome)
{
    const auto now = work.clock.now();
    const auto verifiedAt = request.proof == AbhaProof::None ? UtcTime() : now;
    if (outcome.other)
        if (const auto moved = endAbha(work, *outcome.other, request.facility, request.reason); !moved)
            return moved;
    if (const auto added = addIdentifiers(work, request, verifiedAt); !added)
        return added;
    auto patient = outcome.patient;
    takeOver(patient, request.profile, request.take);
    takeAbha(patient, request.profile, verifiedAt);
    if (const auto updated = storage::PatientRepository(work.db).update(patient, work.actor, now); !updated)
        return updated;
    if (patient.abhaVerifiedAt.isSet())
        if (const auto told = tellDeliveries(work, patient.id, flow_event::patientVerified, {}); !told)
            return told;
    return audit(work, request, "abha.attach", toWord(request.proof));
}

}

Result<AttachOutcome> attachAbha(Work &work, const AttachRequest &request)
{
    if (!request.profile.number && addressesOf(request.profile).isEmpty())
        return fail(ErrorKind::Invalid, QStringLiteral("ABHA-EMPTY"));
    storage::Transaction transaction(work.db);
    if (!transaction.begun())
        return failed(transaction.begun());
    auto outcome = judge(work, request);
    if (!outcome)
        return outcome;
    switch (outcome->state) {
    case AttachState::NeedsReason:
    case AttachState::HasOtherAbha:
        return outcome;
    case AttachState::OnOtherFile:
        // B38 keeps the attempt: who tried to give one ABHA to two files.
        if (const auto done = audit(work, request, "abha.attach-conflict", outcome->other->id.value()); !done)
            return failed(done);
        if (const auto committed = transaction.commit(); !committed)
            return failed(committed);
        return outcome;
    case AttachState::Attached:
    case AttachState::AlreadyThere:
        break;
    }
    if (const auto written = write(work, request, *outcome); !written)
        return failed(written);
    const auto patient = storage::PatientRepository(work.db).patient(request.patient, request.facility);
    if (!patient)
        return failed(patient);
    outcome->patient = *patient;
    if (const auto committed = transaction.commit(); !committed)
        return failed(committed);
    return outcome;
}

Result<QList<Identifier>> identifiersOf(Work &work, const PatientId &patient)
{
    return storage::IdentifierRepository(work.db).ofPatient(patient);
}

Result<QList<Identifier>> addExternalNumber(
    Work &work, const PatientId &patient, const QString &assigner, const QString &value)
{
    storage::Transaction transaction(work.db);
    if (!transaction.begun())
        return failed(transaction.begun());
    Identifier identifier;
    identifier.patient = patient;
    identifier.system = IdentifierSystem::External;
    identifier.assigner = assigner.simplified();
    identifier.value = value;
    identifier.addedAt = work.clock.now();
    if (identifier.assigner.isEmpty() || identifier.assigner.size() > 100 || value.size() > 64)
        return fail(ErrorKind::Invalid, QStringLiteral("IDENTIFIER-VALUE"));
    if (const auto added = storage::IdentifierRepository(work.db).add(identifier); !added)
        return failed(added);
    if (const auto audited = storage::AuditTrail(work.db).append({work.actor, QStringLiteral("identifier.add"),
            patient.value(), patient, {}, {}, QStringLiteral("ok"), work.clock.now()});
        !audited)
        return failed(audited);
    if (const auto committed = transaction.commit(); !committed)
        return failed(committed);
    return identifiersOf(work, patient);
}

}
