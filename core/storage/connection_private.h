#pragma once

#include "storage/connection.h"
#include "storage/open_mark.h"

#include <QSqlDatabase>
#include <QSqlQuery>

#include <unordered_map>
#include <vector>

namespace nadi::storage
{

/// How long a statement waits for another program's transaction on SQLite.
inline constexpr int busyMs = 5000;

struct Connection::Private
{
    std::unique_ptr<OpenMark> mark; ///< SQLite only; goes after the database is closed
    QString name;
    QSqlDatabase database;
    DatabaseConfig config;
    const Sealer *sealer = nullptr;
    int version = 0;
    int depth = 0; ///< open Transactions
    bool lost = false; ///< the server went away; only a new connection helps

    /// Prepared statements that are not in use, by the address of their literal.
    std::unordered_map<const char16_t *, std::vector<std::unique_ptr<QSqlQuery>>> idle;
};

}
