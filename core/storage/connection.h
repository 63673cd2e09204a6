#pragma once

#include "common/result.h"
#include "domain/ids.h"
#include "storage/disk_room.h"
#include "storage/sealer.h"

#include <functional>
#include <memory>

namespace nadi::storage
{

enum class Backend { Sqlite, Postgres };

/// Full: what was acknowledged or shown survives a power cut (S-B1). Relaxed: for benchmarks and throw-away test data
/// only.
enum class Durability { Full, Relaxed };

struct DatabaseConfig
{
    Backend backend = Backend::Sqlite;
    /// SQLite: a file path. PostgreSQL: "host=… port=… dbname=… user=… sslmode=verify-full …".
    QString location;
    TenantId tenant{QStringLiteral("default")};
    Durability durability = Durability::Full;
    /// Asks the volume of a folder for its room; tests put their own in.
    std::function<DiskRoom(const QString &)> diskRoom = roomOfVolume;
};

/// One open database connection. Belongs to the thread that opened it; everything in core/storage takes it by
/// reference.
class Connection
{
public:
    /// Opens, checks pragmas, and migrates to the newest schema in one transaction. A newer schema is refused with
    /// DB-NEWER. After an unclean end a SQLite file is checked first (S-B2): DB-CORRUPT, with a copy kept beside it.
    /// DB-KEY when `sealer` has another key than what is there: then nothing is written. It must outlive the
    /// connection.
    static Result<std::unique_ptr<Connection>> open(const DatabaseConfig &config, const Sealer &sealer);
    /// Whether this tenant has begun there. Asked before a key is made; needs none itself and changes nothing.
    static Result<bool> holdsClinic(const DatabaseConfig &config);
    ~Connection();
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    Backend backend() const;
    const TenantId &tenant() const;
    const Sealer &sealer() const;
    int schemaVersion() const;
    /// DISK-FULL when the volume of a local database has too little room for more pages (S-B6).
    Done roomForFiles() const;
    /// The server went away (DB-GONE): close this one and open another.
    bool isLost() const;

    /// For core/storage only.
    struct Private;
    Private &internals() { return *d; }

private:
    Connection();
    static Result<std::unique_ptr<Connection>> connect(const DatabaseConfig &config);
    std::unique_ptr<Private> d;
};

/// Scope guard: rolls back unless committed. A nested one joins the outer as a savepoint, so an error inside it leaves
/// the outer usable on PostgreSQL too. SQLite begins IMMEDIATE: a writer waits at the start, never half-way.
class Transaction
{
public:
    explicit Transaction(Connection &connection);
    ~Transaction();
    Transaction(const Transaction &) = delete;
    Transaction &operator=(const Transaction &) = delete;

    /// Whether it could begin; DB-BUSY after the busy time-out (5 s).
    const Done &begun() const { return m_begun; }
    [[nodiscard]] Done commit();

private:
    Connection &m_connection;
    Done m_begun;
    bool m_open = false;
    int m_level = 0;
};

}
