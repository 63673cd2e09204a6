// The draft behind the editor, and what is offered while somebody types.
#include "clinic/prescription.h"
#include "clinic/typed_record.h"
#include "record_editor_controller.h"
#include "terminology/term_desk.h"

#include <algorithm>
#include <utility>

namespace nadi::ui
{
namespace
{

constexpr int mostTerms = 8;

/// The medicines of whatever kind of record has some.
QList<MedicineLine> *medicinesIn(RecordContent &content)
{
    QList<MedicineLine> *found = nullptr;
    std::visit(
        [&](auto &value) {
            if constexpr (requires { value.medicines; })
                found = &value.medicines;
        },
        content);
    return found;
}

}

void RecordEditorController::want(const QString &section, int row, const QString &field)
{
    m_wantedSection = section;
    m_wantedRow = row;
    m_wantedField = field;
}

QVariantMap RecordEditorController::takeWanted()
{
    const auto name = std::exchange(m_wantedSection, QString());
    for (int at = 0; !name.isEmpty() && at < int(m_form.size()); ++at) {
        if (m_form[size_t(at)]->key != name)
            continue;
        const auto &fields = section(at)->fields();
        const auto field = std::ranges::find(fields, m_wantedField, &FieldSpec::key);
        if (section(at)->isList() && rowCount(at) == 0)
            addRow(at);
        return {{QStringLiteral("section"), at}, {QStringLiteral("row"), std::min(m_wantedRow, rowCount(at) - 1)},
            {QStringLiteral("field"), field == fields.end() ? 0 : int(field - fields.begin())}};
    }
    return {};
}

void RecordEditorController::touch()
{
    m_dirty = true;
    m_pause.start();
    Q_EMIT edited();
}

/// One after the other: what is typed while a draft is written goes into the next writing.
void RecordEditorController::save()
{
    if (m_saving || !loaded())
        return;
    m_pause.stop();
    m_dirty = false;
    m_saving = true;
    Q_EMIT edited();
    const auto content = withoutBlanks(m_content, m_form);
    clinic::DraftRequest request;
    request.patient = m_patient;
    request.facility = services().facility.id;
    request.doctor = m_doctor;
    request.appointment = m_visit;
    request.issuedOn = today();
    request.content = content;
    askAside(
        [request, record = m_record](clinic::Work &work) -> Result<Record> {
            if (record.id.isEmpty())
                return clinic::beginDraft(work, request);
            const auto version = clinic::saveContent(work, record.id, record.version, request.content);
            if (!version)
                return failed(version);
            auto saved = record;
            saved.version = *version;
            return saved;
        },
        [this, patient = m_patient](const Result<Record> &record) {
            if (patient == m_patient)
                saved(record);
        });
}

void RecordEditorController::saved(const Result<Record> &record)
{
    m_saving = false;
    if (!record) {
        m_goesOn = false;
        setProblem(record.error());
        Q_EMIT edited();
        return;
    }
    const bool isNew = m_record.id.isEmpty();
    m_record = *record;
    m_savedAt = now();
    clearProblem();
    Q_EMIT edited();
    if (isNew) {
        ring(storage::Topic::Records);
        Q_EMIT draftMade(m_record.id);
    }
    if (m_dirty)
        return save();
    if (m_goesOn) {
        m_goesOn = false;
        Q_EMIT finished(m_record.id);
    }
}

void RecordEditorController::goOn()
{
    if (!reason().isEmpty())
        return;
    m_goesOn = true;
    m_dirty = true;
    save();
}

void RecordEditorController::discard()
{
    m_pause.stop();
    m_dirty = false;
    if (m_record.id.isEmpty())
        return Q_EMIT discarded();
    askFor([record = m_record.id](clinic::Work &work) { return clinic::discardDraft(work, record); },
        [this] {
            ring(storage::Topic::Records);
            Q_EMIT discarded();
        });
}

void RecordEditorController::look(int index, int row, int field, const QString &text)
{
    const auto *part = section(index);
    if (!part || field < 0 || field >= part->fields().size() || row >= part->rows(m_content))
        return closeOffers();
    const auto &about = part->fields()[field];
    const int question = ++m_question;
    if (about.kind == FieldKind::Choice)
        return setOffers(optionOffers(about.options, text));
    auto lines = about.offersLines ? lineOffers(m_before.lines, text) : QList<Offer>();
    setOffers(lines);
    if (!about.scope || !services().terms || text.trimmed().size() < 2)
        return;
    observe(this, services().terms->find(text, *about.scope, mostTerms),
        [this, question, lines](const QList<terminology::TermHit> &hits) {
            if (question == m_question)
                setOffers(lines + termOffers(hits));
        });
}

void RecordEditorController::closeOffers()
{
    ++m_question;
    setOffers({});
}

void RecordEditorController::setOffers(QList<Offer> offers)
{
    m_offers = std::move(offers);
    QList<OfferRow> rows;
    for (const auto &offer : std::as_const(m_offers))
        rows << offer.row;
    m_offerRows.setRows(std::move(rows));
    Q_EMIT offersChanged();
}

bool RecordEditorController::offersFirst() const
{
    return !m_offers.isEmpty() && !std::holds_alternative<Code>(m_offers.constFirst().what);
}

bool RecordEditorController::take(int index, int row, int field, int offer)
{
    auto *part = section(index);
    if (!part || offer < 0 || offer >= m_offers.size())
        return false;
    const auto what = m_offers[offer].what;
    closeOffers();
    bool whole = false;
    if (const auto *word = std::get_if<QString>(&what)) {
        part->write(m_content, row, field, *word);
    } else if (const auto *line = std::get_if<MedicineLine>(&what)) {
        auto *medicines = medicinesIn(m_content);
        if (!medicines || row >= medicines->size())
            return false;
        (*medicines)[row] = *line;
        whole = true;
    } else if (auto *coded = part->coded(m_content, row, field)) {
        const auto &code = std::get<Code>(what);
        *coded = {code.display, {code}};
    }
    touch();
    Q_EMIT textsChanged(index, row);
    return whole;
}

void RecordEditorController::favourite(int index, int row)
{
    const auto *part = section(index);
    auto *medicines = medicinesIn(m_content);
    if (!part || part->key != u"medicines" || !medicines || row < 0 || row >= medicines->size())
        return;
    const auto line = medicines->at(row);
    if (line.medicine.isEmpty())
        return;
    askFor([doctor = m_doctor, line](clinic::Work &work) { return clinic::setFavourite(work, doctor, line, true); },
        [this, line] {
            m_before.lines.removeIf([&](const auto &known) { return known.line == line; });
            m_before.lines.prepend({line, true, 0, now()});
            Q_EMIT told(tr("%1 is a favourite now.").arg(nameOf(line)));
        });
}

}
