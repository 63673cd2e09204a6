#include "abdm/gateway_error.h"

#include "abdm/json_reader.h"

namespace nadi::abdm
{
namespace
{
constexpr JsonLimits errorLimits{.bytes = 64 * 1024, .depth = 16, .members = 1000};
constexpr qsizetype longestMessage = 500;

QString httpCode(int status)
{
    return QStringLiteral("HTTP-%1").arg(status);
}

/// Shapes 3, 4, 5 and 8: `code` beside `message`.
GatewayRefusal fromCode(int httpStatus, const QJsonObject &object)
{
    auto code = readCode(object.value(u"code"));
    // The API manager's 404 names the HTTP status, which is no code of the network (shape 8).
    if (code.isEmpty() || code == QString::number(httpStatus))
        code = httpCode(httpStatus);
    auto message = object.value(u"message").toString();
    if (const auto more = object.value(u"description").toString(); !more.isEmpty())
        message += QStringLiteral(": ") + more;
    return {httpStatus, code, message.left(longestMessage)};
}

/// Shape 6: each member is a field with its complaint.
GatewayRefusal fromFields(int httpStatus, const QJsonObject &object)
{
    QStringList complaints;
    for (auto it = object.begin(); it != object.end(); ++it)
        if (it.key() != QStringLiteral("timestamp") && it.value().isString())
            complaints.append(it.key() + QStringLiteral(": ") + it.value().toString());
    return {httpStatus, httpCode(httpStatus), complaints.join(QStringLiteral("; ")).left(longestMessage)};
}

GatewayRefusal fromObject(int httpStatus, const QJsonObject &object)
{
    const auto error = object.value(u"error");
    if (error.isObject())
        return fromCode(httpStatus, error.toObject());
    if (object.contains(QStringLiteral("code")))
        return fromCode(httpStatus, object);
    if (error.isString()) // shape 7, the framework's own
        return {httpStatus, httpCode(httpStatus), error.toString().left(longestMessage)};
    return fromFields(httpStatus, object);
}
}

GatewayRefusal parseRefusal(int httpStatus, QByteArrayView body, QByteArrayView contentType)
{
    const auto text = body.trimmed();
    const bool looksLikeJson = text.startsWith('{') || text.startsWith('[');
    if (!looksLikeJson) {
        const bool isPage = text.startsWith('<') || contentType.toByteArray().toLower().contains("html");
        const auto message = isPage ? QStringLiteral("(a web page)")
                                    : QString::fromUtf8(text.first(std::min(text.size(), longestMessage)));
        return {httpStatus, httpCode(httpStatus), message};
    }
    const auto value = readJson(text, errorLimits);
    if (!value)
        return {httpStatus, httpCode(httpStatus), QStringLiteral("(unreadable: %1)").arg(value.error().code)};
    // The first of several: the others are complaints about the same request.
    return fromObject(httpStatus, value->isArray() ? value->toArray().at(0).toObject() : value->toObject());
}

}
