#include "sandbox/contract.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>

namespace nadi::sandbox
{
using namespace Qt::StringLiterals;

namespace
{
QJsonObject schemasOf(const QJsonObject &document)
{
    return document[u"components"][u"schemas"].toObject();
}

/// Every object in it with additionalProperties false.
QJsonValue closed(const QJsonValue &value)
{
    if (value.isArray()) {
        QJsonArray out;
        for (const auto &item : value.toArray())
            out.append(closed(item));
        return out;
    }
    if (!value.isObject())
        return value;
    auto object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it)
        it.value() = closed(it.value());
    if (object.value(u"properties").isObject())
        object.insert(u"additionalProperties"_s, false);
    return object;
}

QJsonObject bodySchema(const Operation &operation)
{
    return operation.spec[u"requestBody"][u"content"][u"application/json"][u"schema"].toObject();
}

bool samePath(const QString &pattern, const QString &path)
{
    const auto wanted = pattern.split(u'/');
    const auto given = path.split(u'/');
    return wanted.size() == given.size()
        && std::equal(wanted.begin(), wanted.end(), given.begin(),
            [](const auto &w, const auto &g) { return w.startsWith(u'{') ? !g.isEmpty() : w == g; });
}
}

bool Operation::has(QStringView header) const
{
    for (const auto &parameter : spec[u"parameters"].toArray())
        if (parameter[u"name"].toString() == header)
            return true;
    return false;
}

Result<Contract> Contract::load(QByteArrayView openApi)
{
    const auto document = QJsonDocument::fromJson(openApi.toByteArray()).object();
    if (document[u"paths"].toObject().isEmpty())
        return fail(ErrorKind::Internal, u"SANDBOX-CONTRACT"_s);
    return Contract(document);
}

Contract::Contract(const QJsonObject &document)
    : m_schema(schemasOf(document))
    , m_closed(closed(schemasOf(document)).toObject())
{
    add(document[u"paths"].toObject());
}

void Contract::add(QByteArrayView openApi)
{
    add(QJsonDocument::fromJson(openApi.toByteArray()).object()[u"paths"].toObject());
}

void Contract::add(const QJsonObject &paths)
{
    for (auto path = paths.begin(); path != paths.end(); ++path) {
        const auto methods = path.value().toObject();
        for (auto method = methods.begin(); method != methods.end(); ++method) {
            const Operation operation{path.key(), method.value().toObject()};
            const auto direction = operation.spec[u"x-direction"].toString();
            if (direction == u"OUT"_s)
                m_outgoing[method.key().toUpper().toLatin1()].append(operation);
            else if (direction == u"PUSH"_s)
                m_push = operation;
            else if (direction == u"CB"_s)
                m_callbacks.insert(path.key(), operation);
        }
    }
}

std::optional<Operation> Contract::outgoing(const QByteArray &method, const QString &path) const
{
    for (const auto &operation : m_outgoing.value(method))
        if (samePath(operation.path, path))
            return operation;
    return std::nullopt;
}

std::optional<HeaderFault> Contract::headerFault(
    const Operation &operation, const QHash<QByteArray, QByteArray> &headers) const
{
    for (const auto &parameter : operation.spec[u"parameters"].toArray()) {
        if (parameter[u"in"].toString() != u"header"_s)
            continue;
        const auto name = parameter[u"name"].toString();
        const auto value = headers.value(name.toLower().toLatin1());
        if (value.isEmpty()) {
            if (parameter[u"required"].toBool())
                return HeaderFault{name, true};
            continue;
        }
        if (m_schema.fault(QString::fromLatin1(value), parameter[u"schema"].toObject()))
            return HeaderFault{name, false};
    }
    return std::nullopt;
}

std::optional<QString> Contract::bodyFault(const Operation &operation, const QJsonValue &body) const
{
    const auto schema = bodySchema(operation);
    return schema.isEmpty() ? std::nullopt : m_schema.fault(body, schema);
}

std::optional<QString> Contract::strictPushFault(const QJsonObject &body) const
{
    return m_closed.fault(body, closed(bodySchema(m_push)).toObject());
}

std::optional<QString> Contract::callbackFault(const QString &path, const QJsonObject &body) const
{
    const auto found = m_callbacks.find(path);
    return found == m_callbacks.end() ? u"no such callback"_s : bodyFault(*found, body);
}

}
