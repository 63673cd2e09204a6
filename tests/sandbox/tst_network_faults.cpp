#include "sandbox/faults.h"
#include "sandbox_bench.h"

using namespace nadi;
using namespace nadi::abdm;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using test::SandboxBench;
namespace op = nadi::abdm::operation;

namespace
{
sandbox::Faults rule(const char *at, const char *match, const char *act, int times = 1)
{
    const QJsonObject row{{u"at"_s, QLatin1String(at)}, {u"match"_s, QLatin1String(match)},
        {u"do"_s, QLatin1String(act)}, {u"times"_s, times}};
    return sandbox::Faults(QJsonObject{{u"rules"_s, QJsonArray{row}}});
}

const QByteArray tokenPath = "/api/v3/hip/token/on-generate-token";
}

class TestNetworkFaults : public QObject
{
    Q_OBJECT

    std::unique_ptr<SandboxBench> bench;

    CallAnswer askForToken() { return bench->call(op::generateToken, SandboxBench::tokenCall().body()); }
    int tokenRequests() { return bench->effect(u"token-request:IN0710000123|asha.kulkarni@sbx"_s); }

private Q_SLOTS:
    void init()
    {
        bench = std::make_unique<SandboxBench>();
        bench->setUpBridge();
    }
    void cleanup() { bench.reset(); }

    void aDropAfterTheEffectIsUnknownAndHappenedOnce()
    {
        bench->network().faults = rule("call", "generate-token", "drop-after");
        QVERIFY(askForToken().outcome == CallOutcome::Unknown);
        QVERIFY(bench->parsed<OnGenerateToken>(bench->callback(tokenPath)).error == std::nullopt);
        QCOMPARE(tokenRequests(), 1);
    }

    void aDropBeforeTheEffectLeavesNone()
    {
        bench->network().faults = rule("call", "generate-token", "drop-before");
        QVERIFY(askForToken().outcome == CallOutcome::Unknown);
        QCOMPARE(tokenRequests(), 0);
        QVERIFY(askForToken().outcome == CallOutcome::Accepted);
    }

    void overloadIsAnsweredWithItsCode_data()
    {
        QTest::addColumn<QByteArray>("act");
        QTest::addColumn<QString>("code");
        QTest::newRow("429") << QByteArray("429") << u"ABDM-1022"_s;
        QTest::newRow("500") << QByteArray("500") << u"ABDM-1024"_s;
        QTest::newRow("503") << QByteArray("503") << u"ABDM-1024"_s;
    }
    void overloadIsAnsweredWithItsCode()
    {
        QFETCH(QByteArray, act);
        QFETCH(QString, code);
        bench->network().faults = rule("call", "generate-token", act.constData());
        const auto answer = askForToken();
        QCOMPARE(answer.refusal.httpStatus, act.toInt());
        QCOMPARE(answer.refusal.code, code);
        QVERIFY(classify(answer.refusal, op::generateToken) == RefusalClass::Retry);
        QCOMPARE(answer.retryAfter == 1s, act == "429");
        QVERIFY(askForToken().outcome == CallOutcome::Accepted);
    }

    void aRepeatCarriesTheSameRequestId()
    {
        bench->network().faults = rule("callback", "on-generate-token", "twice");
        askForToken();
        QCOMPARE(
            bench->callback(tokenPath, 1).headers["request-id"], bench->callback(tokenPath, 0).headers["request-id"]);
    }

    void aRepeatByContentHasItsOwnRequestId()
    {
        bench->network().faults = rule("callback", "on-generate-token", "again");
        askForToken();
        QVERIFY(
            bench->callback(tokenPath, 1).headers["request-id"] != bench->callback(tokenPath, 0).headers["request-id"]);
        QCOMPARE(bench->callback(tokenPath, 1).body, bench->callback(tokenPath, 0).body);
    }

    void aLostCallbackIsOnlyInTheLog()
    {
        bench->network().faults = rule("callback", "on-generate-token", "lost");
        QVERIFY(askForToken().outcome == CallOutcome::Accepted);
        QCOMPARE(bench->network().callbacks.log().last()[u"outcome"].toString(), u"lost"_s);
        QCOMPARE(bench->listener->count(tokenPath), 0);
    }

    void oddTimestampsAreReadable()
    {
        bench->network().faults = rule("callback", "on-generate-token", "odd-time");
        askForToken();
        const auto stamp = bench->callback(tokenPath).headers["timestamp"];
        QVERIFY(!stamp.endsWith('Z') && stamp.size() == 29);
        QCOMPARE(*UtcTime::parse(QString::fromLatin1(stamp)), bench->clock.now());
    }

    void badSignatureComesBeforeTheGoodOne()
    {
        bench->network().faults = rule("callback", "on-generate-token", "bad-signature");
        askForToken();
        bench->callback(tokenPath, 1);
        QSet<QByteArray> tokens;
        for (int i = 0; i < 2; ++i)
            tokens.insert(bench->callback(tokenPath, i).headers["authorization"]);
        QCOMPARE(tokens.size(), 2);
    }

    void keysRotateAndBothAreInTheSet()
    {
        askForToken();
        const auto before = bench->callback(tokenPath).headers["authorization"].mid(7);
        QVERIFY(bench->network().tokens->rotate());
        bench->clock.advance(10min);
        askForToken();
        const auto after = bench->callback(tokenPath, 1).headers["authorization"].mid(7);
        const auto set = crypto::KeySet::parse(bench->network().tokens->keySet());
        QVERIFY(set);
        const QSet<crypto::JwtAlgorithm> allowed{crypto::JwtAlgorithm::RS256};
        QVERIFY(*crypto::jwtKid(before, allowed) != *crypto::jwtKid(after, allowed));
        QVERIFY(crypto::verifyJwt(before, *set, allowed, bench->clock.now()));
        QVERIFY(crypto::verifyJwt(after, *set, allowed, bench->clock.now()));
    }

    void aBridgeThatFailsIsTriedAgainWithTheSameRequestId()
    {
        bench->callbackStatus = 503;
        askForToken();
        const auto first = bench->callback(tokenPath).headers["request-id"];
        bench->callbackStatus = 202;
        QCOMPARE(bench->callback(tokenPath, 1).headers["request-id"], first);
    }

    void aRevokedSessionIsRenewed()
    {
        bench->network().tokens->expireSessions();
        QVERIFY(askForToken().outcome == CallOutcome::Accepted);
    }

    void aConsentThatIsNotAcknowledgedInTimeBringsNoData()
    {
        sandbox::NetworkOptions options;
        options.timerPercent = 1; // 600 ms
        bench = std::make_unique<SandboxBench>(options);
        bench->setUpBridge();
        const auto token = bench->linkToken();
        QVERIFY(bench->accepted(op::linkCareContext, SandboxBench::linkCall().body(), token));
        const auto consents = [this] { return bench->network().consents.of(u"asha.kulkarni@sbx"_s); };
        QTRY_COMPARE(consents()[0][u"answer"].toString(), u"not acknowledged in time"_s);
        const auto request = bench->callback("/api/v3/consent/request/hip/notify");
        const ConsentOnNotify late{ConsentId(consents()[0][u"id"].toString()),
            RequestId(QString::fromLatin1(request.headers["request-id"])), std::nullopt};
        QVERIFY(bench->accepted(op::consentOnNotify, late.body()));
        QVERIFY(bench->network().dataFlow.transfersOf(u"asha.kulkarni@sbx"_s).isEmpty());
    }

    void theSameSeedGivesTheSameFaults()
    {
        auto a = sandbox::Faults::mixed(11);
        auto b = sandbox::Faults::mixed(11);
        auto c = sandbox::Faults::mixed(12);
        QString first, second, other;
        for (int i = 0; i < 200; ++i) {
            const auto tell = [](const sandbox::CallbackFate &f) {
                return u"%1%2%3%4"_s.arg(f.lost).arg(f.copies).arg(f.badSignatureFirst).arg(f.extraDelay.count());
            };
            first += tell(a.forCallback(u"/x"_s));
            second += tell(b.forCallback(u"/x"_s));
            other += tell(c.forCallback(u"/x"_s));
        }
        QCOMPARE(first, second);
        QVERIFY(first != other);
    }

    void linksAndTokensSurviveInTheStateFile()
    {
        const auto token = bench->linkToken();
        QVERIFY(bench->accepted(op::linkCareContext, SandboxBench::linkCall().body(), token));
        QVERIFY(bench->box->save());
        QFile file(bench->stateFile());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto saved = QJsonDocument::fromJson(file.readAll()).object();
        SandboxBench next;
        next.network().restore(saved);
        QCOMPARE(next.network().app.links().size(), 1);
        QVERIFY(next.network().tokens->linkGrant(token));
        QVERIFY(next.network().registry.serves(u"SBXID_000001"_s, u"IN0710000123"_s));
    }
};

QTEST_GUILESS_MAIN(TestNetworkFaults)
#include "tst_network_faults.moc"
