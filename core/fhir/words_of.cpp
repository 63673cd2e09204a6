#include "fhir/words_of.h"

namespace nadi::fhir
{

QString conceptWords(JsonValue value)
{
    if (const auto text = value["text"].string(); !text.isEmpty())
        return text;
    for (const auto member : {"display", "code"})
        for (const auto coding : value["coding"])
            if (const auto words = coding[member].string(); !words.isEmpty())
                return words;
    return {};
}

QString personWords(JsonValue resource)
{
    const auto name = resource["name"];
    if (name.isString())
        return name.string();
    const auto first = name.first();
    if (const auto text = first["text"].string(); !text.isEmpty())
        return text;
    QStringList parts;
    for (const auto given : first["given"])
        parts += given.string();
    parts += first["family"].string();
    return parts.join(u' ').simplified();
}

QString referenceWords(JsonValue reference, const BundleIndex &index)
{
    if (const auto display = reference["display"].string(); !display.isEmpty())
        return display;
    const auto target = index.target(reference);
    if (target["resourceType"].text() == "PractitionerRole")
        return referenceWords(target["practitioner"], index);
    return personWords(target);
}

QString quantityWords(JsonValue quantity)
{
    const auto unit = quantity["unit"] ? quantity["unit"] : quantity["code"];
    const auto words = quantity["comparator"].string() + quantity["value"].string() + u' ' + unit.string();
    return quantity["value"] ? words.trimmed() : QString();
}

QString dateWords(JsonValue date)
{
    // A date alone stays a date: it has no zone and is nobody's midnight.
    return date.string().left(10);
}

QString valueWords(JsonValue resource)
{
    for (const auto member : resource) {
        const auto key = member.key();
        if (!key.starts_with("value"))
            continue;
        if (member.is(JsonValue::Kind::True))
            return QStringLiteral("yes");
        if (member.is(JsonValue::Kind::False))
            return QStringLiteral("no");
        if (!member.isObject())
            return member.string();
        if (member["value"])
            return quantityWords(member);
        if (member["low"] || member["high"])
            return quantityWords(member["low"]) + QStringLiteral(" – ") + quantityWords(member["high"]);
        if (member["numerator"])
            return quantityWords(member["numerator"]) + u'/' + quantityWords(member["denominator"]);
        return conceptWords(member);
    }
    return {};
}

}
