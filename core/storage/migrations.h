#pragma once

#include "storage/connection.h"

#include <span>

namespace nadi::storage
{

/// One rung of the ladder. A released step is never edited: a change is a new step.
struct Migration
{
    int to;
    const char *why;
    /// Statements for both databases. Words in braces are the three types that differ: {blob}, {serial}, {int}.
    std::span<const char16_t *const> common;
    /// What only one database has: triggers; row security, functions and grants.
    std::span<const char16_t *const> sqlite;
    std::span<const char16_t *const> postgres;
};

std::span<const Migration> migrations();

/// 0 on a fresh database.
Result<int> schemaVersion(Connection &db);

/// Climbs to the newest schema and returns its number. Each step is one transaction together with its version, so two
/// programs that start at once do not both climb. A newer schema is refused with DB-NEWER.
Result<int> migrate(Connection &db);

}
