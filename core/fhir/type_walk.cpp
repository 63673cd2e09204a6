#include "fhir/type_walk.h"

#include "fhir/element_names.h"
#include "fhir/invariants.h"
#include "fhir/narrative.h"
#include "fhir/primitives.h"

#include <algorithm>
#include <string>

namespace nadi::fhir
{
namespace
{
using Kind = JsonValue::Kind;

bool hasDuplicates(JsonValue object)
{
    std::vector<std::string_view> keys;
    keys.reserve(object.size());
    for (const auto member : object)
        keys.push_back(member.key());
    std::ranges::sort(keys);
    return std::ranges::adjacent_find(keys) != keys.end();
}

/// Which row of the owner a member belongs to, and as which type ("valueQuantity" is value[x] as Quantity).
struct Match
{
    const rules::Element *rule = nullptr;
    std::string_view type;
};

Match match(std::span<const rules::Element> rows, std::string_view key)
{
    for (const auto &row : rows) {
        if (row.name == key)
            return {&row, row.types};
        if (const auto type = choiceType(row.name, row.types, key); !type.empty())
            return {&row, type};
    }
    return {};
}
}

void TypeWalk::bundle(JsonValue bundle)
{
    object(bundle, "Bundle", Place{nullptr, "Bundle"});
}

void TypeWalk::resource(JsonValue value, const Place &place)
{
    const auto type = value["resourceType"].text();
    if (!value.isObject() || type.empty())
        m_findings.error(place, "FHIR-SHAPE", "a resource is an object with a resourceType");
    else if (rules::elementsOf(type).empty())
        m_findings.warning(place, "FHIR-TYPE-UNKNOWN", "this resource type is not known here and was not checked");
    else
        object(value, type, place);
}

void TypeWalk::object(JsonValue value, std::string_view owner, const Place &place)
{
    if (!value.isObject())
        return m_findings.error(place, "FHIR-SHAPE", "an object is expected");
    if (value.size() == 0)
        return m_findings.error(place, "FHIR-SHAPE", "an object may not be empty");
    if (m_findings.isFull())
        return;
    if (hasDuplicates(value))
        return m_findings.error(place, "FHIR-DUPLICATE", "a member occurs twice");

    const auto rows = rules::elementsOf(owner);
    std::vector<int> counts(rows.size());
    for (const auto item : value) {
        const auto key = item.key();
        if (key == "resourceType" && isResource(owner))
            continue;
        const bool isShadow = key.starts_with('_');
        const auto found = match(rows, isShadow ? key.substr(1) : key);
        if (!found.rule || (isShadow && !isPrimitive(found.type))) {
            m_findings.error({&place, key}, "FHIR-UNKNOWN-MEMBER", "not an element of this type");
            continue;
        }
        if (isShadow && value[key.substr(1)])
            continue; // the extension beside a value that is counted already
        ++counts[size_t(found.rule - rows.data())];
        if (!isShadow)
            member(item, *found.rule, found.type, place, owner);
    }
    for (size_t i = 0; i < rows.size(); ++i) {
        if (counts[i] < rows[i].min)
            m_findings.error({&place, rows[i].name}, "FHIR-REQUIRED", "required by FHIR R4");
        if (counts[i] > 1)
            m_findings.error({&place, rows[i].name}, "FHIR-CHOICE", "more than one type of a choice");
    }
    checkInvariants(value, owner, place, m_findings);
}

void TypeWalk::member(
    JsonValue value, const rules::Element &rule, std::string_view type, const Place &object, std::string_view owner)
{
    if (rule.max == 1) {
        if (value.isArray())
            return m_findings.error({&object, value.key()}, "FHIR-SHAPE", "a single value is expected, not a list");
        return single(value, rule, type, {&object, value.key()}, owner);
    }
    if (!value.isArray())
        return m_findings.error({&object, value.key()}, "FHIR-SHAPE", "a list is expected");
    if (value.size() == 0)
        return m_findings.error({&object, value.key()}, "FHIR-SHAPE", "a list may not be empty");
    int index = 0;
    const bool entries = owner == "Bundle" && rule.name == "entry";
    for (const auto item : value) {
        if (entries)
            m_entry = index;
        single(item, rule, type, {&object, value.key(), index++}, owner);
    }
    if (entries)
        m_entry = -1;
}

void TypeWalk::single(
    JsonValue value, const rules::Element &rule, std::string_view type, const Place &place, std::string_view owner)
{
    if (value.is(Kind::Null))
        return m_findings.error(place, "FHIR-SHAPE", "null is not a value");
    if (type == ".")
        return object(value, std::string(owner).append(".").append(rule.name), place);
    if (type.starts_with('#'))
        return object(value, type.substr(1), place);
    if (type == "Resource")
        return resource(value, place);
    const auto name = typeName(type);
    if (isPrimitive(name))
        return primitive(value, rule, name, place);
    if (name == "Reference" && value.isObject())
        m_references.push_back({value, place.text(), type, m_entry});
    object(value, name, place);
    if (name == "CodeableConcept" && !rule.valueSet.empty() && !anyCodingIn(value, rule.valueSet))
        m_findings.error(place, "FHIR-CODE", "no coding is in the required value set");
}

void TypeWalk::primitive(JsonValue value, const rules::Element &rule, std::string_view type, const Place &place)
{
    const bool isBoolean = value.is(Kind::True) || value.is(Kind::False);
    const bool shape = type == "boolean" ? isBoolean : isNumeric(type) ? value.is(Kind::Number) : value.isString();
    if (!shape)
        return m_findings.error(place, "FHIR-SHAPE", "another JSON type is expected");
    if (type == "xhtml") {
        if (const auto fault = faultInNarrative(value.text()); !fault.empty())
            m_findings.error(place, "FHIR-NARRATIVE", fault);
    } else if (!hasFormat(type, value.text())) {
        m_findings.error(place, "FHIR-FORMAT", "not of the format of its type");
    } else if (!rule.valueSet.empty() && !rules::mayBeIn(rule.valueSet, value.text())) {
        m_findings.error(place, "FHIR-CODE", "not in the required value set");
    }
}

}
