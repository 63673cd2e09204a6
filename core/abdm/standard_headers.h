#pragma once

#include "abdm/gateway.h"
#include "abdm/transport.h"

namespace nadi::abdm
{

/// REQUEST-ID, TIMESTAMP and X-CM-ID of 1.2.
inline QList<std::pair<QByteArray, QByteArray>> standardHeaders(
    const GatewayConfig &config, const RequestId &request, const Clock &clock)
{
    return {
        {"REQUEST-ID", request.value().toLatin1()},
        {"TIMESTAMP", clock.now().toIso().toLatin1()},
        {"X-CM-ID", config.cmId.toLatin1()},
    };
}

/// Registries live under a path of their own ("/v4/int"), so the operation's path is appended, not resolved.
inline QUrl under(const QUrl &base, const QString &path)
{
    auto url = base;
    auto prefix = base.path();
    while (prefix.endsWith(u'/'))
        prefix.chop(1);
    url.setPath(prefix + path);
    return url;
}

}
