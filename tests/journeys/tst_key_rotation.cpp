#include "journeys/clinic.h"

#include <QJsonArray>
#include <QTest>

using namespace nadi;
using namespace Qt::StringLiterals;

namespace
{

constexpr int pacePercent = 1;
constexpr int deliveryMs = 15'000;
constexpr int refetchMs = 60'000; // S-C3: unknown kids are asked for once a minute

/// What became of every callback: the statuses it was answered with.
struct Answers
{
    QSet<int> statuses;
    QSet<QString> sent;
    QSet<QString> taken;

    explicit Answers(test::Control &control)
    {
        for (const auto &line : control.read(u"callbacks"_s).toArray()) {
            const auto request = line[u"requestId"].toString();
            const int status = line[u"status"].toInt();
            statuses << status;
            sent << request;
            if (status == 202)
                taken << request;
        }
    }
};

}

/// S-C3 between real programs: the gateway's signing keys rotate while callbacks are on their way.
class TstKeyRotation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noCallbackIsLostAndTheWindowIsBounded()
    {
        test::Clinic clinic;
        QVERIFY(clinic.start(test::Clinic::AtRegistry::Linked, pacePercent));
        const auto asha = clinic.patient(u"asha"_s);
        QVERIFY(asha.has_value());
        int number = 0;
        const auto delivered = [&](int atMostMs) {
            const auto done = clinic.signedRecord(*asha, {test::Clinic::page(++number)});
            const auto opened = [&] { return clinic.delivery(done->record.id).state == DeliveryState::Transferred; };
            const bool reached = done && QTest::qWaitFor(opened, atMostMs);
            if (done && !reached)
                qWarning("%s", qPrintable(clinic.story(clinic.delivery(done->record.id))));
            return reached;
        };
        QVERIFY(delivered(deliveryMs));

        // Seconds after the bridge fetched its keys: they are fetched again at once.
        QVERIFY(clinic.control().change(u"keys"_s, {}));
        QVERIFY(delivered(deliveryMs));
        const Answers first(clinic.control());
        QCOMPARE(first.statuses, QSet<int>{202});
        QCOMPARE(first.taken, first.sent);

        // Again, within the minute: "later" until it is over, never "no".
        QVERIFY(clinic.control().change(u"keys"_s, {}));
        QVERIFY(delivered(refetchMs + deliveryMs));
        // What was told "later" and is not what the delivery waits for may still be on its second way.
        const auto allTaken = [&] {
            const Answers now(clinic.control());
            return now.taken == now.sent;
        };
        QVERIFY(QTest::qWaitFor(allTaken, deliveryMs));
        QCOMPARE(Answers(clinic.control()).statuses, (QSet<int>{202, 503}));
    }
};

QTEST_GUILESS_MAIN(TstKeyRotation)
#include "tst_key_rotation.moc"
