#pragma once

#include <span>
#include <string_view>

/// The rule tables that rules/make_rules.py writes from the FHIR definitions: one rule per row.
namespace nadi::fhir::rules
{

inline constexpr int many = -1;

/// One element of an R4 type or of an inline (backbone) type, named by its path.
struct Element
{
    std::string_view owner; ///< "Patient", "HumanName", "Composition.section"
    std::string_view name; ///< "name", "value[x]"
    int min;
    int max; ///< or `many`
    std::string_view types; ///< "string", "Quantity|string", "Reference(Patient)", "." (inline), "#Composition.section"
    std::string_view valueSet; ///< of a required binding; empty when there is none or it is too big to carry
};

/// What an NRCeS profile adds to R4.
struct ProfileRule
{
    std::string_view profile;
    std::string_view path; ///< below the resource: "section.entry:Binary.type"
    int min;
    int max;
    std::string_view types; ///< empty: as in R4
    std::string_view fixed; ///< empty: free
};

struct Slice
{
    std::string_view profile;
    std::string_view path;
    std::string_view name;
    std::string_view by; ///< discriminator below the sliced element
    std::string_view value;
    std::string_view rules; ///< "closed", "open", "openAtEnd"
};

struct ProfileType
{
    std::string_view profile;
    std::string_view type;
};

/// All elements of an owner; empty when the type is not in the tables.
std::span<const Element> elementsOf(std::string_view owner);
std::span<const ProfileRule> profileRules(std::string_view profile);
std::span<const Slice> slicesOf(std::string_view profile);
/// The resource type a profile is for; empty when the profile is not in the tables.
std::string_view typeOfProfile(std::string_view profile);
/// False only when the set is known and the code is not in it.
bool mayBeIn(std::string_view valueSet, std::string_view code);
/// Is `type` named in "Reference(A,B)|canonical"? Yes when no target is named.
bool mayTarget(std::string_view types, std::string_view type);

}
