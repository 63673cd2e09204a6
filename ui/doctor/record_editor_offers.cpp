// What is offered while somebody types, and what becomes of what is taken.
#include "clinic/prescribed_before.h"
#include "record_editor_controller.h"
#include "terminology/term_desk.h"

#include <algorithm>
#include <tuple>

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
        addTm2(index, row, field, code);
    }
    touch();
    Q_EMIT textsChanged(index, row);
    return whole;
}

/// A code of NAMASTE brings the class of ICD-11 TM2 it stands under: both travel in the Observation beside the
/// Condition (nrces-fhir.md section 4). A class whose title nobody published has no display, and a code without one
/// never leaves.
void RecordEditorController::addTm2(int index, int row, int field, const Code &picked)
{
    const bool ayush = picked.system == CodeSystem::Namaste || picked.system == CodeSystem::Siddha
        || picked.system == CodeSystem::Unani;
    if (!ayush || !services().terms)
        return;
    const auto add = [this, index, row, field, picked](const QString &code, const QString &title) {
        auto *part = section(index);
        auto *coded = part ? part->coded(m_content, row, field) : nullptr;
        // Somebody may have typed on meanwhile.
        if (title.isEmpty() || !coded || !coded->codes.contains(picked) || codeIn(*coded, CodeSystem::Icd11Tm2))
            return;
        coded->codes << Code{CodeSystem::Icd11Tm2, code, title};
        touch();
        Q_EMIT textsChanged(index, row);
    };
    observe(this, services().terms->lookUp(picked.system, picked.code),
        [this, add](const std::optional<terminology::KnownCode> &known) {
            if (!known || !known->tm2)
                return;
            if (!known->tm2->title.isEmpty())
                return add(known->tm2->code, known->tm2->title);
            // A narrower term: the title stands with the term that is equivalent to the class.
            observe(
                this, services().terms->underTm2(known->tm2->code), [add](const QList<terminology::KnownCode> &under) {
                    if (!under.isEmpty() && under.constFirst().tm2)
                        add(under.constFirst().tm2->code, under.constFirst().tm2->title);
                });
        });
}

void RecordEditorController::favourite(int index, int row)
{
    const auto *part = section(index);
    const auto *medicines = medicinesIn(m_content);
    if (part && part->key == u"medicines" && medicines && row >= 0 && row < medicines->size()
        && !medicines->at(row).medicine.isEmpty())
        turnFavourite(medicines->at(row));
}

void RecordEditorController::favouriteOffer(int offer)
{
    if (offer < 0 || offer >= m_offers.size())
        return;
    if (const auto *line = std::get_if<MedicineLine>(&m_offers[offer].what))
        turnFavourite(*line);
}

void RecordEditorController::turnFavourite(const MedicineLine &line)
{
    const auto known = std::ranges::find(m_before.lines, line, &clinic::PrescribedLine::line);
    const bool isOne = known != m_before.lines.end() && known->favourite;
    askFor([doctor = m_doctor, line, isOne](
               clinic::Work &work) { return clinic::setFavourite(work, doctor, line, !isOne); },
        [this, line, isOne] {
            auto &lines = m_before.lines;
            const auto at = std::ranges::find(lines, line, &clinic::PrescribedLine::line);
            if (at == lines.end())
                lines << clinic::PrescribedLine{line, true, 0, now()};
            else
                at->favourite = !isOne;
            // As the next editor reads them: favourites first, then the most used.
            std::ranges::stable_sort(lines, [](const auto &a, const auto &b) {
                return std::tuple(a.favourite, a.uses, a.usedAt) > std::tuple(b.favourite, b.uses, b.usedAt);
            });
            closeOffers();
            Q_EMIT told((isOne ? tr("%1 is no favourite any more.") : tr("%1 is a favourite now.")).arg(nameOf(line)));
        });
}

}
