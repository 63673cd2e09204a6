#pragma once

#include "fhir/bundle_index.h"
#include "fhir/findings.h"

namespace nadi::fhir
{

/// Checks one resource against the rows of one profile: cardinalities, fixed values, choices, reference targets,
/// slices.
void checkProfile(
    JsonValue resource, std::string_view profile, const Place &place, const BundleIndex &index, Findings &findings);

/// The name behind the NRCeS base of a meta.profile URL, without a version; empty for other URLs.
std::string_view nrcesProfileName(std::string_view url);

}
