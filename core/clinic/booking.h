#pragma once

#include "clinic/work.h"

#include <QDate>

namespace nadi::clinic
{

/// Slots of a day from the doctor's weekly blocks, in the facility's time zone; pure. Past slots (start < now) are left
/// out.
QList<Slot> slotsOfDay(const QList<ScheduleBlock> &blocks, const Facility &facility, const DoctorId &doctor, QDate day,
    VisitMode mode, UtcTime now);

/// slotsOfDay less what is booked or held.
Result<QList<Slot>> freeSlots(
    Work &work, const FacilityId &facility, const DoctorId &doctor, QDate day, VisitMode mode);

struct DayCount
{
    QDate day;
    int free = 0;
};
/// Free slots of the next days, for "No slots on this day".
Result<QList<DayCount>> freeDays(
    Work &work, const FacilityId &facility, const DoctorId &doctor, QDate from, int days, VisitMode mode);

/// Holds a slot for `life` (booking.holdMs). SLOT-TAKEN when somebody was first.
Result<SlotHold> holdSlot(Work &work, const Slot &slot, std::chrono::milliseconds life);

struct BookingRequest
{
    SlotHold hold;
    PatientId patient;
    VisitMode mode = VisitMode::InPerson;
    QString source; ///< "desk", "kiosk", "phone", "share"
};
Result<Appointment> book(Work &work, const BookingRequest &request);
Done cancel(Work &work, const AppointmentId &id, qint64 version, const QString &reason);
Result<Appointment> move(Work &work, const AppointmentId &id, qint64 version, const SlotHold &hold);

}
