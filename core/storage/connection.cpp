#include "storage/connection.h"

#include "storage/connection_private.h"
#include "storage/key_check.h"
#include "storage/meta.h"
#include "storage/migrations.h"
#include "storage/open.h"
#include "storage/sql.h"

#include <QFileInfo>
#include <QUuid>

namespace nadi::storage
{

namespace
{

Done openChecked(Connection::Private &d, const DatabaseConfig &config)
{
    auto mark = OpenMark::take(config.location);
    if (!mark)
        return failed(mark);
    d.mark = std::move(*mark);
    auto done = openSqlite(d.database, config);
    if (!d.mark->mustCheck())
        return done;
    if (done)
        done = checkSqlite(d.database);
    if (done) {
        d.mark->sound();
    } else if (done.error().code == u"DB-CORRUPT") {
        if (!d.mark->wasDamaged())
            keepDamaged(config.location);
        d.mark->damaged();
    }
    return done;
}

}

Connection::Connection()
    : d(std::make_unique<Private>())
{
}

Connection::~Connection()
{
    d->idle.clear();
    d->database.close();
    d->database = {};
    QSqlDatabase::removeDatabase(d->name);
}

Result<std::unique_ptr<Connection>> Connection::connect(const DatabaseConfig &config)
{
    if (config.tenant.isEmpty())
        return fail(ErrorKind::Invalid, QStringLiteral("DB-TENANT"));
    std::unique_ptr<Connection> connection(new Connection);
    auto &d = *connection->d;
    const bool sqlite = config.backend == Backend::Sqlite;
    d.config = config;
    d.name = QUuid::createUuid().toString(QUuid::WithoutBraces);
    d.database = QSqlDatabase::addDatabase(sqlite ? QStringLiteral("QSQLITE") : QStringLiteral("QPSQL"), d.name);
    if (!d.database.isValid())
        return fail(ErrorKind::Storage, QStringLiteral("DB-DRIVER"),
            sqlite ? QStringLiteral("QSQLITE") : QStringLiteral("QPSQL"));

    if (auto done = sqlite ? openChecked(d, config) : openPostgres(d.database, config); !done)
        return failed(done);
    return connection;
}

Result<std::unique_ptr<Connection>> Connection::open(const DatabaseConfig &config, const Sealer &sealer)
{
    auto connection = connect(config);
    if (!connection)
        return connection;
    auto &db = **connection;
    db.d->sealer = &sealer;
    const auto found = storage::schemaVersion(db);
    if (!found)
        return failed(found);
    // Before the schema is touched: whoever has another key changes nothing.
    if (*found > 0)
        if (auto done = checkKey(db); !done)
            return failed(done);
    const auto version = migrate(db);
    if (!version)
        return failed(version);
    db.d->version = *version;
    if (auto done = noteKey(db); !done)
        return failed(done);
    return connection;
}

Result<bool> Connection::holdsClinic(const DatabaseConfig &config)
{
    if (config.backend == Backend::Sqlite)
        return QFileInfo(config.location).size() > 0;
    const auto connection = connect(config);
    if (!connection)
        return failed(connection);
    auto &db = **connection;
    const auto found = storage::schemaVersion(db);
    if (!found)
        return failed(found);
    if (*found == 0)
        return false;
    auto rows = run(db,
        u"SELECT count(*) FROM (SELECT 1 FROM meta WHERE tenant = ? AND name = ?"
        u" UNION ALL SELECT 1 FROM facility WHERE tenant = ?) AS begun",
        {value(db.tenant()), QString(metaKeyCheck), value(db.tenant())});
    if (!rows)
        return failed(rows);
    return rows->next() && rows->number(0) > 0;
}

Backend Connection::backend() const
{
    return d->config.backend;
}

const TenantId &Connection::tenant() const
{
    return d->config.tenant;
}

const Sealer &Connection::sealer() const
{
    return *d->sealer;
}

Done Connection::roomForFiles() const
{
    if (d->config.backend != Backend::Sqlite)
        return {}; // the server's disk is the server's care
    const auto room = d->config.diskRoom(QFileInfo(d->config.location).absolutePath());
    if (mayTakeFiles(room))
        return {};
    return fail(ErrorKind::Storage, QStringLiteral("DISK-FULL"),
        QStringLiteral("%1 of %2 MB free").arg(room.available / megabyte).arg(room.total / megabyte));
}

bool Connection::isLost() const
{
    return d->lost;
}

int Connection::schemaVersion() const
{
    return d->version;
}

}
