#include "bridge/rate_limiter.h"

#include <QTest>

using namespace nadi;
using abdm::CallbackKind;
using bridge::RateLimiter;
using namespace std::chrono_literals;

namespace
{

const QString share = QStringLiteral("/api/v3/hip/patient/share");
const QString consent = QStringLiteral("/api/v3/consent/request/hip/notify");
const FacilityId ours(QStringLiteral("IN0710000123"));
const FacilityId other(QStringLiteral("IN0710000124"));

int admitted(RateLimiter &limiter, int tries, const QString &path, CallbackKind kind, const FacilityId &facility,
    std::chrono::milliseconds now)
{
    int count = 0;
    for (int i = 0; i < tries; ++i)
        count += limiter.take(path, kind, facility, now) ? 0 : 1;
    return count;
}

}

class TestRateLimiter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refillsWithTime_data()
    {
        QTest::addColumn<qint64>("laterMs");
        QTest::addColumn<int>("admittedThen");
        QTest::newRow("at once") << qint64(0) << 0;
        QTest::newRow("just before the next") << qint64(19) << 0;
        QTest::newRow("one") << qint64(20) << 1;
        QTest::newRow("a second's worth") << qint64(1'000) << 50;
        QTest::newRow("never above the burst") << qint64(60'000) << 200;
        QTest::newRow("after a year") << qint64(365) * 86'400'000 << 200;
        QTest::newRow("clock handed in late by another thread") << qint64(-500) << 0;
    }
    void refillsWithTime()
    {
        QFETCH(qint64, laterMs);
        QFETCH(int, admittedThen);
        RateLimiter limiter({});
        const auto start = 1'000'000ms;
        QCOMPARE(admitted(limiter, 1'000, share, CallbackKind::PatientShare, ours, start), 200);
        const auto later = start + std::chrono::milliseconds(laterMs);
        QCOMPARE(admitted(limiter, 1'000, share, CallbackKind::PatientShare, ours, later), admittedThen);
    }

    void aFloodLeavesTheOthersTheirOwn_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<CallbackKind>("kind");
        QTest::addColumn<FacilityId>("facility");
        QTest::addColumn<int>("expected");
        QTest::newRow("the flooded one") << share << CallbackKind::PatientShare << ours << 0;
        QTest::newRow("same path, other facility") << share << CallbackKind::PatientShare << other << 200;
        QTest::newRow("discovery") << QStringLiteral("/api/v3/hip/patient/care-context/discover")
                                   << CallbackKind::Unserved << ours << 200;
        QTest::newRow("consent") << consent << CallbackKind::ConsentNotify << ours << 2'000;
        QTest::newRow("data request") << QStringLiteral("/api/v3/hip/health-information/request")
                                      << CallbackKind::HealthInformationRequest << ours << 2'000;
        QTest::newRow("link") << QStringLiteral("/api/v3/link/on_carecontext") << CallbackKind::OnLinkCareContext
                              << ours << 2'000;
    }
    void aFloodLeavesTheOthersTheirOwn()
    {
        QFETCH(QString, path);
        QFETCH(CallbackKind, kind);
        QFETCH(FacilityId, facility);
        QFETCH(int, expected);
        RateLimiter limiter({});
        admitted(limiter, 10'000, share, CallbackKind::PatientShare, ours, 0ms);
        QCOMPARE(admitted(limiter, 3'000, path, kind, facility, 0ms), expected);
    }

    void saysWhenToComeAgain()
    {
        RateLimiter limiter({.perSecond = 1, .burstSeconds = 1});
        QVERIFY(!limiter.take(share, CallbackKind::PatientShare, ours, 0ms));
        const auto wait = limiter.take(share, CallbackKind::PatientShare, ours, 0ms);
        QCOMPARE(wait, std::optional(1s));
        QVERIFY(!limiter.take(share, CallbackKind::PatientShare, ours, *wait));
    }

    void holdsABoundedNumberOfBuckets()
    {
        RateLimiter limiter({.perSecond = 1, .burstSeconds = 1, .buckets = 10});
        int count = 0;
        const auto everyone = [&](std::chrono::milliseconds now) {
            count = 0;
            for (int i = 0; i < 1'000; ++i)
                count += limiter.take(share, CallbackKind::PatientShare, FacilityId(QString::number(i)), now) ? 0 : 1;
        };
        everyone(0ms);
        QVERIFY2(limiter.size() <= 11, qPrintable(QString::number(limiter.size())));
        QCOMPARE(count, 11); // ten of their own, one for all the rest
        QVERIFY(!limiter.take(consent, CallbackKind::ConsentNotify, ours, 0ms)); // newcomers of another kind too
        everyone(1h);
        QVERIFY2(limiter.size() <= 12, qPrintable(QString::number(limiter.size())));
        QVERIFY(count >= 10);
    }
};

QTEST_GUILESS_MAIN(TestRateLimiter)
#include "tst_rate_limiter.moc"
