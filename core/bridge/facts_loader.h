#pragma once

#include "flows/needs.h"
#include "storage/flow_repository.h"

namespace nadi::bridge
{

/// What is the same for every step.
struct BridgeIdentity
{
    QString bridgeId;
    QString bridgeUrl;
};

/// Looks up what one step looks at and nothing more, in the step's own transaction.
Result<flows::Facts> loadFacts(storage::Connection &db, const BridgeIdentity &identity, const storage::FlowRow &flow,
    const flows::Needs &needs, UtcTime now, double jitter);

}
