#include "flow_driver.h"

#include <QJsonArray>

using namespace nadi;
using namespace nadi::test;
using abdm::CallbackKind;

/// What a delivery makes of the answers to its calls: link token, link, announcement.
class TstDeliveryCalls : public QObject
{
    Q_OBJECT

private Q_SLOTS:
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
        auto d = linkedDelivery();
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
        auto d = linkedDelivery();
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
        auto d = linkedDelivery();
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
        auto d = linkedDelivery();
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
};

QTEST_GUILESS_MAIN(TstDeliveryCalls)
#include "tst_delivery_calls.moc"
