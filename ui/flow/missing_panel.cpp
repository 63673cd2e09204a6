#include "ui/flow/missing_panel.h"

#include "ui/words/missing_words.h"

namespace nadi::ui
{
namespace
{

/// The medicine as it is printed, or the number of the row where it has no name yet.
QString lineOf(const clinic::SheetFacts &facts, const clinic::Missing &missing)
{
    const auto medicines = clinic::medicinesIn(facts.content);
    if (missing.section == u"medicines" && missing.row < medicines.size())
        if (const auto name = nameOf(medicines[missing.row]); !name.isEmpty())
            return name;
    return MissingPanel::tr("Line %1").arg(missing.row + 1);
}

}

void MissingPanel::begin(const clinic::SheetFacts &facts)
{
    m_facts = facts;
    judge();
}

void MissingPanel::setMode(std::optional<TeleMode> mode)
{
    if (m_facts.mode == mode)
        return;
    m_facts.mode = mode;
    judge();
}

QString MissingPanel::missing() const
{
    if (m_musts.count() == 0)
        return {};
    return tr("%n thing(s) must be said before it is signed", nullptr, m_musts.count());
}

std::optional<clinic::Missing> MissingPanel::at(int place) const
{
    return place >= 0 && place < m_missing.size() ? std::optional(m_missing[place]) : std::nullopt;
}

void MissingPanel::judge()
{
    m_missing = clinic::missingIn(m_facts);
    QList<MissingRow> musts, others;
    for (int i = 0; i < int(m_missing.size()); ++i) {
        const auto &one = m_missing[i];
        const bool must = one.level == clinic::Level::Must;
        (must ? musts : others) << MissingRow{
            missingSentence(one, lineOf(m_facts, one)), missingAction(one.leads), one.source, must, i};
    }
    m_musts.setRows(std::move(musts));
    m_others.setRows(std::move(others));
    Q_EMIT changed();
}

}
