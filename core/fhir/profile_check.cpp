#include "fhir/profile_check.h"

#include "fhir/element_names.h"
#include "fhir/guide.h"
#include "fhir/rules.h"

#include <algorithm>

namespace nadi::fhir
{
namespace
{
struct Spot
{
    JsonValue value;
    QString place;
};
using Spots = std::vector<Spot>;

bool isNamed(std::string_view element, std::string_view key)
{
    if (!element.ends_with("[x]"))
        return element == key;
    const auto stem = element.substr(0, element.size() - 3);
    return key.size() > stem.size() && key.starts_with(stem) && key[stem.size()] >= 'A' && key[stem.size()] <= 'Z';
}

QString latin(std::string_view text)
{
    return QString::fromLatin1(text.data(), qsizetype(text.size()));
}

/// Every value of one element below a value, lists opened.
void addChildren(const Spot &spot, std::string_view element, Spots &out)
{
    if (!spot.value.isObject())
        return;
    for (const auto member : spot.value) {
        if (!isNamed(element, member.key()))
            continue;
        const QString place = spot.place + u'.' + latin(member.key());
        if (!member.isArray()) {
            out.push_back({member, place});
            continue;
        }
        int i = 0;
        for (const auto item : member)
            out.push_back({item, place + u'[' + QString::number(i++) + u']'});
    }
}

/// Does a value carry the discriminating text somewhere below? "code.coding.code" may have several codings.
bool carries(JsonValue value, std::string_view path, std::string_view text)
{
    if (value.isArray()) {
        bool found = false;
        for (const auto item : value)
            found = found || carries(item, path, text);
        return found;
    }
    if (path.empty())
        return value.isString() && value.text() == text;
    const auto dot = std::min(path.find('.'), path.size());
    return carries(value[path.substr(0, dot)], path.substr(std::min(dot + 1, path.size())), text);
}

class ProfileCheck
{
public:
    ProfileCheck(
        std::string_view profile, JsonValue resource, const Place &place, const BundleIndex &index, Findings &findings)
        : m_profile(profile)
        , m_resource{resource, place.text()}
        , m_index(index)
        , m_findings(findings)
    {
    }

    void run()
    {
        for (const auto &rule : rules::profileRules(m_profile))
            check(rule);
        std::string_view last;
        for (const auto &slice : rules::slicesOf(m_profile))
            if (slice.path != last)
                checkSlicing(last = slice.path, slice.rules);
    }

private:
    void error(const QString &place, std::string_view rule, std::string_view message)
    {
        m_findings.add(Severity::Error, place, rule, message);
    }

    const rules::Slice *slice(std::string_view path, std::string_view name) const
    {
        for (const auto &slice : rules::slicesOf(m_profile))
            if (slice.path == path && slice.name == name)
                return &slice;
        return nullptr;
    }

    /// The values at a path; ":name" keeps those of a slice.
    Spots at(std::string_view path) const
    {
        Spots spots{m_resource};
        std::string plain; // the path so far without slice names
        while (!path.empty() && !spots.empty()) {
            const auto dot = std::min(path.find('.'), path.size());
            const auto segment = path.substr(0, dot);
            path.remove_prefix(std::min(dot + 1, path.size()));
            const auto element = segment.substr(0, segment.find(':'));
            plain.append(plain.empty() ? "" : ".").append(element);
            Spots next;
            for (const auto &spot : spots)
                addChildren(spot, element, next);
            if (element.size() < segment.size())
                if (const auto *kept = slice(plain, segment.substr(element.size() + 1)))
                    std::erase_if(next, [&](const Spot &spot) { return !carries(spot.value, kept->by, kept->value); });
            spots = std::move(next);
        }
        return spots;
    }

    void check(const rules::ProfileRule &rule)
    {
        const auto dot = rule.path.rfind('.');
        const auto head = dot == std::string_view::npos ? std::string_view() : rule.path.substr(0, dot);
        const auto last = dot == std::string_view::npos ? rule.path : rule.path.substr(dot + 1);
        const auto element = last.substr(0, last.find(':'));
        const rules::Slice *kept = element.size() < last.size()
            ? slice(head.empty() ? std::string(element) : std::string(head).append(".").append(element),
                  last.substr(element.size() + 1))
            : nullptr;
        for (const auto &parent : at(head)) {
            Spots found;
            addChildren(parent, element, found);
            if (kept)
                std::erase_if(found, [&](const Spot &spot) { return !carries(spot.value, kept->by, kept->value); });
            const QString place = parent.place + u'.' + latin(last);
            if (int(found.size()) < rule.min)
                error(place, "FHIR-REQUIRED", "required by the profile");
            if (rule.max != rules::many && int(found.size()) > rule.max)
                error(place, "FHIR-MANY", "more often than the profile allows");
            for (const auto &spot : found)
                checkValue(spot, element, rule);
        }
    }

    void checkValue(const Spot &spot, std::string_view element, const rules::ProfileRule &rule)
    {
        if (!rule.fixed.empty() && spot.value.text() != rule.fixed)
            error(spot.place, "FHIR-FIXED", "not the value the profile fixes");
        if (rule.types.empty())
            return;
        if (element.ends_with("[x]") && !spot.value.key().empty()
            && choiceType(element, rule.types, spot.value.key()).empty())
            error(spot.place, "FHIR-CHOICE", "the profile does not allow this type here");
        if (const auto target = m_index.target(spot.value);
            target && !rules::mayTarget(rule.types, target["resourceType"].text()))
            error(spot.place, "FHIR-REFERENCE-TYPE", "the profile does not allow this target");
    }

    void checkSlicing(std::string_view path, std::string_view kind)
    {
        bool unknownSeen = false;
        for (const auto &spot : at(path)) {
            const bool known = std::ranges::any_of(rules::slicesOf(m_profile), [&](const rules::Slice &slice) {
                return slice.path == path && carries(spot.value, slice.by, slice.value);
            });
            if (!known && kind == "closed")
                error(spot.place, "FHIR-SLICE", "none of the kinds the profile allows here");
            if (known && unknownSeen && kind == "openAtEnd")
                m_findings.add(
                    Severity::Warning, spot.place, "FHIR-SLICE", "a kind the profile names after one it does not name");
            unknownSeen = unknownSeen || !known;
        }
    }

    std::string_view m_profile;
    Spot m_resource;
    const BundleIndex &m_index;
    Findings &m_findings;
};
}

void checkProfile(
    JsonValue resource, std::string_view profile, const Place &place, const BundleIndex &index, Findings &findings)
{
    ProfileCheck(profile, resource, place, index, findings).run();
}

std::string_view nrcesProfileName(std::string_view url)
{
    url = url.substr(0, url.find('|'));
    return url.starts_with(guide::profileBase) ? url.substr(guide::profileBase.size()) : std::string_view();
}

}
