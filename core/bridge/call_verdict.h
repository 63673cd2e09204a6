#pragma once

#include "abdm/gateway.h"
#include "storage/outbox.h"

namespace nadi::bridge
{

/// What one attempt led to: how the message is stored, and what its flow hears.
struct CallVerdict
{
    enum class Tell { Accepted, Refused, Delayed };

    storage::OutboxState state{};
    Tell tell{};
    QString code; ///< for the attempt log and the flow; empty on success
    std::chrono::milliseconds retryIn{}; ///< when `state` is Pending
    bool networkDown = false;
};

struct AttemptInfo
{
    QStringView operation;
    int attempt = 1;
    std::chrono::milliseconds left{}; ///< until the message's deadline
    double jitter = 0.5; ///< 0..1
    int scalePercent = 100; ///< bridge.retryScalePercent
    int together = 1; ///< so many messages left in this call
};

/// The outcome table of S-O3, S-O6 and S-O7. Pure.
CallVerdict judgeCall(const abdm::CallAnswer &answer, const abdm::RetryPlan &plan, const AttemptInfo &info);

/// Whether a message of which nobody knows if it left may leave again: the gateway tells its repeats apart, for some
/// operations only a while (S-O6). Pure.
bool mayBeRepeated(const storage::OutboxMessage &message, UtcTime now);

}
