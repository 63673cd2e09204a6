#include "clinic/desk.h"
#include "clinic/person_check.h"
#include "storage/patient_repository.h"

namespace nadi::clinic
{

Result<Patient> registerPatient(Work &work, Patient patient, const FacilityId &facility)
{
    const auto now = work.clock.now();
    patient.name = patient.name.simplified();
    if (const auto checked = checkPerson(patient, now); !checked)
        return failed(checked);
    storage::Transaction transaction(work.db);
    if (!transaction.begun())
        return failed(transaction.begun());
    storage::PatientRepository patients(work.db);
    if (patient.localNumber.isEmpty()) {
        const auto number = patients.nextLocalNumber(facility);
        if (!number)
            return failed(number);
        patient.localNumber = *number;
    }
    patient.id = work.ids.next<PatientId>();
    patient.createdAt = now;
    if (const auto added = patients.add(patient, facility, work.actor, now); !added)
        return failed(added);
    if (const auto committed = transaction.commit(); !committed)
        return failed(committed);
    return patients.patient(patient.id, facility);
}

}
