#include "fhir/document_rules.h"
#include "fhir/guide.h"
#include "fhir/observation_codes.h"

#include <algorithm>

namespace nadi::fhir
{
namespace
{
bool hasUnit(JsonValue quantity, std::string_view units)
{
    return quantity["system"].text() == guide::ucum && isOneOf(units, quantity["code"].text());
}

bool hasCode(JsonValue what, std::string_view system, std::string_view code)
{
    for (const auto coding : what["coding"])
        if (coding["system"].text() == system && coding["code"].text() == code)
            return true;
    return false;
}

int partsOf(JsonValue observation, std::string_view code, std::string_view units)
{
    int parts = 0;
    for (const auto component : observation["component"])
        if (hasCode(component["code"], guide::loinc, code))
            parts += component["dataAbsentReason"] || hasUnit(component["valueQuantity"], units) ? 1 : 0;
    return parts;
}

bool hasValueOf(JsonValue observation, const VitalSign &sign)
{
    if (sign.code == bloodPressure)
        return partsOf(observation, systolic, sign.units) == 1 && partsOf(observation, diastolic, sign.units) == 1;
    return observation["dataAbsentReason"] || hasUnit(observation["valueQuantity"], sign.units);
}

/// FHIR R4, "Vital Signs Profiles": they hold by the code, whatever profile is claimed. A warning, as the guide's own
/// documents break them.
void checkVitalSign(JsonValue observation, const VitalSign &sign, const Place &place, Findings &findings)
{
    const auto warn = [&](std::string_view member, std::string_view message) {
        findings.warning({&place, member}, "FHIR-VITAL-SIGN", message);
    };
    bool isCategorised = false;
    for (const auto category : observation["category"])
        isCategorised = isCategorised
            || hasCode(category, "http://terminology.hl7.org/CodeSystem/observation-category", "vital-signs");
    if (!isCategorised)
        warn("category", "a vital sign has the category vital-signs");
    if (!observation["effectiveDateTime"] && !observation["effectivePeriod"])
        warn("effective[x]", "a vital sign has a time");
    if (!hasValueOf(observation, sign))
        warn("value[x]", "not a value and unit of this vital sign");
    if (!sign.companion.empty() && !hasCode(observation["code"], guide::loinc, sign.companion))
        warn("code", "FHIR's own code of this vital sign is missing beside the more exact one");
}
}

void checkObservation(JsonValue observation, const Place &place, Findings &findings)
{
    for (const auto coding : observation["code"]["coding"])
        if (coding["system"].text() == guide::loinc)
            if (const auto *sign = vitalSign(coding["code"].text()))
                return checkVitalSign(observation, *sign, place, findings);
}

void checkObservationCode(JsonValue observation, std::string_view profile, const Place &place, Findings &findings)
{
    const auto *kind = observationKind(profile);
    const auto codings = observation["code"]["coding"];
    if (!kind || !codings)
        return;
    for (const auto coding : codings)
        if (isOneOf(kind->codes, coding["code"].text()))
            return;
    findings.warning({&place, "code"}, "FHIR-CODE", "no coding is in the value set the profile prefers to others");
}

}
