#include "clinic/prescription.h"
#include "crash/rig.h"
#include "journeys/control.h"
#include "storage/audit_trail.h"
#include "storage/delivery_repository.h"
#include "support/seeded_random.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QTest>

using namespace nadi;

namespace
{
/// 100 in CI; `./nadi bench crash` sets 500.
int crashPoints()
{
    const int wanted = qEnvironmentVariableIntValue("NADI_CRASH_POINTS");
    return wanted > 0 ? wanted : 100;
}

/// How often each care context was linked at the network, by its reference.
QHash<QString, int> linkedAt(test::Control &control, const QString &address)
{
    QHash<QString, int> times;
    for (const auto &link : control.read(QStringLiteral("state"), address)[u"links"].toArray())
        ++times[link[u"careContext"].toString()];
    return times;
}

QHash<QString, int> openedAt(test::Control &control, const QString &address)
{
    QHash<QString, int> times;
    for (const auto &record : control.read(QStringLiteral("state"), address)[u"records"].toArray())
        ++times[record[u"careContext"].toString()];
    return times;
}
}

/// kill -9 of the bridge at seeded points of the flow: nothing lost, nothing twice.
class TstCrash : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void killingTheBridgeLosesAndRepeatsNothing()
    {
        const int kills = crashPoints();
        test::Rig rig;
        QVERIFY(rig.start());
        const auto address = QStringLiteral("asha.kulkarni@sbx");
        const auto patient = rig.patient(QStringLiteral("Asha Kulkarni"), address, 1980, Gender::Female);
        QVERIFY2(patient.has_value(), patient ? "" : qPrintable(patient.error().code));
        test::SeededRandom random(20261120);

        QList<Record> confirmed;
        auto work = rig.work();
        for (int kill = 0; kill < kills; ++kill) {
            // A new record now and then, so that every point of the conversation is met by some kill.
            if (kill % 4 == 0) {
                const auto draft = rig.draft(patient->id);
                QVERIFY(draft.has_value());
                const auto done = clinic::signRecord(work, draft->id, draft->version);
                QVERIFY2(done.has_value(), done ? "" : qPrintable(done.error().code));
                confirmed << done->record;
            }
            // The point: so many rows of inbox and outbox further than now, or nothing more to do for a while.
            const auto target = rig.progress() + 1 + qint64(random.next() % 6);
            [[maybe_unused]] const bool reached
                = QTest::qWaitFor([&] { return rig.progress() >= target; }, int(50 + random.next() % 700));
            rig.killBridge();
            QVERIFY(rig.startBridge());
        }

        storage::DeliveryRepository deliveries(rig.db());
        const auto allOpened = [&] {
            for (const auto &record : confirmed) {
                const auto delivery = deliveries.ofRecord(record.id);
                if (!delivery || delivery->state != DeliveryState::Transferred)
                    return false;
            }
            return true;
        };
        if (!QTest::qWaitFor(allOpened, 120'000)) {
            for (const auto &record : confirmed) {
                const auto delivery = deliveries.ofRecord(record.id).value();
                qWarning() << record.careContext.value() << toWord(delivery.state) << delivery.reason;
            }
            QFAIL("a confirmed record did not arrive");
        }

        test::Control control(rig.sandboxLine());
        const auto linked = linkedAt(control, address);
        const auto opened = openedAt(control, address);
        for (const auto &record : confirmed) {
            QCOMPARE(linked.value(record.careContext.value()), 1);
            QCOMPARE(opened.value(record.careContext.value()), 1);
        }
        QCOMPARE(linked.size(), confirmed.size());
        QVERIFY(storage::AuditTrail(rig.db()).verify()->intact);
    }
};

QTEST_GUILESS_MAIN(TstCrash)
#include "tst_crash.moc"
