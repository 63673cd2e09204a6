#pragma once

#include <QString>

#include <string_view>

namespace nadi::fhir
{

struct DocumentPlan;
struct PlannedSection;

/// The generated XHTML of a document: who, where, when and each line, for viewers that show nothing else.
QString narrativeOf(const DocumentPlan &plan);
/// What a section says beyond its entries.
QString narrativeOf(const PlannedSection &section);

/// Why a narrative is not FHIR XHTML (R4 txt-1, txt-2); empty when it is. Never quotes the narrative.
std::string_view faultInNarrative(std::string_view div);

/// What a person reads of a narrative from outside: tags dropped, entities resolved, nothing loaded (S-F7). Lenient.
QString plainText(std::string_view div);

}
