#pragma once

#include "clinic/desk.h"
#include "clinic/list_reading.h"
#include "ui/session/page_controller.h"
#include "ui/session/row_model.h"
#include "ui/theme/standing.h"

#include <QTimer>
#include <QtQml/qqmlregistration.h>

#include <memory>

namespace nadi::ui
{

/// One appointment of today.
struct DayRow
{
    Q_GADGET
    Q_PROPERTY(QString appointment MEMBER appointment)
    Q_PROPERTY(QString patient MEMBER patient)
    Q_PROPERTY(QString time MEMBER time)
    Q_PROPERTY(QString name MEMBER name)
    Q_PROPERTY(QString detail MEMBER detail)
    Q_PROPERTY(QString tokenText MEMBER tokenText)
    Q_PROPERTY(QString chip MEMBER chip)
    Q_PROPERTY(int standing MEMBER standing)
    Q_PROPERTY(bool mayArrive MEMBER mayArrive)

public:
    QString appointment;
    QString patient;
    QString time;
    QString name;
    QString detail;
    QString tokenText;
    QString chip;
    int standing = 0;
    bool mayArrive = false;

    const QString &key() const { return appointment; }
    bool operator==(const DayRow &) const = default;
};

/// One cause for which deliveries need a person.
struct CauseRow
{
    Q_GADGET
    Q_PROPERTY(QString sentence MEMBER sentence)
    Q_PROPERTY(QString detail MEMBER detail)

public:
    QString sentence;
    QString detail;

    bool operator==(const CauseRow &) const = default;
};

/// The day board: what today looks like, kept fresh.
class DayBoardController : public PageController
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the window")
    Q_PROPERTY(QString title READ title NOTIFY changed)
    Q_PROPERTY(QString summary READ summary NOTIFY changed)
    Q_PROPERTY(bool loaded READ loaded NOTIFY changed)
    Q_PROPERTY(int visible READ visible NOTIFY changed)
    Q_PROPERTY(int opened READ opened NOTIFY changed)
    Q_PROPERTY(int unconfirmed READ unconfirmed NOTIFY changed)
    Q_PROPERTY(int attentionCount READ attentionCount NOTIFY changed)
    Q_PROPERTY(nadi::ui::RowModel *waiting READ waiting CONSTANT)
    Q_PROPERTY(nadi::ui::RowModel *expected READ expected CONSTANT)
    Q_PROPERTY(nadi::ui::RowModel *causes READ causes CONSTANT)

public:
    explicit DayBoardController(UiServices &services, QObject *parent = nullptr);

    QString title() const;
    QString summary() const;
    bool loaded() const { return m_loaded; }
    int visible() const { return m_board.sentToday; }
    int opened() const { return m_board.openedToday; }
    int unconfirmed() const { return m_board.waitingToConfirm; }
    int attentionCount() const { return m_board.attentionCount; }
    RowModel *waiting() { return &m_waiting; }
    RowModel *expected() { return &m_expected; }
    RowModel *causes() { return &m_causes; }

    Q_INVOKABLE void refresh();
    Q_INVOKABLE void markArrived(const QString &appointment);

Q_SIGNALS:
    void changed();
    void arrived(const QString &name, const QString &token);

private:
    void show(clinic::DayBoard board);
    DayRow rowOf(const clinic::BoardRow &row) const;

    clinic::DayBoard m_board;
    bool m_loaded = false;
    std::shared_ptr<clinic::ListReading> m_reading = std::make_shared<clinic::ListReading>(clinic::List::DayBoard);
    QTimer m_soon;
    RowsOf<DayRow> m_waiting;
    RowsOf<DayRow> m_expected;
    RowsOf<CauseRow> m_causes;
};

}
