#pragma once

#include "common/id.h"
#include "flows/needs.h"
#include "storage/flow_repository.h"

namespace nadi::bridge
{

/// What is the same for every step.
struct BridgeIdentity
{
    QString bridgeId;
    QString bridgeUrl;
    std::chrono::milliseconds queueTokenLife = std::chrono::minutes(30); ///< share.tokenMs
    flows::DiscoveryPolicy discovery = {};
};

/// Looks up what one step looks at and nothing more, in the step's own transaction. A queue token that the step needs
/// is taken here: it is gone again when the transaction is not committed.
Result<flows::Facts> loadFacts(storage::Connection &db, IdSource &ids, const BridgeIdentity &identity,
    const storage::FlowRow &flow, const flows::Needs &needs, UtcTime now, double jitter);

}
