#include "abdm/json_reader.h"

#include <QJsonDocument>

namespace nadi::abdm
{
namespace
{
tl::unexpected<Error> overLimit(const char *which)
{
    return fail(ErrorKind::Limit, QStringLiteral("CB-LIMIT"), QString::fromLatin1(which));
}

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}
}

Done checkLimits(QByteArrayView json, const JsonLimits &limits)
{
    if (json.size() > limits.bytes)
        return overLimit("bytes");
    int depth = 0;
    int members = 0;
    bool inString = false;
    bool opened = false; // the last thing seen was { or [: what follows is a first member unless it closes
    for (qsizetype i = 0; i < json.size(); ++i) {
        const char c = json[i];
        if (inString) {
            if (c == '\\')
                ++i;
            else if (c == '"')
                inString = false;
            continue;
        }
        if (isBlank(c))
            continue;
        if (opened && c != '}' && c != ']')
            ++members;
        opened = false;
        switch (c) {
        case '"':
            inString = true;
            break;
        case '{':
        case '[':
            opened = true;
            if (++depth > limits.depth)
                return overLimit("depth");
            break;
        case '}':
        case ']':
            --depth;
            break;
        case ',':
            ++members;
            break;
        default:
            break;
        }
        if (members > limits.members)
            return overLimit("members");
    }
    return {};
}

Result<QJsonValue> readJson(QByteArrayView json, const JsonLimits &limits)
{
    if (const auto within = checkLimits(json, limits); !within)
        return failed(within);
    QJsonParseError problem;
    const auto document = QJsonDocument::fromJson(QByteArray::fromRawData(json.data(), json.size()), &problem);
    if (problem.error != QJsonParseError::NoError)
        return fail(ErrorKind::Protocol, QStringLiteral("CB-JSON"), QStringLiteral("offset %1").arg(problem.offset));
    return document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
}

Result<QJsonObject> readJsonObject(QByteArrayView json, const JsonLimits &limits)
{
    const auto value = readJson(json, limits);
    if (!value)
        return failed(value);
    if (!value->isObject())
        return fail(ErrorKind::Protocol, QStringLiteral("CB-JSON"), QStringLiteral("not an object"));
    return value->toObject();
}

QString readCode(const QJsonValue &code)
{
    auto text = code.isDouble() ? QString::number(code.toInteger()) : code.toString();
    // It goes into logs: nothing that ends a line or steers a terminal.
    text.removeIf([](QChar c) { return c < u' ' || c > u'~'; });
    while (text.endsWith(u' ') || text.endsWith(u':'))
        text.chop(1);
    return text.trimmed().left(32);
}

QStringView bareCode(QStringView code)
{
    return code.startsWith(u"ABDM-") ? code.sliced(5) : code;
}

Fields::Fields(const Fields &parent, QStringView key)
    : m_object(parent.m_object.value(key).toObject())
    , m_path(parent.m_path + key.toString() + u'.')
    , m_error(parent.m_error)
{
}

bool Fields::has(QStringView key) const
{
    const auto value = m_object.value(key);
    return !value.isUndefined() && !value.isNull();
}

void Fields::refuse(QString code, QStringView key)
{
    if (!*m_error)
        *m_error = Error{ErrorKind::Protocol, std::move(code), m_path + key.toString()};
}

QJsonArray Fields::array(QStringView key)
{
    if (!has(key))
        refuse(QStringLiteral("CB-MISSING"), key);
    else if (!m_object.value(key).isArray())
        refuse(QStringLiteral("CB-VALUE"), key);
    return m_object.value(key).toArray();
}

QString Fields::text(QStringView key)
{
    const auto value = m_object.value(key);
    if (has(key) && !value.isString())
        refuse(QStringLiteral("CB-VALUE"), key);
    else if (value.toString().isEmpty())
        refuse(QStringLiteral("CB-MISSING"), key);
    return value.toString();
}

QString Fields::optionalText(QStringView key)
{
    if (has(key) && !m_object.value(key).isString())
        refuse(QStringLiteral("CB-VALUE"), key);
    return m_object.value(key).toString();
}

QString Fields::looseText(QStringView key) const
{
    const auto value = m_object.value(key);
    return value.isDouble() ? QString::number(value.toInteger()) : value.toString();
}

int Fields::optionalNumber(QStringView key)
{
    const auto value = m_object.value(key);
    return value.isString() ? value.toString().toInt() : value.toInt();
}

UtcTime Fields::time(QStringView key)
{
    const auto written = text(key);
    const auto parsed = UtcTime::parse(written);
    if (!parsed)
        refuse(QStringLiteral("CB-VALUE"), key);
    return parsed.value_or(UtcTime());
}

UtcTime Fields::optionalTime(QStringView key)
{
    return UtcTime::parse(m_object.value(key).toString()).value_or(UtcTime());
}

std::optional<CallbackError> Fields::callbackError() const
{
    if (!has(u"error"))
        return std::nullopt;
    const auto error = m_object.value(u"error").toObject();
    return CallbackError{readCode(error.value(u"code")), error.value(u"message").toString()};
}

RequestId Fields::inReplyTo()
{
    for (const auto key : {u"response", u"resp"})
        if (const auto id = m_object.value(QStringView(key)).toObject().value(u"requestId").toString(); !id.isEmpty())
            return RequestId(id);
    refuse(QStringLiteral("CB-MISSING"), u"response.requestId");
    return {};
}

}
