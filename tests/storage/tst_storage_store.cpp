#include "databases.h"
#include "storage/meta.h"
#include "storage/store.h"
#include "values.h"

#include <QSignalSpy>
#include <QThread>

#include <ctime>

using namespace nadi;
using namespace nadi::storage;
using namespace nadi::test;

/// The worker thread and "look again", on both databases.
class TstStorageStore : public QObject
{
    Q_OBJECT

    PlainSealer sealer;
    Databases databases;

    static QSet<Topic> topicsOf(const QSignalSpy &spy)
    {
        QSet<Topic> topics;
        for (const auto &call : spy)
            topics << call.first().value<Topic>();
        return topics;
    }

    /// Waits until a feed hears the other one: it may still be starting.
    static bool hears(ChangeFeed &listener, ChangeFeed &ringer)
    {
        QSignalSpy spy(&listener, &ChangeFeed::changed);
        return QTest::qWaitFor([&] {
            if (topicsOf(spy).contains(Topic::Records))
                return true;
            ringer.ring(Topic::Records);
            return false;
        });
    }

private Q_SLOTS:
    void initTestCase() { qRegisterMetaType<nadi::storage::Topic>("nadi::storage::Topic"); }

    void workIsDoneInOrderOnOneOtherThread_data() { Databases::columns(); }
    void workIsDoneInOrderOnOneOtherThread()
    {
        OPEN_DATABASE(databases, config, db);
        QFuture<Result<int>> last;
        QList<int> order;
        QSet<QThread *> threads;
        {
            Store store(config, sealer);
            for (int i = 0; i < 100; ++i)
                last = store.run([&, i](Connection &) -> Result<int> {
                    order << i;
                    threads << QThread::currentThread();
                    return i;
                });
        } // finishes queued work first
        QCOMPARE(*last.result(), 99);
        QCOMPARE(order.size(), 100);
        QVERIFY(std::is_sorted(order.begin(), order.end()));
        QCOMPARE(threads.size(), 1);
        QVERIFY(!threads.contains(QThread::currentThread()));
    }

    void everyFutureHoldsTheErrorOfOpening()
    {
        DatabaseConfig config;
        config.location = databases.path(QStringLiteral("missing/folder/clinic.db"));
        Store store(config, sealer);
        FAILS(store.opened().result(), "DB-OPEN");
        const auto value = store.run([](Connection &) -> Result<int> { return 1; });
        FAILS(value.result(), "DB-OPEN");
    }

    void ringIsHeardByTheOthersAndByOneself_data() { Databases::columns(); }
    void ringIsHeardByTheOthersAndByOneself()
    {
        OPEN_DATABASE(databases, config, db);
        ChangeFeed window(config);
        ChangeFeed bridge(config);
        ChangeFeed second(config);
        QVERIFY(hears(bridge, window));
        QVERIFY(hears(window, bridge));
        QVERIFY(hears(second, window));
        QSignalSpy atWindow(&window, &ChangeFeed::changed);
        QSignalSpy atBridge(&bridge, &ChangeFeed::changed);
        QSignalSpy atSecond(&second, &ChangeFeed::changed);
        std::unique_ptr<QThread> other(QThread::create([&] {
            window.ring(Topic::Deliveries);
            window.ring(Topic::Outbox);
        }));
        other->start();
        const QSet<Topic> wanted{Topic::Deliveries, Topic::Outbox};
        QTRY_VERIFY(topicsOf(atWindow).contains(wanted) && topicsOf(atBridge).contains(wanted)
            && topicsOf(atSecond).contains(wanted));
        other->wait();
    }

    void aDeadListenerIsForgotten()
    {
        const auto config = databases.fresh(false);
        GOOD(Connection::open(config, sealer));
        ChangeFeed window(config);
        auto bridge = std::make_unique<ChangeFeed>(config);
        QVERIFY(hears(*bridge, window));
        bridge.reset();
        ChangeFeed restarted(config);
        QVERIFY(hears(restarted, window));
        QVERIFY(hears(window, restarted));
    }

    void aCommitWithoutARingIsFoundByTheNet()
    {
        const auto config = databases.fresh(false);
        const auto silent = Connection::open(config, sealer);
        GOOD(silent);
        ChangeFeed feed(config);
        QSignalSpy spy(&feed, &ChangeFeed::changed);
        // The first poll learns where the database stands; commits until one is behind that.
        int n = 0;
        QTRY_VERIFY_WITH_TIMEOUT(Meta(**silent).set(QStringLiteral("n"), QString::number(++n)).has_value()
                && topicsOf(spy).size() == int(lastTopic) + 1,
            10'000);
    }

    void aServerThatComesBackIsUsedAgain()
    {
        auto config = databases.fresh(true);
        if (config.location.isEmpty())
            QSKIP("NOT TESTED: no PostgreSQL server programs (initdb) on this machine");
        GOOD(Connection::open(config, sealer)); // migrates
        Store store(databases.asProgram(config), sealer);
        const auto write = [&] {
            return store.run([](Connection &db) { return Meta(db).set(QStringLiteral("n"), QStringLiteral("1")); })
                .result();
        };
        GOOD(write());
        QSignalSpy spy(&store.changes(), &ChangeFeed::changed);
        databases.server()->restart();
        FAILS(write(), "DB-GONE");
        GOOD(write());
        // Nobody knows what was rung meanwhile: look at everything.
        QTRY_COMPARE_WITH_TIMEOUT(topicsOf(spy).size(), int(lastTopic) + 1, 15'000);
    }

    void idleCostsNothing()
    {
        const auto config = databases.fresh(false);
        GOOD(Connection::open(config, sealer)); // a new file is one change
        Store store(config, sealer);
        GOOD(store.opened().result());
        QSignalSpy spy(&store.changes(), &ChangeFeed::changed);
        QVERIFY(!spy.wait(700)); // settled: an idle database is silent
        const auto before = std::clock();
        QVERIFY(!spy.wait(5000));
        const double share = double(std::clock() - before) / CLOCKS_PER_SEC / 5.0;
        qInfo("idle: %.4f %% of one core", share * 100);
        QVERIFY2(share <= 0.001, qPrintable(QString::number(share)));
    }
};

QTEST_GUILESS_MAIN(TstStorageStore)
#include "tst_storage_store.moc"
