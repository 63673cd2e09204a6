#include "clinic/booking.h"

#include "storage/appointment_repository.h"
#include "storage/facility_repository.h"
#include "storage/patient_repository.h"

#include <QSet>
#include <QTimeZone>

#include <algorithm>

namespace nadi::clinic
{
namespace
{
UtcTime startOfDay(const Facility &facility, QDate day)
{
    const QTimeZone zone(facility.timeZone.toLatin1());
    return UtcTime::fromDateTime(day.startOfDay(zone.isValid() ? zone : QTimeZone::utc()));
}

bool serves(const ScheduleBlock &block, VisitMode mode)
{
    return mode == VisitMode::Tele ? block.tele : block.inPerson;
}
}

QList<Slot> slotsOfDay(const QList<ScheduleBlock> &blocks, const Facility &facility, const DoctorId &doctor, QDate day,
    VisitMode mode, UtcTime now)
{
    const QTimeZone zone(facility.timeZone.toLatin1());
    QList<Slot> slots;
    for (const auto &block : blocks) {
        if (block.weekday != day.dayOfWeek() || block.doctor != doctor || !serves(block, mode)
            || block.slotMinutes <= 0)
            continue;
        for (auto at = block.from; at.addSecs(block.slotMinutes * 60) <= block.to;
            at = at.addSecs(block.slotMinutes * 60)) {
            const auto start = UtcTime::fromDateTime(QDateTime(day, at, zone));
            if (start >= now)
                slots.append({facility.id, doctor, start, start + std::chrono::minutes(block.slotMinutes)});
            // A block that ends at midnight would wrap round for ever.
            if (at.addSecs(block.slotMinutes * 60) < at)
                break;
        }
    }
    std::ranges::sort(slots, {}, &Slot::start);
    return slots;
}

Result<QList<Slot>> freeSlots(
    Work &work, const FacilityId &facilityId, const DoctorId &doctor, QDate day, VisitMode mode)
{
    storage::FacilityRepository facilities(work.db);
    const auto facility = facilities.facility(facilityId);
    if (!facility)
        return failed(facility);
    const auto blocks = facilities.schedule(doctor, facilityId);
    if (!blocks)
        return failed(blocks);
    const auto from = startOfDay(*facility, day);
    const auto to = startOfDay(*facility, day.addDays(1));
    const auto taken = storage::AppointmentRepository(work.db).takenStarts(doctor, from, to, work.clock.now());
    if (!taken)
        return failed(taken);
    const QSet<UtcTime> occupied(taken->cbegin(), taken->cend());
    auto slots = slotsOfDay(*blocks, *facility, doctor, day, mode, work.clock.now());
    slots.removeIf([&](const Slot &slot) { return occupied.contains(slot.start); });
    return slots;
}

Result<QList<DayCount>> freeDays(
    Work &work, const FacilityId &facility, const DoctorId &doctor, QDate from, int days, VisitMode mode)
{
    QList<DayCount> counts;
    for (int i = 0; i < days; ++i) {
        const auto slots = freeSlots(work, facility, doctor, from.addDays(i), mode);
        if (!slots)
            return failed(slots);
        counts.append({from.addDays(i), int(slots->size())});
    }
    return counts;
}

Result<SlotHold> holdSlot(Work &work, const Slot &slot, std::chrono::milliseconds life)
{
    const auto now = work.clock.now();
    return storage::AppointmentRepository(work.db).hold(work.ids.next<HoldId>(), slot, now, now + life);
}

Result<Appointment> book(Work &work, const BookingRequest &request)
{
    storage::Transaction transaction(work.db);
    if (!transaction.begun())
        return failed(transaction.begun());
    const auto patient = storage::PatientRepository(work.db).holdSurvivor(request.patient);
    if (!patient)
        return failed(patient);
    Appointment appointment;
    appointment.id = work.ids.next<AppointmentId>();
    appointment.slot = request.hold.slot;
    appointment.patient = *patient;
    appointment.mode = request.mode;
    appointment.source = request.source;
    storage::AppointmentRepository appointments(work.db);
    const auto done = appointments.confirm(request.hold.id, appointment, work.actor, work.clock.now());
    if (!done)
        return failed(done);
    if (const auto committed = transaction.commit(); !committed)
        return failed(committed);
    return appointments.appointment(appointment.id);
}

Done cancel(Work &work, const AppointmentId &id, qint64 version, const QString &reason)
{
    return storage::AppointmentRepository(work.db).cancel(id, version, reason, work.actor, work.clock.now());
}

Result<Appointment> move(Work &work, const AppointmentId &id, qint64 version, const SlotHold &hold)
{
    storage::AppointmentRepository appointments(work.db);
    const auto done = appointments.move(id, version, hold.id, work.actor, work.clock.now());
    if (!done)
        return failed(done);
    return appointments.appointment(id);
}

}
