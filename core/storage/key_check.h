#pragma once

#include "storage/connection.h"

namespace nadi::storage
{

/// A wrong key is noticed before anything is written with it: `meta` holds a value that only the tenant's key opens.
/// DB-KEY when the connection's sealer is another one. A database from before there was such a value is tried by what
/// else is sealed in it.
Done checkKey(Connection &db);
/// Leaves the value where there is none yet. DB-KEY when another program was faster, with another key.
Done noteKey(Connection &db);

}
