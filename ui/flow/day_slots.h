#pragma once

#include "clinic/booking.h"
#include "ui/session/row_model.h"

#include <QHash>
#include <QObject>

#include <optional>

namespace nadi::ui
{

/// One slot on the page; standing is "free", "taken" or "held".
struct SlotRow
{
    Q_GADGET
    Q_PROPERTY(double start MEMBER start)
    Q_PROPERTY(QString time MEMBER time)
    Q_PROPERTY(QString standing MEMBER standing)

public:
    double start = 0; ///< epoch milliseconds, as QML counts
    QString time;
    QString standing;

    double key() const { return start; }
    bool operator==(const SlotRow &) const = default;
};

/// One doctor's day as a column of slots.
struct DoctorColumn
{
    Q_GADGET
    Q_PROPERTY(QString doctor MEMBER doctor)
    Q_PROPERTY(QString name MEMBER name)
    Q_PROPERTY(QString detail MEMBER detail)
    Q_PROPERTY(nadi::ui::RowModel *times MEMBER times)

public:
    QString doctor;
    QString name;
    QString detail;
    RowModel *times = nullptr; ///< of SlotRow

    const QString &key() const { return doctor; }
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

/// A slot held by this desk shows as held although the database calls it taken.
QList<SlotRow> slotRowsOf(const DayPlan::Column &column, const QString &timeZone, const std::optional<SlotHold> &hold);

/// The columns of the page. They live as long as the page, so that a plan that is renewed under the mouse changes words
/// and never replaces the button that is just being pressed.
class SlotColumns final : public RowsOf<DoctorColumn>
{
public:
    using RowsOf::RowsOf;
    void show(const DayPlan &plan, const QString &timeZone, const std::optional<SlotHold> &hold);

private:
    QHash<DoctorId, RowsOf<SlotRow> *> m_times;
};

}
