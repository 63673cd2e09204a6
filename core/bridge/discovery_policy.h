#pragma once

#include "common/settings.h"
#include "flows/discovery_match.h"

namespace nadi::bridge
{

/// Settings "discovery.*".
flows::DiscoveryPolicy discoveryPolicy(const Settings &settings);

}
