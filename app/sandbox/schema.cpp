#include "sandbox/schema.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QUrl>

#include <cmath>

namespace nadi::sandbox
{
using namespace Qt::StringLiterals;

namespace
{
std::optional<QString> at(const QString &place, const QString &rule)
{
    return (place.isEmpty() ? u"body"_s : place) + u": "_s + rule;
}

bool hasType(const QJsonValue &value, const QString &type)
{
    if (type == u"integer"_s)
        return value.isDouble() && std::floor(value.toDouble()) == value.toDouble();
    return (type == u"object"_s && value.isObject()) || (type == u"array"_s && value.isArray())
        || (type == u"string"_s && value.isString()) || (type == u"number"_s && value.isDouble())
        || (type == u"boolean"_s && value.isBool());
}

std::optional<QString> text(const QString &value, const QJsonObject &schema, const QString &place)
{
    if (const auto least = schema.value(u"minLength"); least.isDouble() && value.size() < least.toInt())
        return at(place, u"too short"_s);
    if (const auto most = schema.value(u"maxLength"); most.isDouble() && value.size() > most.toInt())
        return at(place, u"too long"_s);
    if (const auto pattern = schema.value(u"pattern").toString(); !pattern.isEmpty()) {
        // "$" also matches before a trailing newline, which no field of the contract may end with.
        if (value.endsWith(u'\n') || !QRegularExpression(pattern).match(value).hasMatch())
            return at(place, u"does not match "_s + pattern);
    }
    if (schema.value(u"format").toString() == u"uri"_s) {
        const QUrl url(value, QUrl::StrictMode);
        if (!url.isValid() || url.scheme().isEmpty() || url.host().isEmpty())
            return at(place, u"must be a valid url"_s);
    }
    return std::nullopt;
}

std::optional<QString> number(double value, const QJsonObject &schema, const QString &place)
{
    if (const auto least = schema.value(u"minimum"); least.isDouble() && value < least.toDouble())
        return at(place, u"too small"_s);
    if (const auto most = schema.value(u"maximum"); most.isDouble() && value > most.toDouble())
        return at(place, u"too large"_s);
    return std::nullopt;
}
}

std::optional<QString> SchemaChecker::fault(
    const QJsonValue &value, const QJsonObject &schema, const QString &place) const
{
    if (const auto reference = schema.value(u"$ref").toString(); !reference.isEmpty())
        return fault(value, m_components.value(reference.section(u'/', -1)).toObject(), place);
    if (value.isNull() && schema.value(u"nullable").toBool())
        return std::nullopt;
    if (const auto type = schema.value(u"type").toString(); !type.isEmpty() && !hasType(value, type))
        return at(place, u"must be "_s + type);
    if (const auto choices = schema.value(u"enum").toArray(); !choices.isEmpty() && !choices.contains(value))
        return at(place, u"is not one of the allowed values"_s);
    if (const auto wrong = combined(value, schema, place))
        return wrong;
    if (value.isObject())
        return object(value.toObject(), schema, place);
    if (value.isArray())
        return array(value.toArray(), schema, place);
    if (value.isString())
        return text(value.toString(), schema, place);
    return value.isDouble() ? number(value.toDouble(), schema, place) : std::nullopt;
}

std::optional<QString> SchemaChecker::combined(
    const QJsonValue &value, const QJsonObject &schema, const QString &place) const
{
    for (const auto &part : schema.value(u"allOf").toArray())
        if (const auto wrong = fault(value, part.toObject(), place))
            return wrong;
    for (const auto *word : {u"oneOf", u"anyOf"}) {
        const auto choices = schema.value(QStringView(word)).toArray();
        if (choices.isEmpty())
            continue;
        int fitting = 0;
        std::optional<QString> first;
        for (const auto &choice : choices) {
            const auto wrong = fault(value, choice.toObject(), place);
            fitting += !wrong;
            if (wrong && !first)
                first = wrong;
        }
        if (fitting == 0)
            return first;
        if (fitting > 1 && QStringView(word) == u"oneOf")
            return at(place, u"fits more than one form"_s);
    }
    return std::nullopt;
}

std::optional<QString> SchemaChecker::object(
    const QJsonObject &value, const QJsonObject &schema, const QString &place) const
{
    const auto prefix = place.isEmpty() ? QString() : place + u'.';
    for (const auto &name : schema.value(u"required").toArray())
        if (!value.contains(name.toString()))
            return at(prefix + name.toString(), u"is mandatory"_s);
    const auto properties = schema.value(u"properties").toObject();
    const bool closed
        = schema.value(u"additionalProperties").isBool() && !schema.value(u"additionalProperties").toBool();
    for (auto it = value.begin(); it != value.end(); ++it) {
        if (!properties.contains(it.key())) {
            if (closed)
                return at(prefix + it.key(), u"is not allowed"_s);
            continue;
        }
        if (const auto wrong = fault(it.value(), properties.value(it.key()).toObject(), prefix + it.key()))
            return wrong;
    }
    return std::nullopt;
}

std::optional<QString> SchemaChecker::array(
    const QJsonArray &value, const QJsonObject &schema, const QString &place) const
{
    if (const auto least = schema.value(u"minItems"); least.isDouble() && value.size() < least.toInt())
        return at(place, u"is mandatory"_s);
    if (const auto most = schema.value(u"maxItems"); most.isDouble() && value.size() > most.toInt())
        return at(place, u"has too many elements"_s);
    const auto items = schema.value(u"items").toObject();
    for (qsizetype i = 0; i < value.size() && !items.isEmpty(); ++i)
        if (const auto wrong = fault(value.at(i), items, u"%1[%2]"_s.arg(place).arg(i)))
            return wrong;
    return std::nullopt;
}

}
