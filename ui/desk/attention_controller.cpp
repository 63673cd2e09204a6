#include "attention_controller.h"

#include "clinic/prescription.h"
#include "domain/flow_start.h"
#include "ui/words/delivery_words.h"

#include <algorithm>

namespace nadi::ui
{

AttentionController::AttentionController(UiServices &services, QObject *parent)
    : PageController(services, parent)
{
    connect(&services.store.changes(), &storage::ChangeFeed::changed, this, &AttentionController::refresh);
    refresh();
}

void AttentionController::refresh()
{
    askFor(
        [facility = services().facility.id, reading = m_reading](clinic::Work &work) {
            return clinic::listed(
                work, *reading, facility, [&](clinic::Work &with) { return clinic::attentionList(with, facility); },
                clinic::peopleIn<QList<clinic::AttentionRow>>);
        },
        [this](QList<clinic::AttentionRow> found) {
            std::ranges::stable_sort(found, {},
                [](const clinic::AttentionRow &row) { return std::pair(row.delivery.reason, row.delivery.updatedAt); });
            QList<AttentionLine> rows;
            for (const auto &row : found) {
                const Problem problem = deliveryProblem(row.delivery.reason);
                rows += {row.delivery.flow.value(), row.patient.id.value(), row.record.id.value(), row.patient.name,
                    problem.sentence,
                    tr("%1, since %2, support code %3")
                        .arg(recordWord(row.record.type), clinicTime().moment(row.delivery.updatedAt, now()),
                            row.delivery.supportCode),
                    problem.action.isEmpty() ? tr("Open the file") : problem.action, problem.remedy == Remedy::Retry,
                    problem.remedy == Remedy::CompareIdentity};
            }
            m_rows.setRows(std::move(rows));
            m_loaded = true;
            Q_EMIT changed();
        });
}

void AttentionController::retry(const QString &flow)
{
    decide({FlowId(flow)});
}

bool AttentionController::retries(const QString &sentence) const
{
    return std::ranges::any_of(
        m_rows.rows(), [&](const AttentionLine &row) { return row.sentence == sentence && row.retries; });
}

void AttentionController::retryAll(const QString &sentence)
{
    QList<FlowId> flows;
    for (const auto &row : m_rows.rows())
        if (row.sentence == sentence && row.retries)
            flows += FlowId(row.flow);
    decide(flows);
}

void AttentionController::decide(const QList<FlowId> &flows)
{
    askFor(
        [flows](clinic::Work &work) -> Done {
            for (const FlowId &flow : flows)
                if (const auto done = clinic::decideDelivery(work, flow, flow_event::retry, QString()); !done)
                    return done;
            return {};
        },
        [this, count = int(flows.size())] {
            ring(storage::Topic::Inbox);
            Q_EMIT sentAgain(count);
            refresh();
        });
}

}
