#pragma once

#include "clinic/desk.h"

namespace nadi::clinic
{

/// Why somebody's data comes on the screen; the audit event keeps the word.
enum class Purpose { File, Booking, LinkCheck, Prescription, Confirmation, Delivery };
QString toWord(Purpose purpose);

/// A person opens somebody's data: read and audit event (patient.read, record.read) in one transaction, and no data
/// without the event (S-A1). For opening, not for looking again: a page that follows the change feed must not write
/// (docs/storage.md), and it shows nobody new.
Result<Patient> openPatient(Work &work, const PatientId &patient, const FacilityId &facility, Purpose purpose);
Result<PatientFile> openPatientFile(Work &work, const PatientId &patient, const FacilityId &facility);
/// The record with its pages; the event names its patient too.
Result<Record> openRecord(Work &work, const RecordId &record, Purpose purpose);

}
