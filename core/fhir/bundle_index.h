#pragma once

#include "fhir/json_tree.h"

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace nadi::fhir
{

/// The entries of a Bundle and the ways to find one. References are resolved here and nowhere else (S-F7).
class BundleIndex
{
public:
    enum class How { Missing, Exact, Loose };
    struct Hit
    {
        How how = How::Missing;
        int entry = -1;
    };

    explicit BundleIndex(JsonValue bundle);

    int size() const { return int(m_entries.size()); }
    JsonValue entry(int index) const { return m_entries[size_t(index)]; }
    JsonValue resource(int index) const { return entry(index)["resource"]; }
    /// Exact: a fullUrl. Loose: type and id of a relative reference, as guides 2.x and 3.x wrote them (section 2, rule
    /// 4).
    Hit find(std::string_view reference) const;
    /// The resource a Reference points at; nothing when it is not in the bundle.
    JsonValue target(JsonValue reference) const;

private:
    std::vector<JsonValue> m_entries;
    std::unordered_map<std::string_view, int> m_byUrl;
    std::unordered_map<std::string, int> m_byTypeAndId;
};

}
