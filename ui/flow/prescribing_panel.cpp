#include "ui/flow/prescribing_panel.h"

#include "ui/words/prescribing_words.h"

namespace nadi::ui
{

using Weight = clinic::LineVerdict::Weight;

void PrescribingPanel::begin(const clinic::PrescribingFacts &facts, const clinic::ConsultationStatement &said)
{
    m_facts = facts;
    m_said = said;
    judge();
}

void PrescribingPanel::setMode(const QString &mode)
{
    m_said.mode = teleModeFromWord(mode);
    judge();
}

void PrescribingPanel::setKnown(bool known)
{
    m_said.complaint = known ? clinic::Complaint::Known : clinic::Complaint::New;
    judge();
}

void PrescribingPanel::setUnderWay(bool underWay)
{
    using enum clinic::Consultation::Treatment;
    m_said.treatment = underWay ? UnderWay : NotKnown;
    judge();
}

void PrescribingPanel::setReason(const QString &reason)
{
    m_said.reason = reason;
    Q_EMIT changed();
}

QStringList PrescribingPanel::notes() const
{
    return sentences(Weight::Confirm) + sentences(Weight::Notice);
}

QString PrescribingPanel::missing() const
{
    if (!needed())
        return {};
    if (tele() && !m_said.mode)
        return tr("Say how the consultation was held");
    if (clinic::isStopped(m_verdicts))
        return tr("A medicine cannot be prescribed this way");
    if (asksReason() && m_said.reason.trimmed().isEmpty())
        return tr("Say why these medicines are right here");
    return {};
}

void PrescribingPanel::judge()
{
    m_verdicts = clinic::review(m_facts, m_said, m_facts.lists.table);
    Q_EMIT changed();
}

QStringList PrescribingPanel::sentences(Weight weight) const
{
    QStringList said;
    for (const auto &verdict : m_verdicts)
        if (verdict.weight == weight)
            said << prescribingSentence(verdict, nameOf(m_facts.lines[verdict.line]));
    return said;
}

}
