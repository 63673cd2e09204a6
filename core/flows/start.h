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

/// kinds "share", "running-token" and "patient-status", key = REQUEST-ID of the callback.
QJsonObject shareStart();

/// The link reference of a transaction, and the key of its flow: made from the transaction alone, so that confirm,
/// which names no transaction, finds the same conversation without a table (5.3, 5.4).
QString linkReferenceOf(const TransactionId &transaction);
/// kind "discovery", key = link reference.
QJsonObject discoveryStart();

/// Whether the gateway accepted our acknowledgement of a consent (S-N1), read from the stored state of its flow.
bool acknowledgementAccepted(const QJsonObject &consentState);

}
