#pragma once

#include "bridge/facility_router.h"
#include "storage/connection.h"

namespace nadi::bridge
{

inline constexpr QLatin1String facilityUnknown{"CB-FACILITY-UNKNOWN"};

/// Callbacks that came for a facility we did not know are worked on as soon as it is in the directory, under our id of
/// it (B28). How many.
Result<int> replayParked(storage::Connection &db, const FacilityDirectory &directory);

}
