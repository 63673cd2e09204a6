#pragma once

#include "abdm/callbacks.h"
#include "domain/ids.h"

#include <QJsonObject>

namespace nadi::flows
{

// First states of the flows that the runner opens for a callback. Those that the clinic opens: domain/flow_start.h.

/// kind "consent", key = consent id.
QJsonObject consentStart(const ConsentId &consent);
/// kind "transfer", key = transaction id.
QJsonObject transferStart(const abdm::HealthInformationRequest &request, const RequestId &callback);

/// kinds "share" and "running-token", key = REQUEST-ID of the callback.
QJsonObject shareStart();

/// Whether the gateway accepted our acknowledgement of a consent (S-N1), read from the stored state of its flow.
bool acknowledgementAccepted(const QJsonObject &consentState);

}
