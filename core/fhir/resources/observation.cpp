#include "fhir/resources/clinical.h"
#include "fhir/resources/coded_out.h"
#include "fhir/resources/measured.h"

#include <algorithm>

namespace nadi::fhir
{
namespace
{
constexpr guide::Coding vitalSigns{
    "http://terminology.hl7.org/CodeSystem/observation-category", "vital-signs", "Vital Signs"};

bool canBeSaid(const Measurement &measurement)
{
    const auto *coded = std::get_if<Coded>(&measurement.value);
    return isWritable(measurement.what) && (!coded || isWritable(*coded))
        && std::ranges::all_of(
            measurement.parts, [](const Measurement &part) { return part.parts.isEmpty() && canBeSaid(part); });
}

/// obs-7: a value, and a part that says another one for the same code.
bool contradictsItself(const Measurement &measurement)
{
    const auto &own = measurement.what.codes;
    return !std::holds_alternative<std::monostate>(measurement.value)
        && std::ranges::any_of(measurement.parts, [&own](const Measurement &part) {
               return std::ranges::any_of(part.what.codes, [&own](const Code &code) {
                   return std::ranges::any_of(own, [&code](const Code &mine) {
                       return mine.system == code.system && mine.code == code.code && isIn(loincOrSnomed, code.system);
                   });
               });
           });
}

/// What is written as the code. FHIR asks of a vital sign's LOINC code that the value is one: words, or a unit of
/// another kind, keep the name and lose the code rather than say what the code does not mean.
Coded codeFor(const Measurement &measurement)
{
    auto what = measurement.what;
    const auto *sign = vitalSignOf(measurement);
    if (sign && !isComplete(measurement, *sign))
        what = {wordsOf(what, loincOrSnomed), {}};
    else if (sign && !sign->companion.empty())
        what.codes
            += {CodeSystem::Loinc, QString::fromLatin1(sign->companion.data(), qsizetype(sign->companion.size())),
                QStringLiteral("Oxygen saturation in Arterial blood")};
    return what;
}

void writeParts(JsonOut &out, const QList<Measurement> &parts)
{
    if (!parts.isEmpty())
        out.array("component", [&] {
            for (const auto &part : parts)
                out.object([&] {
                    writeCoded(out, "code", part.what, loincOrSnomed);
                    writeMeasured(out, part);
                });
        });
}

UtcTime timeOf(const Measurement &measurement, const ObservationFrame &frame, const DocumentPlan &document)
{
    if (measurement.at.isSet())
        return measurement.at;
    return frame.at.isSet() ? frame.at : document.input.composedAt;
}
}

Ref planMeasurement(DocumentPlan &plan, const Measurement &measurement, const ObservationFrame &frame)
{
    plan.need(canBeSaid(measurement), "Observation.code");
    plan.need(!contradictsItself(measurement), "Observation.component.code");
    plan.need(!measurement.at.isSet() || isInRange(measurement.at), "Observation.effectiveDateTime");
    return plan.add("Observation", frame.profile, wordsOf(measurement.what, loincOrSnomed),
        [&measurement, frame](JsonOut &out, const DocumentPlan &document) {
            const auto *sign = vitalSignOf(measurement);
            const bool isVital = sign && isComplete(measurement, *sign);
            out.word("status", "final");
            if (isVital || !frame.category.code.empty())
                out.codeables("category", isVital ? vitalSigns : frame.category);
            writeCoded(out, "code", codeFor(measurement), loincOrSnomed);
            out.reference("subject", document.patient);
            writeEncounterReference(out, document);
            out.text("effectiveDateTime", timeOf(measurement, frame, document).toIso());
            out.references("performer", {document.facility});
            writeMeasured(out, measurement, frame.values);
            out.notes({measurement.note});
            if (!frame.specimen.id.isEmpty())
                out.reference("specimen", frame.specimen);
            writeParts(out, measurement.parts);
        });
}

}
