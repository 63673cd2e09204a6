#pragma once

#include "flows/flow.h"

namespace nadi::flows
{

/// The steps behind stepFunction(); docs/flows.md has their tables.
Result<Step> stepDelivery(const QJsonObject &state, const Event &event, const Facts &facts);
Result<Step> stepFacilityLink(const QJsonObject &state, const Event &event, const Facts &facts);
Result<Step> stepConsent(const QJsonObject &state, const Event &event, const Facts &facts);
Result<Step> stepTransfer(const QJsonObject &state, const Event &event, const Facts &facts);
Result<Step> stepShare(const QJsonObject &state, const Event &event, const Facts &facts); ///< and running-token
Result<Step> stepPatientStatus(const QJsonObject &state, const Event &event, const Facts &facts);
Result<Step> stepDiscovery(const QJsonObject &state, const Event &event, const Facts &facts);
Result<Step> stepTokenRenewal(const QJsonObject &state, const Event &event, const Facts &facts);

}
