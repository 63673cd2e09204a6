#include "clinic/desk.h"

#include "clinic/unclear_person.h"
#include "storage/appointment_repository.h"
#include "storage/facility_repository.h"
#include "storage/patient_repository.h"
#include "storage/record_repository.h"

#include <QHash>
#include <QTimeZone>

#include <algorithm>

namespace nadi::clinic
{
namespace
{
struct DaySpan
{
    UtcTime from;
    UtcTime to;
};

QTimeZone zoneOf(const Facility &facility)
{
    const QTimeZone named(facility.timeZone.toLatin1());
    return named.isValid() ? named : QTimeZone::utc();
}

DaySpan spanOf(const Facility &facility, QDate day)
{
    const auto zone = zoneOf(facility);
    return {UtcTime::fromDateTime(day.startOfDay(zone)), UtcTime::fromDateTime(day.addDays(1).startOfDay(zone))};
}

void countAppointments(DayBoard &board)
{
    for (const auto &row : board.appointments) {
        ++board.booked;
        const auto status = row.appointment.status;
        board.seen += status == AppointmentStatus::Done;
        board.waiting += status == AppointmentStatus::Arrived;
    }
}

void countDeliveries(const QList<Delivery> &deliveries, const DaySpan &span, DayBoard &board)
{
    for (const auto &delivery : deliveries) {
        board.openedToday += delivery.openedAt >= span.from && delivery.openedAt < span.to;
        board.sentToday += delivery.linkedAt >= span.from && delivery.linkedAt < span.to;
        board.waitingToConfirm += delivery.state == DeliveryState::Queued
            || delivery.state == DeliveryState::TokenRequested || delivery.state == DeliveryState::LinkSubmitted
            || delivery.state == DeliveryState::WaitingNetwork;
    }
}

/// NotFound is an answer here, not a failure.
template <class T>
Result<std::optional<T>> optionally(Result<T> result)
{
    if (result)
        return std::optional<T>(std::move(*result));
    if (result.error().kind == ErrorKind::NotFound)
        return std::optional<T>();
    return failed(result);
}

Result<QHash<DoctorId, Doctor>> doctorsById(storage::Connection &db, const FacilityId &facility)
{
    const auto doctors = storage::FacilityRepository(db).doctorsAt(facility);
    if (!doctors)
        return failed(doctors);
    QHash<DoctorId, Doctor> byId;
    for (const auto &doctor : *doctors)
        byId.insert(doctor.id, doctor);
    return byId;
}

/// The delivery of the newest record of each visit.
Result<QHash<AppointmentId, Delivery>> deliveriesByVisit(Work &work, const QList<Delivery> &deliveries)
{
    QHash<AppointmentId, Delivery> byVisit;
    storage::RecordRepository records(work.db);
    for (const auto &delivery : deliveries) {
        const auto record = records.record(delivery.record);
        if (!record)
            return failed(record);
        if (!record->appointment)
            continue;
        const auto known = byVisit.constFind(*record->appointment);
        if (known == byVisit.cend() || known->confirmedAt < delivery.confirmedAt)
            byVisit.insert(*record->appointment, delivery);
    }
    return byVisit;
}
}

Result<DayBoard> dayBoard(Work &work, const FacilityId &facilityId, QDate day)
{
    const auto facility = storage::FacilityRepository(work.db).facility(facilityId);
    if (!facility)
        return failed(facility);
    const auto span = spanOf(*facility, day);
    const auto appointments = storage::AppointmentRepository(work.db).between(facilityId, span.from, span.to);
    if (!appointments)
        return failed(appointments);
    const auto doctors = doctorsById(work.db, facilityId);
    if (!doctors)
        return failed(doctors);
    storage::DeliveryRepository deliveryRepository(work.db);
    const auto deliveries = deliveryRepository.updatedSince(span.from, facilityId);
    if (!deliveries)
        return failed(deliveries);
    const auto byVisit = deliveriesByVisit(work, *deliveries);
    if (!byVisit)
        return failed(byVisit);

    DayBoard board;
    storage::PatientRepository patients(work.db);
    for (const auto &appointment : *appointments) {
        const auto patient = patients.patient(appointment.patient, facilityId);
        if (!patient)
            return failed(patient);
        BoardRow row{appointment, *patient, doctors->value(appointment.slot.doctor), std::nullopt};
        if (const auto delivery = byVisit->constFind(appointment.id); delivery != byVisit->cend())
            row.delivery = *delivery;
        board.appointments.append(row);
    }
    countAppointments(board);
    countDeliveries(*deliveries, span, board);
    const auto attention = deliveryRepository.attention(facilityId);
    if (!attention)
        return failed(attention);
    board.attention = *attention;
    for (const auto &group : board.attention)
        board.attentionCount += group.count;
    const auto unclear = unclearPeople(work, facilityId);
    if (!unclear)
        return failed(unclear);
    board.attentionCount += int(unclear->size());
    return board;
}

Result<PatientFile> patientFile(Work &work, const PatientId &id, const FacilityId &facility)
{
    const auto patient = storage::PatientRepository(work.db).patient(id, facility);
    if (!patient)
        return failed(patient);
    const auto records = storage::RecordRepository(work.db).ofPatient(id);
    if (!records)
        return failed(records);
    const auto doctors = doctorsById(work.db, facility);
    if (!doctors)
        return failed(doctors);
    const auto appointments = storage::AppointmentRepository(work.db).ofPatient(id);
    if (!appointments)
        return failed(appointments);

    PatientFile file;
    file.patient = *patient;
    file.appointments = *appointments;
    storage::DeliveryRepository deliveries(work.db);
    for (const auto &record : *records) {
        if (record.state == RecordState::Discarded)
            continue;
        const auto delivery = optionally(deliveries.ofRecord(record.id));
        if (!delivery)
            return failed(delivery);
        file.records.append({record, doctors->value(record.doctor), *delivery});
    }
    std::ranges::stable_sort(file.records, std::greater{}, [](const HistoryRow &row) { return row.record.createdAt; });
    std::ranges::stable_sort(file.appointments, std::greater{}, [](const Appointment &a) { return a.slot.start; });
    return file;
}

Result<Appointment> markArrived(Work &work, const AppointmentId &id, qint64 version)
{
    storage::AppointmentRepository appointments(work.db);
    const auto appointment = appointments.appointment(id);
    if (!appointment)
        return appointment;
    const auto facility = storage::FacilityRepository(work.db).facility(appointment->slot.facility);
    if (!facility)
        return failed(facility);
    const auto now = work.clock.now();
    const auto today = now.toDateTime().toTimeZone(zoneOf(*facility)).date();
    const auto token = appointments.arrive(id, version, today, work.actor, now);
    if (!token)
        return failed(token);
    return appointments.appointment(id);
}

Result<QList<AttentionRow>> attentionList(Work &work, const FacilityId &facility)
{
    const auto deliveries = storage::DeliveryRepository(work.db).inState(DeliveryState::NeedsAttention, facility);
    if (!deliveries)
        return failed(deliveries);
    storage::PatientRepository patients(work.db);
    storage::RecordRepository records(work.db);
    QList<AttentionRow> rows;
    for (const auto &delivery : *deliveries) {
        const auto patient = patients.patient(delivery.patient, facility);
        if (!patient)
            return failed(patient);
        const auto record = records.record(delivery.record);
        if (!record)
            return failed(record);
        rows.append({delivery, *patient, *record});
    }
    return rows;
}

}
