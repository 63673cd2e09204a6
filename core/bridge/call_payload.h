#pragma once

#include "flows/flow.h"

namespace nadi::bridge
{

// What an outbox message carries for the courier, as JSON (sealed by storage).

/// {"body", "linkTokenFor"?, "alone"?}
QJsonObject payloadOf(const flows::SendCall &call);
QJsonObject payloadOf(const flows::PushRecord &push);

struct CallPayload
{
    QJsonObject body;
    std::optional<AbhaAddress> linkTokenFor;
    bool alone = false; ///< flows::SendCall::alone
};
CallPayload callOf(const QJsonObject &payload);
/// `businessKey` and `deadline` are columns of the message, not part of it.
flows::PushRecord pushOf(const QJsonObject &payload);

/// What a one-time code needs to be made and sent: no digits, no number.
struct CodeOrder
{
    PatientId patient;
    QString linkReference;
    std::chrono::milliseconds life{};
};
QJsonObject payloadOf(const flows::SendLinkCode &code, const QString &linkReference);
CodeOrder codeOrderOf(const QJsonObject &payload);

}
