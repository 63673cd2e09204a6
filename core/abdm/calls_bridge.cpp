#include "abdm/calls.h"
#include "abdm/json_reader.h"

#include <QRegularExpression>

namespace nadi::abdm
{
namespace
{
constexpr JsonLimits listingLimits{.bytes = 1024 * 1024, .depth = 16, .members = 100'000};

/// 2.3: letters, digits and spaces, at most 15; anything else refuses the registration.
QString serviceName(const QString &name)
{
    QString out;
    for (const auto c : name)
        if (c.unicode() < 128 && (c.isLetterOrNumber() || c == u' '))
            out += c;
    return out.simplified().left(15).trimmed();
}

QJsonObject service(const RegisterServices &call, const QString &name, QStringView type)
{
    return {
        {QStringLiteral("bridgeId"), call.bridgeId},
        {QStringLiteral("hipName"), serviceName(name)},
        {QStringLiteral("type"), type.toString()},
        {QStringLiteral("active"), true},
        {QStringLiteral("alias"), QJsonArray()},
    };
}

QString serviceIdIn(const QString &message)
{
    static const QRegularExpression shape(QStringLiteral("service id:\\s*([A-Za-z0-9_-]{1,64})"));
    return shape.match(message.left(1000)).captured(1);
}
}

QJsonObject SetBridgeUrl::body() const
{
    return {{QStringLiteral("url"), url}};
}

QJsonObject RegisterServices::body() const
{
    QJsonArray services{service(*this, hipName, u"HIP")};
    if (!hiuName.isEmpty())
        services.append(service(*this, hiuName, u"HIU"));
    return {
        {QStringLiteral("facilityId"), facility.value()},
        {QStringLiteral("facilityName"), facilityName},
        {QStringLiteral("HRP"), services},
    };
}

bool BridgeServices::serves(const FacilityId &id) const
{
    return std::any_of(services.begin(), services.end(), [&](const Service &service) {
        return service.active && service.id == id && service.types.contains(QStringLiteral("HIP"));
    });
}

Result<BridgeServices> BridgeServices::parse(QByteArrayView json)
{
    const auto notReadable = [](const QString &detail) {
        return fail(ErrorKind::Protocol, QStringLiteral("ABDM-BRIDGE-SERVICES"), detail);
    };
    const auto root = readJsonObject(json, listingLimits);
    if (!root)
        return notReadable(root.error().code);
    Fields fields(*root);
    auto bridge = fields.object(u"bridge");
    BridgeServices out{bridge.text(u"id"), bridge.optionalText(u"url"), {}};
    for (const auto &item : fields.array(u"services")) {
        Fields row(item.toObject());
        Service service{FacilityId(row.text(u"id")), row.optionalText(u"name"), {}, false};
        if (row.error())
            return notReadable(QStringLiteral("services.") + row.error()->detail);
        for (const auto &type : item[u"types"].toArray())
            service.types.append(type.toString());
        service.active = item[u"active"].toBool();
        out.services.append(service);
    }
    if (fields.error())
        return notReadable(fields.error()->detail);
    return out;
}

Result<RegisterServicesAnswer> RegisterServicesAnswer::parse(QByteArrayView json)
{
    const auto root = readJson(json, listingLimits);
    if (!root || !root->isArray() || root->toArray().isEmpty())
        return fail(ErrorKind::Protocol, QStringLiteral("ABDM-REGISTER-SERVICES"));
    RegisterServicesAnswer out{.accepted = true, .code = {}, .service = {}, .alreadyAssociated = false};
    for (const auto &item : root->toArray()) {
        if (const auto id = item[u"servicesLinked"][u"id"].toString(); !id.isEmpty() && out.service.isEmpty())
            out.service = FacilityId(id);
        if (!item[u"error"].isObject())
            continue;
        const auto message = item[u"error"][u"message"].toString();
        out.accepted = false;
        if (out.code.isEmpty())
            out.code = readCode(item[u"error"][u"code"]);
        if (message.contains(u"already associated", Qt::CaseInsensitive)) {
            out.alreadyAssociated = true;
            if (out.service.isEmpty())
                out.service = FacilityId(serviceIdIn(message));
        }
    }
    if (out.accepted && out.service.isEmpty())
        return fail(ErrorKind::Protocol, QStringLiteral("ABDM-REGISTER-SERVICES"), QStringLiteral("servicesLinked.id"));
    return out;
}

}
