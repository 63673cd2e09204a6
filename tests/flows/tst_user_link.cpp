#include "discovery_driver.h"

using namespace nadi;
using namespace nadi::test;

class TstUserLink : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void choosingTypingAndLinking()
    {
        DiscoveryDriver d;
        d.discover();
        d.accept();
        d.init();
        QCOMPARE(d.calls.size(), 1); // the answer waits for the code
        const auto *order = d.find<flows::SendLinkCode>();
        QCOMPARE(order->patient, PatientId(u"patient-1"_s));
        QCOMPARE(order->life, 10min);
        d.codeLeaves();
        QCOMPARE(d.operation(), abdm::operation::onLinkInit.toString());
        const QJsonObject meta{{u"communicationMedium"_s, u"MOBILE"_s},
            {u"communicationHint"_s, u"OTP sent to ******0001"_s}, {u"communicationExpiry"_s, (noon + 10min).toIso()}};
        QCOMPARE(d.body()[u"link"].toObject(),
            (QJsonObject{
                {u"referenceNumber"_s, d.reference()}, {u"authenticationType"_s, u"DIRECT"_s}, {u"meta"_s, meta}}));
        d.accept();
        d.confirm(d.digits, u"q-3"_s);
        QCOMPARE(d.operation(), abdm::operation::onLinkConfirm.toString());
        QCOMPARE(d.contexts(), (QStringList{u"OP-2026-000117"_s, u"RX-2026-000117"_s}));
        QVERIFY(!d.body().contains(u"transactionId"_s));
        QVERIFY(d.linked().isEmpty()); // not before the gateway took it
        d.accept();
        QCOMPARE(d.linked(), (QStringList{u"OP-2026-000117"_s, u"RX-2026-000117"_s}));
        QCOMPARE(d.find<flows::KeepProvedAbha>()->abhaAddress, u"asha.verma1990@sbx"_s);
        QVERIFY(d.isFinished());
        QCOMPARE(d.phase(), u"linked"_s);
    }

    void onlyWhatWasChosenIsLinked()
    {
        DiscoveryDriver d;
        d.discover();
        d.init({u"RX-2026-000117"_s});
        d.codeLeaves();
        d.confirm(d.digits, u"q-3"_s);
        QCOMPARE(d.contexts(), QStringList{u"RX-2026-000117"_s});
        d.accept();
        QCOMPARE(d.linked(), QStringList{u"RX-2026-000117"_s});
    }

    void aChoiceThatCannotBeServed_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<QString>("code");
        QTest::newRow("a context of nobody") << u"foreign"_s << u"ABDM-1057"_s;
        QTest::newRow("one good, one of nobody") << u"mixed"_s << u"ABDM-1057"_s;
        QTest::newRow("nothing chosen") << u"empty"_s << u"ABDM-1057"_s;
        QTest::newRow("linked meanwhile") << u"linked"_s << u"ABDM-1057"_s;
        QTest::newRow("no mobile on file") << u"mobile"_s << u"ABDM-1014"_s;
        QTest::newRow("another ABHA address") << u"address"_s << u"ABDM-1051"_s;
        QTest::newRow("too many codes today") << u"codes"_s << u"ABDM-1022"_s;
        QTest::newRow("too late") << u"late"_s << u"ABDM-1086"_s;
        QTest::newRow("nobody was found") << u"nobody"_s << u"ABDM-1017"_s;
        QTest::newRow("an unknown transaction") << u"unknown"_s << u"ABDM-1017"_s;
    }
    void aChoiceThatCannotBeServed()
    {
        QFETCH(QString, what);
        DiscoveryDriver d;
        if (what == u"nobody")
            d.candidates.clear();
        if (what != u"unknown")
            d.discover();
        QStringList chosen{u"OP-2026-000117"_s};
        if (what == u"foreign")
            chosen = {u"RX-2026-000999"_s};
        else if (what == u"mixed")
            chosen << u"RX-2026-000999"_s;
        else if (what == u"empty")
            chosen.clear();
        else if (what == u"linked")
            d.unlinked.clear();
        else if (what == u"mobile")
            d.facts.patient->mobile.clear();
        else if (what == u"codes")
            d.facts.codesBefore = d.facts.discovery.codesPerDay;
        else if (what == u"late")
            d.facts.now = noon + 31min;
        if (what == u"address") {
            abdm::LinkInit init;
            init.transaction = discoverRequest().transaction;
            init.abhaAddress = u"somebody.else@sbx"_s;
            init.chosen = {CareContextRef(u"OP-2026-000117"_s)};
            d.arrive(init, u"q-2"_s);
        } else {
            d.init(chosen);
        }
        QCOMPARE(d.operation(), abdm::operation::onLinkInit.toString());
        QTEST(d.error(), "code");
        QVERIFY(!d.body().contains(u"link"_s));
        QVERIFY(!d.find<flows::SendLinkCode>());
    }

    void whatTheGatewayRefusedItselfIsNotAnswered()
    {
        DiscoveryDriver d;
        d.discover();
        abdm::LinkInit refused;
        refused.transaction = discoverRequest().transaction;
        refused.refusedByGateway = true;
        refused.refusalCode = u"ABDM-1056"_s;
        d.arrive(refused, u"q-2"_s);
        QCOMPARE(d.calls.size(), 1);
        QVERIFY(d.told(u"discovery.choice-refused"));
    }

    void aCodeThatDidNotLeaveIsAnError_data()
    {
        QTest::addColumn<bool>("silent");
        QTest::newRow("the provider refused") << false;
        QTest::newRow("the bridge stopped in between") << true;
    }
    void aCodeThatDidNotLeaveIsAnError()
    {
        QFETCH(bool, silent);
        DiscoveryDriver d;
        d.discover();
        d.init();
        const auto order = d.find<flows::SendLinkCode>()->businessKey;
        if (silent)
            d.sleep();
        else
            d.decide(flow_event::codeNotSent, u"SMS-REFUSED"_s);
        QCOMPARE(d.operation(), abdm::operation::onLinkInit.toString());
        QCOMPARE(d.error(), u"ABDM-1004"_s);
        QCOMPARE(d.body()[u"response"][u"requestId"].toString(), u"q-2"_s);
        // A word that comes later changes nothing, and the person may ask again.
        const auto before = d.calls.size();
        d.codeLeaves(order);
        QCOMPARE(d.calls.size(), before);
        d.init({u"OP-2026-000117"_s}, u"q-2b"_s);
        QVERIFY(d.find<flows::SendLinkCode>());
    }

    void aWrongCodeIsAnErrorWithoutAPatient()
    {
        DiscoveryDriver d;
        d.untilCodeSent();
        d.confirm(d.wrong(), u"q-3"_s);
        QCOMPARE(d.body(),
            (QJsonObject{
                {u"error"_s, QJsonObject{{u"code"_s, u"ABDM-1035"_s}, {u"message"_s, u"OTP does not match"_s}}},
                {u"response"_s, QJsonObject{{u"requestId"_s, u"q-3"_s}}}}));
        d.accept();
        QVERIFY(d.linked().isEmpty());
        d.confirm(d.digits, u"q-4"_s); // the next one may be right
        QVERIFY(d.error().isEmpty());
    }

    void afterFiveWrongOnesTheRightOneIsWrongToo() // S-N10
    {
        DiscoveryDriver d;
        d.untilCodeSent();
        for (int i = 0; i < 5; ++i)
            d.confirm(d.wrong(), u"q-3%1"_s.arg(i));
        QVERIFY(d.isFinished());
        d.confirm(d.digits, u"q-4"_s);
        QCOMPARE(d.error(), u"ABDM-1035"_s);
        d.accept();
        QVERIFY(d.linked().isEmpty());
        QVERIFY(d.state.value("codeDigest"_L1).isUndefined());
    }

    void aCodeDiesAfterItsTenMinutes_data()
    {
        QTest::addColumn<int>("seconds");
        QTest::addColumn<QString>("code");
        QTest::newRow("just in time") << 599 << QString();
        QTest::newRow("too late") << 600 << u"ABDM-1035"_s;
    }
    void aCodeDiesAfterItsTenMinutes()
    {
        QFETCH(int, seconds);
        DiscoveryDriver d;
        d.untilCodeSent();
        d.facts.now = noon + 1s * seconds;
        d.confirm(d.digits, u"q-3"_s);
        QTEST(d.error(), "code");
    }

    void anotherCodeKillsTheOneBefore()
    {
        DiscoveryDriver d;
        d.untilCodeSent();
        const auto first = d.digits;
        d.init({u"OP-2026-000117"_s}, u"q-2b"_s);
        d.codeLeaves();
        QVERIFY(!(first == d.digits));
        d.confirm(first, u"q-3"_s);
        QCOMPARE(d.error(), u"ABDM-1035"_s);
        d.confirm(d.digits, u"q-4"_s);
        QCOMPARE(d.contexts(), QStringList{u"OP-2026-000117"_s});
    }

    void atMostThreeCodesInOneConversation()
    {
        DiscoveryDriver d;
        d.discover();
        for (int i = 0; i < 3; ++i) {
            d.init({u"OP-2026-000117"_s}, u"q-2%1"_s.arg(i));
            d.codeLeaves();
        }
        d.init({u"OP-2026-000117"_s}, u"q-29"_s);
        QCOMPARE(d.error(), u"ABDM-1022"_s);
    }

    void theCodeOfOneLinkFailsOnAnother() // S-N10
    {
        SeededRandom random(5);
        const auto code = flows::drawLinkCode(random);
        const auto mark = flows::markOf(code, u"link-a"_s, random);
        QVERIFY(flows::matches(mark, code, u"link-a"_s));
        QVERIFY(!flows::matches(mark, code, u"link-b"_s));
        QVERIFY(!flows::matches({}, code, u"link-a"_s));
    }

    void codesAreSixDigitsEachAsLikely()
    {
        SeededRandom random(17);
        std::array<int, 10> first{};
        for (int i = 0; i < 10'000; ++i) {
            const auto code = flows::drawLinkCode(random);
            QCOMPARE(code.reveal().size(), 6);
            for (const char c : code.reveal())
                QVERIFY(c >= '0' && c <= '9');
            ++first[std::size_t(code.reveal()[0] - '0')];
        }
        for (const int count : first)
            QVERIFY2(count > 800 && count < 1'200, qPrintable(QString::number(count)));
    }

    void nothingKeptHoldsTheDigits()
    {
        DiscoveryDriver d;
        d.untilCodeSent();
        d.confirm(d.wrong(), u"q-3"_s);
        d.confirm(d.digits, u"q-4"_s);
        const auto stored = QJsonDocument(d.state).toJson();
        QVERIFY(!stored.contains(d.digits.reveal()));
        for (const auto &call : d.calls)
            QVERIFY(!QJsonDocument(call.body).toJson().contains('"' + d.digits.reveal() + '"'));
    }

    void theRightCodeOnceMoreLinksNothingTwice()
    {
        DiscoveryDriver d;
        d.untilCodeSent();
        d.confirm(d.digits, u"q-3"_s);
        d.accept();
        QCOMPARE(d.linked().size(), 2);
        d.confirm(d.digits, u"q-3b"_s);
        QVERIFY(d.error().isEmpty());
        d.accept();
        QVERIFY(d.linked().isEmpty());
        d.confirm(d.wrong(), u"q-3c"_s);
        QCOMPARE(d.error(), u"ABDM-1035"_s);
        QCOMPARE(d.phase(), u"linked"_s);
    }

    void anErrorThatTheGatewayTookLinksNothing()
    {
        DiscoveryDriver d;
        d.untilCodeSent();
        d.confirm(d.digits, u"q-3"_s);
        d.confirm(d.wrong(), u"q-3b"_s);
        d.accept(); // of the error
        QVERIFY(d.linked().isEmpty());
        d.apply(flows::CallAccepted{d.calls.at(d.calls.size() - 2).businessKey, {}});
        QCOMPARE(d.linked().size(), 2);
    }

    void aRefusedConfirmationLinksNothing()
    {
        DiscoveryDriver d;
        d.untilCodeSent();
        d.confirm(d.digits, u"q-3"_s);
        d.refuse(u"ABDM-1111"_s);
        QVERIFY(d.linked().isEmpty());
        QCOMPARE(d.phase(), u"closed"_s);
    }

    void anUnknownReferenceIsAnError()
    {
        DiscoveryDriver d;
        d.confirm(Secret("123456"), u"q-3"_s);
        QCOMPARE(d.error(), u"ABDM-1056"_s);
    }

    void aConversationThatNobodyEndsEndsByItself()
    {
        DiscoveryDriver d;
        d.discover();
        d.accept();
        d.sleep();
        QVERIFY(d.isFinished());
        QCOMPARE(d.phase(), u"closed"_s);
    }

    void confirmFindsItsConversationWithoutATransaction()
    {
        abdm::LinkInit init;
        init.transaction = discoverRequest().transaction;
        abdm::LinkConfirm confirm;
        confirm.linkReference = DiscoveryDriver::reference();
        const auto byDiscover = flows::route(abdm::CallbackKind::Discover, discoverRequest(), RequestId(u"q"_s), {});
        QCOMPARE(byDiscover.flowKind, flow_kind::discovery.toString());
        QCOMPARE(flows::route(abdm::CallbackKind::LinkInit, init, RequestId(u"q"_s), {}).flowKey, byDiscover.flowKey);
        QCOMPARE(
            flows::route(abdm::CallbackKind::LinkConfirm, confirm, RequestId(u"q"_s), {}).flowKey, byDiscover.flowKey);
    }
};

QTEST_GUILESS_MAIN(TstUserLink)
#include "tst_user_link.moc"
