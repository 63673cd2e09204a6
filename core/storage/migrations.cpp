#include "storage/migrations.h"

#include "storage/connection_private.h"
#include "storage/migrations/steps.h"
#include "storage/sql.h"

#include <array>

namespace nadi::storage
{
namespace
{

/// Schema statements are constants of this program; the only words put into them are the three type names.
Done apply(Connection &db, const char16_t *statement)
{
    const bool sqlite = db.backend() == Backend::Sqlite;
    auto text = QStringView(statement).toString();
    text.replace(QStringLiteral("{blob}"), sqlite ? QStringLiteral("BLOB") : QStringLiteral("BYTEA"));
    text.replace(QStringLiteral("{int}"), sqlite ? QStringLiteral("INTEGER") : QStringLiteral("BIGINT"));
    text.replace(QStringLiteral("{serial}"),
        sqlite ? QStringLiteral("INTEGER PRIMARY KEY AUTOINCREMENT")
               : QStringLiteral("BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY"));
    QSqlQuery query(db.internals().database);
    if (!query.exec(text))
        return tl::unexpected(databaseError(db.backend(), query.lastError(), text));
    return {};
}

Done climb(Connection &db, const Migration &step)
{
    Transaction transaction(db);
    if (!transaction.begun())
        return transaction.begun();
    // PostgreSQL has no BEGIN IMMEDIATE: the second program waits here, and then sees that there is nothing to do.
    if (db.backend() == Backend::Postgres)
        if (auto done = execute(db, u"SELECT pg_advisory_xact_lock(7812731)"); !done)
            return done;
    const auto found = schemaVersion(db);
    if (!found)
        return failed(found);
    if (*found >= step.to)
        return {};
    for (const auto &statements : {step.common, db.backend() == Backend::Sqlite ? step.sqlite : step.postgres})
        for (const auto *statement : statements)
            if (auto done = apply(db, statement); !done)
                return done;
    if (auto done = execute(db, u"UPDATE schema_version SET version = ?", {step.to}); !done)
        return done;
    return transaction.commit();
}

}

std::span<const Migration> migrations()
{
    static const std::array ladder{
        step001(),
        step002(),
        step003(),
        step004(),
        step005(),
        step006(),
        step007(),
        step008(),
        step009(),
        step010(),
        step011(),
        step012(),
        step013(),
    };
    return ladder;
}

Result<int> schemaVersion(Connection &db)
{
    const bool sqlite = db.backend() == Backend::Sqlite;
    auto there = run(db,
        sqlite ? Sql(u"SELECT count(*) FROM sqlite_master WHERE name = 'schema_version'")
               : Sql(u"SELECT count(*) FROM pg_tables WHERE schemaname = current_schema() AND tablename = "
                     u"'schema_version'"));
    if (!there)
        return failed(there);
    if (!there->next() || there->number(0) == 0)
        return 0;
    auto rows = run(db, u"SELECT version FROM schema_version");
    if (!rows)
        return failed(rows);
    return rows->next() ? int(rows->number(0)) : 0;
}

Result<int> migrate(Connection &db)
{
    const int newest = migrations().back().to;
    const auto found = schemaVersion(db);
    if (!found)
        return failed(found);
    if (*found > newest)
        return fail(ErrorKind::Storage, QStringLiteral("DB-NEWER"),
            QStringLiteral("schema %1, known %2").arg(*found).arg(newest));
    for (const auto &step : migrations())
        if (step.to > *found)
            if (auto done = climb(db, step); !done)
                return failed(done);
    return newest;
}

}
