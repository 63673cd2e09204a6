#include "fhir/document_rules.h"

#include <algorithm>

namespace nadi::fhir
{
namespace
{
class ReferenceRules
{
public:
    ReferenceRules(const BundleIndex &index, Findings &findings)
        : m_index(index)
        , m_findings(findings)
        , m_to(size_t(index.size()))
        , m_from(size_t(index.size()))
    {
    }

    void check(const FoundReference &found)
    {
        const auto text = found.value["reference"].text();
        if (text.empty())
            return; // an identifier or a display alone is a reference too
        if (!found.value["display"] && found.entry == 0)
            add(Severity::Warning, found, "FHIR-DISPLAY",
                "viewers print the display instead of following the reference");
        if (text.starts_with('#'))
            return contained(found, text.substr(1));
        const auto hit = m_index.find(text);
        if (hit.how == BundleIndex::How::Missing) {
            // What the Composition says must be in the document; others may speak of things elsewhere, unless by a
            // urn:uuid, which means nothing outside of this bundle.
            const bool must = found.entry <= 0 || text.starts_with("urn:");
            return add(must ? Severity::Error : Severity::Warning, found, "FHIR-REFERENCE",
                "leads to nothing in the document");
        }
        if (hit.how == BundleIndex::How::Loose)
            add(Severity::Warning, found, "FHIR-REFERENCE",
                "matches by type and id only; strict receivers do not find it");
        const auto type = m_index.resource(hit.entry)["resourceType"].text();
        if (!rules::mayTarget(found.types, type))
            add(Severity::Error, found, "FHIR-REFERENCE-TYPE", "FHIR does not allow this target");
        if (const auto said = found.value["type"].text(); !said.empty() && said != type)
            add(Severity::Error, found, "FHIR-REFERENCE-TYPE", "type says another resource type");
        if (found.entry >= 0) {
            m_to[size_t(found.entry)].push_back(hit.entry);
            m_from[size_t(hit.entry)].push_back(found.entry);
        }
    }

    void orphans()
    {
        if (m_index.size() == 0)
            return;
        std::vector<bool> reached(size_t(m_index.size()));
        std::vector<int> open{0};
        reached[0] = true;
        const auto reach = [&](int entry) {
            if (!reached[size_t(entry)])
                open.push_back(entry);
            reached[size_t(entry)] = true;
        };
        while (!open.empty()) {
            const int entry = open.back();
            open.pop_back();
            for (const int next : m_to[size_t(entry)])
                reach(next);
            // What speaks of a clinical resource belongs to it; to speak of the patient or the doctor is no reason.
            const auto type = m_index.resource(entry)["resourceType"].text();
            if (type != "Patient" && type != "Practitioner" && type != "Organization")
                for (const int next : m_from[size_t(entry)])
                    reach(next);
        }
        const Place root{nullptr, "Bundle"};
        for (int i = 0; i < m_index.size(); ++i)
            if (!reached[size_t(i)])
                m_findings.warning({&root, "entry", i}, "FHIR-ORPHAN", "the Composition does not lead here");
    }

private:
    void add(Severity severity, const FoundReference &found, std::string_view rule, std::string_view message)
    {
        m_findings.add(severity, found.place, rule, message);
    }

    void contained(const FoundReference &found, std::string_view id)
    {
        const auto list = found.entry < 0 ? JsonValue() : m_index.resource(found.entry)["contained"];
        bool known = id.empty();
        for (const auto resource : list)
            known = known || resource["id"].text() == id;
        if (!known)
            add(Severity::Error, found, "FHIR-REFERENCE", "no contained resource of that id");
    }

    const BundleIndex &m_index;
    Findings &m_findings;
    std::vector<std::vector<int>> m_to;
    std::vector<std::vector<int>> m_from;
};
}

void checkReferences(const std::vector<FoundReference> &references, const BundleIndex &index, Findings &findings)
{
    ReferenceRules rules(index, findings);
    for (const auto &found : references)
        rules.check(found);
    rules.orphans();
}

}
