#include "domain/facility_qr.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QUrl>
#include <QUrlQuery>

#include <array>

namespace nadi
{
namespace
{

constexpr qsizetype longest = 1024;

std::optional<FacilityQr> complete(FacilityQr qr)
{
    if (qr.hip.isEmpty() || qr.counter.isEmpty())
        return std::nullopt;
    return qr;
}

QString firstOf(const QUrlQuery &query, const std::array<const char16_t *, 2> &names)
{
    for (const auto &[key, value] : query.queryItems(QUrl::FullyDecoded))
        for (const auto name : names)
            if (key.compare(QStringView(name), Qt::CaseInsensitive) == 0)
                return value;
    return {};
}

std::optional<FacilityQr> readLink(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    const auto page = url.path().toLower();
    if (url.scheme() != u"https" || url.host().isEmpty()
        || !(page.endsWith(u"/share-profile") || page.endsWith(u"/shareprofile")))
        return std::nullopt;
    const QUrlQuery query(url);
    return complete({firstOf(query, {u"hip-id", u"hipid"}), firstOf(query, {u"counter-id", u"counterid"})});
}

}

QString facilityQrText(const FacilityQr &qr, const QString &base)
{
    const auto encoded = [](const QString &value) { return QString::fromLatin1(QUrl::toPercentEncoding(value)); };
    return QStringLiteral("%1?hip-id=%2&counter-id=%3").arg(base, encoded(qr.hip), encoded(qr.counter));
}

std::optional<FacilityQr> readFacilityQr(QStringView text)
{
    text = text.trimmed();
    if (text.isEmpty() || text.size() > longest)
        return std::nullopt;
    if (!text.startsWith(u'{'))
        return readLink(text.toString());
    const auto json = QJsonDocument::fromJson(text.toUtf8()).object();
    return complete({json[u"hipId"].toString(), json[u"code"].toVariant().toString()});
}

}
