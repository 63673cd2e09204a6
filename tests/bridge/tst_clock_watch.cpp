#include "bridge/call_verdict.h"
#include "bridge/clock_watch.h"
#include "bridge/network_clock.h"
#include "storage/meta.h"
#include "support/manual_clock.h"
#include "support/plain_sealer.h"

#include <QTemporaryDir>
#include <QTest>

using namespace nadi;
using namespace nadi::bridge;
using namespace std::chrono_literals;

namespace
{

struct Clinic
{
    QTemporaryDir dir;
    test::PlainSealer sealer;
    test::ManualClock clock{UtcTime::fromMs(1'795'230'000'000)};
    SteadyClock steady{clock};
    std::unique_ptr<storage::Connection> db
        = storage::Connection::open({storage::Backend::Sqlite, dir.filePath(QStringLiteral("clinic.db")),
                                        TenantId(QStringLiteral("t1")), storage::Durability::Relaxed},
            sealer)
              .value();
    ClockWatch watch{*db, steady};

    QString told() const { return storage::Meta(*db).value(storage::metaClockSkewSeconds).value(); }
};

}

/// What the gateway's Date headers say about our clock (S-M2).
class TstClockWatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aMinuteIsToleratedAndFiveStopSending_data()
    {
        QTest::addColumn<qint64>("skewMs");
        QTest::addColumn<int>("verdict");
        QTest::newRow("right") << qint64(900) << int(ClockVerdict::Right);
        QTest::newRow("a minute fast") << qint64(60'000) << int(ClockVerdict::Right);
        QTest::newRow("more than a minute slow") << qint64(-60'001) << int(ClockVerdict::Off);
        QTest::newRow("five minutes slow") << qint64(-300'000) << int(ClockVerdict::Off);
        QTest::newRow("more than five fast") << qint64(300'001) << int(ClockVerdict::Unusable);
        QTest::newRow("ten minutes slow") << qint64(-600'000) << int(ClockVerdict::Unusable);
        QTest::newRow("a dead battery") << qint64(-86'400'000) * 9000 << int(ClockVerdict::Unusable);
    }
    void aMinuteIsToleratedAndFiveStopSending()
    {
        QFETCH(qint64, skewMs);
        QFETCH(int, verdict);
        QCOMPARE(int(judgeClock(std::chrono::milliseconds(skewMs))), verdict);
    }

    void theFirstAnswerTellsTheWindowAndTheRightTimeTakesItBack()
    {
        Clinic clinic;
        clinic.watch.heard(-90s);
        QCOMPARE(clinic.told(), QStringLiteral("-90"));
        QVERIFY(!clinic.watch.isUnusable());
        clinic.watch.heard(-95s); // not worth waking everybody
        QCOMPARE(clinic.told(), QStringLiteral("-90"));
        clinic.watch.heard({}); // an answer without a time
        QCOMPARE(clinic.told(), QStringLiteral("-90"));
        clinic.watch.heard(0ms); // exactly right is right
        QCOMPARE(clinic.told(), QStringLiteral("0"));
    }

    void whatAnEarlierRunFoundIsTakenBackToo()
    {
        Clinic clinic;
        QVERIFY(storage::Meta(*clinic.db).set(storage::metaClockSkewSeconds, QStringLiteral("600")));
        clinic.watch.heard(100ms);
        QCOMPARE(clinic.told(), QStringLiteral("0"));
    }

    void anUnusableClockPausesAndIsTriedOnceAMinute()
    {
        Clinic clinic;
        QCOMPARE(clinic.watch.pause(), 0ms);
        clinic.watch.heard(10min);
        QVERIFY(clinic.watch.isUnusable());
        QCOMPARE(clinic.told(), QStringLiteral("600"));
        QCOMPARE(clinic.watch.pause(), std::chrono::milliseconds(60s));
        clinic.clock.advance(61s);
        QCOMPARE(clinic.watch.pause(), 0ms);
        clinic.watch.tries();
        QCOMPARE(clinic.watch.pause(), std::chrono::milliseconds(60s));
        clinic.watch.heard(200ms); // somebody set it right
        QCOMPARE(clinic.watch.pause(), 0ms);
        QVERIFY(!clinic.watch.isUnusable());
    }

    void theErrorIsKnownOnceAnAnswerWasDatedAndFollowsOurClock() // S-M4
    {
        test::ManualClock clock{UtcTime::fromMs(1'795'230'000'000)};
        NetworkClock network(clock);
        QVERIFY(!network.skew());
        network.heard(0ms);
        QCOMPARE(network.skew(), std::optional(0ms));
        clock.advance(1h);
        QCOMPARE(network.skew(), std::optional(0ms));
        clock.jump(-24h); // somebody turned it back: no consent lives longer for that
        QCOMPARE(network.skew(), std::optional<std::chrono::milliseconds>(-24h));
        network.heard(-24h + 100ms);
        QCOMPARE(network.skew(), std::optional<std::chrono::milliseconds>(-24h + 100ms));
    }

    void whatIsRefusedUnderAWrongTimeWaitsInsteadOfEnding_data()
    {
        QTest::addColumn<qint64>("skewMs");
        QTest::addColumn<bool>("waits");
        QTest::newRow("exactly right") << qint64(0) << false;
        QTest::newRow("right") << qint64(500) << false;
        QTest::newRow("off by two minutes") << qint64(120'000) << false;
        QTest::newRow("off by ten minutes") << qint64(-600'000) << true;
    }
    void whatIsRefusedUnderAWrongTimeWaitsInsteadOfEnding()
    {
        QFETCH(qint64, skewMs);
        QFETCH(bool, waits);
        abdm::CallAnswer answer;
        answer.outcome = abdm::CallOutcome::Refused;
        answer.refusal.httpStatus = 400;
        answer.refusal.code = QStringLiteral("ABDM-1037");
        answer.skew = std::chrono::milliseconds(skewMs);
        const auto operation = abdm::operation::linkCareContext;
        const auto verdict = judgeCall(answer, *abdm::retryPlanFor(operation), {operation, 1, 1h, 0.5, 100});
        QCOMPARE(verdict.state == storage::OutboxState::Pending, waits);
        QCOMPARE(verdict.code, waits ? QStringLiteral("CLOCK") : QStringLiteral("ABDM-1037"));
        QCOMPARE(verdict.networkDown, waits);
    }
};

QTEST_GUILESS_MAIN(TstClockWatch)
#include "tst_clock_watch.moc"
