#include "clinic/abha_ending.h"

#include "clinic/abha_file.h"
#include "clinic/attach_abha.h"
#include "storage/abha_removal.h"
#include "storage/audit_trail.h"
#include "storage/consent_repository.h"
#include "storage/delivery_repository.h"
#include "storage/identifier_repository.h"
#include "storage/patient_repository.h"
#include "storage/record_repository.h"

namespace nadi::clinic
{
namespace
{

bool isAbha(const Identifier &identifier)
{
    return identifier.system == IdentifierSystem::AbhaNumber || identifier.system == IdentifierSystem::AbhaAddress;
}

Result<QList<Identifier>> abhaOf(Work &work, const PatientId &patient)
{
    auto all = storage::IdentifierRepository(work.db).ofPatient(patient);
    if (all)
        all->removeIf([](const Identifier &one) { return !isAbha(one); });
    return all;
}

void clearAbha(Patient &patient)
{
    patient.abhaNumber.reset();
    patient.abhaAddress.reset();
    patient.abhaVerifiedAt = {};
}

Done audit(Work &work, const PatientId &patient, const FacilityId &facility, const char *action, const QString &reason)
{
    return storage::AuditTrail(work.db).append({work.actor, QString::fromLatin1(action), patient.value(), patient,
        facility, reason, QStringLiteral("ok"), work.clock.now()});
}

}

Done endAbha(Work &work, Patient patient, const FacilityId &facility, const QString &reason)
{
    const auto now = work.clock.now();
    const auto known = abhaOf(work, patient.id);
    if (!known)
        return failed(known);
    storage::IdentifierRepository identifiers(work.db);
    for (const auto &one : *known) {
        if (one.status != IdentifierStatus::Active)
            continue;
        if (const auto detached = identifiers.detach(one.id, reason, now); !detached)
            return detached;
        // Without a token nothing that waits to be sent can leave under the wrong ABHA: the courier asks for it last.
        if (const auto address = AbhaAddress::parse(one.value); one.system == IdentifierSystem::AbhaAddress && address)
            if (const auto dropped
                = storage::ConsentRepository(work.db).dropLinkTokens(*address, QStringLiteral("detached"), now);
                !dropped)
                return dropped;
    }
    if (const auto forgotten = forgetAbhaSnapshots(work, patient.id); !forgotten)
        return forgotten;
    clearAbha(patient);
    if (const auto updated = storage::PatientRepository(work.db).update(patient, work.actor, now); !updated)
        return updated;
    return audit(work, patient.id, facility, "abha.detach", reason);
}

Result<QList<LinkedOutside>> linkedOutside(Work &work, const PatientId &patient)
{
    const auto deliveries = storage::DeliveryRepository(work.db).ofPatient(patient);
    if (!deliveries)
        return failed(deliveries);
    QList<LinkedOutside> out;
    for (const auto &delivery : *deliveries) {
        if (!delivery.linkedAt.isSet() && delivery.state != DeliveryState::LinkSubmitted)
            continue;
        const auto record = storage::RecordRepository(work.db).record(delivery.record);
        if (!record)
            return failed(record);
        out.append({delivery.record, record->careContext, delivery.facility, delivery.linkedAt});
    }
    return out;
}

Result<DetachOutcome> detachAbha(
    Work &work, const PatientId &id, qint64 version, const FacilityId &facility, const QString &reason)
{
    if (reason.trimmed().isEmpty())
        return fail(ErrorKind::Invalid, QStringLiteral("ABHA-REASON"));
    storage::Transaction transaction(work.db);
    if (!transaction.begun())
        return failed(transaction.begun());
    storage::PatientRepository patients(work.db);
    const auto patient = patients.patient(id, facility);
    if (!patient)
        return failed(patient);
    if (patient->version != version || patient->id != id)
        return fail(ErrorKind::Conflict, QStringLiteral("DB-STALE"));
    if (!patient->abhaNumber && !patient->abhaAddress)
        return fail(ErrorKind::Conflict, QStringLiteral("ABHA-NONE"));
    const auto linked = linkedOutside(work, id);
    if (!linked)
        return failed(linked);
    if (const auto ended = endAbha(work, *patient, facility, reason.trimmed()); !ended)
        return failed(ended);
    const auto after = patients.patient(id, facility);
    if (!after)
        return failed(after);
    if (const auto committed = transaction.commit(); !committed)
        return failed(committed);
    return DetachOutcome{*after, *linked};
}

Result<Patient> abhaRemovedByOwner(Work &work, const PatientId &id, const FacilityId &facility)
{
    storage::Transaction transaction(work.db);
    if (!transaction.begun())
        return failed(transaction.begun());
    if (const auto removed = storage::removeAbha(work.db, {id, facility, work.actor, work.clock.now()}); !removed)
        return failed(removed);
    const auto after = storage::PatientRepository(work.db).patient(id, facility);
    if (const auto committed = transaction.commit(); !committed)
        return failed(committed);
    return after;
}

}
