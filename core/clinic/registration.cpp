#include "clinic/desk.h"
#include "storage/patient_repository.h"

#include <QDate>

namespace nadi::clinic
{
namespace
{
Done checkPerson(const Patient &patient, UtcTime now)
{
    const auto wrong = [](const char *code) { return fail(ErrorKind::Invalid, QLatin1String(code)); };
    if (patient.name.simplified().size() < 2 || patient.name.size() > 200)
        return wrong("PERSON-NAME");
    if (patient.gender == Gender::Unknown)
        return wrong("PERSON-GENDER");
    if (patient.birth.year && !patient.birth.ageOn(now.toDateTime().date().addDays(1)))
        return wrong("PERSON-BIRTH");
    const bool digitsOnly = std::ranges::all_of(patient.mobile, [](QChar c) { return c >= u'0' && c <= u'9'; });
    if (!patient.mobile.isEmpty() && (patient.mobile.size() != 10 || !digitsOnly))
        return wrong("PERSON-MOBILE");
    return {};
}
}

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
