#include "ui/forms/vital_signs.h"

#include "ui/forms/form_parts.h"

#include <QRegularExpression>

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
    Vital{QT_TRANSLATE_NOOP("Forms", "Blood pressure"), "85354-9", "Blood pressure panel with all children optional",
        "mmHg", "mm[Hg]", S::VitalSigns},
    Vital{QT_TRANSLATE_NOOP("Forms", "Pulse"), "8867-4", "Heart rate", "per minute", "/min", S::VitalSigns},
    Vital{QT_TRANSLATE_NOOP("Forms", "Temperature"), "8310-5", "Body temperature", "°C", "Cel", S::VitalSigns},
    Vital{QT_TRANSLATE_NOOP("Forms", "Breaths"), "9279-1", "Respiratory rate", "per minute", "/min", S::VitalSigns},
    Vital{QT_TRANSLATE_NOOP("Forms", "Weight"), "29463-7", "Body weight", "kg", "kg", S::BodyMeasurement},
    Vital{QT_TRANSLATE_NOOP("Forms", "Height"), "8302-2", "Body height", "cm", "cm", S::BodyMeasurement},
};

constexpr Vital systolic{QT_TRANSLATE_NOOP("Forms", "Systolic blood pressure"), "8480-6", "Systolic blood pressure",
    "mmHg", "mm[Hg]", S::VitalSigns};
constexpr Vital diastolic{QT_TRANSLATE_NOOP("Forms", "Diastolic blood pressure"), "8462-4", "Diastolic blood pressure",
    "mmHg", "mm[Hg]", S::VitalSigns};

Coded codedAs(const Vital &vital)
{
    return {formText(vital.name),
        {{CodeSystem::Loinc, QString::fromLatin1(vital.loinc), QString::fromLatin1(vital.display)}}};
}

Measurement measured(const Vital &vital, const QString &value)
{
    Measurement part;
    part.what = codedAs(vital);
    part.value = Quantity{value, QString::fromUtf8(vital.unit), QString::fromLatin1(vital.ucum)};
    return part;
}

/// Value of the part with this LOINC code; empty where there is none.
QString partValue(const Measurement &row, const Vital &vital)
{
    for (const auto &part : row.parts) {
        const auto code = codeIn(part.what, CodeSystem::Loinc);
        const auto *quantity = std::get_if<Quantity>(&part.value);
        if (code && code->code == QLatin1String(vital.loinc) && quantity)
            return quantity->value;
    }
    return {};
}

/// What a chart shows of one measurement; nothing for words and for "<5".
std::optional<VitalPoint> pointOf(QDate on, const Measurement &row)
{
    if (const auto text = pressureText(row); !text.isEmpty())
        return VitalPoint{on, partValue(row, systolic).toDouble(), partValue(row, diastolic).toDouble(),
            text + QStringLiteral(" mmHg")};
    const auto *quantity = std::get_if<Quantity>(&row.value);
    if (!quantity || quantity->bound != Quantity::Bound::Exact)
        return {};
    return VitalPoint{on, quantity->value.toDouble(), {}, (quantity->value + u' ' + quantity->unit).trimmed()};
}

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
        row.measurement.what = codedAs(vital);
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

bool isBloodPressure(const Coded &what)
{
    const auto code = codeIn(what, CodeSystem::Loinc);
    return code && code->code == u"85354-9";
}

QString pressureText(const Measurement &row)
{
    const auto above = partValue(row, systolic);
    const auto below = partValue(row, diastolic);
    return above.isEmpty() || below.isEmpty() ? QString() : above + u'/' + below;
}

bool writePressure(Measurement &row, const QString &text)
{
    static const QRegularExpression twoNumbers(QStringLiteral("^([1-9]\\d{1,2})\\s*/\\s*([1-9]\\d{1,2})$"));
    const auto typed = twoNumbers.match(text.trimmed());
    if (!typed.hasMatch() && !text.trimmed().isEmpty())
        return false;
    row.parts.clear();
    row.value = std::monostate();
    if (typed.hasMatch())
        row.parts = {measured(systolic, typed.captured(1)), measured(diastolic, typed.captured(2))};
    return true;
}

QList<VitalSeries> seriesOf(const QList<std::pair<QDate, WellnessContent>> &records)
{
    QStringList order;
    QHash<QString, VitalSeries> series;
    for (const auto &[on, content] : records) {
        for (const auto &entry : content.entries) {
            const auto point = pointOf(on, entry.measurement);
            if (!point)
                continue;
            const auto key = seriesKey(entry.measurement.what);
            if (!series.contains(key))
                order << key;
            auto &one = series[key];
            one.name = entry.measurement.what.text;
            one.points << *point;
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
