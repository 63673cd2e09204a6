#include "domain/share.h"

#include "domain/words.h"

#include <algorithm>

namespace nadi
{
namespace
{

using O = ShareOutcome;

constexpr std::array outcomes{
    Word<O>{O::Waiting, QLatin1String("waiting")},
    Word<O>{O::Matched, QLatin1String("matched")},
    Word<O>{O::New, QLatin1String("new")},
    Word<O>{O::Dismissed, QLatin1String("dismissed")},
};

bool isLetterOrDigit(QChar c)
{
    return (c >= u'0' && c <= u'9') || (c >= u'A' && c <= u'Z') || (c >= u'a' && c <= u'z');
}

}

QString SharedProfile::place() const
{
    QStringList parts{district.simplified(), state.simplified()};
    parts.removeAll(QString());
    return parts.join(QStringLiteral(", "));
}

QString toWord(ShareOutcome outcome)
{
    return wordOf(outcomes, outcome);
}

ShareOutcome shareOutcomeFromWord(QStringView word)
{
    return valueOf(outcomes, word, O::Waiting);
}

bool isCounterId(QStringView text)
{
    return !text.isEmpty() && text.size() <= 20 && std::all_of(text.begin(), text.end(), isLetterOrDigit);
}

bool isCounterContext(QStringView text)
{
    static constexpr QStringView marks = u" .\\-_";
    return !text.isEmpty() && text.size() <= 250
        && std::all_of(text.begin(), text.end(), [](QChar c) { return isLetterOrDigit(c) || marks.contains(c); });
}

}
