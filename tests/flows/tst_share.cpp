#include "abdm/endpoint.h"
#include "flow_driver.h"
#include "flows/needs.h"
#include "flows/routing.h"

using namespace nadi;
using namespace nadi::test;
using abdm::CallbackKind;
using flows::Facts;

namespace
{

abdm::PatientShare shareOf(const QString &intent = u"PROFILE_SHARE"_s, const QString &counter = u"OPD1"_s)
{
    abdm::PatientShare share;
    share.intent = intent;
    share.counter = counter;
    share.profile.abhaAddress = *AbhaAddress::parse(u"asha.verma1990@sbx");
    share.profile.name = u"Asha Verma"_s;
    return share;
}

const RequestId request(u"0c6f7d1e-8a44-4a1e-9a53-1a7f2f2f6b10"_s);

class ShareDriver : public FlowDriver
{
public:
    explicit ShareDriver(QStringView kind = flow_kind::share)
        : FlowDriver(kind, flows::shareStart())
    {
    }
    /// What the runner's loader does with the needs.
    void scan(const abdm::PatientShare &share, const RequestId &id = request)
    {
        const flows::CallbackArrived event{CallbackKind::PatientShare, share, id, {}};
        const auto wanted = flows::needs(flow_kind::share, state, event);
        asked = wanted.share.has_value();
        if (asked)
            facts.share = Facts::ReceivedShare{ShareId(u"share-1"_s), token, repeated};
        apply(event);
    }
    QJsonObject body() const { return calls.isEmpty() ? QJsonObject() : calls.last().body; }

    QueueToken token{QDate(2026, 11, 21), 42, noon + 30min};
    bool repeated = false;
    bool asked = false;
};

}

class TstShare : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aScanIsAnsweredWithItsNumberInTheSameStep()
    {
        ShareDriver d;
        d.scan(shareOf());
        QCOMPARE(d.calls.size(), 1);
        QCOMPARE(d.operation(), abdm::operation::onShare.toString());
        QCOMPARE(d.body(),
            (QJsonObject{{u"acknowledgement"_s,
                             QJsonObject{{u"status"_s, u"SUCCESS"_s}, {u"abhaAddress"_s, u"asha.verma1990@sbx"_s},
                                 {u"profile"_s,
                                     QJsonObject{{u"context"_s, u"OPD1"_s}, {u"tokenNumber"_s, u"42"_s},
                                         {u"expiry"_s, u"1800"_s}}}}},
                {u"response"_s, QJsonObject{{u"requestId"_s, request.value()}}}}));
        QVERIFY(d.told(u"share.received"));
        QCOMPARE(d.find<flows::NoteShare>()->answerCode, QString());
        QVERIFY(!d.isFinished());
        d.accept();
        QCOMPARE(d.find<flows::NoteShare>()->answerCode, u"ok"_s);
        QVERIFY(d.find<flows::ConcludeCall>()->confirmed);
        QVERIFY(d.isFinished());
    }

    void theRestOfTheLifeIsTold_data()
    {
        QTest::addColumn<int>("leftSeconds");
        QTest::addColumn<QString>("expiry");
        QTest::newRow("new") << 1'800 << u"1800"_s;
        QTest::newRow("rescan") << 754 << u"754"_s;
        QTest::newRow("last seconds") << 3 << u"60"_s;
    }
    void theRestOfTheLifeIsTold()
    {
        QFETCH(int, leftSeconds);
        ShareDriver d;
        d.token.expiresAt = noon + 1s * leftSeconds;
        d.repeated = leftSeconds < 1'800;
        d.scan(shareOf());
        QTEST(d.body()[u"acknowledgement"][u"profile"][u"expiry"].toString(), "expiry");
        QCOMPARE(d.told(u"share.repeated"), d.repeated);
    }

    void whatCannotBeServedIsAnsweredWithAnErrorAndTakesNoNumber_data()
    {
        QTest::addColumn<abdm::PatientShare>("share");
        QTest::addColumn<QString>("code");
        QTest::newRow("records") << shareOf(u"RECORD_SHARE"_s) << u"ABDM-1149"_s;
        QTest::newRow("payment") << shareOf(u"PAYMENT_SHARE"_s) << u"ABDM-1149"_s;
        QTest::newRow("no intent") << shareOf({}) << u"ABDM-1149"_s;
        QTest::newRow("no counter") << shareOf(u"PROFILE_SHARE"_s, {}) << u"ABDM-1050"_s;
        QTest::newRow("counter with other characters") << shareOf(u"PROFILE_SHARE"_s, u"OPD1;"_s) << u"ABDM-1050"_s;
        QTest::newRow("endless counter") << shareOf(u"PROFILE_SHARE"_s, QString(251, u'A')) << u"ABDM-1050"_s;
        auto nobody = shareOf();
        nobody.profile.abhaAddress = {};
        QTest::newRow("no ABHA address") << nobody << u"ABDM-9999"_s;
    }
    void whatCannotBeServedIsAnsweredWithAnErrorAndTakesNoNumber()
    {
        QFETCH(abdm::PatientShare, share);
        QFETCH(QString, code);
        ShareDriver d;
        d.scan(share);
        QVERIFY(!d.asked);
        QCOMPARE(d.body()[u"error"][u"code"].toString(), code);
        QVERIFY(!d.body().contains(u"acknowledgement"_s));
        QCOMPARE(d.body()[u"response"][u"requestId"].toString(), request.value());
        QVERIFY(!d.find<flows::NoteShare>());
        d.accept();
        QVERIFY(d.isFinished());
        QVERIFY(!d.find<flows::NoteShare>());
    }

    void theSameCallbackOnceMoreDoesNothing()
    {
        ShareDriver d;
        d.scan(shareOf());
        const int before = d.wishes;
        d.scan(shareOf());
        QVERIFY(!d.asked);
        d.accept();
        d.scan(shareOf());
        QVERIFY(!d.asked);
        QCOMPARE(d.calls.size(), 1);
        QCOMPARE(d.wishes, before + 3); // the end of the one call, and nothing for the repeats
    }

    void eventsInAnyOrderAndNumberAnswerOnce()
    {
        std::mt19937 order(11);
        for (int round = 0; round < 500; ++round) {
            ShareDriver d;
            for (int turn = 0; turn < 12; ++turn)
                switch (order() % 5) {
                case 0:
                    d.scan(shareOf());
                    break;
                case 1:
                    d.accept();
                    break;
                case 2:
                    d.refuse(u"ABDM-1006"_s);
                    break;
                case 3:
                    d.apply(flows::Woken{});
                    break;
                default:
                    d.apply(flows::CallDelayed{d.key(), u"NOT-SENT"_s, 1, noon + 1s, true});
                }
            QVERIFY(d.calls.size() <= 1);
        }
    }

    void aRefusedAnswerIsShownToTheDesk_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("noted");
        QTest::newRow("refused") << u"ABDM-1006"_s << u"ABDM-1006"_s;
        QTest::newRow("courier gave up") << u"NOT-SENT"_s << u"NOT-SENT"_s;
        QTest::newRow("had it before") << u"ABDM-1113"_s << u"ok"_s;
    }
    void aRefusedAnswerIsShownToTheDesk()
    {
        QFETCH(QString, code);
        ShareDriver d;
        d.scan(shareOf());
        d.refuse(code);
        QVERIFY(d.isFinished());
        QTEST(d.find<flows::NoteShare>()->answerCode, "noted");
    }

    void aCallbackWithoutItsIdIsKeptButNotAnswered()
    {
        ShareDriver d;
        d.scan(shareOf(), RequestId(u"body:ab12"_s));
        QVERIFY(d.asked);
        QVERIFY(d.find<flows::NoteShare>());
        QVERIFY(d.calls.isEmpty());
        QVERIFY(d.isFinished());
    }

    void aLinkTokenThatCameAlongIsKept_data()
    {
        QTest::addColumn<QByteArray>("token");
        QTest::addColumn<bool>("kept");
        QTest::newRow("living") << linkTokenJwt(noon + 24h * 180) << true;
        QTest::newRow("dead") << linkTokenJwt(noon - 1s) << false;
        QTest::newRow("unreadable") << QByteArray("abc") << false;
        QTest::newRow("none") << QByteArray() << false;
    }
    void aLinkTokenThatCameAlongIsKept()
    {
        QFETCH(QByteArray, token);
        QFETCH(bool, kept);
        auto share = shareOf();
        share.linkToken = token;
        ShareDriver d;
        d.scan(share);
        const auto *saved = d.find<flows::SaveLinkToken>();
        QCOMPARE(saved != nullptr, kept);
        if (kept) {
            QCOMPARE(saved->address.value(), u"asha.verma1990@sbx"_s);
            QCOMPARE(saved->expiresAt, noon + 24h * 180);
        }
        QCOMPARE(d.calls.size(), 1);
    }

    void theRunningNumberIsTold()
    {
        ShareDriver d(flow_kind::runningToken);
        const flows::CallbackArrived event{
            CallbackKind::RunningTokenStatus, abdm::RunningTokenStatus{u"OPD1"_s}, request, {}};
        QCOMPARE(flows::needs(flow_kind::runningToken, d.state, event).queueOf, u"OPD1"_s);
        d.facts.queue = Facts::QueueStanding{38, 4};
        d.apply(event);
        QCOMPARE(d.operation(), abdm::operation::runningTokenOnStatus.toString());
        QCOMPARE(d.body()[u"token"],
            QJsonValue(QJsonObject{{u"hipId"_s, u"IN0710000123"_s}, {u"context"_s, u"OPD1"_s},
                {u"runningTokenNumber"_s, u"38"_s}, {u"averageTokenServiceTimeInMinutes"_s, 4}}));
        d.accept();
        QVERIFY(d.isFinished());
    }

    void withoutANumberTodayItSaysSo()
    {
        ShareDriver d(flow_kind::runningToken);
        d.apply(
            flows::CallbackArrived{CallbackKind::RunningTokenStatus, abdm::RunningTokenStatus{u"OPD1"_s}, request, {}});
        QCOMPARE(d.body()[u"error"][u"code"].toString(), u"ABDM-1031"_s);
        QVERIFY(!d.body().contains(u"token"_s));
    }

    void everyCallbackIsAConversationOfItsOwn()
    {
        const auto share = flows::route(CallbackKind::PatientShare, shareOf(), request, {});
        QCOMPARE(share.flowKind, flow_kind::share.toString());
        QCOMPARE(share.flowKey, request.value());
        QCOMPARE(share.firstState, flows::shareStart());
        const auto status = flows::route(CallbackKind::RunningTokenStatus, abdm::RunningTokenStatus{}, request, {});
        QCOMPARE(status.flowKind, flow_kind::runningToken.toString());
        // A body that was parsed for another path belongs to nobody.
        QCOMPARE(int(flows::route(CallbackKind::PatientShare, abdm::RunningTokenStatus{}, request, {}).to),
            int(flows::Route::To::Park));
    }
};

QTEST_GUILESS_MAIN(TstShare)
#include "tst_share.moc"
