#include "fhir/element_names.h"

#include "fhir/rules.h"

#include <algorithm>

namespace nadi::fhir
{

std::string_view choiceType(std::string_view element, std::string_view types, std::string_view key)
{
    if (!element.ends_with("[x]"))
        return {};
    const auto stem = element.substr(0, element.size() - 3);
    if (!key.starts_with(stem) || key.size() == stem.size())
        return {};
    const auto suffix = key.substr(stem.size());
    std::string_view found;
    eachType(types, [&](std::string_view type) {
        const auto name = type.substr(0, type.find('('));
        const bool sameHead = suffix.front() == (name.front() >= 'a' ? char(name.front() - 'a' + 'A') : name.front());
        if (sameHead && suffix.substr(1) == name.substr(1))
            found = type;
    });
    return found;
}

std::string_view typeName(std::string_view type)
{
    const auto name = type.substr(0, type.find('('));
    for (const std::string_view narrowed : {"Age", "Count", "Distance", "Duration", "SimpleQuantity", "MoneyQuantity"})
        if (name == narrowed)
            return "Quantity";
    return name;
}

bool isResource(std::string_view owner)
{
    const auto rows = rules::elementsOf(owner);
    return std::ranges::any_of(rows, [](const auto &row) { return row.name == "implicitRules"; });
}

bool anyCodingIn(JsonValue value, std::string_view valueSet)
{
    const auto codings = value["coding"];
    for (const auto coding : codings)
        if (rules::mayBeIn(valueSet, coding["code"].text()))
            return true;
    return codings.size() == 0 && value["text"]; // text alone cannot be judged here
}

}
