#include "consents_controller.h"

#include "ui/words/consent_words.h"
#include "ui/words/delivery_words.h"

namespace nadi::ui
{
namespace
{

const QString between = QStringLiteral("  ·  ");

}

ConsentsController::ConsentsController(UiServices &services, QObject *parent)
    : PageController(services, parent)
{
}

void ConsentsController::open(const PatientId &patient)
{
    // Before the next person is read: nothing of the last one stays on the screen (S-D6).
    m_patient = patient;
    m_all.clear();
    m_query.clear();
    m_loaded = false;
    Q_EMIT queryChanged();
    show();
    refresh();
}

void ConsentsController::refresh()
{
    askFor([facility = services().facility.id, patient = m_patient](
               clinic::Work &work) { return clinic::consentRegister(work, facility, patient); },
        [this, patient = m_patient](const QList<clinic::ConsentRow> &rows) {
            if (patient != m_patient) // somebody else was opened meanwhile
                return;
            m_all = rows;
            m_loaded = true;
            show();
        });
}

QString ConsentsController::patientName() const
{
    return ofOnePatient() && !m_all.isEmpty() ? m_all.first().patientName : QString();
}

void ConsentsController::setQuery(const QString &text)
{
    if (text == m_query)
        return;
    m_query = text;
    Q_EMIT queryChanged();
    show();
}

bool ConsentsController::matches(const clinic::ConsentRow &row) const
{
    const auto wanted = m_query.trimmed();
    const QStringList texts{row.patientName, row.artefact.patientAddress, askedByWords(row.artefact)};
    return wanted.isEmpty() || std::any_of(texts.begin(), texts.end(), [&](const QString &text) {
        return text.contains(wanted, Qt::CaseInsensitive);
    });
}

void ConsentsController::show()
{
    QList<ConsentLine> lines;
    for (const auto &row : std::as_const(m_all))
        if (matches(row))
            lines << lineOf(row);
    const bool still
        = std::any_of(lines.begin(), lines.end(), [this](const ConsentLine &line) { return line.consent == m_chosen; });
    m_lines.setRows(lines);
    choose(still ? m_chosen : lines.isEmpty() ? QString() : lines.first().consent);
    Q_EMIT changed();
}

QString ConsentsController::dayOf(UtcTime time) const
{
    return clinicTime().fullDay(clinicTime().dateOf(time));
}

ConsentLine ConsentsController::lineOf(const clinic::ConsentRow &row) const
{
    ConsentLine line;
    line.consent = row.artefact.id.value();
    const auto who = row.patientName.isEmpty() ? tr("Nobody in our files") : row.patientName;
    line.title = ofOnePatient() ? askedByWords(row.artefact) : who + between + askedByWords(row.artefact);
    const auto left = row.left.isEmpty() ? tr("nothing has left")
                                         : tr("%n records left", nullptr, int(row.left.size())) + QStringLiteral(", ")
            + clinicTime().moment(row.left.first().at, now());
    line.detail = purposeWords(row.artefact.purposeCode) + between + left;
    line.chip = standingWord(row.standing);
    line.standing = int(standingColor(row.standing));
    return line;
}

void ConsentsController::choose(const QString &consent)
{
    const auto found = std::find_if(m_all.cbegin(), m_all.cend(),
        [&](const clinic::ConsentRow &row) { return row.artefact.id.value() == consent; });
    m_chosen = found == m_all.cend() ? QString() : consent;
    if (found == m_all.cend()) {
        m_facts.setRows({});
        m_left.setRows({});
    } else {
        showFacts(*found);
    }
    Q_EMIT chosenChanged();
}

QString ConsentsController::chosenTitle() const
{
    for (const auto &row : m_all)
        if (row.artefact.id.value() == m_chosen)
            return askedByWords(row.artefact);
    return {};
}

void ConsentsController::showFacts(const clinic::ConsentRow &row)
{
    const auto &artefact = row.artefact;
    QList<ConsentFact> facts{{tr("Purpose"), purposeWords(artefact.purposeCode)}};
    const auto kinds = kindsWords(artefact.hiTypes);
    if (!kinds.isEmpty())
        facts << ConsentFact{tr("Kinds of records"), kinds};
    if (artefact.from.isSet() && artefact.to.isSet())
        facts << ConsentFact{tr("Records from"), tr("%1 to %2").arg(dayOf(artefact.from), dayOf(artefact.to))};
    if (artefact.createdAt.isSet())
        facts << ConsentFact{tr("Given"), dayOf(artefact.createdAt)};
    if (row.standing == clinic::ConsentStanding::InForce)
        facts << ConsentFact{tr("In force until"), dayOf(artefact.dataEraseAt)};
    else
        facts << ConsentFact{
            standingWord(row.standing), row.endedAt.isSet() ? clinicTime().moment(row.endedAt, now()) : QString()};
    if (artefact.hiTypes.isEmpty())
        facts << ConsentFact{tr("Kept"), tr("Its contents were deleted when it ended. Nothing leaves under it.")};
    m_facts.setRows(facts);

    QList<ConsentFact> left;
    for (const auto &record : row.left)
        left << ConsentFact{
            (record.type ? recordWord(*record.type) : tr("Record")) + between + record.careContext.value(),
            clinicTime().moment(record.at, now())};
    m_left.setRows(left);
}

}
