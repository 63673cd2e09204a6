#pragma once

#include <QJsonObject>
#include <QJsonValue>

#include <optional>

namespace nadi::sandbox
{

/// The part of JSON Schema (OpenAPI 3.0) that the contract file uses: $ref, type, nullable, required, properties,
/// additionalProperties, items, enum, pattern, length, size and number bounds, oneOf, anyOf, allOf, format uri.
class SchemaChecker
{
public:
    /// `components` is components.schemas of the document.
    explicit SchemaChecker(QJsonObject components)
        : m_components(std::move(components))
    {
    }

    /// What is wrong first, as "place: rule"; nullopt when the value fits.
    std::optional<QString> fault(const QJsonValue &value, const QJsonObject &schema, const QString &place = {}) const;

private:
    std::optional<QString> combined(const QJsonValue &value, const QJsonObject &schema, const QString &place) const;
    std::optional<QString> object(const QJsonObject &value, const QJsonObject &schema, const QString &place) const;
    std::optional<QString> array(const QJsonArray &value, const QJsonObject &schema, const QString &place) const;

    QJsonObject m_components;
};

}
