#include "domain/content/measurement.h"

#include "domain/words.h"

#include <QRegularExpression>

namespace nadi
{
namespace
{

using B = Quantity::Bound;
using I = Interpretation;

constexpr std::array bounds{
    Word<B>{B::Exact, QLatin1String("exact")},
    Word<B>{B::Below, QLatin1String("below")},
    Word<B>{B::AtMost, QLatin1String("at-most")},
    Word<B>{B::AtLeast, QLatin1String("at-least")},
    Word<B>{B::Above, QLatin1String("above")},
};

constexpr std::array interpretations{
    Word<I>{I::None, QLatin1String("none")},
    Word<I>{I::Normal, QLatin1String("normal")},
    Word<I>{I::Low, QLatin1String("low")},
    Word<I>{I::High, QLatin1String("high")},
    Word<I>{I::CriticalLow, QLatin1String("critical-low")},
    Word<I>{I::CriticalHigh, QLatin1String("critical-high")},
    Word<I>{I::Abnormal, QLatin1String("abnormal")},
    Word<I>{I::Positive, QLatin1String("positive")},
    Word<I>{I::Negative, QLatin1String("negative")},
};

}

bool Measurement::operator==(const Measurement &) const = default;

bool isDecimal(QStringView text)
{
    // FHIR decimals: no leading zeros, at most 18 digits so that no reader rounds them.
    static const QRegularExpression pattern(QStringLiteral("\\A-?(0|[1-9][0-9]{0,11})(\\.[0-9]{1,6})?\\z"));
    return pattern.match(text.toString()).hasMatch();
}

Interpretation interpret(const Quantity &value, const ReferenceRange &usual)
{
    if (!isDecimal(value.value) || (usual.low.isEmpty() && usual.high.isEmpty()))
        return I::None;
    const auto number = value.value.toDouble();
    const auto isBelow = [&](const QString &end) { return !end.isEmpty() && number < end.toDouble(); };
    const auto isAbove = [&](const QString &end) { return !end.isEmpty() && number > end.toDouble(); };
    switch (value.bound) {
    case B::Exact:
        return isBelow(usual.low) ? I::Low : isAbove(usual.high) ? I::High : I::Normal;
    case B::Below: // "< 5" says nothing about how far below
    case B::AtMost:
        return isBelow(usual.low) ? I::Low : I::None;
    case B::AtLeast:
    case B::Above:
        return isAbove(usual.high) ? I::High : I::None;
    }
    return I::None;
}

QString toWord(B bound)
{
    return wordOf(bounds, bound);
}

QString toWord(I interpretation)
{
    return wordOf(interpretations, interpretation);
}

std::optional<B> boundFromWord(QStringView word)
{
    return valueOf(bounds, word);
}

std::optional<I> interpretationFromWord(QStringView word)
{
    return valueOf(interpretations, word);
}

}
