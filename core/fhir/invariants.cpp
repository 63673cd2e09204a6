#include "fhir/invariants.h"

#include "fhir/base64.h"
#include "fhir/guide.h"

#include <algorithm>
#include <array>

namespace nadi::fhir
{
namespace
{
bool has(JsonValue value, std::string_view member)
{
    return bool(value[member]);
}

bool startsInOrder(JsonValue period)
{
    const auto start = UtcTime::parse(period["start"].string());
    const auto end = UtcTime::parse(period["end"].string());
    // Times of different precision cannot be compared: "2026" may well end after "2026-03".
    return !start || !end || period["start"].text().size() != period["end"].text().size() || *start <= *end;
}

bool hasValueOrExtension(JsonValue extension)
{
    bool value = false;
    for (const auto member : extension)
        value = value || member.key().starts_with("value") || member.key().starts_with("_value");
    return value != has(extension, "extension");
}

bool hasChoice(JsonValue value, std::string_view stem)
{
    for (const auto member : value) {
        const auto key = member.key();
        if (key.size() > stem.size() && key.starts_with(stem) && key[stem.size()] >= 'A' && key[stem.size()] <= 'Z')
            return true;
    }
    return false;
}

bool isEnteredInError(JsonValue value)
{
    return value["verificationStatus"]["coding"].first()["code"].text() == "entered-in-error";
}

/// obs-7: a value beside a component of the same code would say one thing twice.
bool isSaidOnce(JsonValue observation)
{
    if (!hasChoice(observation, "value"))
        return true;
    for (const auto own : observation["code"]["coding"])
        for (const auto component : observation["component"])
            for (const auto part : component["code"]["coding"])
                if (part["code"].text() == own["code"].text() && part["system"].text() == own["system"].text())
                    return false;
    return true;
}

bool beginsAsItSays(JsonValue attachment)
{
    auto data = attachment["data"].text();
    const auto mime = attachment["contentType"].text();
    const auto kind = std::ranges::find(guide::attachmentKinds, mime, &guide::AttachmentKind::mime);
    if (data.empty() || kind == guide::attachmentKinds.end())
        return true;
    // 64 characters hold the first bytes even when white space stands between them.
    data = data.substr(0, 64);
    const auto head = checkBase64({data.data(), qsizetype(data.size())}).head;
    return head.startsWith(QByteArrayView(kind->magic.data(), qsizetype(kind->magic.size())));
}

bool isShownInline(JsonValue attachment)
{
    const auto mime = attachment["contentType"].text();
    return mime.empty() || mime.starts_with("text/") || mime == "application/dicom"
        || std::ranges::find(guide::attachmentKinds, mime, &guide::AttachmentKind::mime)
        != guide::attachmentKinds.end();
}

struct Invariant
{
    std::string_view owner;
    Severity severity;
    std::string_view rule;
    bool (*holds)(JsonValue);
    std::string_view message;
};

constexpr auto E = Severity::Error;
constexpr auto W = Severity::Warning;

constexpr std::array invariants{
    Invariant{"AllergyIntolerance", E, "FHIR-INVARIANT",
        [](JsonValue v) { return isEnteredInError(v) != has(v, "clinicalStatus"); },
        "ait-1, ait-2: clinicalStatus, unless entered in error"},
    Invariant{"Appointment", E, "FHIR-INVARIANT", [](JsonValue v) { return has(v, "start") == has(v, "end"); },
        "app-2: start and end together"},
    Invariant{"Appointment.participant", E, "FHIR-INVARIANT",
        [](JsonValue v) { return has(v, "type") || has(v, "actor"); }, "app-1: a participant is somebody"},
    Invariant{"Attachment", E, "FHIR-INVARIANT", [](JsonValue v) { return !has(v, "data") || has(v, "contentType"); },
        "att-1: data needs a contentType"},
    Invariant{"Attachment", E, "FHIR-ATTACHMENT", beginsAsItSays, "the bytes are not what contentType says"},
    Invariant{"Attachment", W, "FHIR-ATTACHMENT", isShownInline, "viewers are not known to show this contentType"},
    Invariant{"Binary", E, "FHIR-ATTACHMENT", beginsAsItSays, "the bytes are not what contentType says"},
    Invariant{"Binary", W, "FHIR-ATTACHMENT", isShownInline, "viewers are not known to show this contentType"},
    Invariant{"CarePlan.activity", E, "FHIR-INVARIANT",
        [](JsonValue v) { return !has(v, "detail") || !has(v, "reference"); }, "cpl-3: either detail or reference"},
    Invariant{"Coding", W, "FHIR-CODING",
        [](JsonValue v) { return !has(v, "code") || (has(v, "system") && has(v, "display")); },
        "a code without system or display is not shown by viewers"},
    Invariant{"Composition.section", E, "FHIR-INVARIANT",
        [](JsonValue v) { return has(v, "text") || has(v, "entry") || has(v, "section"); },
        "cmp-1: a section needs text, entries or sections"},
    Invariant{"Composition.section", E, "FHIR-INVARIANT",
        [](JsonValue v) { return !has(v, "emptyReason") || !has(v, "entry"); }, "cmp-2: emptyReason beside entries"},
    Invariant{"Composition.section", W, "FHIR-DISPLAY", [](JsonValue v) { return has(v, "title"); },
        "viewers use the title as heading"},
    Invariant{"Condition", E, "FHIR-INVARIANT",
        [](JsonValue v) { return !isEnteredInError(v) || !has(v, "clinicalStatus"); },
        "con-5: clinicalStatus beside entered-in-error"},
    Invariant{"ContactPoint", E, "FHIR-INVARIANT", [](JsonValue v) { return !has(v, "value") || has(v, "system"); },
        "cpt-2: a value needs a system"},
    Invariant{"Extension", E, "FHIR-INVARIANT", hasValueOrExtension, "ext-1: either a value or extensions"},
    Invariant{"ImmunizationRecommendation.recommendation", E, "FHIR-INVARIANT",
        [](JsonValue v) { return has(v, "vaccineCode") || has(v, "targetDisease"); }, "imr-1: a vaccine or a disease"},
    Invariant{"Observation", E, "FHIR-INVARIANT",
        [](JsonValue v) { return !has(v, "dataAbsentReason") || !hasChoice(v, "value"); },
        "obs-6: a reason for no value beside a value"},
    Invariant{"Observation", E, "FHIR-INVARIANT", isSaidOnce, "obs-7: a value beside a component of the same code"},
    Invariant{"Observation.referenceRange", E, "FHIR-INVARIANT",
        [](JsonValue v) { return has(v, "low") || has(v, "high") || has(v, "text"); }, "obs-3: a range says something"},
    Invariant{"Organization", E, "FHIR-INVARIANT", [](JsonValue v) { return has(v, "identifier") || has(v, "name"); },
        "org-1: an identifier or a name"},
    Invariant{"Period", E, "FHIR-INVARIANT", startsInOrder, "per-1: start after end"},
    Invariant{"Quantity", E, "FHIR-INVARIANT", [](JsonValue v) { return !has(v, "code") || has(v, "system"); },
        "qty-3: a unit code needs its system"},
    Invariant{"Reference", E, "FHIR-REFERENCE",
        [](JsonValue v) {
            return has(v, "reference") || has(v, "identifier") || has(v, "display") || has(v, "extension");
        },
        "a reference without reference, identifier or display"},
    Invariant{"Timing.repeat", E, "FHIR-INVARIANT",
        [](JsonValue v) { return !has(v, "duration") || has(v, "durationUnit"); }, "tim-1: a duration needs its unit"},
    Invariant{"Timing.repeat", E, "FHIR-INVARIANT",
        [](JsonValue v) { return !has(v, "period") || has(v, "periodUnit"); }, "tim-2: a period needs its unit"},
    Invariant{"Timing.repeat", E, "FHIR-INVARIANT", [](JsonValue v) { return !has(v, "timeOfDay") || !has(v, "when"); },
        "tim-10: either timeOfDay or when"},
};
}

void checkInvariants(JsonValue value, std::string_view owner, const Place &place, Findings &findings)
{
    for (const auto &row : invariants)
        if (row.owner == owner && !row.holds(value))
            findings.add(row.severity, place.text(), row.rule, row.message);
}

}
