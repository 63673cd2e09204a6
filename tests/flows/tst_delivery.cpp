#include "flow_driver.h"

#include <QJsonArray>

using namespace nadi;
using namespace nadi::test;
using abdm::CallbackKind;

/// Journey of users-and-journeys.md 5.3, event by event.
class TstDelivery : public QObject
{
    Q_OBJECT

private:
    static FlowDriver linked()
    {
        auto d = newDelivery();
        d.haveToken();
        d.apply(flows::Started{});
        d.accept();
        d.linkArrives();
        return d;
    }

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

    void anAnswerOfTheTokenRequestLeadsOn_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("phase");
        QTest::addColumn<QString>("reason");
        QTest::newRow("mismatch") << "ABDM-1207" << "attention" << "IDENTITY";
        QTest::newRow("blocked") << "ABDM-1027" << "paused" << "ABDM-1027";
        QTest::newRow("service away") << "ABDM-1024" << "paused" << "ABDM-1024";
        QTest::newRow("invalid address") << "ABDM-1051" << "attention" << "ABDM-1051";
        QTest::newRow("unknown user") << "ABDM-9999" << "attention" << "ABDM-9999";
    }
    void anAnswerOfTheTokenRequestLeadsOn()
    {
        QFETCH(QString, code);
        QFETCH(QString, phase);
        QFETCH(QString, reason);
        for (const bool inCallback : {true, false}) {
            auto d = newDelivery();
            d.apply(flows::Started{});
            if (inCallback) {
                d.accept();
                d.tokenFails(code);
                QVERIFY(!d.find<flows::ConcludeCall>()->confirmed);
            } else {
                d.refuse(code);
            }
            QCOMPARE(d.phase(), phase);
            QCOMPARE(d.reason(), reason);
            QCOMPARE(d.calls.size(), 1);
        }
    }

    void aBlockIsRespectedForADay()
    {
        auto d = newDelivery();
        d.apply(flows::Started{});
        d.accept();
        d.tokenFails(u"ABDM-1027"_s);
        QCOMPARE(d.wakeAt, noon + 24h);
        d.facts.now = noon + 23h;
        d.apply(flows::Woken{});
        QCOMPARE(d.calls.size(), 1);
        d.sleep();
        QCOMPARE(d.calls.size(), 2);
        QVERIFY(d.calls[0].businessKey != d.calls[1].businessKey);
    }

    void twoDeliveriesAskOnce()
    {
        auto first = newDelivery();
        first.apply(flows::Started{});
        auto second = newDelivery();
        second.facts.tokenRequest = flows::TokenRequest{first.key(), noon, true, {}};
        second.apply(flows::Started{});
        QVERIFY(second.calls.isEmpty());
        QVERIFY(second.told(u"delivery.token-awaited"));
        second.sleep();
        QVERIFY(second.calls.isEmpty());
        second.facts.tokenRequest->open = false;
        second.haveToken();
        second.sleep();
        QCOMPARE(second.operation(), u"link.carecontext"_s);
    }

    void withoutThatFactTheSameBusinessKeyKeepsThemFromAskingTwice()
    {
        auto first = newDelivery();
        auto second = newDelivery();
        first.apply(flows::Started{});
        second.apply(flows::Started{});
        QCOMPARE(first.key(), second.key());
    }

    void aBlockedOrMismatchedRequestIsNotRepeatedByTheNextDelivery_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("reason");
        QTest::newRow("blocked") << "ABDM-1027" << "ABDM-1027";
        QTest::newRow("mismatch") << "ABDM-1207" << "IDENTITY";
    }
    void aBlockedOrMismatchedRequestIsNotRepeatedByTheNextDelivery()
    {
        QFETCH(QString, code);
        QFETCH(QString, reason);
        auto d = newDelivery();
        d.facts.tokenRequest = flows::TokenRequest{u"token:IN0710000123/patient-1/20261121/1"_s, noon, true, {}};
        d.apply(flows::Started{});
        d.facts.tokenRequest->open = false;
        d.facts.tokenRequest->refusal = code;
        d.sleep();
        QVERIFY(d.calls.isEmpty());
        QCOMPARE(d.reason(), reason);
    }

    void neverMoreThanThreeTokenRequestsADay()
    {
        auto d = newDelivery();
        d.apply(flows::Started{});
        for (int i = 0; i < 8; ++i) {
            d.accept();
            d.tokenFails(u"ABDM-1051"_s);
            d.decide(u"retry");
        }
        QCOMPARE(d.calls.size(), 3);
        QCOMPARE(d.reason(), u"TOKEN-LIMIT"_s);
        QCOMPARE(d.wakeAt.toIso(), u"2026-11-22T00:00:00.000Z"_s);
    }

    void aTokenRequestWhoseAnswerWasNotSeenIsAskedForAgainAfterHours()
    {
        auto d = newDelivery();
        d.apply(flows::Started{});
        d.apply(flows::CallDelayed{d.key(), u"ANSWER-UNKNOWN"_s, 1, noon + 48h, true});
        while (d.calls.size() == 1)
            d.sleep();
        QVERIFY(d.facts.now - noon >= 6h);
        QVERIFY(d.facts.now - noon < 7h);
        QVERIFY(d.calls[0].businessKey != d.calls[1].businessKey);
        // The first one's callback comes at last: it is good all the same, and the second is not needed.
        d.callback(abdm::CallbackKind::OnGenerateToken,
            abdm::OnGenerateToken{u"asha.verma1990@sbx"_s, linkTokenJwt(d.facts.now + 24h * 180), {}, {}},
            d.calls[0].businessKey);
        QCOMPARE(d.operation(), u"link.carecontext"_s);
    }

    void aRepeatedTokenIsStoredOnce()
    {
        auto d = newDelivery();
        d.apply(flows::Started{});
        d.accept();
        const auto asked = d.key();
        d.tokenArrives();
        const int wishes = d.wishes;
        d.callback(abdm::CallbackKind::OnGenerateToken,
            abdm::OnGenerateToken{u"asha.verma1990@sbx"_s, linkTokenJwt(noon + 24h * 180), {}, {}}, asked);
        QCOMPARE(d.wishes, wishes);
    }

    void aTokenForSomebodyElseIsNotStored()
    {
        auto d = newDelivery();
        d.apply(flows::Started{});
        d.accept();
        d.tokenArrives(u"other.person@sbx"_s);
        QVERIFY(!d.find<flows::SaveLinkToken>());
        QCOMPARE(d.reason(), u"TOKEN-FOREIGN"_s);
    }

    void aDeadTokenIsDroppedAndAskedForOnce_data()
    {
        QTest::addColumn<QString>("code");
        for (const auto *code : {"ABDM-1026", "ABDM-1038", "ABDM-1062", "ABDM-1063", "ABDM-1066"})
            QTest::newRow(code) << QString::fromLatin1(code);
    }
    void aDeadTokenIsDroppedAndAskedForOnce()
    {
        QFETCH(QString, code);
        auto d = newDelivery();
        d.haveToken();
        d.apply(flows::Started{});
        d.refuse(code);
        QVERIFY(d.find<flows::DropLinkToken>());
        QCOMPARE(d.operation(), u"link.generate-token"_s);
        d.facts.linkToken.reset();
        d.accept();
        d.tokenArrives();
        QCOMPARE(d.operation(), u"link.carecontext"_s);
        d.refuse(code);
        QVERIFY(!d.find<flows::DropLinkToken>());
        QCOMPARE(d.shown(), u"needs-attention"_s);
        QCOMPARE(d.reason(), code);
    }

    void anAnswerOfTheLinkRequestLeadsOn_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("shown");
        QTest::newRow("already linked") << "ABDM-1056" << "linked";
        QTest::newRow("provider away") << "ABDM-1028" << "link-submitted";
        QTest::newRow("count mismatch") << "ABDM-1037" << "needs-attention";
        QTest::newRow("deactivated") << "ABDM-1407" << "needs-attention";
    }
    void anAnswerOfTheLinkRequestLeadsOn()
    {
        QFETCH(QString, code);
        QFETCH(QString, shown);
        auto d = newDelivery();
        d.haveToken();
        d.apply(flows::Started{});
        d.accept();
        d.linkFails(code);
        QCOMPARE(d.shown(), shown);
    }

    void duplicateCodesMeanWaiting()
    {
        auto d = newDelivery();
        d.haveToken();
        d.apply(flows::Started{});
        d.refuse(u"ABDM-1090"_s);
        QCOMPARE(d.shown(), u"link-submitted"_s);
    }

    void aCallbackMayOvertakeTheAnswerOfItsCall()
    {
        auto d = newDelivery();
        d.apply(flows::Started{});
        d.tokenArrives();
        QCOMPARE(d.operation(), u"link.carecontext"_s);
        d.linkArrives();
        QCOMPARE(d.shown(), u"linked"_s);
        d.accept();
        QCOMPARE(d.shown(), u"linked"_s);
    }

    void nothingMovesBack()
    {
        auto d = linked();
        const auto link = d.key();
        const auto before = d.moves.size();
        const int wishes = d.wishes;
        d.linkArrives(link);
        QCOMPARE(d.wishes, wishes); // a repeat wants nothing
        d.apply(flows::CallAccepted{link, {}});
        d.apply(flows::CallDelayed{link, u"NET"_s, 3, noon + 1h, true});
        d.decide(u"withdraw", u"mistake"_s);
        d.decide(u"give-up", u"mistake"_s);
        d.decide(u"retry");
        QCOMPARE(d.moves.size(), before);
        QCOMPARE(d.phase(), u"linked"_s);
    }

    void aLateFailureAfterSuccessIsRecordedOnceAndNotShown()
    {
        auto d = linked();
        const auto link = d.key();
        const auto before = d.moves.size();
        for (int copy = 0; copy < 5; ++copy)
            d.linkFails(u"ABDM-1037"_s, link);
        QCOMPARE(d.story.count(u"delivery.late-failure"_s), 1);
        QCOMPARE(d.moves.size(), before);
    }

    void acceptedAndThenNothingIsOverdueThenSentAgainThenForAPerson()
    {
        auto d = newDelivery();
        d.haveToken();
        d.apply(flows::Started{});
        d.accept();
        d.sleep();
        QVERIFY(d.told(u"delivery.overdue"));
        QCOMPARE(d.shown(), u"link-submitted"_s);
        QCOMPARE(d.reason(), u"OVERDUE"_s);
        QVERIFY(d.facts.now - noon <= 12min);
        d.sleep();
        QCOMPARE(d.calls.size(), 2); // safe: the gateway knows what it has linked
        QVERIFY(d.calls[0].businessKey != d.calls[1].businessKey);
        QCOMPARE(d.shown(), u"link-submitted"_s);
        for (int i = 0; i < 40 && d.phase() != "attention"_L1; ++i) {
            if (d.phase() == "link-queued"_L1)
                d.accept();
            d.sleep();
        }
        QCOMPARE(d.reason(), u"NO-ANSWER"_s);
        QVERIFY(d.facts.now - noon >= 48h);
        QVERIFY(d.facts.now - noon < 49h);
        QVERIFY(d.calls.size() < 9);
        // Days later the callback of the first attempt arrives after all.
        d.linkArrives(d.calls[0].businessKey);
        QCOMPARE(d.shown(), u"linked"_s);
    }

    void aNetworkThatIsAwayIsToldOnce()
    {
        auto d = newDelivery();
        d.haveToken();
        d.apply(flows::Started{});
        for (int attempt = 1; attempt <= 30; ++attempt)
            d.apply(flows::CallDelayed{d.key(), u"NET-DOWN"_s, attempt, noon + 1min * attempt, true});
        QCOMPARE(d.shown(), u"waiting-network"_s);
        QCOMPARE(d.moves.last().attempt, 30);
        QCOMPARE(d.story.count(u"delivery.waiting-network"_s), 1);
        d.accept();
        QCOMPARE(d.shown(), u"link-submitted"_s);
    }

    void contextNotifyWaitsOutTheTimingCode()
    {
        auto d = linked();
        QList<UtcTime> sent;
        for (int i = 0; i < 4; ++i) {
            d.sleep();
            QCOMPARE(d.operation(), u"link.context-notify"_s);
            sent << d.facts.now;
            d.accept();
            d.notifyArrives(CallbackKind::OnContextNotify, u"ABDM-1006"_s);
        }
        QCOMPARE(sent[1] - sent[0], 5s);
        QCOMPARE(sent[2] - sent[1], 15s);
        QCOMPARE(sent[3] - sent[2], 60s);
        QCOMPARE(d.phase(), u"announced"_s);
        QCOMPARE(d.shown(), u"linked"_s); // a refused announcement takes nothing back
    }

    void anUnansweredAnnouncementFreesThePatientsQueue()
    {
        auto d = linked();
        d.sleep();
        d.accept();
        d.sleep();
        QVERIFY(d.find<flows::ConcludeCall>());
        QCOMPARE(d.phase(), u"announced"_s);
    }

    void openedProvesALinkWhoseCallbackWasLost()
    {
        auto d = newDelivery();
        d.haveToken();
        d.apply(flows::Started{});
        d.accept();
        d.decide(u"opened");
        QVERIFY(d.told(u"delivery.linked"));
        QCOMPARE(d.shown(), u"transferred"_s);
        QVERIFY(d.find<flows::ConcludeCall>()->confirmed);
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
        for (auto d : {newDelivery(), linked()}) {
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
