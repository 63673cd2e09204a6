#include "merge_controller.h"

#include "clinic/duplicates.h"

namespace nadi::ui
{

MergeController::MergeController(UiServices &services, QObject *parent)
    : PageController(services, parent)
{
}

void MergeController::open(const PatientId &stays, const PatientId &goes)
{
    m_pair = {stays, goes, services().facility.id};
    read();
}

void MergeController::swap()
{
    std::swap(m_pair.survivor, m_pair.retired);
    read();
}

void MergeController::read()
{
    m_loaded = false;
    m_preview = {};
    m_rows.setRows({});
    clearProblem();
    Q_EMIT changed();
    askFor([pair = m_pair](clinic::Work &work) { return clinic::previewMerge(work, pair); },
        [this, pair = m_pair](const clinic::MergePreview &preview) {
            if (pair.survivor != m_pair.survivor || pair.retired != m_pair.retired)
                return;
            m_preview = preview;
            m_loaded = true;
            m_rows.setRows(identityRows(preview.likeness));
            Q_EMIT changed();
        });
}

QStringList MergeController::moves() const
{
    QStringList lines;
    if (const auto count = int(m_preview.appointments.size()))
        lines << tr("%n visit(s)", nullptr, count);
    if (const auto count = int(m_preview.records.size()))
        lines << tr("%n record(s)", nullptr, count);
    if (m_preview.deliveriesOnTheWay > 0)
        lines << tr("%n record(s) on the way go on under this file", nullptr, m_preview.deliveriesOnTheWay);
    if (const auto count = int(m_preview.identifiers.size()))
        lines << tr("%n number(s), which then find this file", nullptr, count);
    if (lines.isEmpty())
        lines << tr("Nothing but the name: the other file is empty.");
    return lines;
}

QString MergeController::hindrance() const
{
    return m_preview.hindrance.isEmpty() ? QString()
                                         : problemOf(Error{ErrorKind::Conflict, m_preview.hindrance, {}}).sentence;
}

void MergeController::merge(const QString &reason)
{
    if (!m_loaded || busy())
        return;
    clearProblem();
    const clinic::MergeOrder order{m_pair, m_preview.survivor.version, m_preview.retired.version, reason.trimmed()};
    askFor([order](clinic::Work &work) { return clinic::mergePatients(work, order); },
        [this, stays = m_pair.survivor](const storage::Merge &) {
            ring(storage::Topic::Patients);
            ring(storage::Topic::Appointments);
            ring(storage::Topic::Records);
            Q_EMIT merged(stays.value());
        });
}

void MergeController::notTheSame(const QString &reason)
{
    if (!m_loaded || busy())
        return;
    clearProblem();
    askFor([pair = m_pair, reason = reason.trimmed()](
               clinic::Work &work) { return clinic::rejectDuplicate(work, pair.survivor, pair.retired, reason); },
        [this] { Q_EMIT keptApart(); });
}

}
