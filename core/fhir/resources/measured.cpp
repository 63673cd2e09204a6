#include "fhir/resources/measured.h"

#include "fhir/resources/coded_out.h"

#include <algorithm>

namespace nadi::fhir
{
namespace
{
using I = Interpretation;

constexpr std::string_view interpretations = "http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation";

constexpr guide::Coding codeOf(I interpretation)
{
    switch (interpretation) {
    case I::None:
        break;
    case I::Normal:
        return {interpretations, "N", "Normal"};
    case I::Low:
        return {interpretations, "L", "Low"};
    case I::High:
        return {interpretations, "H", "High"};
    case I::CriticalLow:
        return {interpretations, "LL", "Critical low"};
    case I::CriticalHigh:
        return {interpretations, "HH", "Critical high"};
    case I::Abnormal:
        return {interpretations, "A", "Abnormal"};
    case I::Positive:
        return {interpretations, "POS", "Positive"};
    case I::Negative:
        return {interpretations, "NEG", "Negative"};
    }
    return {};
}

std::string_view comparatorOf(Quantity::Bound bound)
{
    switch (bound) {
    case Quantity::Bound::Exact:
        break;
    case Quantity::Bound::Below:
        return "<";
    case Quantity::Bound::AtMost:
        return "<=";
    case Quantity::Bound::AtLeast:
        return ">=";
    case Quantity::Bound::Above:
        return ">";
    }
    return {};
}

QString latin(std::string_view text)
{
    return QString::fromLatin1(text.data(), qsizetype(text.size()));
}

const Quantity *numberIn(const Measurement &measurement)
{
    const auto *quantity = std::get_if<Quantity>(&measurement.value);
    return quantity && isDecimal(quantity->value) ? quantity : nullptr;
}

QString wordsOf(const Quantity &quantity)
{
    return QString(latin(comparatorOf(quantity.bound)) + quantity.value + u' ' + quantity.unit).trimmed();
}

void writeUsual(JsonOut &out, const Measurement &measurement)
{
    const auto &usual = measurement.usual;
    const auto *quantity = numberIn(measurement);
    const auto end = [&](std::string_view key, const QString &value) {
        if (isDecimal(value))
            writeQuantity(out, key,
                quantity ? Quantity{value, quantity->unit, quantity->ucum, Quantity::Bound::Exact}
                         : Quantity{value, {}, {}, Quantity::Bound::Exact});
    };
    if (isDecimal(usual.low) || isDecimal(usual.high) || !isBlank(usual.text))
        out.only("referenceRange", [&] {
            end("low", usual.low);
            end("high", usual.high);
            out.text("text", usual.text);
        });
}

QString usualWords(const ReferenceRange &usual)
{
    QStringList said;
    if (!usual.low.isEmpty() || !usual.high.isEmpty())
        said += usual.low + QStringLiteral(" – ") + usual.high;
    if (!isBlank(usual.text))
        said += cleanText(usual.text);
    return said.isEmpty() ? QString() : QStringLiteral(" [usual: %1]").arg(said.join(QStringLiteral(", ")));
}

bool hasUnit(const Measurement &measurement, std::string_view units)
{
    const auto *quantity = numberIn(measurement);
    return quantity && isOneOf(units, quantity->ucum.toStdString());
}

bool hasPart(const Measurement &measurement, std::string_view loinc, std::string_view units)
{
    return std::ranges::count_if(measurement.parts, [&](const Measurement &part) {
        const auto code = codeIn(part.what, CodeSystem::Loinc);
        return code && code->code == latin(loinc) && hasUnit(part, units);
    }) == 1;
}
}

void writeQuantity(JsonOut &out, std::string_view key, const Quantity &quantity)
{
    out.object(key, [&] {
        out.decimal("value", quantity.value);
        if (const auto comparator = comparatorOf(quantity.bound); !comparator.empty())
            out.word("comparator", comparator);
        out.text("unit", quantity.unit.isEmpty() ? quantity.ucum : quantity.unit);
        if (!isBlank(quantity.ucum)) {
            out.word("system", guide::ucum);
            out.text("code", quantity.ucum);
        }
    });
}

void writeMeasured(JsonOut &out, const Measurement &measurement, std::string_view values)
{
    const auto words = measuredWords(measurement);
    if (const auto *quantity = numberIn(measurement))
        writeQuantity(out, "valueQuantity", *quantity);
    else if (const auto *coded = std::get_if<Coded>(&measurement.value))
        writeCoded(out, "valueCodeableConcept", *coded, anySystem);
    else if (!words.isEmpty() && !values.empty() && !isOneOf(values, "string"))
        out.object("valueCodeableConcept", [&] { out.text("text", words); });
    else
        out.text("valueString", words);
    if (measurement.interpretation != I::None) {
        const auto code = codeOf(measurement.interpretation);
        out.array("interpretation", [&] { out.object([&] { out.codeableMembers(code, latin(code.display)); }); });
    }
    writeUsual(out, measurement);
}

QString measuredWords(const Measurement &measurement)
{
    if (const auto *quantity = std::get_if<Quantity>(&measurement.value))
        return wordsOf(*quantity);
    if (const auto *coded = std::get_if<Coded>(&measurement.value))
        return wordsOf(*coded, anySystem);
    const auto *words = std::get_if<QString>(&measurement.value);
    return words ? cleanText(*words) : QString();
}

const VitalSign *vitalSignOf(const Measurement &measurement)
{
    const auto code = codeIn(measurement.what, CodeSystem::Loinc);
    return code ? vitalSign(code->code.toStdString()) : nullptr;
}

bool isComplete(const Measurement &measurement, const VitalSign &sign)
{
    if (sign.code == bloodPressure)
        return std::holds_alternative<std::monostate>(measurement.value) && hasPart(measurement, systolic, sign.units)
            && hasPart(measurement, diastolic, sign.units)
            && std::ranges::all_of(
                measurement.parts, [&](const Measurement &part) { return hasUnit(part, sign.units); });
    return measurement.parts.isEmpty() && hasUnit(measurement, sign.units);
}

QString lineOf(const Measurement &measurement)
{
    QStringList values;
    if (const auto own = measuredWords(measurement); !own.isEmpty())
        values += own;
    for (const auto &part : measurement.parts)
        values += wordsOf(part.what, loincOrSnomed) + u' ' + measuredWords(part);
    auto line = wordsOf(measurement.what, loincOrSnomed);
    if (!values.isEmpty())
        line += QStringLiteral(": ") + values.join(QStringLiteral(", "));
    if (measurement.interpretation != I::None)
        line += QStringLiteral(" (%1)").arg(latin(codeOf(measurement.interpretation).display));
    line += usualWords(measurement.usual);
    return isBlank(measurement.note) ? line : line + QStringLiteral(". ") + cleanText(measurement.note);
}

}
