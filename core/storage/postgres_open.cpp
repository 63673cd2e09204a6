#include "storage/open.h"
#include "storage/sql.h"

namespace nadi::storage
{
namespace
{

Done sessionSetting(QSqlDatabase &database, const char16_t *sql)
{
    QSqlQuery query(database);
    const auto text = QStringView(sql).toString();
    if (!query.exec(text))
        return tl::unexpected(databaseError(Backend::Postgres, query.lastError(), text));
    return {};
}

/// Row security does not bind superusers and BYPASSRLS roles (S-R3): such a role may not carry patient data.
Done refuseUnboundRole(QSqlDatabase &database)
{
    QSqlQuery query(database);
    if (!query.exec(QStringLiteral("SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user"))
        || !query.next())
        return tl::unexpected(databaseError(Backend::Postgres, query.lastError(), QStringLiteral("role")));
    if (query.value(0).toBool())
        return fail(ErrorKind::Refused, QStringLiteral("DB-ROLE"), QStringLiteral("superuser or BYPASSRLS role"));
    return {};
}

}

void applyPostgresLocation(QSqlDatabase &database, const QString &location)
{
    QStringList options;
    for (const auto &part : location.split(u' ', Qt::SkipEmptyParts)) {
        const auto key = part.section(u'=', 0, 0);
        const auto text = part.section(u'=', 1);
        if (key == u"host")
            database.setHostName(text);
        else if (key == u"port")
            database.setPort(text.toInt());
        else if (key == u"dbname")
            database.setDatabaseName(text);
        else if (key == u"user")
            database.setUserName(text);
        else if (key == u"password")
            database.setPassword(text);
        else
            options << part; // sslmode, sslrootcert, …: libpq's own names
    }
    database.setConnectOptions(options.join(u';'));
}

Done openPostgres(QSqlDatabase &database, const DatabaseConfig &config)
{
    applyPostgresLocation(database, config.location);
    if (!database.open())
        return fail(ErrorKind::Unavailable, QStringLiteral("DB-GONE"), QStringLiteral("connect"));
    if (auto done = refuseUnboundRole(database); !done)
        return done;
    const bool full = config.durability == Durability::Full;
    for (const auto *setting : {u"SET client_min_messages = warning", u"SET lock_timeout = '5s'",
             u"SET TIME ZONE 'UTC'", full ? u"SET synchronous_commit = on" : u"SET synchronous_commit = off"})
        if (auto done = sessionSetting(database, setting); !done)
            return done;
    return {};
}

}
