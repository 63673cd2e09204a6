#pragma once

#include "storage/connection_private.h"

namespace nadi::storage
{

/// Opens the file with our pragmas and proves that they hold.
Done openSqlite(QSqlDatabase &database, const DatabaseConfig &config);
/// A bounded `quick_check` of every table but the page images, which are proven by their seals whenever they are read.
Done checkSqlite(QSqlDatabase &database);
/// A copy of a damaged file as it was found. Before the connection closes: that moves the log into the file.
void keepDamaged(const QString &file);
/// Fills in "host=… port=… dbname=… user=… sslmode=…".
void applyPostgresLocation(QSqlDatabase &database, const QString &location);
/// Connects, refuses a role that row security would not bind, and sets the session up.
Done openPostgres(QSqlDatabase &database, const DatabaseConfig &config);

}
