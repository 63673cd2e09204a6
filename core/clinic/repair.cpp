#include "clinic/repair.h"

#include "clinic/flow_event.h"
#include "clinic/person_check.h"
#include "domain/flow_start.h"
#include "storage/audit_trail.h"
#include "storage/patient_repository.h"

namespace nadi::clinic
{
namespace
{

/// Stricter than for people: what sounds alike is another name to the network, and it looks at the birth year alone.
QList<FieldComparison> asTheNetworkCompares(const Patient &patient, const AbhaProfile &account)
{
    QList<FieldComparison> lines;
    for (auto line : compare(patient, account).fields) {
        if (line.field != PersonField::Name && line.field != PersonField::Gender && line.field != PersonField::Birth)
            continue;
        const bool sameYear = line.field == PersonField::Birth && patient.birth.year == account.birth.year;
        if (line.agreement == Agreement::Alike)
            line.agreement = sameYear ? Agreement::Same : Agreement::Different;
        lines += line;
    }
    return lines;
}

}

Result<IdentityRepair> identityRepair(Work &work, const PatientId &id, const FacilityId &facility)
{
    const auto patient = storage::PatientRepository(work.db).patient(id, facility);
    if (!patient)
        return failed(patient);
    const auto account = abhaSnapshot(work, patient->id);
    if (!account)
        return failed(account);
    return IdentityRepair{
        *patient, *account, {asTheNetworkCompares(*patient, *account ? (*account)->profile : AbhaProfile())}};
}

Result<Patient> correctIdentity(Work &work, const IdentityCorrection &correction)
{
    const auto now = work.clock.now();
    storage::Transaction transaction(work.db);
    if (!transaction.begun())
        return failed(transaction.begun());
    storage::PatientRepository patients(work.db);
    auto patient = patients.patient(correction.patient, correction.facility);
    if (!patient)
        return patient;
    if (patient->version != correction.version || patient->id != correction.patient)
        return fail(ErrorKind::Conflict, QStringLiteral("DB-STALE"));
    patient->name = correction.name.simplified();
    patient->gender = correction.gender;
    patient->birth = correction.birth;
    if (correction.place)
        patient->place = correction.place->simplified();
    if (const auto checked = checkPerson(*patient, now); !checked)
        return failed(checked);
    if (!patient->birth.year)
        return fail(ErrorKind::Invalid, QStringLiteral("PERSON-BIRTH"));
    if (const auto updated = patients.update(*patient, work.actor, now); !updated)
        return failed(updated);
    // Without a verified ABHA they would only be held again.
    if (patient->abhaVerifiedAt.isSet())
        if (const auto told = tellDeliveries(work, patient->id, flow_event::patientVerified, {}); !told)
            return failed(told);
    if (const auto audited = storage::AuditTrail(work.db).append({work.actor, QStringLiteral("patient.correct"),
            patient->id.value(), patient->id, correction.facility, {}, QStringLiteral("ok"), now});
        !audited)
        return failed(audited);
    if (const auto committed = transaction.commit(); !committed)
        return failed(committed);
    return patients.patient(correction.patient, correction.facility);
}

}
