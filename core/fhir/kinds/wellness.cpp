#include "fhir/kinds/kinds.h"
#include "fhir/observation_codes.h"
#include "fhir/resources/clinical.h"
#include "fhir/resources/coded_out.h"

#include <algorithm>

namespace nadi::fhir
{
namespace
{
using W = WellnessSection;

/// Empty for words, which every profile takes in one way or another.
std::string_view valueType(const Measurement &measurement)
{
    if (const auto *quantity = std::get_if<Quantity>(&measurement.value); quantity && isDecimal(quantity->value))
        return "Quantity";
    return std::holds_alternative<Coded>(measurement.value) ? "CodeableConcept" : std::string_view();
}

/// The profile of each section names its codes and its types of value. What a person put there with another code keeps
/// that code and moves to the other observations, where every code may be.
W sectionFor(const WellnessEntry &entry)
{
    const auto &kind = observationKind(entry.section);
    const auto isNamed = [&](const Code &code) { return isOneOf(kind.codes, code.code.toStdString()); };
    QList<Code> writable = entry.measurement.what.codes;
    writable.removeIf([](const Code &code) { return !isIn(loincOrSnomed, code.system); });
    const bool codeFits = kind.codes.empty() || writable.isEmpty() || std::ranges::any_of(writable, isNamed);
    const auto type = valueType(entry.measurement);
    const bool valueFits = kind.values.empty() || type.empty() || isOneOf(kind.values, type);
    return codeFits && valueFits ? entry.section : W::OtherObservations;
}
}

void planKind(DocumentPlan &plan, const WellnessContent &record)
{
    for (const auto part : {W::VitalSigns, W::BodyMeasurement, W::PhysicalActivity, W::GeneralAssessment,
             W::WomenHealth, W::Lifestyle, W::OtherObservations}) {
        const auto &kind = observationKind(part);
        PlannedSection section;
        section.title = QString::fromLatin1(kind.title.data(), qsizetype(kind.title.size()));
        for (const auto &entry : record.entries)
            if (sectionFor(entry) == part)
                section.add(planMeasurement(plan, entry.measurement, {kind.profile, {}, {}, {}, kind.values}),
                    lineOf(entry.measurement));
        plan.addSection(std::move(section));
    }
    PlannedSection pages;
    pages.title = QStringLiteral("Document Reference");
    addPages(plan, pages);
    plan.addSection(std::move(pages));
}

}
