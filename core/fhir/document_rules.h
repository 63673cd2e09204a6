#pragma once

#include "fhir/bundle_index.h"
#include "fhir/findings.h"
#include "fhir/type_walk.h"

namespace nadi::fhir
{

/// nrces-fhir.md section 2: Composition first, fullUrls, claimed profiles, what has no profile rules here.
void checkEntries(JsonValue bundle, const BundleIndex &index, Findings &findings);
/// The vital-sign profiles of FHIR R4, which hold by LOINC code.
void checkObservation(JsonValue observation, const Place &place, Findings &findings);
/// The extensible value sets of the Observation profiles.
void checkObservationCode(JsonValue observation, std::string_view profile, const Place &place, Findings &findings);
/// Every reference leads to an entry of a type that may stand there; every entry is reached from the Composition.
void checkReferences(const std::vector<FoundReference> &references, const BundleIndex &index, Findings &findings);

}
