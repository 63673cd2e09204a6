#include "abdm/callback_parsers.h"

#include <QJsonDocument>

namespace nadi::abdm
{

OnGenerateToken parseOnGenerateToken(Fields &fields)
{
    OnGenerateToken out;
    out.abhaAddress = fields.optionalText(u"abhaAddress");
    out.error = fields.callbackError();
    out.linkToken = (out.error ? fields.optionalText(u"linkToken") : fields.text(u"linkToken")).toUtf8();
    out.inReplyTo = fields.inReplyTo();
    return out;
}

OnLinkCareContext parseOnLinkCareContext(Fields &fields)
{
    OnLinkCareContext out;
    out.abhaAddress = fields.optionalText(u"abhaAddress");
    out.error = fields.callbackError();
    out.status = out.error ? fields.optionalText(u"status") : fields.text(u"status");
    out.inReplyTo = fields.inReplyTo();
    return out;
}

bool OnLinkCareContext::linked() const
{
    if (error)
        return bareCode(error->code) == u"1056";
    // The text is free ("Successfully Linked care context"); comparing with SUCCESS marked every good link as failed
    // (8.5, 7).
    const auto read = status.toLower();
    for (const auto no : {u"fail", u"unsuccess", u"not ", u"error"})
        if (read.contains(QStringView(no)))
            return false;
    return read.contains(u"success") || read.contains(u"linked");
}

OnNotify parseOnNotify(Fields &fields)
{
    OnNotify out;
    out.error = fields.callbackError();
    auto acknowledgement = fields.object(u"acknowledgement");
    const auto status = fields.has(u"status") ? fields.text(u"status") : acknowledgement.optionalText(u"status");
    const auto word = status.toUpper();
    out.acknowledged = !out.error
        && (word == QStringLiteral("SUCCESS") || word == QStringLiteral("ACKNOWLEDGED")
            || word == QStringLiteral("OK"));
    out.inReplyTo = fields.inReplyTo();
    return out;
}

Result<UtcTime> linkTokenExpiry(QByteArrayView linkToken)
{
    constexpr qsizetype longest = 8 * 1024;
    constexpr JsonLimits claimLimits{.bytes = longest, .depth = 8, .members = 100};
    const auto unreadable = [] { return fail(ErrorKind::Protocol, QStringLiteral("CB-LINK-TOKEN")); };
    if (linkToken.size() > longest)
        return unreadable();
    const auto parts = linkToken.toByteArray().split('.');
    if (parts.size() != 3)
        return unreadable();
    const auto claims = QByteArray::fromBase64Encoding(
        parts[1], QByteArray::Base64UrlEncoding | QByteArray::AbortOnBase64DecodingErrors);
    if (!claims)
        return unreadable();
    const auto object = readJsonObject(*claims, claimLimits);
    if (!object)
        return unreadable();
    const auto exp = object->value(u"exp").toDouble();
    // Year 9999: beyond it milliseconds would not fit what databases and screens show.
    if (!(exp > 0 && exp < 253'402'300'800.0))
        return unreadable();
    return UtcTime::fromMs(qint64(exp) * 1000);
}

}
