#include "fhir/bundle_index.h"

#include <algorithm>
#include <string>

namespace nadi::fhir
{

BundleIndex::BundleIndex(JsonValue bundle)
{
    const auto entries = bundle["entry"];
    if (!entries.isArray())
        return;
    for (const auto entry : entries) {
        const int index = int(m_entries.size());
        m_entries.push_back(entry);
        if (const auto url = entry["fullUrl"].text(); !url.empty())
            m_byUrl.emplace(url, index);
        const auto resource = entry["resource"];
        if (const auto id = resource["id"].text(); !id.empty())
            m_byTypeAndId.emplace(std::string(resource["resourceType"].text()).append("/").append(id), index);
    }
}

BundleIndex::Hit BundleIndex::find(std::string_view reference) const
{
    reference = reference.substr(0, reference.find("/_history/"));
    if (const auto found = m_byUrl.find(reference); found != m_byUrl.end())
        return {How::Exact, found->second};
    // "https://host/fhir/Patient/1" and "Patient/1" both end in type and id.
    const auto slash = reference.rfind('/');
    if (slash == std::string_view::npos)
        return {};
    const auto before = slash > 0 ? reference.rfind('/', slash - 1) : std::string_view::npos;
    const auto tail = before == std::string_view::npos ? reference : reference.substr(before + 1);
    const auto found = m_byTypeAndId.find(std::string(tail));
    return found == m_byTypeAndId.end() ? Hit{} : Hit{How::Loose, found->second};
}

JsonValue BundleIndex::target(JsonValue reference) const
{
    const auto hit = find(reference["reference"].text());
    return hit.entry < 0 ? JsonValue() : resource(hit.entry);
}

}
