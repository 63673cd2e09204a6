#pragma once

#include "abdm/calls.h"

namespace nadi::abdm
{

/// 3.3 patient-share/v3/on-share
struct OnShare
{
    AbhaAddress abhaAddress;
    QString counter; ///< as the callback named it
    int tokenNumber = 0;
    std::chrono::seconds expiry{}; ///< left of the token's life; text of digits on the wire
    RequestId inReplyTo;
    std::optional<CallError> error; ///< instead of the token
    QJsonObject body() const;
};

/// 3.5 patient-share/v3/running-token/on-status
struct RunningTokenOnStatus
{
    FacilityId hip;
    QString counter;
    int runningNumber = 0;
    int averageMinutes = 0;
    RequestId inReplyTo;
    std::optional<CallError> error;
    QJsonObject body() const;
};

}
