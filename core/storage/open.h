#pragma once

#include "storage/connection_private.h"

namespace nadi::storage
{

/// Opens the file with our pragmas and proves that they hold.
Done openSqlite(QSqlDatabase &database, const DatabaseConfig &config);
/// Fills in "host=… port=… dbname=… user=… sslmode=…".
void applyPostgresLocation(QSqlDatabase &database, const QString &location);
/// Connects, refuses a role that row security would not bind, and sets the session up.
Done openPostgres(QSqlDatabase &database, const DatabaseConfig &config);

}
