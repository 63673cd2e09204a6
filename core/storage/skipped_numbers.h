#pragma once

#include "common/utc_time.h"
#include "storage/connection.h"

namespace nadi::storage
{

/// After a restore: every count goes on beyond all that the old machine can have given out after its last backup, also
/// where the backup knows no number yet. A care context twice would show one patient's app another record under a name
/// it knows; a local number twice would be two people. Joins the caller's transaction.
Done skipNumbersGiven(Connection &db, UtcTime now);

}
