#include "ui/words/prescribing_words.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace nadi::ui
{
namespace
{

struct RuleWords
{
    const char *rule;
    const char *sentence; ///< %1: the medicine
};

constexpr std::array words{
    RuleWords{"P1",
        QT_TRANSLATE_NOOP("PrescribingWords",
            "%1 may never be prescribed in a tele-consultation: narcotic, psychotropic or Schedule X. Rule P1")},
    RuleWords{"P2",
        QT_TRANSLATE_NOOP("PrescribingWords",
            "%1 needs video or a visit: a first consultation by audio or text allows list O only. Rule P2")},
    RuleWords{"P3",
        QT_TRANSLATE_NOOP("PrescribingWords",
            "%1 is for a follow-up of the same condition only, within six months of a visit in person. Rule P3")},
    RuleWords{"P4",
        QT_TRANSLATE_NOOP("PrescribingWords", "%1 is on none of the lists: your judgement, with a reason. Rule P4")},
    RuleWords{"Y2",
        QT_TRANSLATE_NOOP("PrescribingWords",
            "%1: the lists for this system of medicine are not known to the program; your judgement. Rule Y2")},
    RuleWords{"Y4",
        QT_TRANSLATE_NOOP(
            "PrescribingWords", "%1 belongs to another system of medicine than the doctor's degree. Rule Y4")},
};

}

QString prescribingSentence(const clinic::LineVerdict &verdict, const QString &medicine)
{
    const auto found
        = std::ranges::find_if(words, [&](const RuleWords &row) { return verdict.rule == QLatin1String(row.rule); });
    if (found == words.end())
        return medicine;
    const auto sentence = QCoreApplication::translate("PrescribingWords", found->sentence).arg(medicine);
    return verdict.source.isEmpty() ? sentence : sentence + QStringLiteral(" · ") + verdict.source;
}

}
