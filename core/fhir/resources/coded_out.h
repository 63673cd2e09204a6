#pragma once

#include "fhir/document_plan.h"
#include "fhir/json_out.h"

#include <span>

namespace nadi::fhir
{

/// The code systems a profile allows in one element; other codes a person picked go into the text, in brackets.
using Systems = std::span<const CodeSystem>;

inline constexpr std::array onlySnomed{CodeSystem::Snomed};
inline constexpr std::array onlyLoinc{CodeSystem::Loinc};
inline constexpr std::array loincOrSnomed{CodeSystem::Loinc, CodeSystem::Snomed};
inline constexpr std::array icdOrSnomed{CodeSystem::Icd10, CodeSystem::Snomed};
inline constexpr std::array traditional{
    CodeSystem::Namaste, CodeSystem::Siddha, CodeSystem::Unani, CodeSystem::Icd11Tm2};
inline constexpr std::array anySystem{CodeSystem::Snomed, CodeSystem::Loinc, CodeSystem::Icd10, CodeSystem::Namaste,
    CodeSystem::Siddha, CodeSystem::Unani, CodeSystem::Icd11Tm2};

bool isIn(Systems systems, CodeSystem system);
/// What a person reads: the text, else the display of the first code; then the codes `systems` has no place for.
QString wordsOf(const Coded &what, Systems systems);
/// The members of a CodeableConcept: codings of `systems`, and always the text.
void writeCoded(JsonOut &out, const Coded &what, Systems systems);
void writeCoded(JsonOut &out, std::string_view key, const Coded &what, Systems systems);
/// `"key": [ … ]`, nothing at all for nothing said.
void writeCodedList(JsonOut &out, std::string_view key, const Coded &what, Systems systems);

/// Says something, and each code looks like one of its system and has its display: an invented code never leaves.
bool isWritable(const Coded &what);
/// The same, or nothing said at all.
bool isWritableOrEmpty(const Coded &what);

}
