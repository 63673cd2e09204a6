#pragma once

#include "common/clock.h"
#include "common/id.h"
#include "storage/connection.h"

namespace nadi::bridge
{

/// Begins the renewal of every link token that ends within seven days and whose patient has an open visit between
/// yesterday and a week ahead (B10): one token-renewal flow per token, however often this runs. Returns how many it
/// began. Blocking; belongs to the thread of the connection.
Result<int> beginTokenRenewals(storage::Connection &db, const Clock &clock, IdSource &ids);

}
