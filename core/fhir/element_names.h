#pragma once

#include "fhir/json_tree.h"

#include <string_view>

namespace nadi::fhir
{

/// "valueQuantity" for value[x] of "Quantity|string" is "Quantity"; empty when the key is no form of that choice.
std::string_view choiceType(std::string_view element, std::string_view types, std::string_view key);
/// The type without its targets, where types that only narrow another are that other: "Reference(Patient)" is
/// "Reference", "Duration" is "Quantity".
std::string_view typeName(std::string_view type);
/// Is the owner a resource type, not a data type or an inline type?
bool isResource(std::string_view owner);
/// Does a CodeableConcept or Coding hold a code that is in the set, or one that cannot be judged?
bool anyCodingIn(JsonValue value, std::string_view valueSet);
/// Calls see(type) for each of "Quantity|string|Reference(A,B)".
template <class See>
void eachType(std::string_view types, See see)
{
    while (!types.empty()) {
        const auto end = std::min(types.find('|'), types.size());
        see(types.substr(0, end));
        types.remove_prefix(std::min(end + 1, types.size()));
    }
}

}
