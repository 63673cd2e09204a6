#include "crash/effects.h"
#include "journeys/clinic.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QTest>

using namespace nadi;
using namespace Qt::StringLiterals;

namespace
{

constexpr int patience = 300'000;
constexpr int pacePercent = 1;
constexpr int documents = 40;
const QString address = QStringLiteral("asha.kulkarni@sbx");

}

/// A day without network at one desk: what waits for one person goes out in a few calls, and the phone shows all of it.
class TestOfflineDay : public QObject
{
    Q_OBJECT

private:
    static QStringList onThePhone(test::Control &control)
    {
        QStringList contexts;
        for (const auto &record : control.read(u"records"_s, address).toArray())
            contexts << record[u"careContext"].toString();
        return contexts;
    }

private Q_SLOTS:
    void whatWaitedIsAFewCallsAndThePhoneShowsAll_data()
    {
        QTest::addColumn<bool>("knownPatient");
        QTest::newRow("a patient of the clinic") << true;
        QTest::newRow("a patient who came for the first time") << false;
    }
    void whatWaitedIsAFewCallsAndThePhoneShowsAll()
    {
        QFETCH(bool, knownPatient);
        test::Clinic clinic;
        QVERIFY(clinic.start(test::Clinic::AtRegistry::Linked, pacePercent));
        const auto asha = clinic.patient(u"asha"_s).value();
        QList<clinic::Signed> sent;
        const auto sign = [&](int number) {
            auto done = clinic.signedRecord(asha, {test::Clinic::page(number)});
            if (done)
                sent << *done;
            return done.has_value();
        };
        if (knownPatient) {
            QVERIFY(sign(0));
            QTRY_COMPARE_WITH_TIMEOUT(clinic.delivery(sent[0].record.id).state, DeliveryState::Transferred, patience);
        }
        const int before = test::Effects(clinic.control(), clinic.facility).linkCalls();

        clinic.network().killBridge(); // the line is down; the desk goes on
        for (int number = 1; number <= documents; ++number)
            QVERIFY(sign(number));
        QElapsedTimer timer;
        timer.start();
        QVERIFY(clinic.network().startBridge());
        for (const auto &one : std::as_const(sent))
            QTRY_VERIFY2_WITH_TIMEOUT(clinic.delivery(one.record.id).state == DeliveryState::Transferred,
                qPrintable(clinic.story(clinic.delivery(one.record.id))), patience);
        const double seconds = double(timer.elapsed()) / 1000;

        const test::Effects effects(clinic.control(), clinic.facility);
        const int made = effects.linkCalls() - before;
        qInfo("%d documents of one person after a day without network: %d link calls, all opened after %.1f s",
            documents, made, seconds);
        // The first leaves as soon as it may, then 20 (abdm-v3-gateway.md 4.2), then the rest; one may be said again.
        QVERIFY2(made <= 4, qPrintable(QString::number(made)));
        QCOMPARE(effects.notOnce(), QStringList());
        const auto shown = onThePhone(clinic.control());
        QCOMPARE(shown.size(), sent.size());
        for (const auto &one : std::as_const(sent)) {
            QVERIFY(shown.contains(one.record.careContext.value()));
            QCOMPARE(effects.linked(address, one.record.careContext), 1);
            QCOMPARE(effects.opened(address, one.record.careContext), 1);
        }
    }

    /// The gateway acts and the bridge dies before it hears the answer: once each all the same.
    void aBridgeKilledInTheCallLinksEachOnce()
    {
        test::Clinic clinic;
        QVERIFY(clinic.start(test::Clinic::AtRegistry::Linked, pacePercent));
        const auto asha = clinic.patient(u"asha"_s).value();
        QList<clinic::Signed> sent;
        const auto first = clinic.signedRecord(asha, {test::Clinic::page(0)});
        QVERIFY(first.has_value());
        QTRY_COMPARE_WITH_TIMEOUT(clinic.delivery(first->record.id).state, DeliveryState::Transferred, patience);
        clinic.network().killBridge();
        for (int number = 1; number <= 5; ++number) {
            const auto done = clinic.signedRecord(asha, {test::Clinic::page(number)});
            QVERIFY(done.has_value());
            sent << *done;
        }
        const QJsonObject slow{
            {u"at"_s, u"call"_s}, {u"match"_s, u"link/carecontext"_s}, {u"do"_s, u"slow"_s}, {u"delayMs"_s, patience}};
        QVERIFY(clinic.control().change(u"faults"_s, {{u"rules"_s, QJsonArray{slow}}}));
        const int before = test::Effects(clinic.control(), clinic.facility).linkCalls();
        QVERIFY(clinic.network().startBridge());
        QTRY_VERIFY_WITH_TIMEOUT(
            test::Effects(clinic.control(), clinic.facility).linkCalls() > before, patience); // it is on its way
        clinic.network().killBridge();
        QVERIFY(clinic.control().change(u"faults"_s, {}));
        QVERIFY(clinic.network().startBridge());
        for (const auto &one : std::as_const(sent))
            QTRY_VERIFY2_WITH_TIMEOUT(clinic.delivery(one.record.id).state == DeliveryState::Transferred,
                qPrintable(clinic.story(clinic.delivery(one.record.id))), patience);
        const test::Effects effects(clinic.control(), clinic.facility);
        QCOMPARE(effects.notOnce(), QStringList());
        QCOMPARE(effects.repeatedRequests(), 0);
        QCOMPARE(onThePhone(clinic.control()).size(), 6);
    }
};

QTEST_MAIN(TestOfflineDay)
#include "tst_offline_day.moc"
