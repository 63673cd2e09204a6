#include "attention_controller.h"

#include "clinic/prescription.h"
#include "domain/flow_start.h"
#include "ui/words/delivery_words.h"

#include <algorithm>

namespace nadi::ui
{
namespace
{

QList<PatientId> filesIn(const QList<clinic::UnclearPerson> &people)
{
    QList<PatientId> files;
    for (const auto &person : people)
        for (const auto &file : person.files)
            files << file.id;
    return files;
}

}

AttentionController::AttentionController(UiServices &services, QObject *parent)
    : PageController(services, parent)
{
    connect(&services.store.changes(), &storage::ChangeFeed::changed, this, &AttentionController::refresh);
    refresh();
}

void AttentionController::refresh()
{
    using Found = std::pair<QList<clinic::AttentionRow>, QList<clinic::UnclearPerson>>;
    askFor(
        [facility = services().facility.id, reading = m_reading, unclear = m_readingUnclear](
            clinic::Work &work) -> Result<Found> {
            auto rows = clinic::listed(
                work, *reading, facility, [&](clinic::Work &with) { return clinic::attentionList(with, facility); },
                clinic::peopleIn<QList<clinic::AttentionRow>>);
            if (!rows)
                return failed(rows);
            auto people = clinic::listed(
                work, *unclear, facility, [&](clinic::Work &with) { return clinic::unclearPeople(with, facility); },
                filesIn);
            if (!people)
                return failed(people);
            return Found{std::move(*rows), std::move(*people)};
        },
        [this](Found found) {
            std::ranges::stable_sort(found.first, {},
                [](const clinic::AttentionRow &row) { return std::pair(row.delivery.reason, row.delivery.updatedAt); });
            QList<AttentionLine> rows;
            for (const auto &row : found.first)
                rows += lineOf(row);
            for (const auto &person : found.second)
                rows += lineOf(person);
            m_rows.setRows(std::move(rows));
            m_loaded = true;
            Q_EMIT changed();
        });
}

AttentionLine AttentionController::lineOf(const clinic::AttentionRow &row) const
{
    const Problem problem = deliveryProblem(row.delivery.reason);
    return {row.delivery.flow.value(), row.patient.id.value(), row.record.id.value(), row.patient.name,
        problem.sentence,
        tr("%1, since %2, support code %3")
            .arg(recordWord(row.record.type), clinicTime().moment(row.delivery.updatedAt, now()),
                row.delivery.supportCode),
        problem.action.isEmpty() ? tr("Open the file") : problem.action, problem.remedy == Remedy::Retry,
        problem.remedy == Remedy::CompareIdentity, false};
}

AttentionLine AttentionController::lineOf(const clinic::UnclearPerson &person) const
{
    QStringList files;
    for (const auto &file : person.files)
        files << tr("%1 (%2)", "name and number of a patient's file").arg(file.name, file.localNumber);
    return {person.asked.reference, person.files.first().id.value(), QString(), person.asked.name,
        tr("A patient's app asked for records, and several files fit. If they are one person, merge the files."),
        tr("%1, asked %2").arg(files.join(QStringLiteral(", ")), clinicTime().moment(person.asked.askedAt, now())),
        tr("Different people"), false, false, true};
}

void AttentionController::keepApart(const QString &flow)
{
    askFor([facility = services().facility.id, flow](
               clinic::Work &work) { return clinic::keepFilesApart(work, facility, flow); },
        [this] {
            ring(storage::Topic::Deliveries);
            refresh();
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
