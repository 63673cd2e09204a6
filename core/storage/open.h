#pragma once

#include "storage/connection_private.h"

namespace nadi::storage
{

/// Opens the file with our pragmas and proves that they hold.
Done openSqlite(QSqlDatabase &database, const DatabaseConfig &config);
/// A bounded `quick_check` of every table but the page images, which are proven by their seals whenever they are read.
/// DB-CORRUPT keeps a copy of the file as it was found.
Done checkSqlite(QSqlDatabase &database, const QString &file);
/// Fills in "host=… port=… dbname=… user=… sslmode=…".
void applyPostgresLocation(QSqlDatabase &database, const QString &location);
/// Connects, refuses a role that row security would not bind, and sets the session up.
Done openPostgres(QSqlDatabase &database, const DatabaseConfig &config);

}
