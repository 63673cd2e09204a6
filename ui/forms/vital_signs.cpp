#include "ui/forms/vital_signs.h"

#include "ui/forms/form_parts.h"

#include <array>

namespace nadi::ui
{
namespace
{

struct Vital
{
    const char *name;
    const char *loinc;
    const char *display; ///< LOINC's
    const char *unit;
    const char *ucum;
    WellnessSection section;
};

using S = WellnessSection;
constexpr std::array vitals{
    Vital{QT_TRANSLATE_NOOP("Forms", "Systolic blood pressure"), "8480-6", "Systolic blood pressure", "mmHg", "mm[Hg]",
        S::VitalSigns},
    Vital{QT_TRANSLATE_NOOP("Forms", "Diastolic blood pressure"), "8462-4", "Diastolic blood pressure", "mmHg",
        "mm[Hg]", S::VitalSigns},
    Vital{QT_TRANSLATE_NOOP("Forms", "Pulse"), "8867-4", "Heart rate", "per minute", "/min", S::VitalSigns},
    Vital{QT_TRANSLATE_NOOP("Forms", "Temperature"), "8310-5", "Body temperature", "°C", "Cel", S::VitalSigns},
    Vital{QT_TRANSLATE_NOOP("Forms", "Breaths"), "9279-1", "Respiratory rate", "per minute", "/min", S::VitalSigns},
    Vital{QT_TRANSLATE_NOOP("Forms", "Weight"), "29463-7", "Body weight", "kg", "kg", S::BodyMeasurement},
    Vital{QT_TRANSLATE_NOOP("Forms", "Height"), "8302-2", "Body height", "cm", "cm", S::BodyMeasurement},
};

QString seriesKey(const Coded &what)
{
    const auto code = codeIn(what, CodeSystem::Loinc);
    return code ? code->code : what.text;
}

}

QList<WellnessEntry> usualVitals()
{
    QList<WellnessEntry> rows;
    for (const auto &vital : vitals) {
        WellnessEntry row;
        row.section = vital.section;
        row.measurement.what.text = formText(vital.name);
        row.measurement.what.codes << Code{
            CodeSystem::Loinc, QString::fromLatin1(vital.loinc), QString::fromLatin1(vital.display)};
        rows << row;
    }
    return rows;
}

std::pair<QString, QString> usualUnit(const Coded &what)
{
    const auto code = codeIn(what, CodeSystem::Loinc);
    for (const auto &vital : vitals)
        if (code && code->code == QLatin1String(vital.loinc))
            return {QString::fromUtf8(vital.unit), QString::fromLatin1(vital.ucum)};
    return {};
}

QList<VitalSeries> seriesOf(const QList<std::pair<QDate, WellnessContent>> &records)
{
    QStringList order;
    QHash<QString, VitalSeries> series;
    for (const auto &[on, content] : records) {
        for (const auto &entry : content.entries) {
            const auto *quantity = std::get_if<Quantity>(&entry.measurement.value);
            if (!quantity || quantity->bound != Quantity::Bound::Exact)
                continue;
            const auto key = seriesKey(entry.measurement.what);
            if (!series.contains(key))
                order << key;
            auto &one = series[key];
            one.name = entry.measurement.what.text;
            one.points << VitalPoint{
                on, quantity->value.toDouble(), (quantity->value + u' ' + quantity->unit).trimmed()};
        }
    }
    QList<VitalSeries> found;
    for (const auto &key : std::as_const(order)) {
        auto one = series.value(key);
        if (one.points.size() < 2)
            continue;
        std::ranges::stable_sort(one.points, {}, &VitalPoint::on);
        found << one;
    }
    return found;
}

}
