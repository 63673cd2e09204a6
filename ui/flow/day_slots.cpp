#include "day_slots.h"

#include "storage/facility_repository.h"
#include "ui/words/clinic_time.h"

#include <QCoreApplication>

namespace nadi::ui
{
namespace
{

// "No slots on this day": the next three days with counts (FD-6).
constexpr int daysShown = 3;

Result<DayPlan::Column> columnOf(
    clinic::Work &work, const Facility &facility, const Doctor &doctor, const DayQuestion &question)
{
    const auto blocks = storage::FacilityRepository(work.db).schedule(doctor.id, facility.id);
    if (!blocks)
        return failed(blocks);
    const auto free = clinic::freeSlots(work, facility.id, doctor.id, question.day, question.mode);
    if (!free)
        return failed(free);
    return DayPlan::Column{
        doctor, clinic::slotsOfDay(*blocks, facility, doctor.id, question.day, question.mode, work.clock.now()), *free};
}

Done countNextDays(clinic::Work &work, const DayQuestion &question, DayPlan &plan)
{
    for (const auto &column : plan.columns) {
        const auto counts = clinic::freeDays(
            work, question.facility, column.doctor.id, question.day.addDays(1), daysShown, question.mode);
        if (!counts)
            return failed(counts);
        for (qsizetype i = 0; i < counts->size(); ++i) {
            if (plan.nextDays.size() <= i)
                plan.nextDays += counts->at(i);
            else
                plan.nextDays[i].free += counts->at(i).free;
        }
    }
    return {};
}

}

Result<DayPlan> planOf(clinic::Work &work, const DayQuestion &question)
{
    storage::FacilityRepository facilities(work.db);
    const auto facility = facilities.facility(question.facility);
    if (!facility)
        return failed(facility);
    const auto doctors = facilities.doctorsAt(question.facility);
    if (!doctors)
        return failed(doctors);
    DayPlan plan;
    for (const auto &doctor : *doctors) {
        if (!question.doctor.isEmpty() && doctor.id != question.doctor)
            continue;
        const auto column = columnOf(work, *facility, doctor, question);
        if (!column)
            return failed(column);
        plan.freeCount += int(column->free.size());
        plan.columns += *column;
    }
    if (plan.freeCount == 0)
        if (const auto counted = countNextDays(work, question, plan); !counted)
            return failed(counted);
    return plan;
}

QList<SlotRow> slotRowsOf(const DayPlan::Column &column, const QString &timeZone, const std::optional<SlotHold> &hold)
{
    const ClinicTime time(timeZone);
    QList<SlotRow> rows;
    for (const Slot &slot : column.offered) {
        const bool held = hold && hold->slot.doctor == slot.doctor && hold->slot.start == slot.start;
        const bool free = column.free.contains(slot);
        const auto standing = held ? QStringLiteral("held") : free ? QStringLiteral("free") : QStringLiteral("taken");
        rows += SlotRow{double(slot.start.ms()), time.time(slot.start), standing};
    }
    return rows;
}

void SlotColumns::show(const DayPlan &plan, const QString &timeZone, const std::optional<SlotHold> &hold)
{
    QList<DoctorColumn> columns;
    for (const auto &column : plan.columns) {
        auto *&times = m_times[column.doctor.id];
        if (!times)
            times = new RowsOf<SlotRow>(this);
        times->setRows(slotRowsOf(column, timeZone, hold));
        columns += DoctorColumn{column.doctor.id.value(), column.doctor.name,
            QCoreApplication::translate("DaySlots", "%1  ·  %n free", nullptr, int(column.free.size()))
                .arg(column.doctor.speciality),
            times};
    }
    setRows(columns);
}

}
