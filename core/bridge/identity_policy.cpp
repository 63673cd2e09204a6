#include "bridge/identity_policy.h"

#include <QJsonArray>

namespace nadi::bridge
{

namespace
{

bool listed(const QStringList &allowed, const QStringList &found)
{
    return allowed.isEmpty()
        || std::any_of(found.begin(), found.end(), [&](const QString &value) { return allowed.contains(value); });
}

QStringList texts(const QJsonValue &value)
{
    if (value.isString())
        return {value.toString()};
    QStringList out;
    for (const auto &element : value.toArray())
        out << element.toString();
    return out;
}

}

IdentityPolicy IdentityPolicy::fromSettings(const Settings &settings)
{
    const QString mode = settings.text(QStringLiteral("callback.identityMode"));
    IdentityPolicy policy;
    // A misspelt mode must not open the door.
    policy.mode = mode == u"observe" ? IdentityMode::Observe
        : mode == u"warn"            ? IdentityMode::Warn
                                     : IdentityMode::Enforce;
    policy.issuers = settings.list(QStringLiteral("callback.issuers"));
    policy.audiences = settings.list(QStringLiteral("callback.audiences"));
    policy.clients = settings.list(QStringLiteral("callback.clients"));
    return policy;
}

QString IdentityPolicy::mismatch(const QJsonObject &claims) const
{
    if (!listed(issuers, texts(claims[u"iss"])))
        return QStringLiteral("iss");
    if (!listed(audiences, texts(claims[u"aud"])))
        return QStringLiteral("aud");
    if (!listed(clients, texts(claims[u"azp"]) + texts(claims[u"clientId"])))
        return QStringLiteral("azp");
    return {};
}

}
