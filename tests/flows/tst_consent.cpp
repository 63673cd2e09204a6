#include "consents.h"

using namespace nadi;
using namespace nadi::test;

namespace
{

FlowDriver newConsent()
{
    FlowDriver d(flow_kind::consent, flows::consentStart(ConsentId(u"consent-1"_s)));
    d.facts.held = heldFor(selfConsent());
    return d;
}

void notify(FlowDriver &d, ConsentStatus status, std::optional<ConsentArtefact> artefact = {})
{
    d.callback(abdm::CallbackKind::ConsentNotify,
        abdm::ConsentNotify{ConsentId(u"consent-1"_s), status, std::move(artefact)}, {});
}

QString sentStatus(const FlowDriver &d)
{
    return d.calls.last().body["acknowledgement"_L1]["status"_L1].toString();
}
QString sentError(const FlowDriver &d)
{
    return d.calls.last().body["error"_L1]["code"_L1].toString();
}

}

class TstConsent : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aGrantIsStoredAcknowledgedAndThenAccepted()
    {
        auto d = newConsent();
        notify(d, ConsentStatus::Granted, selfConsent());
        QVERIFY(d.find<flows::SaveConsent>());
        QCOMPARE(d.operation(), u"consent.hip-on-notify"_s);
        QCOMPARE(sentStatus(d).toUpper(), u"OK"_s);
        QCOMPARE(d.calls.last().body["response"_L1]["requestId"_L1].toString(), u"request-1"_s);
        QCOMPARE(d.calls.last().deadline, noon + 60s);
        QCOMPARE(d.calls.last().orderKey, d.key()); // waits behind nothing
        QVERIFY(!flows::acknowledgementAccepted(d.state)); // sent is not accepted (S-N1)
        d.accept();
        QVERIFY(flows::acknowledgementAccepted(d.state));
        QCOMPARE(d.wakeAt, noon + 30 * 24h);
    }

    void aRefusedAcknowledgementEndsTheConsentAndAlarms()
    {
        auto d = newConsent();
        notify(d, ConsentStatus::Granted, selfConsent());
        d.refuse(u"ABDM-2500"_s);
        QVERIFY(d.find<flows::Alarm>());
        QVERIFY(d.find<flows::EndConsent>());
        QVERIFY(!flows::acknowledgementAccepted(d.state));
        QVERIFY(d.isFinished());
        const auto size = d.calls.size();
        notify(d, ConsentStatus::Granted, selfConsent());
        QVERIFY(!flows::acknowledgementAccepted(d.state)); // final never reopens
        QCOMPARE(d.calls.size(), size + 1);
        QVERIFY(!sentError(d).isEmpty());
    }

    void aRepeatedGrantCanTakeAwayAndNeverAdd()
    {
        auto d = newConsent();
        notify(d, ConsentStatus::Granted, selfConsent());
        d.accept();
        d.facts.consent = selfConsent();
        auto other = selfConsent();
        other.from = noon - 24h; // narrower
        other.dataEraseAt = noon + 90 * 24h; // longer
        other.hiTypes = {u"Prescription"_s, u"Invoice"_s}; // more
        notify(d, ConsentStatus::Granted, other);
        const auto *saved = d.find<flows::SaveConsent>();
        QVERIFY(saved);
        QCOMPARE(saved->artefact.from, other.from);
        QCOMPARE(saved->artefact.dataEraseAt, selfConsent().dataEraseAt);
        QCOMPARE(saved->artefact.hiTypes, selfConsent().hiTypes);
        QVERIFY(flows::acknowledgementAccepted(d.state)); // nothing is said twice
        QCOMPARE(d.calls.size(), 1);
    }

    void aRepeatAboutSomebodyElseChangesNothing()
    {
        auto d = newConsent();
        notify(d, ConsentStatus::Granted, selfConsent());
        d.accept();
        d.facts.consent = selfConsent();
        auto other = selfConsent();
        other.patientAddress = u"other.person@sbx"_s;
        other.careContexts.clear();
        notify(d, ConsentStatus::Granted, other);
        QVERIFY(!d.find<flows::SaveConsent>());
    }

    void beingLateIsNotFinal()
    {
        auto d = newConsent();
        notify(d, ConsentStatus::Granted, selfConsent());
        d.refuse(u"OUTBOX-EXPIRED"_s);
        QVERIFY(d.find<flows::Alarm>());
        QVERIFY(!flows::acknowledgementAccepted(d.state));
        notify(d, ConsentStatus::Granted, selfConsent());
        d.accept();
        QVERIFY(flows::acknowledgementAccepted(d.state));
    }

    void checksAtReceipt_data()
    {
        QTest::addColumn<QString>("wrong");
        QTest::addColumn<QString>("code");
        QTest::newRow("other facility") << "hip" << "ABDM-1035";
        QTest::newRow("dates reversed") << "dates" << "ABDM-1063";
        QTest::newRow("no dates") << "no-dates" << "ABDM-1063";
        QTest::newRow("over already") << "erase" << "ABDM-1061";
        QTest::newRow("no end") << "no-erase" << "ABDM-1061";
        QTest::newRow("unknown context") << "context" << "ABDM-2500";
        QTest::newRow("no context") << "no-context" << "ABDM-2500";
        QTest::newRow("another patient's context") << "patient" << "ABDM-2500";
    }
    void checksAtReceipt()
    {
        QFETCH(QString, wrong);
        QFETCH(QString, code);
        auto d = newConsent();
        auto consent = selfConsent();
        if (wrong == "hip"_L1)
            consent.hip = FacilityId(u"IN0710000124"_s);
        else if (wrong == "dates"_L1)
            std::swap(consent.from, consent.to);
        else if (wrong == "no-dates"_L1)
            consent.from = {};
        else if (wrong == "erase"_L1)
            consent.dataEraseAt = noon;
        else if (wrong == "no-erase"_L1)
            consent.dataEraseAt = {};
        else if (wrong == "context"_L1)
            consent.careContexts << CareContextRef(u"RX-77"_s);
        else if (wrong == "no-context"_L1)
            consent.careContexts.clear();
        else if (wrong == "patient"_L1)
            consent.patientAddress = u"other.person@sbx"_s;
        notify(d, ConsentStatus::Granted, consent);
        QVERIFY(d.find<flows::SaveConsent>()); // stored anyway (6.3)
        QCOMPARE(sentError(d), code);
        d.accept();
        QVERIFY(!flows::acknowledgementAccepted(d.state));
    }

    void anAcceptedErrorIsNoAcceptedGrant()
    {
        auto d = newConsent();
        const auto records = std::exchange(d.facts.held, {});
        notify(d, ConsentStatus::Granted, selfConsent());
        d.accept(); // the gateway took our "no mapping"
        d.facts.held = records; // the record is signed in the meantime, and the gateway notifies again
        notify(d, ConsentStatus::Granted, selfConsent());
        QCOMPARE(d.phase(), u"granted"_s);
        QVERIFY(!flows::acknowledgementAccepted(d.state));
        d.accept();
        QVERIFY(flows::acknowledgementAccepted(d.state));
    }

    void revokedAndExpiredWorkWithoutDetail_data()
    {
        QTest::addColumn<int>("status");
        QTest::newRow("revoked") << int(ConsentStatus::Revoked);
        QTest::newRow("expired") << int(ConsentStatus::Expired);
    }
    void revokedAndExpiredWorkWithoutDetail()
    {
        QFETCH(int, status);
        for (const bool known : {true, false}) {
            auto d = newConsent();
            if (known) {
                notify(d, ConsentStatus::Granted, selfConsent());
                d.accept();
            }
            notify(d, ConsentStatus(status));
            QCOMPARE(int(d.find<flows::EndConsent>()->status), status);
            QCOMPARE(sentStatus(d).toUpper(), u"OK"_s);
            QVERIFY(!flows::acknowledgementAccepted(d.state));
            d.accept();
            QVERIFY(d.isFinished());
        }
    }

    void aRevocationThatOvertakesTheGrantStays()
    {
        auto d = newConsent();
        notify(d, ConsentStatus::Revoked);
        d.accept();
        notify(d, ConsentStatus::Granted, selfConsent());
        QVERIFY(!d.find<flows::SaveConsent>());
        QVERIFY(!sentError(d).isEmpty());
        d.accept();
        QCOMPARE(d.phase(), u"revoked"_s);
        QVERIFY(!flows::acknowledgementAccepted(d.state));
    }

    void aRevocationOvertakesTheAcknowledgement()
    {
        auto d = newConsent();
        notify(d, ConsentStatus::Granted, selfConsent());
        const auto first = d.key();
        notify(d, ConsentStatus::Revoked);
        d.apply(flows::CallAccepted{first, {}});
        QVERIFY(!flows::acknowledgementAccepted(d.state));
        QCOMPARE(d.phase(), u"revoked"_s);
    }

    void repeatsDoNothing()
    {
        auto d = newConsent();
        for (int copy = 0; copy < 5; ++copy)
            notify(d, ConsentStatus::Granted, selfConsent());
        QCOMPARE(d.calls.size(), 1);
        d.accept();
        for (int copy = 0; copy < 5; ++copy)
            notify(d, ConsentStatus::Granted, selfConsent());
        QCOMPARE(d.calls.size(), 1);
        QCOMPARE(d.story, (QStringList{u"consent.granted"_s, u"consent.acknowledged"_s}));
    }

    void theClockEndsItWithoutAnyMessage()
    {
        auto d = newConsent();
        notify(d, ConsentStatus::Granted, selfConsent());
        d.accept();
        d.sleep();
        QCOMPARE(int(d.find<flows::EndConsent>()->status), int(ConsentStatus::Expired));
        QVERIFY(!flows::acknowledgementAccepted(d.state));
        QVERIFY(d.isFinished());
    }

    void anUnreadableStateLetsNothingOut()
    {
        QVERIFY(!flows::acknowledgementAccepted({}));
        QVERIFY(!flows::acknowledgementAccepted({{u"accepted"_s, true}}));
        QVERIFY(!flows::acknowledgementAccepted(
            {{u"phase"_s, u"granted"_s}, {u"consent"_s, u"c"_s}, {u"accepted"_s, u"yes"_s}}));
    }
};

QTEST_GUILESS_MAIN(TstConsent)
#include "tst_consent.moc"
