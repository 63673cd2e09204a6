#include "consents.h"

#include <QJsonArray>

using namespace nadi;
using namespace nadi::test;

namespace
{

abdm::HealthInformationRequest request()
{
    abdm::HealthInformationRequest r;
    r.transaction = TransactionId(u"transaction-1"_s);
    r.consent = ConsentId(u"consent-1"_s);
    r.from = noon - 6 * 24h;
    r.to = noon;
    r.dataPushUrl = u"https://phr.example.in/push/1"_s;
    r.keyValue = "BB6C55RT8bAiwNrWAybZ";
    r.nonce = "e2+rSoAa6pqXuAXj";
    r.keyExpiry = noon + 24h;
    r.curve = u"Curve25519"_s;
    return r;
}

FlowDriver newTransfer(
    const QStringList &contexts = {u"RX-1"_s}, const abdm::HealthInformationRequest &wanted = request())
{
    FlowDriver d(flow_kind::transfer, flows::transferStart(wanted, RequestId(u"callback-1"_s)));
    d.facts.consent = selfConsent(contexts);
    d.facts.consentAccepted = true;
    d.facts.held = heldFor(*d.facts.consent);
    return d;
}

void push(FlowDriver &d, QStringView what, const QString &reason = {})
{
    d.apply(flows::Decided{what.toString(), reason, u"system"_s, {{u"businessKey"_s, d.pushes.last().businessKey}}});
}

QString sessionStatus(const FlowDriver &d)
{
    return d.calls.last().body["notification"_L1]["statusNotification"_L1]["sessionStatus"_L1].toString();
}
QJsonArray responses(const FlowDriver &d)
{
    return d.calls.last().body["notification"_L1]["statusNotification"_L1]["statusResponses"_L1].toArray();
}

QStringList opened(const FlowDriver &d)
{
    QStringList list;
    for (const auto &effect : d.last)
        if (const auto *notify = std::get_if<flows::NotifyDelivery>(&effect))
            list << notify->record.value() + u' ' + notify->what;
    return list;
}

}

class TstTransfer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theWholeWayFromRequestToOpened()
    {
        auto d = newTransfer({u"RX-1"_s, u"RX-2"_s});
        d.callback(abdm::CallbackKind::HealthInformationRequest, request(), {});
        QCOMPARE(d.operation(), u"data.hip-on-request"_s);
        QCOMPARE(d.calls.last().body["hiRequest"_L1]["sessionStatus"_L1].toString(), u"ACKNOWLEDGED"_s);
        QCOMPARE(d.calls.last().body["response"_L1]["requestId"_L1].toString(), u"callback-1"_s);
        QVERIFY(d.pushes.isEmpty()); // nothing before the gateway accepted it (S-N1)
        d.accept();
        QCOMPARE(d.pushes.size(), 1); // one page after the other
        QCOMPARE(d.pushes[0].careContext.value(), u"RX-1"_s); // newest first
        QCOMPARE(d.pushes[0].pageNumber, 0);
        QCOMPARE(d.pushes[0].pageCount, 2);
        push(d, u"push-done");
        QCOMPARE(d.pushes.size(), 2);
        QCOMPARE(d.pushes[1].pageNumber, 1);
        push(d, u"push-done");
        QCOMPARE(d.operation(), u"data.notify"_s);
        QCOMPARE(sessionStatus(d), u"TRANSFERRED"_s);
        QCOMPARE(responses(d).size(), 2);
        QVERIFY(opened(d).isEmpty());
        d.accept();
        QCOMPARE(opened(d), (QStringList{u"RX-1 opened"_s, u"RX-2 opened"_s}));
        QVERIFY(d.isFinished());
        QCOMPARE(d.phase(), u"done"_s);
    }

    /// A visit's context with two prescriptions and an invoice that the consent does not name.
    void everyRecordOfAVisitHasItsPageAndTheVisitOneOutcome_data()
    {
        QTest::addColumn<QString>("second");
        QTest::addColumn<QString>("status");
        QTest::addColumn<QStringList>("told");
        QTest::newRow("both delivered") << "push-done" << "DELIVERED" << QStringList{u"new opened"_s, u"old opened"_s};
        QTest::newRow("one of them failed") << "push-failed" << "ERRORED" << QStringList{u"new opened"_s};
    }
    void everyRecordOfAVisitHasItsPageAndTheVisitOneOutcome()
    {
        QFETCH(QString, second);
        QFETCH(QString, status);
        QFETCH(QStringList, told);
        auto d = newTransfer({u"VISIT-1"_s});
        const auto first = d.facts.held.takeFirst();
        const auto hold = [&](QStringView id, HiType type, std::chrono::milliseconds age) {
            auto record = first;
            record.record = RecordId(id.toString());
            record.type = type;
            record.issuedAt = first.issuedAt - age;
            d.facts.held << record;
        };
        hold(u"old", HiType::Prescription, 2min);
        hold(u"bill", HiType::Invoice, 1min);
        hold(u"new", HiType::Prescription, 0min);
        d.callback(abdm::CallbackKind::HealthInformationRequest, request(), {});
        d.accept();
        QCOMPARE(d.pushes[0].pageCount, 2);
        QCOMPARE(d.pushes[0].record.value(), u"new"_s);
        push(d, u"push-done");
        QCOMPARE(d.pushes[1].record.value(), u"old"_s);
        push(d, second);
        QCOMPARE(d.pushes.size(), 2);
        QCOMPARE(responses(d).size(), 1);
        QCOMPARE(responses(d).first()["careContextReference"_L1].toString(), u"VISIT-1"_s);
        QCOMPARE(responses(d).first()["hiStatus"_L1].toString(), status);
        d.accept();
        QCOMPARE(opened(d), told);
    }

    void refusalsAreAnsweredAndNothingIsPushed_data()
    {
        QTest::addColumn<QString>("wrong");
        QTest::addColumn<QString>("code");
        QTest::newRow("revoked") << "revoked" << "ABDM-1062";
        QTest::newRow("expired by the clock") << "erase" << "ABDM-1061";
        QTest::newRow("other facility") << "hip" << "ABDM-1035";
        QTest::newRow("range") << "range" << "ABDM-1063";
        QTest::newRow("nothing to send") << "held" << "ABDM-1001";
        QTest::newRow("plain http") << "http" << "ABDM-1010";
        QTest::newRow("credentials in the URL") << "credentials" << "ABDM-1010";
        QTest::newRow("no host") << "nohost" << "ABDM-1010";
        QTest::newRow("key too old") << "key" << "ABDM-1010";
        QTest::newRow("no key") << "nokey" << "ABDM-1010";
        QTest::newRow("unknown curve") << "curve" << "ABDM-1010";
    }
    void refusalsAreAnsweredAndNothingIsPushed()
    {
        QFETCH(QString, wrong);
        QFETCH(QString, code);
        auto wanted = request();
        if (wrong == "range"_L1)
            wanted.from = noon - 8 * 24h;
        else if (wrong == "http"_L1)
            wanted.dataPushUrl = u"http://phr.example.in/push"_s;
        else if (wrong == "credentials"_L1)
            wanted.dataPushUrl = u"https://a:b@phr.example.in/push"_s;
        else if (wrong == "nohost"_L1)
            wanted.dataPushUrl = u"https:///push"_s;
        else if (wrong == "key"_L1)
            wanted.keyExpiry = noon;
        else if (wrong == "nokey"_L1)
            wanted.keyValue.clear();
        else if (wrong == "curve"_L1)
            wanted.curve = u"P-256"_s;
        auto d = newTransfer({u"RX-1"_s}, wanted);
        if (wrong == "revoked"_L1)
            d.facts.consent->status = ConsentStatus::Revoked;
        else if (wrong == "erase"_L1)
            d.facts.consent->dataEraseAt = noon;
        else if (wrong == "hip"_L1)
            d.facts.consent->hip = FacilityId(u"IN0710000124"_s);
        else if (wrong == "held"_L1)
            d.facts.held.clear();
        d.apply(flows::Started{});
        QCOMPARE(d.calls.last().body["error"_L1]["code"_L1].toString(), code);
        d.accept();
        QCOMPARE(sessionStatus(d), u"FAILED"_s);
        QCOMPARE(responses(d).size(), 1);
        QVERIFY(!responses(d)[0]["description"_L1].toString().isEmpty());
        d.accept();
        QVERIFY(d.pushes.isEmpty());
        QVERIFY(opened(d).isEmpty());
        QVERIFY(d.isFinished());
    }

    void aRequestThatOvertakesItsConsentWaitsForIt()
    {
        auto d = newTransfer();
        d.facts.consentAccepted = false;
        d.apply(flows::Started{});
        QVERIFY(d.calls.isEmpty());
        d.sleep();
        QVERIFY(d.calls.isEmpty());
        d.facts.consentAccepted = true;
        d.sleep();
        QCOMPARE(d.operation(), u"data.hip-on-request"_s);
        QVERIFY(!d.calls.last().body.contains("error"_L1));
    }

    void theWaitIsBounded_data()
    {
        QTest::addColumn<bool>("known");
        QTest::addColumn<QString>("code");
        QTest::newRow("acknowledgement never accepted") << true << "ABDM-1062";
        QTest::newRow("consent never came") << false << "ABDM-1112";
    }
    void theWaitIsBounded()
    {
        QFETCH(bool, known);
        QFETCH(QString, code);
        auto d = newTransfer();
        d.facts.consentAccepted = false;
        if (!known)
            d.facts.consent.reset();
        d.apply(flows::Started{});
        for (int look = 0; look < 100 && d.calls.isEmpty(); ++look)
            d.sleep();
        QCOMPARE(d.facts.now, noon + 60s);
        QCOMPARE(d.calls.last().body["error"_L1]["code"_L1].toString(), code);
        d.accept();
        // Nobody knows the contexts of a consent that never came: there is nothing to notify about.
        QCOMPARE(d.operation(), known ? u"data.notify"_s : u"data.hip-on-request"_s);
        QCOMPARE(d.isFinished(), !known);
    }

    void revokedBetweenTwoPagesStopsTheRest()
    {
        auto d = newTransfer({u"RX-1"_s, u"RX-2"_s, u"RX-3"_s, u"RX-4"_s, u"RX-5"_s});
        d.apply(flows::Started{});
        d.accept();
        d.facts.consent->status = ConsentStatus::Revoked;
        push(d, u"push-done");
        QCOMPARE(d.pushes.size(), 1);
        QCOMPARE(sessionStatus(d), u"FAILED"_s);
        QCOMPARE(responses(d).size(), 5);
        for (int record = 0; record < 5; ++record) { // each record by itself
            QCOMPARE(responses(d)[record]["hiStatus"_L1].toString(), record == 0 ? u"DELIVERED"_s : u"ERRORED"_s);
            QVERIFY(!responses(d)[record]["description"_L1].toString().isEmpty());
        }
        d.accept();
        QCOMPARE(opened(d), QStringList{u"RX-1 opened"_s}); // what did arrive did arrive
    }

    void onePageThatFailsDoesNotStopTheOthers()
    {
        auto d = newTransfer({u"RX-1"_s, u"RX-2"_s});
        d.apply(flows::Started{});
        d.accept();
        push(d, u"push-failed", u"HTTP-503"_s);
        push(d, u"push-done");
        QCOMPARE(sessionStatus(d), u"FAILED"_s);
        QCOMPARE(responses(d)[0]["hiStatus"_L1].toString(), u"ERRORED"_s);
        QCOMPARE(responses(d)[1]["hiStatus"_L1].toString(), u"DELIVERED"_s);
        d.accept();
        QCOMPARE(opened(d), QStringList{u"RX-2 opened"_s});
        QCOMPARE(d.phase(), u"failed"_s);
    }

    void repeatsDoNothing()
    {
        auto d = newTransfer({u"RX-1"_s, u"RX-2"_s});
        for (int copy = 0; copy < 5; ++copy)
            d.callback(abdm::CallbackKind::HealthInformationRequest, request(), {});
        QCOMPARE(d.calls.size(), 1);
        const auto key = d.key();
        for (int copy = 0; copy < 3; ++copy)
            d.apply(flows::CallAccepted{key, {}});
        QCOMPARE(d.pushes.size(), 1);
        const auto page = d.pushes[0].businessKey;
        for (int copy = 0; copy < 3; ++copy)
            d.apply(flows::Decided{u"push-done"_s, {}, {}, {{u"businessKey"_s, page}}});
        QCOMPARE(d.pushes.size(), 2);
    }

    void minuteNineteenClosesIt()
    {
        auto d = newTransfer({u"RX-1"_s, u"RX-2"_s});
        d.apply(flows::Started{});
        d.accept();
        push(d, u"push-done");
        d.sleep();
        QCOMPARE(d.facts.now, noon + 19min);
        QCOMPARE(sessionStatus(d), u"FAILED"_s);
        QCOMPARE(d.calls.last().deadline, noon + 20min);
        push(d, u"push-done"); // too late
        QCOMPARE(d.phase(), u"closing"_s);
    }

    void aRefusedAcknowledgementPushesNothing()
    {
        auto d = newTransfer();
        d.apply(flows::Started{});
        d.refuse(u"ABDM-1052"_s);
        QVERIFY(d.find<flows::Alarm>());
        QCOMPARE(sessionStatus(d), u"FAILED"_s);
        QVERIFY(d.pushes.isEmpty());
    }

    void aRefusedNotifyClaimsNothing()
    {
        auto d = newTransfer();
        d.apply(flows::Started{});
        d.accept();
        push(d, u"push-done");
        d.refuse(u"ABDM-9999"_s);
        QVERIFY(opened(d).isEmpty());
        QCOMPARE(d.phase(), u"failed"_s);
    }
};

QTEST_GUILESS_MAIN(TstTransfer)
#include "tst_transfer.moc"
