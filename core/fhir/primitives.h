#pragma once

#include <string_view>

namespace nadi::fhir
{

/// Is `type` one of FHIR's primitive types?
bool isPrimitive(std::string_view type);
/// Numbers and booleans are not strings in JSON.
bool isNumeric(std::string_view type);
/// The lexical rules of FHIR R4 datatypes.html. Base64 is checked with its attachment, xhtml by faultInNarrative().
bool hasFormat(std::string_view type, std::string_view text);

/// "urn:uuid:" and a lower-case UUID (nrces-fhir.md section 2, rule 4).
bool isUuidUrn(std::string_view text);

}
