#pragma once

#include "storage/connection.h"

namespace nadi::storage
{

/// One bridge per tenant of a database server: a second one would take the first one's leases for lost (P7). Held as
/// long as the connection, so that a bridge which died or lost the server frees it. BRIDGE-RUNNING (Conflict) when
/// another one has it. On SQLite a lock file beside the database does this.
Done claimBridge(Connection &db);

}
