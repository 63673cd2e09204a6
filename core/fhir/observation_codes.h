#pragma once

#include "domain/content/wellness.h"

#include <string_view>

namespace nadi::fhir
{

/// A kind of observation with an extensible value set of its own (nrces-fhir.md section 3, WellnessRecord). Writer and
/// checker go by the same rows.
struct ObservationKind
{
    WellnessSection section;
    std::string_view title; ///< the section is told by it, letter by letter
    std::string_view profile;
    std::string_view codes; ///< LOINC and SNOMED CT, separated by blanks; empty: any
    std::string_view values; ///< types of value[x] the profile allows; empty: any
};
const ObservationKind &observationKind(WellnessSection section);
/// Nothing for Observation itself and for other resources.
const ObservationKind *observationKind(std::string_view profile);

/// A LOINC code that puts an Observation under one of FHIR's vital-sign profiles, whatever profile it claims.
struct VitalSign
{
    std::string_view code;
    std::string_view units; ///< UCUM, separated by blanks; of the parts for blood pressure
    std::string_view companion; ///< LOINC code FHIR wants beside a more exact one
};
const VitalSign *vitalSign(std::string_view loinc);

inline constexpr std::string_view bloodPressure = "85354-9";
inline constexpr std::string_view systolic = "8480-6";
inline constexpr std::string_view diastolic = "8462-4";

/// Is the word one of "a b c"?
bool isOneOf(std::string_view words, std::string_view word);

}
