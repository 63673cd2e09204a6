#include "storage/open.h"
#include "storage/sql.h"

#include <QDeadlineTimer>
#include <QFile>
#include <QThread>

namespace nadi::storage
{
namespace
{

/// The file exists with owner-only rights before SQLite writes to it; -wal and -shm copy them.
Done createOwnerOnly(const QString &path)
{
    if (QFile::exists(path))
        return {};
    QFile file(path);
    // Not an error when another process was first.
    if (!file.open(QIODevice::NewOnly | QIODevice::WriteOnly, QFile::ReadOwner | QFile::WriteOwner)
        && !QFile::exists(path))
        return fail(ErrorKind::Storage, QStringLiteral("DB-OPEN"), QStringLiteral("cannot create the file"));
    return {};
}

QString current(QSqlDatabase &database, const char16_t *read)
{
    QSqlQuery query(database);
    return query.exec(QStringView(read).toString()) && query.next() ? query.value(0).toString() : QString();
}

/// Sets a pragma and reads it back: SQLite ignores what it cannot do. SQLite does not wait by itself when two programs
/// switch a new file to WAL at the same moment, so we do.
Done pragma(QSqlDatabase &database, const char16_t *set, const char16_t *read, QStringView wanted)
{
    const QDeadlineTimer patience(busyMs);
    while (current(database, read) != wanted) {
        QSqlQuery query(database);
        if (query.exec(QStringView(set).toString())) {
            query.finish();
            if (current(database, read) == wanted)
                return {};
        }
        const auto error = databaseError(Backend::Sqlite, query.lastError(), QStringView(read).toString());
        if (query.lastError().isValid() && error.code != u"DB-BUSY")
            return tl::unexpected(error);
        if (patience.hasExpired())
            return fail(ErrorKind::Storage, QStringLiteral("DB-PRAGMA"), error.detail);
        QThread::msleep(2);
    }
    return {};
}

}

Done openSqlite(QSqlDatabase &database, const DatabaseConfig &config)
{
    if (auto done = createOwnerOnly(config.location); !done)
        return done;
    database.setDatabaseName(config.location);
    database.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=%1").arg(busyMs));
    if (!database.open())
        return tl::unexpected(databaseError(Backend::Sqlite, database.lastError(), QStringLiteral("open")));

    const bool full = config.durability == Durability::Full;
    struct Pragma
    {
        const char16_t *set;
        const char16_t *read;
        QStringView wanted;
    };
    const Pragma pragmas[] = {
        {u"PRAGMA journal_mode = WAL", u"PRAGMA journal_mode", u"wal"},
        // FULL: a commit that was acknowledged or shown survives a power cut (S-B1); NORMAL in WAL may lose the last
        // ones.
        {full ? u"PRAGMA synchronous = FULL" : u"PRAGMA synchronous = OFF", u"PRAGMA synchronous", full ? u"2" : u"0"},
        {u"PRAGMA foreign_keys = ON", u"PRAGMA foreign_keys", u"1"},
        {u"PRAGMA temp_store = MEMORY", u"PRAGMA temp_store", u"2"},
        {u"PRAGMA trusted_schema = OFF", u"PRAGMA trusted_schema", u"0"},
    };
    for (const auto &each : pragmas)
        if (auto done = pragma(database, each.set, each.read, each.wanted); !done)
            return done;
    return {};
}

}
