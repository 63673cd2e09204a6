#include "domain/content/medicine.h"

#include "domain/words.h"

namespace nadi
{
namespace
{

using F = FoodTime;
using S = SystemOfMedicine;

constexpr std::array systems{
    Word<S>{S::Allopathy, QLatin1String("allopathy")},
    Word<S>{S::Ayurveda, QLatin1String("ayurveda")},
    Word<S>{S::Siddha, QLatin1String("siddha")},
    Word<S>{S::Unani, QLatin1String("unani")},
    Word<S>{S::Homoeopathy, QLatin1String("homoeopathy")},
};

constexpr std::array foodTimes{
    Word<F>{F::Unsaid, QLatin1String("unsaid")},
    Word<F>{F::Before, QLatin1String("before")},
    Word<F>{F::With, QLatin1String("with")},
    Word<F>{F::After, QLatin1String("after")},
    Word<F>{F::EmptyStomach, QLatin1String("empty-stomach")},
    Word<F>{F::Bedtime, QLatin1String("bedtime")},
    Word<F>{F::BetweenMouthfuls, QLatin1String("between-mouthfuls")},
    Word<F>{F::AfterDigestion, QLatin1String("after-digestion")},
};

QString timesWords(const DoseTimes &times)
{
    QStringList said;
    if (times.slots.size() == 4)
        said << times.slots.join(u'-');
    else if (times.timesADay > 0)
        said << (times.timesADay == 1 ? QStringLiteral("once a day")
                                      : QStringLiteral("%1 times a day").arg(times.timesADay));
    else if (times.everyHours > 0)
        said << QStringLiteral("every %1 hours").arg(times.everyHours);
    if (!times.words.isEmpty())
        said << times.words;
    if (times.asNeeded)
        said << QStringLiteral("when needed");
    return said.join(QStringLiteral(", "));
}

QString durationWords(int days)
{
    if (days <= 0)
        return {};
    return days == 1 ? QStringLiteral("for 1 day") : QStringLiteral("for %1 days").arg(days);
}

}

QString wordsOf(FoodTime time)
{
    switch (time) {
    case F::Unsaid:
        return {};
    case F::Before:
        return QStringLiteral("before food");
    case F::With:
        return QStringLiteral("with food");
    case F::After:
        return QStringLiteral("after food");
    case F::EmptyStomach:
        return QStringLiteral("on an empty stomach");
    case F::Bedtime:
        return QStringLiteral("at bedtime");
    case F::BetweenMouthfuls:
        return QStringLiteral("between mouthfuls");
    case F::AfterDigestion:
        return QStringLiteral("after the meal is digested");
    }
    return {};
}

QString directionsOf(const MedicineLine &line)
{
    const auto vehicle = line.anupana.isEmpty() ? QString() : QStringLiteral("with ") + line.anupana;
    QStringList said{
        line.dose, timesWords(line.times), wordsOf(line.food), vehicle, line.route.text, durationWords(line.days)};
    said.removeAll(QString());
    return said.join(QStringLiteral(", "));
}

QString nameOf(const MedicineLine &line)
{
    const auto generic = line.system == S::Allopathy ? line.medicine.text.toUpper() : line.medicine.text;
    QStringList said{generic, line.strength, line.formulation,
        line.brand.isEmpty() ? QString() : QStringLiteral("(%1)").arg(line.brand)};
    said.removeAll(QString());
    return said.join(u' ');
}

QString toWord(S system)
{
    return wordOf(systems, system);
}

QString toWord(F time)
{
    return wordOf(foodTimes, time);
}

std::optional<S> systemOfMedicineFromWord(QStringView word)
{
    return valueOf(systems, word);
}

std::optional<F> foodTimeFromWord(QStringView word)
{
    return valueOf(foodTimes, word);
}

}
