#include "fhir/rules.h"

#include <algorithm>
#include <array>

namespace nadi::fhir::rules
{
namespace
{
constexpr Element elements[] = {
#include "fhir/rules/r4_elements.inc"
};
constexpr ProfileRule profileTable[] = {
#include "fhir/rules/nrces_rules.inc"
};
constexpr Slice slices[] = {
#include "fhir/rules/nrces_slices.inc"
};
constexpr ProfileType profileTypes[] = {
#include "fhir/rules/nrces_profiles.inc"
};

struct ValueSet
{
    std::string_view name;
    std::string_view codes; ///< separated by blanks
};
constexpr ValueSet valueSets[] = {
#include "fhir/rules/value_sets.inc"
};

/// The generator sorts every table by its first column.
template <class Row>
std::span<const Row> block(std::span<const Row> table, std::string_view Row::*column, std::string_view wanted)
{
    const auto range = std::ranges::equal_range(table, wanted, {}, column);
    return {range.begin(), range.end()};
}
static_assert(std::ranges::is_sorted(elements, {}, &Element::owner));
static_assert(std::ranges::is_sorted(profileTable, {}, &ProfileRule::profile));
static_assert(std::ranges::is_sorted(slices, {}, &Slice::profile));
static_assert(std::ranges::is_sorted(profileTypes, {}, &ProfileType::profile));
static_assert(std::ranges::is_sorted(valueSets, {}, &ValueSet::name));
}

std::span<const Element> elementsOf(std::string_view owner)
{
    return block<Element>(elements, &Element::owner, owner);
}

std::span<const ProfileRule> profileRules(std::string_view profile)
{
    return block<ProfileRule>(profileTable, &ProfileRule::profile, profile);
}

std::span<const Slice> slicesOf(std::string_view profile)
{
    return block<Slice>(slices, &Slice::profile, profile);
}

std::string_view typeOfProfile(std::string_view profile)
{
    const auto found = block<ProfileType>(profileTypes, &ProfileType::profile, profile);
    return found.empty() ? std::string_view() : found.front().type;
}

bool mayBeIn(std::string_view valueSet, std::string_view code)
{
    const auto found = block<ValueSet>(valueSets, &ValueSet::name, valueSet);
    if (found.empty())
        return true;
    for (auto codes = found.front().codes; !codes.empty();) {
        const auto end = std::min(codes.find(' '), codes.size());
        if (codes.substr(0, end) == code)
            return true;
        codes.remove_prefix(std::min(end + 1, codes.size()));
    }
    return false;
}

bool mayTarget(std::string_view types, std::string_view type)
{
    const auto open = types.find("Reference(");
    if (open == std::string_view::npos)
        return true;
    auto targets = types.substr(open + 10, types.find(')', open) - open - 10);
    while (!targets.empty()) {
        const auto end = std::min(targets.find(','), targets.size());
        if (targets.substr(0, end) == type)
            return true;
        targets.remove_prefix(std::min(end + 1, targets.size()));
    }
    return false;
}

}
