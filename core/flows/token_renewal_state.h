#pragma once

#include "common/result.h"
#include "common/utc_time.h"

#include <QJsonObject>

namespace nadi::flows
{

enum class RenewalPhase {
    Ready,
    Waiting, ///< asked, or another flow of the patient asks
    Paused, ///< the gateway said "later"
    Renewed,
    Stopped, ///< refused, or the person cannot be asked for: the next delivery says so where people look
};

/// Renewal of one link token before it ends (B10).
struct TokenRenewalFlow
{
    RenewalPhase phase = RenewalPhase::Ready;
    UtcTime oldExpiresAt; ///< of the token to be renewed; after it the next delivery asks by itself
    QString reason;
    QString call; ///< business key of our own request; empty when another flow asks
    QString lastTokenKey;
    QString savedToken; ///< business key of the request whose token was stored
    int polls = 0;
    int pauses = 0;
    UtcTime askedAt;
    UtcTime wakeAt;

    QJsonObject toJson() const;
    static Result<TokenRenewalFlow> fromJson(const QJsonObject &state);
};

}
