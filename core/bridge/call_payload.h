#pragma once

#include "flows/flow.h"

namespace nadi::bridge
{

// What an outbox message carries for the courier, as JSON (sealed by storage).

/// {"body", "linkTokenFor"?}
QJsonObject payloadOf(const flows::SendCall &call);
QJsonObject payloadOf(const flows::PushRecord &push);

struct CallPayload
{
    QJsonObject body;
    std::optional<AbhaAddress> linkTokenFor;
};
CallPayload callOf(const QJsonObject &payload);
/// `businessKey` and `deadline` are columns of the message, not part of it.
flows::PushRecord pushOf(const QJsonObject &payload);

}
