#pragma once

#include "fhir/findings.h"
#include "fhir/json_tree.h"

namespace nadi::fhir
{

/// The FHIR invariants that a clinic's documents can break, one row per invariant, by the type they stand in.
void checkInvariants(JsonValue value, std::string_view owner, const Place &place, Findings &findings);

}
