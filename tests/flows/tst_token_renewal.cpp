#include "flow_driver.h"
#include "flows/business_keys.h"

using namespace nadi;
using namespace nadi::test;

namespace
{

const UtcTime oldEnd = noon + 5 * 24h;

FlowDriver newRenewal()
{
    FlowDriver d(flow_kind::tokenRenewal, tokenRenewalStart(oldEnd));
    d.facts.linkToken = LinkTokenInfo{*asha().abhaAddress, d.facts.facility.id, oldEnd - 182 * 24h, oldEnd};
    return d;
}

FlowDriver asked()
{
    auto d = newRenewal();
    d.apply(flows::Started{});
    d.accept();
    return d;
}

}

/// B10: a link token is renewed in its last seven days while the patient has an open visit.
class TstTokenRenewal : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneRequestBringsANewToken()
    {
        auto d = asked();
        QCOMPARE(d.calls.size(), 1);
        QCOMPARE(d.operation(), u"link.generate-token");
        d.tokenArrives();
        const auto *save = d.find<flows::SaveLinkToken>();
        QVERIFY(save && save->expiresAt > oldEnd);
        QVERIFY(d.find<flows::ConcludeCall>()->confirmed);
        QVERIFY(d.isFinished() && d.told(u"token.renewed"));
    }

    void deliveriesDoNotWaitBehindTheRenewal()
    {
        const auto d = asked();
        FlowDriver delivery(flow_kind::delivery,
            deliveryStart(CareContextRef(u"RX-1"_s), HiType::Prescription, QDate(2026, 11, 21), u"UHID-1"_s));
        delivery.facts.linkToken = d.facts.linkToken;
        delivery.apply(flows::Started{});
        QCOMPARE(delivery.operation(), u"link.carecontext");
        QVERIFY(delivery.calls.last().orderKey != d.calls.last().orderKey);
    }

    void anotherFlowsOpenRequestIsJoined()
    {
        auto d = newRenewal();
        const auto other = flows::tokenKey(d.facts.facility.id, d.facts.patient->id, noon, 1);
        d.facts.tokenRequest = flows::TokenRequest{other, noon - 10s, true, {}};
        d.apply(flows::Started{});
        QVERIFY(d.calls.isEmpty() && d.wakeAt.isSet());
        d.facts.tokenRequest->open = false;
        d.facts.linkToken->expiresAt = noon + 182 * 24h;
        d.sleep();
        QVERIFY(d.isFinished() && d.told(u"token.renewed"));
        QVERIFY(d.calls.isEmpty());
    }

    void nobodyIsAskedForWhatTheGatewayWouldRefuse_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<QString>("code");
        for (const auto *what : {"name", "year", "gender", "address", "verified"})
            QTest::newRow(what) << QString::fromLatin1(what) << u"PERSON-INCOMPLETE"_s;
        QTest::newRow("facility") << u"facility"_s << u"FACILITY"_s;
        QTest::newRow("expired") << u"expired"_s << u"TOKEN-EXPIRED"_s;
    }
    void nobodyIsAskedForWhatTheGatewayWouldRefuse()
    {
        QFETCH(QString, what);
        QFETCH(QString, code);
        auto d = newRenewal();
        auto &person = *d.facts.patient;
        if (what == u"name")
            person.name = u"  "_s;
        else if (what == u"year")
            person.birth = {};
        else if (what == u"gender")
            person.gender = Gender::Unknown;
        else if (what == u"address")
            person.abhaAddress.reset();
        else if (what == u"verified")
            person.abhaVerifiedAt = {};
        else if (what == u"facility")
            d.facts.facilityLink.state = FacilityLinkState::ListedElsewhere;
        else
            d.facts.now = oldEnd;
        d.apply(flows::Started{});
        QVERIFY(d.calls.isEmpty() && d.isFinished());
        QCOMPARE(d.state.value("reason"_L1).toString(), code);
    }

    void refusalsEndItWithoutTheOldTokenBeingLost_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<bool>("again");
        QTest::newRow("mismatch") << u"ABDM-1207"_s << false;
        QTest::newRow("blocked") << u"ABDM-1027"_s << true;
        QTest::newRow("dependency down") << u"ABDM-1019"_s << true;
        QTest::newRow("unknown code") << u"ABDM-4711"_s << false;
    }
    void refusalsEndItWithoutTheOldTokenBeingLost()
    {
        QFETCH(QString, code);
        QFETCH(bool, again);
        auto d = asked();
        d.tokenFails(code);
        QVERIFY(!d.find<flows::DropLinkToken>() && !d.find<flows::SaveLinkToken>());
        QCOMPARE(d.isFinished(), !again);
        if (!again)
            return;
        if (code == u"ABDM-1027")
            QVERIFY(d.wakeAt >= noon + 24h);
        d.facts.tokenRequest = flows::TokenRequest{d.key(), noon, false, code};
        d.sleep();
        QCOMPARE(d.calls.size(), 2);
    }

    void anAnswerThatNeverComesIsGivenUpAndALateOneIsStillKept()
    {
        auto d = asked();
        d.facts.tokenRequest = flows::TokenRequest{d.key(), noon, true, {}};
        for (int looks = 0; !d.isFinished(); ++looks) {
            QVERIFY(looks < 60);
            d.sleep();
        }
        QCOMPARE(d.calls.size(), 1);
        d.tokenArrives();
        QVERIFY(d.find<flows::SaveLinkToken>());
        d.tokenArrives();
        QVERIFY2(!d.find<flows::SaveLinkToken>(), "a repeated callback stores nothing again");
    }

    void aTokenOfSomebodyElseIsNotKept()
    {
        auto d = asked();
        d.tokenArrives(u"someone.else@sbx"_s);
        QVERIFY(!d.find<flows::SaveLinkToken>() && d.isFinished());
    }
};

QTEST_APPLESS_MAIN(TstTokenRenewal)
#include "tst_token_renewal.moc"
