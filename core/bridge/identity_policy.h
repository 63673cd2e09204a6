#pragma once

#include "common/settings.h"

#include <QJsonObject>

namespace nadi::bridge
{

enum class IdentityMode { Observe, Warn, Enforce };

/// Who may call us with a token that the gateway's keys verify: every participant's token does (S-C4).
struct IdentityPolicy
{
    IdentityMode mode = IdentityMode::Observe;
    QStringList issuers; ///< empty: not checked
    QStringList audiences;
    QStringList clients;

    static IdentityPolicy fromSettings(const Settings &settings);
    /// The first claim that is not on its list: "iss", "aud" or "azp"; empty when all fit.
    QString mismatch(const QJsonObject &claims) const;
};

}
