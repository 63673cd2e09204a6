#include "day_board_controller.h"

#include "ui/words/delivery_words.h"
#include "ui/words/person_words.h"

#include <numeric>

namespace nadi::ui
{
namespace
{

using namespace std::chrono_literals;

// Callbacks come in bursts; the board is read once for a burst.
constexpr auto burst = 80ms;

Standing standingOf(AppointmentStatus status)
{
    switch (status) {
    case AppointmentStatus::Arrived:
    case AppointmentStatus::WithDoctor:
        return Standing::Done;
    case AppointmentStatus::NoShow:
        return Standing::Notice;
    default:
        return Standing::NotStarted;
    }
}

}

DayBoardController::DayBoardController(UiServices &services, QObject *parent)
    : PageController(services, parent)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(burst);
    connect(&m_soon, &QTimer::timeout, this, &DayBoardController::refresh);
    connect(&services.store.changes(), &storage::ChangeFeed::changed, &m_soon, qOverload<>(&QTimer::start));
    refresh();
}

QString DayBoardController::title() const
{
    return clinicTime().day(today());
}

QString DayBoardController::summary() const
{
    return QStringList{tr("%n booked", nullptr, m_board.booked), tr("%n seen", nullptr, m_board.seen),
        tr("%n waiting", nullptr, m_board.waiting)}
        .join(QStringLiteral("  ·  "));
}

void DayBoardController::refresh()
{
    askFor(
        [facility = services().facility.id, day = today(), reading = m_reading](clinic::Work &work) {
            return clinic::listed(
                work, *reading, facility, [&](clinic::Work &with) { return clinic::dayBoard(with, facility, day); },
                [](const clinic::DayBoard &board) { return clinic::peopleIn(board.appointments); });
        },
        [this](clinic::DayBoard board) { show(std::move(board)); });
}

void DayBoardController::markArrived(const QString &appointment)
{
    for (const auto &row : std::as_const(m_board.appointments)) {
        if (row.appointment.id.value() != appointment)
            continue;
        askFor([id = row.appointment.id, version = row.appointment.version](
                   clinic::Work &work) { return clinic::markArrived(work, id, version); },
            [this, name = row.patient.name](const Appointment &now) {
                Q_EMIT arrived(name, QString::number(now.token));
                ring(storage::Topic::Appointments);
                refresh();
            });
        return;
    }
}

DayRow DayBoardController::rowOf(const clinic::BoardRow &row) const
{
    const auto identity = identityOf(row.patient, today());
    DayRow shown;
    shown.appointment = row.appointment.id.value();
    shown.patient = identity.id;
    shown.time = clinicTime().time(row.appointment.slot.start);
    shown.name = identity.name;
    QStringList detail{identity.ageAndSex, row.doctor.name};
    if (row.appointment.mode == VisitMode::Tele)
        detail += modeWord(row.appointment.mode);
    shown.detail = detail.join(QStringLiteral("  ·  "));
    shown.tokenText = row.appointment.token > 0 ? QString::number(row.appointment.token) : QString();
    shown.mayArrive = row.appointment.status == AppointmentStatus::Booked;
    if (row.delivery) {
        const auto chip = chipOf(*row.delivery);
        shown.chip = chip.text;
        shown.standing = int(chip.standing);
    } else {
        shown.chip = appointmentWord(row.appointment.status);
        shown.standing = int(standingOf(row.appointment.status));
    }
    return shown;
}

void DayBoardController::show(clinic::DayBoard board)
{
    m_board = std::move(board);
    m_loaded = true;
    QList<DayRow> waiting;
    QList<DayRow> others;
    for (const auto &row : std::as_const(m_board.appointments))
        (row.appointment.status == AppointmentStatus::Arrived ? waiting : others) += rowOf(row);
    std::ranges::stable_sort(waiting, {}, [](const DayRow &row) { return row.tokenText.toInt(); });
    QList<CauseRow> causes;
    for (const auto &group : std::as_const(m_board.attention))
        causes += {deliveryProblem(group.reason).sentence,
            tr("%n record(s), oldest %1", nullptr, group.count).arg(clinicTime().moment(group.oldest, now()))};
    const auto inGroups = std::accumulate(m_board.attention.cbegin(), m_board.attention.cend(), 0,
        [](int sum, const storage::AttentionGroup &group) { return sum + group.count; });
    if (const int unclear = m_board.attentionCount - inGroups; unclear > 0)
        causes += {tr("Several files fit one person"), tr("%n question(s)", "of patients' apps", unclear)};
    m_waiting.setRows(std::move(waiting));
    m_expected.setRows(std::move(others));
    m_causes.setRows(std::move(causes));
    Q_EMIT changed();
}

}
