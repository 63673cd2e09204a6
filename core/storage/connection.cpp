#include "storage/connection.h"

#include "storage/connection_private.h"
#include "storage/migrations.h"
#include "storage/open.h"

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

Result<std::unique_ptr<Connection>> Connection::open(const DatabaseConfig &config, const Sealer &sealer)
{
    if (config.tenant.isEmpty())
        return fail(ErrorKind::Invalid, QStringLiteral("DB-TENANT"));
    std::unique_ptr<Connection> connection(new Connection);
    auto &d = *connection->d;
    const bool sqlite = config.backend == Backend::Sqlite;
    d.config = config;
    d.sealer = &sealer;
    d.name = QUuid::createUuid().toString(QUuid::WithoutBraces);
    d.database = QSqlDatabase::addDatabase(sqlite ? QStringLiteral("QSQLITE") : QStringLiteral("QPSQL"), d.name);
    if (!d.database.isValid())
        return fail(ErrorKind::Storage, QStringLiteral("DB-DRIVER"),
            sqlite ? QStringLiteral("QSQLITE") : QStringLiteral("QPSQL"));

    if (auto done = sqlite ? openChecked(d, config) : openPostgres(d.database, config); !done)
        return failed(done);
    const auto version = migrate(*connection);
    if (!version)
        return failed(version);
    d.version = *version;
    return connection;
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
