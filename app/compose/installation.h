#pragma once

#include "common/settings.h"
#include "crypto/key_store.h"
#include "sealing/box_sealer.h"
#include "storage/connection.h"

namespace nadi::app
{

/// What the window, the bridge and nadictl of one clinic share: its database and its key.
struct Installation
{
    storage::DatabaseConfig database;
    crypto::StoredKey key;
    std::unique_ptr<sealing::SealedBoxSealer> sealer;
};

enum class FirstUse {
    MakeKey, ///< the window and the bridge: a new clinic gets its key. One that has lost its key does not: KEY-NONE
    Refuse, ///< tools: KEY-NONE when there is no installation
};

/// SQLite without a location is clinic.db in the user's data folder. Errors: SET-RANGE for an unknown backend.
Result<storage::DatabaseConfig> databaseOf(const Settings &settings);

/// Where the imported code systems of this PC lie: beside the database, or with the other data of the user when that is
/// on a server.
Result<QString> terminologyFolderOf(const Settings &settings);

/// Where the key of this database lives, in the order of crypto/key_store.h.
struct KeyLocation
{
    QString service;
    QString file;
    QString fallbackFile; ///< beside the database file
};
KeyLocation keyLocationOf(const Settings &settings, const storage::DatabaseConfig &database);

/// Loads the key and makes the sealer; opens no connection. `random` must outlive it.
Result<Installation> openInstallation(const Settings &settings, FirstUse firstUse, Random &random);

}
