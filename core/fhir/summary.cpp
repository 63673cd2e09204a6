#include "fhir/narrative.h"
#include "fhir/words_of.h"

#include <algorithm>
#include <array>

namespace nadi::fhir
{
namespace
{
using Lines = QStringList;

/// "a: b", or the one that is there.
QString pair(const QString &a, const QString &b)
{
    return a.isEmpty() || b.isEmpty() ? a + b : a + QStringLiteral(": ") + b;
}

/// "a (b)" when b says something.
QString withDetail(const QString &a, const QString &b)
{
    return b.isEmpty() ? a : a + QStringLiteral(" (") + b + u')';
}

void addNotes(JsonValue resource, Lines &lines)
{
    for (const auto note : resource["note"])
        lines += note["text"].string();
}

void medicine(JsonValue resource, Summary &out)
{
    auto name = conceptWords(resource["medicationCodeableConcept"]);
    if (name.isEmpty())
        name = resource["medicationReference"]["display"].string();
    Lines dosage;
    for (const auto member : {"dosageInstruction", "dosage"})
        for (const auto instruction : resource[member])
            dosage += instruction["text"].string();
    dosage.removeAll(QString());
    out.lines += pair(name, dosage.join(QStringLiteral("; ")));
    Lines reasons;
    for (const auto reason : resource["reasonReference"])
        reasons += reason["display"].string();
    reasons.removeAll(QString());
    if (!reasons.isEmpty())
        out.lines += QStringLiteral("For: ") + reasons.join(QStringLiteral("; "));
    addNotes(resource, out.lines);
}

/// Condition, AllergyIntolerance, Procedure, ServiceRequest: a code with a status.
void coded(JsonValue resource, Summary &out)
{
    auto status = conceptWords(resource["clinicalStatus"]);
    if (status.isEmpty())
        status = resource["status"].string();
    out.lines += withDetail(conceptWords(resource["code"]), status);
    addNotes(resource, out.lines);
}

/// "12 g/dL – 15 g/dL, adult": what is usual for this person.
QString usualWords(JsonValue range)
{
    const auto low = quantityWords(range["low"]);
    const auto high = quantityWords(range["high"]);
    auto limits = low + high;
    if (!low.isEmpty() && !high.isEmpty())
        limits = low + QStringLiteral(" – ") + high;
    else if (!limits.isEmpty())
        limits.prepend(low.isEmpty() ? QStringLiteral("up to ") : QStringLiteral("from "));
    Lines parts{limits, range["text"].string()};
    parts.removeAll(QString());
    return parts.join(QStringLiteral(", "));
}

QString measuredWords(JsonValue what)
{
    const auto line
        = withDetail(pair(conceptWords(what["code"]), valueWords(what)), conceptWords(what["interpretation"].first()));
    const auto usual = usualWords(what["referenceRange"].first());
    return usual.isEmpty() ? line : line + QStringLiteral(", usual ") + usual;
}

void observation(JsonValue resource, Summary &out)
{
    out.lines += measuredWords(resource);
    for (const auto component : resource["component"])
        out.lines += measuredWords(component);
    for (const auto member : resource["hasMember"])
        out.related.push_back(member);
    addNotes(resource, out.lines);
}

void report(JsonValue resource, Summary &out)
{
    out.lines += conceptWords(resource["code"]);
    for (const auto result : resource["result"])
        out.related.push_back(result);
    for (const auto media : resource["media"])
        out.related.push_back(media["link"]);
    out.lines += resource["conclusion"].string();
    for (const auto code : resource["conclusionCode"])
        out.lines += conceptWords(code);
}

void immunization(JsonValue resource, Summary &out)
{
    out.lines += pair(conceptWords(resource["vaccineCode"]), dateWords(resource["occurrenceDateTime"]));
    if (const auto lot = resource["lotNumber"].string(); !lot.isEmpty())
        out.lines += QStringLiteral("Lot ") + lot;
}

void recommendation(JsonValue resource, Summary &out)
{
    for (const auto item : resource["recommendation"]) {
        auto what = conceptWords(item["vaccineCode"].first());
        if (what.isEmpty())
            what = conceptWords(item["targetDisease"]);
        out.lines += pair(what, dateWords(item["dateCriterion"].first()["value"]));
    }
}

void family(JsonValue resource, Summary &out)
{
    Lines conditions;
    for (const auto condition : resource["condition"])
        conditions += conceptWords(condition["code"]);
    out.lines += pair(conceptWords(resource["relationship"]), conditions.join(QStringLiteral(", ")));
}

void appointment(JsonValue resource, Summary &out)
{
    out.lines += pair(dateWords(resource["start"]), resource["description"].string());
}

void plan(JsonValue resource, Summary &out)
{
    out.lines += pair(resource["title"].string(), resource["description"].string());
    for (const auto activity : resource["activity"])
        out.lines += pair(conceptWords(activity["detail"]["code"]), activity["detail"]["description"].string());
}

void attachment(JsonValue resource, Summary &out)
{
    auto name = conceptWords(resource["type"]);
    for (const auto content : resource["content"]) {
        const auto file = content["attachment"] ? content["attachment"] : content;
        const auto title = file["title"].string();
        const bool onlyLink = !file["data"] && file["url"];
        out.lines
            += withDetail(title.isEmpty() ? name : title, onlyLink ? QStringLiteral("a link, not opened") : QString());
    }
    if (!resource["content"])
        out.lines += name.isEmpty() ? resource["contentType"].string() : name;
}

void media(JsonValue resource, Summary &out)
{
    out.lines += pair(conceptWords(resource["modality"]), resource["content"]["title"].string());
}

void study(JsonValue resource, Summary &out)
{
    out.lines += pair(conceptWords(resource["procedureCode"].first()), resource["description"].string());
}

void specimen(JsonValue resource, Summary &out)
{
    out.lines += conceptWords(resource["type"]);
}

void invoice(JsonValue resource, Summary &out)
{
    const auto gross = resource["totalGross"];
    const auto amount = QString(gross["value"].string() + u' ' + gross["currency"].string()).trimmed();
    out.lines += pair(conceptWords(resource["type"]), amount);
    for (const auto item : resource["lineItem"])
        if (item["chargeItemReference"])
            out.related.push_back(item["chargeItemReference"]);
        else
            out.lines += conceptWords(item["chargeItemCodeableConcept"]);
    addNotes(resource, out.lines);
}

void charge(JsonValue resource, Summary &out)
{
    auto what = conceptWords(resource["productCodeableConcept"]);
    if (what.isEmpty())
        what = resource["productReference"]["display"].string();
    if (what.isEmpty())
        what = conceptWords(resource["code"]);
    const auto quantity = quantityWords(resource["quantity"]);
    out.lines += quantity.isEmpty() || quantity == u"1" ? what : what + QStringLiteral(" × ") + quantity;
}

struct Reader
{
    std::string_view type;
    void (*read)(JsonValue, Summary &);
};

constexpr std::array readers{
    Reader{"MedicationRequest", medicine},
    Reader{"MedicationStatement", medicine},
    Reader{"Condition", coded},
    Reader{"AllergyIntolerance", coded},
    Reader{"Procedure", coded},
    Reader{"ServiceRequest", coded},
    Reader{"Medication", coded},
    Reader{"ChargeItem", charge},
    Reader{"Observation", observation},
    Reader{"DiagnosticReport", report},
    Reader{"Immunization", immunization},
    Reader{"ImmunizationRecommendation", recommendation},
    Reader{"FamilyMemberHistory", family},
    Reader{"Appointment", appointment},
    Reader{"CarePlan", plan},
    Reader{"DocumentReference", attachment},
    Reader{"Binary", attachment},
    Reader{"Media", media},
    Reader{"ImagingStudy", study},
    Reader{"Specimen", specimen},
    Reader{"Invoice", invoice},
};
}

bool hasReader(std::string_view type)
{
    return std::ranges::find(readers, type, &Reader::type) != readers.end();
}

Summary summaryOf(JsonValue resource)
{
    Summary summary;
    const auto reader = std::ranges::find(readers, resource["resourceType"].text(), &Reader::type);
    if (reader != readers.end())
        reader->read(resource, summary);
    summary.lines.removeAll(QString());
    if (summary.lines.isEmpty())
        summary.lines = plainText(resource["text"]["div"].text()).split(u'\n', Qt::SkipEmptyParts);
    return summary;
}

bool isFrameType(std::string_view type)
{
    constexpr std::array frame{std::string_view("Composition"), std::string_view("Patient"),
        std::string_view("Practitioner"), std::string_view("PractitionerRole"), std::string_view("Organization"),
        std::string_view("Encounter")};
    return std::ranges::find(frame, type) != frame.end();
}

}
