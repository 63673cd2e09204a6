#pragma once

#include "bridge/facts_loader.h"

namespace nadi::bridge
{

/// Who may be meant by a discovery, how often the same ABHA address has asked, and what is not linked yet: of the one
/// match, or of the conversation's patient. The same look-ups whoever is found, so that the work says nothing (S-N9).
Done loadDiscoveryFacts(
    storage::Connection &db, const storage::FlowRow &flow, const flows::Needs &needs, flows::Facts &facts);

}
