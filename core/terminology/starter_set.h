#pragma once

#include "terminology/release_entry.h"

namespace nadi::terminology
{

/// The SNOMED CT and LOINC codes that the NRCeS profiles themselves name: what every clinic can pick from before it has
/// imported a release. ICD-10, NAMASTE and TM2 may not be shipped.
QList<ReleaseEntry> starterEntries(CodeSystem system);

}
