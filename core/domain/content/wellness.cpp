#include "domain/content/wellness.h"

#include "domain/words.h"

namespace nadi
{
namespace
{

using W = WellnessSection;

constexpr std::array sections{
    Word<W>{W::VitalSigns, QLatin1String("vital-signs")},
    Word<W>{W::BodyMeasurement, QLatin1String("body-measurement")},
    Word<W>{W::PhysicalActivity, QLatin1String("physical-activity")},
    Word<W>{W::GeneralAssessment, QLatin1String("general-assessment")},
    Word<W>{W::WomenHealth, QLatin1String("women-health")},
    Word<W>{W::Lifestyle, QLatin1String("lifestyle")},
    Word<W>{W::OtherObservations, QLatin1String("other-observations")},
};

}

QString toWord(W section)
{
    return wordOf(sections, section);
}

std::optional<W> wellnessSectionFromWord(QStringView word)
{
    return valueOf(sections, word);
}

}
