#pragma once

#include "fhir/findings.h"
#include "fhir/json_tree.h"
#include "fhir/rules.h"

#include <vector>

namespace nadi::fhir
{

/// A reference as the walk met it; resolved later, when all entries are known.
struct FoundReference
{
    JsonValue value; ///< the Reference object
    QString place;
    std::string_view types; ///< "Reference(Patient,Group)"
    int entry = -1; ///< index of the Bundle.entry it stands in, -1 outside
};

/// Walks a resource by the R4 rows: unknown members, JSON shape, cardinality, choices, formats, required value sets,
/// the invariants of invariants.cpp. Collects every reference on the way.
class TypeWalk
{
public:
    explicit TypeWalk(Findings &findings)
        : m_findings(findings)
    {
    }
    void bundle(JsonValue bundle);
    const std::vector<FoundReference> &references() const { return m_references; }

private:
    void resource(JsonValue value, const Place &place);
    void object(JsonValue value, std::string_view owner, const Place &place);
    void member(JsonValue value, const rules::Element &rule, std::string_view type, const Place &object,
        std::string_view owner);
    void single(
        JsonValue value, const rules::Element &rule, std::string_view type, const Place &place, std::string_view owner);
    void primitive(JsonValue value, const rules::Element &rule, std::string_view type, const Place &place);

    Findings &m_findings;
    std::vector<FoundReference> m_references;
    int m_entry = -1;
};

}
