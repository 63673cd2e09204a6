#include "consents.h"
#include "flows/business_keys.h"
#include "flows/needs.h"
#include "flows/routing.h"

using namespace nadi;
using namespace nadi::test;
using abdm::CallbackKind;
using flows::Route;

class TstRouting : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void repliesGoToTheFlowOfTheirCall_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("body");
        QTest::newRow("token") << int(CallbackKind::OnGenerateToken) << 0;
        QTest::newRow("link") << int(CallbackKind::OnLinkCareContext) << 1;
        QTest::newRow("context notify") << int(CallbackKind::OnContextNotify) << 2;
        QTest::newRow("SMS") << int(CallbackKind::OnSmsNotify) << 2;
    }
    void repliesGoToTheFlowOfTheirCall()
    {
        QFETCH(int, kind);
        QFETCH(int, body);
        const RequestId asked(u"asked"_s);
        const std::vector<abdm::Callback> bodies{abdm::OnGenerateToken{{}, {}, {}, asked},
            abdm::OnLinkCareContext{{}, {}, {}, asked}, abdm::OnNotify{true, {}, asked}};
        const auto &callback = bodies[size_t(body)];
        QCOMPARE(flows::replyTo(callback), asked);
        const auto found = flows::route(CallbackKind(kind), callback, RequestId(u"r"_s),
            flows::AnsweredCall{u"link:1"_s, u"delivery"_s, u"record-1"_s});
        QCOMPARE(int(found.to), int(Route::To::Flow));
        QCOMPARE(found.flowKind, u"delivery"_s);
        QCOMPARE(found.flowKey, u"record-1"_s);
        QCOMPARE(found.repliesTo, u"link:1"_s);
        QVERIFY(found.firstState.isEmpty()); // a reply opens nothing
        QCOMPARE(int(flows::route(CallbackKind(kind), callback, RequestId(u"r"_s), {}).to), int(Route::To::Park));
    }

    void aReplyWithoutARequestIdIsParkedEvenWhenACallIsOffered()
    {
        const auto route = flows::route(CallbackKind::OnLinkCareContext, abdm::OnLinkCareContext{}, {},
            flows::AnsweredCall{u"link:1"_s, u"delivery"_s, u"record-1"_s});
        QCOMPARE(int(route.to), int(Route::To::Park));
    }

    void consentsAndRequestsOpenTheirFlow()
    {
        const auto consent = flows::route(CallbackKind::ConsentNotify,
            abdm::ConsentNotify{ConsentId(u"c-1"_s), ConsentStatus::Revoked, {}}, RequestId(u"r"_s), {});
        QCOMPARE(consent.flowKind, flow_kind::consent.toString());
        QCOMPARE(consent.flowKey, u"c-1"_s);
        QVERIFY(!consent.firstState.isEmpty());

        abdm::HealthInformationRequest wanted;
        wanted.transaction = TransactionId(u"t-1"_s);
        wanted.consent = ConsentId(u"c-1"_s);
        const auto transfer = flows::route(CallbackKind::HealthInformationRequest, wanted, RequestId(u"r"_s), {});
        QCOMPARE(transfer.flowKind, flow_kind::transfer.toString());
        QCOMPARE(transfer.flowKey, u"t-1"_s);
        QCOMPARE(flows::needs(transfer.flowKind, transfer.firstState, flows::Woken{}).consent.value(), u"c-1"_s);
    }

    void aKindThatDoesNotFitItsBodyIsParked()
    {
        QCOMPARE(int(flows::route(CallbackKind::ConsentNotify, abdm::OnNotify{}, {}, {}).to), int(Route::To::Park));
    }

    void unservedCallbacksGoNowhere()
    {
        QCOMPARE(int(flows::route(CallbackKind::Unserved, abdm::Unserved{}, {}, {}).to), int(Route::To::None));
    }

    void aGrantNeedsTheRecordsItNames()
    {
        const auto consent = selfConsent({u"RX-1"_s, u"RX-2"_s});
        const flows::CallbackArrived grant{
            CallbackKind::ConsentNotify, abdm::ConsentNotify{consent.id, ConsentStatus::Granted, consent}, {}, {}};
        const auto needs = flows::needs(flow_kind::consent, flows::consentStart(consent.id), grant);
        QCOMPARE(needs.careContexts, consent.careContexts);
        QCOMPARE(needs.consent, consent.id);
        QVERIFY(!needs.patient);
        QVERIFY(flows::needs(flow_kind::delivery, {}, flows::Woken{}).linkToken);
        QVERIFY(flows::needs(flow_kind::facilityLink, {}, flows::Woken{}).consent.isEmpty());
    }

    void tokenKeysAreFoundAgainNewestFirst()
    {
        const FacilityId facility(u"IN0710000123"_s);
        const PatientId person(u"p"_s);
        const auto keys = flows::tokenRequestKeys(facility, person, noon);
        QCOMPARE(keys.size(), 6);
        QCOMPARE(keys[0], flows::tokenKey(facility, person, noon, 3));
        QCOMPARE(keys[2], flows::tokenKey(facility, person, noon, 1));
        QCOMPARE(keys[3], flows::tokenKey(facility, person, noon - 24h, 3));
        QCOMPARE(flows::tokenNumber(keys[0], facility, person, noon), 3);
        QCOMPARE(flows::tokenNumber(keys[3], facility, person, noon), 0);
        QCOMPARE(flows::tokenNumber(keys[0], facility, PatientId(u"q"_s), noon), 0);
    }
};

QTEST_GUILESS_MAIN(TstRouting)
#include "tst_routing.moc"
