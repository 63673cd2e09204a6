#pragma once

#include "fhir/json_out.h"
#include "fhir/observation_codes.h"

namespace nadi::fhir
{

/// A number with its unit; how "< 5" is said depends on Quantity::bound. isDecimal(quantity.value) must hold.
void writeQuantity(JsonOut &out, std::string_view key, const Quantity &quantity);
/// value[x] as one of `values` (empty: any type), interpretation and referenceRange. A number that is none becomes
/// words.
void writeMeasured(JsonOut &out, const Measurement &measurement, std::string_view values = {});
QString measuredWords(const Measurement &measurement);

/// The vital sign a measurement claims to be by its LOINC code; nothing for other codes.
const VitalSign *vitalSignOf(const Measurement &measurement);
/// Does it say what FHIR's profile of that vital sign asks for: a number, one of its units, both pressures?
bool isComplete(const Measurement &measurement, const VitalSign &sign);

}
