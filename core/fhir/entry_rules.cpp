#include "fhir/document_rules.h"
#include "fhir/guide.h"
#include "fhir/primitives.h"
#include "fhir/profile_check.h"
#include "fhir/rules.h"

#include <algorithm>
#include <unordered_set>

namespace nadi::fhir
{
namespace
{
class EntryRules
{
public:
    EntryRules(const BundleIndex &index, Findings &findings)
        : m_index(index)
        , m_findings(findings)
    {
    }

    void entry(int i, const Place &place)
    {
        const auto resource = m_index.resource(i);
        if (!resource)
            return m_findings.error({&place, "resource"}, "FHIR-REQUIRED", "an entry of a document has a resource");
        checkUrl(i, place);
        const bool isComposition = resource["resourceType"].text() == "Composition";
        if (isComposition != (i == 0))
            m_findings.error(
                {&place, "resource"}, "FHIR-COMPOSITION", "the first entry, and no other, is the Composition");
        profiles(resource, {&place, "resource"});
    }

    void profiles(JsonValue resource, const Place &place)
    {
        const auto type = resource["resourceType"].text();
        const Place meta{&place, "meta"};
        if (type == "Observation")
            checkObservation(resource, place, m_findings);
        bool claimed = false;
        int i = 0;
        for (const auto url : resource["meta"]["profile"]) {
            const Place here{&meta, "profile", i++};
            const auto name = nrcesProfileName(url.text());
            const auto profileType = rules::typeOfProfile(name);
            if (profileType.empty()) {
                m_findings.warning(here, "FHIR-PROFILE-UNCHECKED", "this profile has no rules here");
                continue;
            }
            claimed = true;
            if (profileType != type)
                m_findings.error(here, "FHIR-PROFILE", "the profile is for another resource type");
            else
                checkProfile(resource, name, place, m_index, m_findings);
            if (type == "Observation")
                checkObservationCode(resource, name, place, m_findings);
            if (type == "Composition")
                kind(resource, name, place);
        }
        // Receivers pick their mappers by the profile (section 2, rule 7); types without an NRCeS profile claim none.
        if (!claimed && (type == "Composition" || type == "Bundle"))
            m_findings.error({&meta, "profile"}, "FHIR-PROFILE", "no NRCeS document profile is claimed");
        else if (!claimed && rules::typeOfProfile(type) == type)
            m_findings.warning({&meta, "profile"}, "FHIR-PROFILE", "receivers recognise a resource by its profile");
    }

private:
    void checkUrl(int i, const Place &place)
    {
        const Place here{&place, "fullUrl"};
        const auto url = m_index.entry(i)["fullUrl"].text();
        if (url.empty())
            return m_findings.error(here, "FHIR-FULLURL", "an entry of a document has a fullUrl");
        if (!m_urls.insert(url).second)
            m_findings.error(here, "FHIR-FULLURL", "another entry has the same fullUrl");
        if (!isUuidUrn(url))
            m_findings.error(here, "FHIR-FULLURL", "not urn:uuid: and a lower-case UUID");
        else if (m_index.resource(i)["id"].text() != url.substr(9))
            m_findings.warning({&place, "resource"}, "FHIR-FULLURL", "resource.id differs from the fullUrl");
    }

    void kind(JsonValue composition, std::string_view profile, const Place &place)
    {
        const auto found = std::ranges::find(guide::documentKinds, profile, &guide::DocumentKind::profile);
        if (found != guide::documentKinds.end() && found->code.code.empty() && !composition["type"]["text"])
            m_findings.error({&place, "type"}, "FHIR-REQUIRED", "this kind is recognised by type.text");
        if (!m_index.target(composition["subject"]))
            m_findings.error({&place, "subject"}, "FHIR-REFERENCE", "the patient is not in the document");
    }

    const BundleIndex &m_index;
    Findings &m_findings;
    std::unordered_set<std::string_view> m_urls;
};
}

void checkEntries(JsonValue bundle, const BundleIndex &index, Findings &findings)
{
    const Place root{nullptr, "Bundle"};
    EntryRules rules(index, findings);
    rules.profiles(bundle, root);
    if (!bundle["meta"]["profile"]) // unclaimed, its rules still hold: everything we look at is a document
        checkProfile(bundle, "DocumentBundle", root, index, findings);
    if (index.size() == 0)
        findings.error({&root, "entry"}, "FHIR-COMPOSITION", "a document begins with a Composition");
    for (int i = 0; i < index.size() && !findings.isFull(); ++i)
        rules.entry(i, {&root, "entry", i});
}

}
