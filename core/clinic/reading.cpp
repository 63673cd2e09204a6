#include "clinic/reading.h"

#include "storage/audit_trail.h"
#include "storage/patient_repository.h"
#include "storage/record_repository.h"

#include <array>

namespace nadi::clinic
{
namespace
{

constexpr std::array words{
    std::pair{Purpose::File, "file"},
    std::pair{Purpose::Booking, "booking"},
    std::pair{Purpose::LinkCheck, "link-check"},
    std::pair{Purpose::Prescription, "prescription"},
    std::pair{Purpose::Confirmation, "confirmation"},
    std::pair{Purpose::Delivery, "delivery"},
};

storage::AuditEvent readBy(const Work &work, const QString &action, const FacilityId &facility, Purpose purpose)
{
    storage::AuditEvent event;
    event.actor = work.actor;
    event.action = action;
    event.facility = facility;
    event.reason = toWord(purpose);
    event.at = work.clock.now();
    return event;
}

/// `read()` and the event that `about(value)` makes of it: both or neither.
template <class Read, class About>
auto audited(Work &work, Read read, About about) -> decltype(read())
{
    storage::Transaction transaction(work.db);
    if (!transaction.begun())
        return failed(transaction.begun());
    auto found = read();
    if (!found)
        return found;
    if (const auto done = storage::AuditTrail(work.db).append(about(*found)); !done)
        return failed(done);
    if (const auto done = transaction.commit(); !done)
        return failed(done);
    return found;
}

storage::AuditEvent ofPatient(const Work &work, const PatientId &patient, const FacilityId &facility, Purpose purpose)
{
    auto event = readBy(work, QStringLiteral("patient.read"), facility, purpose);
    event.subject = patient.value();
    event.patient = patient;
    return event;
}

}

QString toWord(Purpose purpose)
{
    for (const auto &[value, word] : words)
        if (value == purpose)
            return QString::fromLatin1(word);
    return {};
}

Result<Patient> openPatient(Work &work, const PatientId &patient, const FacilityId &facility, Purpose purpose)
{
    return audited(
        work, [&] { return storage::PatientRepository(work.db).patient(patient, facility); },
        [&](const Patient &found) { return ofPatient(work, found.id, facility, purpose); });
}

Result<PatientFile> openPatientFile(Work &work, const PatientId &patient, const FacilityId &facility)
{
    return audited(
        work, [&] { return patientFile(work, patient, facility); },
        [&](const PatientFile &found) { return ofPatient(work, found.patient.id, facility, Purpose::File); });
}

Result<Record> openRecord(Work &work, const RecordId &record, Purpose purpose)
{
    return audited(
        work, [&] { return storage::RecordRepository(work.db).record(record); },
        [&](const Record &found) {
            auto event = readBy(work, QStringLiteral("record.read"), found.facility, purpose);
            event.subject = found.id.value();
            event.patient = found.patient;
            return event;
        });
}

}
