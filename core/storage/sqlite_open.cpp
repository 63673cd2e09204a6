#include "storage/open.h"
#include "storage/sql.h"

#include <QFile>

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

/// Sets a pragma and reads it back: SQLite ignores what it cannot do.
Done pragma(QSqlDatabase &database, const char16_t *set, const char16_t *read, QStringView wanted)
{
    QSqlQuery query(database);
    const auto asked = QStringView(read).toString();
    const auto current = [&] {
        const bool there = query.exec(asked) && query.next();
        const auto text = there ? query.value(0).toString() : QString();
        query.finish();
        return text;
    };
    if (current() == wanted)
        return {};
    if (!query.exec(QStringView(set).toString()))
        return tl::unexpected(databaseError(Backend::Sqlite, query.lastError(), asked));
    query.finish();
    if (current() != wanted)
        return fail(ErrorKind::Storage, QStringLiteral("DB-PRAGMA"), asked);
    return {};
}

}

Done openSqlite(QSqlDatabase &database, const DatabaseConfig &config)
{
    if (auto done = createOwnerOnly(config.location); !done)
        return done;
    database.setDatabaseName(config.location);
    database.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=5000"));
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
