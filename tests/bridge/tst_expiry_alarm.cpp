#include "bridge/expiry_alarm.h"
#include "support/manual_clock.h"

#include <QTest>

using namespace nadi;
using namespace std::chrono_literals;

/// The certificate of the public callback URL must not die in silence (S-T3).
class TstExpiryAlarm : public QObject
{
    Q_OBJECT

private:
    static QDateTime daysFrom(const Clock &clock, int days) { return clock.now().toDateTime().addDays(days); }

private Q_SLOTS:
    void isSaidAt21And7And1DaysOnceEach()
    {
        test::ManualClock clock;
        const auto expires = daysFrom(clock, 30);
        bridge::ExpiryAlarm alarm;
        QList<qint64> said;
        for (int minute = 0; minute < 31 * 24 * 60; ++minute) { // as the bridge looks
            if (const auto days = alarm.due(expires, clock.now()))
                said << *days;
            clock.advance(1min);
        }
        QCOMPARE(said, QList<qint64>({21, 7, 1}));
    }

    void aBridgeThatStartsLateSaysTheMostUrgentOnly_data()
    {
        QTest::addColumn<int>("hours");
        QTest::addColumn<qint64>("said");
        constexpr qint64 nothing = 99;
        QTest::newRow("22 days") << 22 * 24 << nothing;
        QTest::newRow("20 days") << 20 * 24 << qint64(20);
        QTest::newRow("8 days") << 8 * 24 << qint64(8);
        QTest::newRow("a week") << 7 * 24 << qint64(7);
        QTest::newRow("half a day") << 12 << qint64(0);
        QTest::newRow("over") << -1 << qint64(-1);
    }
    void aBridgeThatStartsLateSaysTheMostUrgentOnly()
    {
        QFETCH(int, hours);
        QFETCH(qint64, said);
        test::ManualClock clock;
        const auto expires = clock.now().toDateTime().addSecs(qint64(hours) * 60 * 60);
        bridge::ExpiryAlarm alarm;
        QCOMPARE(alarm.due(expires, clock.now()).value_or(99), said);
        QVERIFY(!alarm.due(expires, clock.now()));
    }

    void aRenewedCertificateBeginsAnew()
    {
        test::ManualClock clock;
        bridge::ExpiryAlarm alarm;
        QVERIFY(alarm.due(daysFrom(clock, 5), clock.now()));
        QVERIFY(!alarm.due(daysFrom(clock, 90), clock.now()));
        clock.advance(24h * 70);
        QCOMPARE(alarm.due(daysFrom(clock, 20), clock.now()).value_or(0), 20);
    }
};

QTEST_GUILESS_MAIN(TstExpiryAlarm)
#include "tst_expiry_alarm.moc"
