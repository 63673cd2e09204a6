#pragma once

#include "clinic/work.h"
#include "domain/delivery.h"
#include "domain/person.h"
#include "domain/record.h"
#include "storage/delivery_repository.h"

#include <QDate>

#include <optional>

namespace nadi::clinic
{

/// One row of the day board.
struct BoardRow
{
    Appointment appointment;
    Patient patient;
    Doctor doctor;
    std::optional<Delivery> delivery; ///< of the visit's newest record
};

struct DayBoard
{
    QList<BoardRow> appointments; ///< by start, not cancelled
    int booked = 0;
    int seen = 0;
    int waiting = 0;
    int sentToday = 0; ///< linked or opened today
    int openedToday = 0;
    int waitingToConfirm = 0;
    QList<storage::AttentionGroup> attention;
    int attentionCount = 0;
};
Result<DayBoard> dayBoard(Work &work, const FacilityId &facility, QDate day);

/// One row of a patient's history.
struct HistoryRow
{
    Record record;
    Doctor doctor;
    std::optional<Delivery> delivery; ///< none while a draft
};
struct PatientFile
{
    Patient patient;
    QList<HistoryRow> records; ///< newest first
    QList<Appointment> appointments; ///< newest first
};
Result<PatientFile> patientFile(Work &work, const PatientId &id, const FacilityId &facility);

/// Registers a person. Fails with PERSON-NAME, PERSON-GENDER, PERSON-BIRTH (future), PERSON-MOBILE; the detail names
/// the field.
Result<Patient> registerPatient(Work &work, Patient patient, const FacilityId &facility);

/// Next queue number of the facility's day, gap-free; the appointment becomes Arrived.
Result<Appointment> markArrived(Work &work, const AppointmentId &id, qint64 version);

/// What needs a person.
struct AttentionRow
{
    Delivery delivery;
    Patient patient;
    Record record;
};
Result<QList<AttentionRow>> attentionList(Work &work, const FacilityId &facility);

}
