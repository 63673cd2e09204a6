#pragma once

#include "storage/connection.h"
#include "support/plain_sealer.h"
#include "support/postgres_server.h"

#include <QTemporaryDir>
#include <QTest>

namespace nadi::test
{

/// The two back ends of one test list. Rows "sqlite" and "postgres" choose; each test gets a fresh database.
class Databases
{
public:
    static void columns()
    {
        QTest::addColumn<bool>("postgres");
        QTest::newRow("sqlite") << false;
        QTest::newRow("postgres") << true;
    }

    /// A configuration of a new, empty database; empty location when the back end is missing here.
    storage::DatabaseConfig fresh(bool postgres)
    {
        storage::DatabaseConfig config;
        config.tenant = TenantId(QStringLiteral("clinic-a"));
        if (!postgres) {
            config.location = m_dir.filePath(QStringLiteral("clinic-%1.db").arg(++m_count));
            return config;
        }
        config.backend = storage::Backend::Postgres;
        if (!m_tried) {
            m_tried = true;
            m_server = PostgresServer::start();
        }
        if (m_server)
            config.location = m_server->createDatabase();
        return config;
    }

    /// The same database as a program sees it: on PostgreSQL the role that owns nothing.
    storage::DatabaseConfig asProgram(storage::DatabaseConfig config) const
    {
        if (config.backend == storage::Backend::Postgres)
            config.location = m_server->location(m_server->lastDatabase(), QStringLiteral("nadi_test"));
        return config;
    }

    PostgresServer *server() { return m_server.get(); }
    QString path(const QString &name) const { return m_dir.filePath(name); }

private:
    QTemporaryDir m_dir;
    std::unique_ptr<PostgresServer> m_server;
    bool m_tried = false;
    int m_count = 0;
};

/// Opens a fresh database of the row's back end into `name`: migrated by its owner, used by the program's role.
#define OPEN_DATABASE(databases, config, db)                                                                           \
    QFETCH(bool, postgres);                                                                                            \
    const auto config##Owner = databases.fresh(postgres);                                                              \
    if (config##Owner.location.isEmpty())                                                                              \
        QSKIP("NOT TESTED: no PostgreSQL server programs (initdb) on this machine");                                   \
    {                                                                                                                  \
        const auto migrated = storage::Connection::open(config##Owner, sealer);                                        \
        QVERIFY2(migrated, qPrintable(migrated ? QString() : migrated.error().code + migrated.error().detail));        \
    }                                                                                                                  \
    const auto config = databases.asProgram(config##Owner);                                                            \
    auto db##Opened = storage::Connection::open(config, sealer);                                                       \
    QVERIFY2(db##Opened, qPrintable(db##Opened ? QString() : db##Opened.error().code + db##Opened.error().detail));    \
    [[maybe_unused]] auto &db = **db##Opened

/// A Done or Result that must be good; prints code and detail when it is not.
#define GOOD(expression)                                                                                               \
    do {                                                                                                               \
        const auto &good_ = (expression);                                                                              \
        QVERIFY2(good_.has_value(), qPrintable(good_ ? QString() : good_.error().code + u' ' + good_.error().detail)); \
    } while (false)

/// One that must fail with this code.
#define FAILS(expression, wanted)                                                                                      \
    do {                                                                                                               \
        const auto &bad_ = (expression);                                                                               \
        QVERIFY(!bad_.has_value());                                                                                    \
        QCOMPARE(bad_.error().code, QStringLiteral(wanted));                                                           \
    } while (false)

}
