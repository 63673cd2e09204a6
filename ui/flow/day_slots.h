#pragma once

#include "clinic/booking.h"

#include <QObject>
#include <QVariantList>

#include <optional>

namespace nadi::ui
{

/// One doctor's day as a column of slots; each slot is a map {start, time, state, note} with state "free", "taken" or
/// "held".
struct DoctorColumn
{
    Q_GADGET
    Q_PROPERTY(QString doctor MEMBER doctor)
    Q_PROPERTY(QString name MEMBER name)
    Q_PROPERTY(QString detail MEMBER detail)
    Q_PROPERTY(QVariantList times MEMBER times)

public:
    QString doctor;
    QString name;
    QString detail;
    QVariantList times;

    bool operator==(const DoctorColumn &) const = default;
};

/// What the database knows about one day at one facility.
struct DayPlan
{
    struct Column
    {
        Doctor doctor;
        QList<Slot> offered; ///< still to come, in the mode asked for
        QList<Slot> free;
    };
    QList<Column> columns;
    QList<clinic::DayCount> nextDays; ///< only when nothing is free
    int freeCount = 0;
};

struct DayQuestion
{
    FacilityId facility;
    DoctorId doctor; ///< empty asks for all
    QDate day;
    VisitMode mode = VisitMode::InPerson;
};
/// On the database thread.
Result<DayPlan> planOf(clinic::Work &work, const DayQuestion &question);

/// Columns for the page; a slot held by this desk shows as held although the database calls it taken.
QList<DoctorColumn> columnsOf(const DayPlan &plan, const QString &timeZone, const std::optional<SlotHold> &hold);

}
