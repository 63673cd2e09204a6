#include "bridge/engine.h"
#include "bridge/shared_random.h"
#include "storage/flow_repository.h"
#include "storage/inbox.h"
#include "support/plain_sealer.h"
#include "support/postgres_server.h"
#include "support/seeded_random.h"

#include <QProcessEnvironment>
#include <QRegularExpression>
#include <QTest>

using namespace nadi;
using namespace std::chrono_literals;

namespace
{

/// An engine without a network on this thread's event loop.
struct Rig
{
    explicit Rig(storage::DatabaseConfig config)
        : database(std::move(config))
    {
    }
    static abdm::GatewayConfig gatewayConfig()
    {
        abdm::GatewayConfig config;
        config.baseUrl = QUrl(QStringLiteral("https://127.0.0.1:1"));
        return config;
    }
    /// What an own event for a flow that nobody knows leaves behind.
    qsizetype quarantined()
    {
        const auto db = storage::Connection::open(database, sealer);
        if (!db)
            return -1;
        const auto found = storage::Inbox(**db).inState(storage::InboxState::Quarantined, 10);
        return found ? found->size() : -1;
    }
    bool putEvent(const char *request)
    {
        const auto db = storage::Connection::open(database, sealer);
        storage::InboxMessage message;
        message.source = QStringLiteral("clinic");
        message.route = QStringLiteral("start");
        message.request = RequestId(QString::fromLatin1(request));
        message.flow = FlowId(QStringLiteral("nobody"));
        message.receivedAt = clock.now();
        return db && storage::Inbox(**db).put(message).has_value();
    }

    storage::DatabaseConfig database;
    test::PlainSealer sealer;
    SystemClock clock;
    test::SeededRandom seeded{5};
    bridge::SharedRandom random{seeded};
    bridge::Counters counters;
    bridge::Engine engine{
        bridge::Engine::Parts{database, sealer, gatewayConfig(), Settings::load({}, QProcessEnvironment()).value(),
            clock, random, counters, [](const bridge::FacilityDirectory &) { }}};
};

}

class TestEngine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theEndOfAConsentInAMonthFitsItsTimer()
    {
        QTemporaryDir dir;
        Rig rig({storage::Backend::Sqlite, dir.filePath(QStringLiteral("clinic.db")), TenantId(QStringLiteral("t1")),
            storage::Durability::Relaxed});
        {
            storage::FlowRow flow;
            flow.id = FlowId(QStringLiteral("f1"));
            flow.kind = QStringLiteral("consent");
            flow.key = QStringLiteral("c1");
            flow.wakeAt = rig.clock.now() + 24h * 30; // more milliseconds than an int holds
            const auto db = storage::Connection::open(rig.database, rig.sealer).value();
            QVERIFY(storage::FlowRepository(*db).insert(flow));
        }
        QTest::failOnWarning(QRegularExpression(QStringLiteral("negative")));
        QVERIFY(rig.engine.open());
        rig.engine.begin(QStringLiteral("https://bridge.test"));
        QVERIFY(rig.putEvent("seen"));
        QTRY_COMPARE(rig.quarantined(), 1);
        rig.engine.close();
    }

    void aDatabaseServerThatComesBackIsWorkedOnAgain()
    {
        const auto server = test::PostgresServer::start();
        if (!server)
            QSKIP("NOT TESTED: no PostgreSQL server programs (initdb) on this machine");
        storage::DatabaseConfig config;
        config.backend = storage::Backend::Postgres;
        config.location = server->createDatabase();
        QVERIFY(storage::Connection::open(config, test::PlainSealer())); // the owner migrates
        config.location = server->location(server->lastDatabase(), QStringLiteral("nadi_test"));

        Rig rig(config);
        QVERIFY(rig.engine.open());
        rig.engine.begin(QStringLiteral("https://bridge.test"));
        QVERIFY(rig.putEvent("before"));
        QTRY_COMPARE_WITH_TIMEOUT(rig.quarantined(), 1, 20'000);
        server->restart();
        QVERIFY(rig.putEvent("after"));
        QTRY_COMPARE_WITH_TIMEOUT(rig.quarantined(), 2, 30'000);
        rig.engine.close();
    }
};

QTEST_GUILESS_MAIN(TestEngine)
#include "tst_engine.moc"
