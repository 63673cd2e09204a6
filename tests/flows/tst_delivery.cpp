#include "flow_driver.h"

#include <QJsonArray>

using namespace nadi;
using namespace nadi::test;
using abdm::CallbackKind;

/// Journey of users-and-journeys.md 5.3, event by event.
class TstDelivery : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theWholeWayFromConfirmedToOpened()
    {
        auto d = newDelivery();
        d.apply(flows::Started{});
        QCOMPARE(d.operation(), u"link.generate-token"_s);
        QCOMPARE(d.shown(), u"queued"_s);
        d.accept();
        QCOMPARE(d.shown(), u"token-requested"_s);
        d.tokenArrives();
        QVERIFY(d.find<flows::SaveLinkToken>());
        QCOMPARE(d.operation(), u"link.carecontext"_s);
        QCOMPARE(d.calls.last().linkTokenFor->value(), u"asha.verma1990@sbx"_s);
        d.accept();
        QCOMPARE(d.shown(), u"link-submitted"_s); // accepted is not linked
        d.linkArrives();
        QCOMPARE(d.shown(), u"linked"_s); // linked is not opened
        d.sleep();
        QCOMPARE(d.operation(), u"link.context-notify"_s);
        QVERIFY(d.facts.now - noon >= 5s);
        d.accept();
        d.notifyArrives(CallbackKind::OnContextNotify);
        QCOMPARE(d.phase(), u"announced"_s);
        QVERIFY(!d.isFinished());
        d.decide(u"opened");
        QCOMPARE(d.shown(), u"transferred"_s);
        QVERIFY(d.isFinished());
    }

    void theLinkRequestCarriesANeutralTitleAndNoNumber()
    {
        auto d = newDelivery();
        d.facts.patient->abhaNumber = *AbhaNumber::parse(u"91123456789012");
        d.apply(flows::Started{});
        QVERIFY(!d.calls.last().body.contains("abhaNumber"_L1));
        d.accept();
        d.tokenArrives();
        const auto body = d.calls.last().body;
        QVERIFY(!body.contains("abhaNumber"_L1)); // if and only if it was in generate-token
        const auto context = body["patient"_L1][0]["careContexts"_L1][0];
        QCOMPARE(context["display"_L1].toString(), u"Prescription 11 Feb 2026"_s);
        QCOMPARE(context["referenceNumber"_L1].toString(), u"RX-2026-000117"_s);
    }

    void gatesHoldWithAReason_data()
    {
        QTest::addColumn<QString>("gate");
        QTest::addColumn<QString>("shown");
        QTest::addColumn<QString>("reason");
        QTest::addColumn<QString>("operation");
        QTest::newRow("facility not listed") << "facility" << "ready" << "FACILITY" << "";
        QTest::newRow("facility never checked") << "unknown" << "ready" << "FACILITY" << "";
        QTest::newRow("no ABHA, no mobile") << "no-abha-no-mobile" << "ready" << "NO-ABHA" << "";
        QTest::newRow("no ABHA, mobile") << "no-abha" << "queued" << "" << "link.sms-notify";
        QTest::newRow("no ABHA, mobile, nobody agreed") << "no-abha-unasked" << "ready" << "NO-ABHA" << "";
        QTest::newRow("ABHA not verified here") << "unverified" << "ready" << "ABHA-UNVERIFIED" << "";
        QTest::newRow("birth year missing") << "year" << "needs-attention" << "PERSON-INCOMPLETE" << "";
        QTest::newRow("gender missing") << "gender" << "needs-attention" << "PERSON-INCOMPLETE" << "";
        QTest::newRow("name missing") << "name" << "needs-attention" << "PERSON-INCOMPLETE" << "";
        QTest::newRow("patient gone") << "gone" << "needs-attention" << "PERSON-UNKNOWN" << "";
        QTest::newRow("all open, token held") << "token" << "queued" << "" << "link.carecontext";
        QTest::newRow("token of another facility") << "foreign-token" << "queued" << "" << "link.generate-token";
        QTest::newRow("token of an earlier address") << "old-address" << "queued" << "" << "link.generate-token";
        QTest::newRow("token run out") << "dead-token" << "queued" << "" << "link.generate-token";
    }
    void gatesHoldWithAReason()
    {
        QFETCH(QString, gate);
        QFETCH(QString, shown);
        QFETCH(QString, reason);
        QFETCH(QString, operation);
        auto d = newDelivery();
        auto &f = d.facts;
        d.haveToken();
        if (gate == "facility"_L1)
            f.facilityLink.state = FacilityLinkState::ListedElsewhere;
        else if (gate == "unknown"_L1)
            f.facilityLink.state = FacilityLinkState::Unknown;
        else if (gate == "unverified"_L1)
            f.patient->abhaVerifiedAt = {};
        else if (gate == "year"_L1)
            f.patient->birth.year.reset();
        else if (gate == "gender"_L1)
            f.patient->gender = Gender::Unknown;
        else if (gate == "name"_L1)
            f.patient->name = u" "_s;
        else if (gate == "gone"_L1)
            f.patient.reset();
        else if (gate == "foreign-token"_L1)
            f.linkToken->facility = FacilityId(u"IN0710000124"_s);
        else if (gate == "old-address"_L1)
            f.linkToken->address = *AbhaAddress::parse(u"asha.old@sbx");
        else if (gate == "dead-token"_L1)
            f.linkToken->expiresAt = f.now;
        if (gate.startsWith("no-abha"_L1))
            f.patient->abhaAddress.reset();
        if (gate == "no-abha-no-mobile"_L1)
            f.patient->mobile.clear();
        if (gate == "no-abha-unasked"_L1)
            d.state.remove("mayInvite"_L1);
        d.apply(flows::Started{});
        QCOMPARE(d.shown(), shown);
        QCOMPARE(d.reason(), reason);
        QCOMPARE(d.operation(), operation);
    }

    void aHeldDeliveryMovesByItselfAndTellsOnce()
    {
        auto d = newDelivery();
        d.facts.facilityLink.state = FacilityLinkState::NotListed;
        d.apply(flows::Started{});
        for (int look = 0; look < 50; ++look)
            d.sleep();
        QCOMPARE(d.story.count(u"delivery.held"_s), 1);
        QVERIFY(d.calls.isEmpty());
        d.facts.facilityLink.state = FacilityLinkState::Listed;
        d.decide(u"facility-listed");
        QCOMPARE(d.operation(), u"link.generate-token"_s);
    }

    void aRecordOfALinkedVisitIsOnlyAnnounced()
    {
        auto d = newDelivery();
        d.state = deliveryStart(CareContextRef(u"VISIT-2026-000117"_s), HiType::DiagnosticReport, QDate(2026, 2, 11),
            u"UHID-1"_s, SmsInvitation::NotAgreed, CareContextKind::Visit);
        d.facts.contextLinked = true;
        d.apply(flows::Started{});
        QVERIFY(d.calls.isEmpty()); // neither a token nor a link is asked for what is there
        QCOMPARE(d.shown(), u"linked"_s);
        d.sleep();
        QCOMPARE(d.operation(), u"link.context-notify"_s);
        const auto notification = d.calls.last().body["notification"_L1];
        QCOMPARE(notification["hiTypes"_L1].toArray(), QJsonArray{u"DiagnosticReport"_s});
        QCOMPARE(notification["careContext"_L1]["careContextReference"_L1].toString(), u"VISIT-2026-000117"_s);
    }

    /// A call is sent once per key, so two records of one context need two.
    void everyRecordOfAContextIsAnnouncedByACallOfItsOwn()
    {
        const auto key = [](const QString &record) {
            auto d = newDelivery();
            d.facts.subject = record;
            d.facts.contextLinked = true;
            d.apply(flows::Started{});
            d.sleep();
            return d.calls.isEmpty() ? QString() : d.calls.last().businessKey;
        };
        QVERIFY(!key(u"first"_s).isEmpty());
        QVERIFY(key(u"first"_s) != key(u"corrected"_s));
        QCOMPARE(key(u"first"_s), key(u"first"_s));
    }

    void aVisitIsLinkedUnderItsDay()
    {
        auto d = newDelivery();
        d.state = deliveryStart(CareContextRef(u"VISIT-2026-000117"_s), HiType::Prescription, QDate(2026, 2, 11),
            u"UHID-1"_s, SmsInvitation::NotAgreed, CareContextKind::Visit);
        d.haveToken();
        d.apply(flows::Started{});
        const auto patient = d.calls.last().body["patient"_L1].toArray().first();
        QCOMPARE(patient["careContexts"_L1].toArray().first()["display"_L1].toString(), u"Visit 11 Feb 2026"_s);
        QCOMPARE(patient["hiType"_L1].toString(), u"Prescription"_s);
    }

    void aVerifiedPatientMovesAHeldDelivery()
    {
        auto d = newDelivery();
        d.facts.patient->abhaAddress.reset();
        d.facts.patient->mobile.clear();
        d.apply(flows::Started{});
        QCOMPARE(d.reason(), u"NO-ABHA"_s);
        d.facts.patient = asha();
        d.decide(u"patient-verified");
        QCOMPARE(d.operation(), u"link.generate-token"_s);
    }

    void aPatientWhoAgreesLaterIsInvitedThen()
    {
        auto d = newDelivery();
        d.state.remove("mayInvite"_L1);
        d.facts.patient->abhaAddress.reset();
        d.apply(flows::Started{});
        QVERIFY(d.calls.isEmpty());
        d.decide(flow_event::inviteAgreed);
        QCOMPARE(d.operation(), u"link.sms-notify"_s);
        d.decide(flow_event::inviteAgreed);
        QCOMPARE(d.calls.size(), 1);
    }

    void anInvitationIsDoneWhenTheGatewayAcknowledgedIt()
    {
        auto d = newDelivery();
        d.facts.patient->abhaAddress.reset();
        d.apply(flows::Started{});
        d.accept();
        QCOMPARE(d.shown(), u"queued"_s);
        d.notifyArrives(CallbackKind::OnSmsNotify);
        QCOMPARE(d.shown(), u"no-abha-notified"_s);
        QVERIFY(d.isFinished());
        QCOMPARE(d.calls.size(), 1);
    }

    void aPersonDecides_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<QString>("shown");
        QTest::newRow("withdraw") << "withdraw" << "withdrawn";
        QTest::newRow("give up") << "give-up" << "gave-up";
    }
    void aPersonDecides()
    {
        QFETCH(QString, what);
        QFETCH(QString, shown);
        auto d = newDelivery();
        d.haveToken();
        d.apply(flows::Started{});
        const auto link = d.key();
        d.decide(what, u"wrong patient"_s);
        QCOMPARE(d.shown(), shown);
        QCOMPARE(d.reason(), u"wrong patient"_s);
        QVERIFY(d.isFinished());
        QVERIFY(!d.find<flows::ConcludeCall>()->confirmed); // the queued call does not leave any more
        d.apply(flows::CallAccepted{link, {}});
        QCOMPARE(d.shown(), shown);
        // It had left already: then the truth is that it is linked.
        d.linkArrives(link);
        QCOMPARE(d.shown(), u"linked"_s);
        QVERIFY(d.told(u"delivery.linked-late"));
    }

    void withdrawingFreesThePatientsQueueButNotASharedTokenRequest()
    {
        auto linking = newDelivery();
        linking.haveToken();
        linking.apply(flows::Started{});
        linking.accept();
        linking.decide(u"withdraw", u"mistake"_s);
        QVERIFY(linking.find<flows::ConcludeCall>());

        auto asking = newDelivery();
        asking.apply(flows::Started{});
        asking.accept();
        asking.decide(u"withdraw", u"mistake"_s);
        QVERIFY(!asking.find<flows::ConcludeCall>());
        asking.tokenArrives();
        QVERIFY(asking.find<flows::SaveLinkToken>()); // the next delivery needs none
        QCOMPARE(asking.shown(), u"withdrawn"_s);
    }

    void anAnswerThatNobodySawIsNotAMissingNetwork()
    {
        auto d = newDelivery();
        d.haveToken();
        d.apply(flows::Started{});
        d.apply(flows::CallDelayed{d.key(), u"ANSWER-UNKNOWN"_s, 1, noon + 1s, true});
        QCOMPARE(d.shown(), u"queued"_s);
    }

    void retryGoesThroughTheGatesAgain()
    {
        auto d = newDelivery();
        d.apply(flows::Started{});
        d.accept();
        d.tokenFails(u"ABDM-1207"_s);
        d.facts.patient->birth.year = 1991;
        d.facts.now = d.facts.now + 1h;
        d.decide(u"retry");
        QCOMPARE(d.operation(), u"link.generate-token"_s);
        QCOMPARE(d.calls.last().body["yearOfBirth"_L1].toInt(), 1991);
        QCOMPARE(d.calls.last().deadline, d.facts.now + 48h);
    }

    void whatTheStateDoesNotExpectChangesNothing()
    {
        for (auto d : {newDelivery(), linkedDelivery()}) {
            const auto state = d.state;
            const int wishes = d.wishes;
            d.apply(flows::CallAccepted{u"link:other/RX/1"_s, {}});
            d.apply(flows::CallRefused{u"link:other/RX/1"_s, u"ABDM-1037"_s});
            d.apply(flows::CallDelayed{u"link:other/RX/1"_s, u"NET"_s, 1, noon, true});
            d.linkArrives(u"link:IN0710000123/RX-2026-999999/1"_s);
            d.callback(CallbackKind::Unserved, abdm::Unserved{}, {});
            d.apply(flows::Woken{});
            d.decide(u"dance");
            d.decide(u"push-done");
            QCOMPARE(d.state, state);
            QCOMPARE(d.wishes, wishes);
        }
    }
};

QTEST_GUILESS_MAIN(TstDelivery)
#include "tst_delivery.moc"
