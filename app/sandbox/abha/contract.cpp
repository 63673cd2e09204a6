#include "sandbox/abha/contract.h"

#include <QJsonDocument>
#include <QRegularExpression>

namespace nadi::sandbox::abha
{
using namespace Qt::StringLiterals;

namespace
{
TokenNeed tokenNeed(const QString &word)
{
    static const QHash<QString, TokenNeed> words{{u"X"_s, TokenNeed::User}, {u"web"_s, TokenNeed::Web},
        {u"T"_s, TokenNeed::Transfer}, {u"R"_s, TokenNeed::Refresh}};
    return words.value(word, TokenNeed::None);
}

QJsonValue at(const QJsonObject &body, const QString &path)
{
    QJsonValue value = body;
    for (const auto &key : path.split(u'.'))
        value = value.toObject().value(key);
    return value;
}

bool areTexts(const QJsonValue &value)
{
    const auto list = value.toArray();
    return !list.isEmpty()
        && std::all_of(list.begin(), list.end(), [](const auto &item) { return !item.toString().isEmpty(); });
}

bool fits(const QJsonValue &value, const QJsonObject &field)
{
    const auto form = field[u"is"].toString();
    if (form == u"texts"_s)
        return areTexts(value);
    if (form == u"one-of"_s) // exactly one entry, out of a list
        return value.toArray().size() == 1 && field[u"of"].toArray().contains(value.toArray().first());
    if (form == u"flag"_s)
        return value.isDouble() && (value.toInt(-1) == 0 || value.toInt(-1) == 1);
    if (form == u"pattern"_s)
        return QRegularExpression(QRegularExpression::anchoredPattern(field[u"pattern"].toString()))
            .match(value.toString())
            .hasMatch();
    return !value.toString().isEmpty();
}

Refusal refusalOf(const QJsonObject &spec)
{
    const auto field = spec[u"field"].toString();
    return {spec[u"status"].toInt(400), field.isEmpty() ? Shape::Listed : Shape::Keyed, spec[u"code"].toString(),
        spec[u"message"].toString(), field, {}};
}
}

Result<Contract> Contract::load(const QByteArray &json)
{
    const auto document = QJsonDocument::fromJson(json).object();
    Contract out;
    out.m_faults = document[u"faults"].toObject();
    for (const auto &row : document[u"operations"].toArray()) {
        const Operation operation{row[u"name"].toString(), tokenNeed(row[u"token"].toString()),
            row[u"headerStatus"].toInt(400), row[u"rubbishToken"].toInt() == 500, row[u"body"].toArray()};
        const auto key = row[u"method"].toString() + u' ' + row[u"path"].toString();
        out.m_operations.insert(key, operation);
        if (const auto brace = key.indexOf(u'{'); brace > 0)
            out.m_patterns.append({key.left(brace), key});
    }
    if (out.m_operations.isEmpty())
        return fail(ErrorKind::Internal, u"SANDBOX-CONTRACT"_s);
    return out;
}

const Operation *Contract::find(const QByteArray &method, const QString &path) const
{
    auto key = QString::fromLatin1(method) + u' ' + path;
    for (const auto &[prefix, whole] : m_patterns)
        if (key.startsWith(prefix) && key.size() > prefix.size())
            key = whole;
    const auto found = m_operations.find(key);
    return found == m_operations.end() ? nullptr : &*found;
}

std::optional<Refusal> Contract::bodyFault(const Operation &operation, const QJsonObject &body) const
{
    const auto method = at(body, u"authData.authMethods"_s).toArray().first().toString();
    for (const auto &row : operation.fields) {
        const auto field = row.toObject();
        const auto when = field[u"when"].toString();
        if (!when.isEmpty() && when != method)
            continue;
        const auto value = at(body, field[u"at"].toString());
        if (field[u"optional"].toBool() && (value.isUndefined() || value.isNull() || value.toString() == u""_s))
            continue;
        if (!fits(value, field))
            return refusalOf(m_faults[field[u"fault"].toString()].toObject());
    }
    return std::nullopt;
}

}
