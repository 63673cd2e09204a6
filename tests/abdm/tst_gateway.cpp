#include "abdm/calls.h"
#include "abdm/gateway.h"
#include "crypto/tls_identity.h"
#include "support/manual_clock.h"
#include "support/seeded_random.h"
#include "support/tls_peer.h"

#include <QFutureWatcher>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTest>

using namespace nadi;
using namespace nadi::abdm;
using namespace std::chrono_literals;
using test::PeerReply;
using test::PeerRequest;

namespace
{
const QByteArray sessionPath = "/api/hiecm/gateway/v3/sessions";
const QByteArray linkPath = "/api/hiecm/hip/v3/link/carecontext";
const FacilityId hip(QStringLiteral("IN0710000123"));

bool isUuid(const QByteArray &text)
{
    return text.size() == 36 && !QUuid::fromString(QString::fromLatin1(text)).isNull();
}

template <class T>
T waitFor(QFuture<T> future)
{
    [&] { QTRY_VERIFY_WITH_TIMEOUT(future.isFinished(), 20'000); }();
    return future.isFinished() ? future.result() : T();
}
}

class TestGateway : public QObject
{
    Q_OBJECT

    crypto::PemIdentity identity;
    test::ManualClock clock;
    test::SeededRandom random{7};
    RandomIdSource ids{random};
    std::unique_ptr<test::TlsPeer> peer;
    std::unique_ptr<Gateway> gateway;
    int sessions = 0;
    std::function<PeerReply(const PeerRequest &)> behave;

    PeerReply session()
    {
        ++sessions;
        return {202, "{\"accessToken\":\"token-" + QByteArray::number(sessions) + "\",\"expiresIn\":1200}", {}, {}};
    }

    void start(std::chrono::milliseconds timeout = 10s)
    {
        GatewayConfig config;
        config.baseUrl = peer->url();
        config.registryUrl = QUrl(peer->url().toString() + QStringLiteral("/v4/int"));
        config.cmId = QStringLiteral("sbx");
        config.clientId = QStringLiteral("SBXID_000001");
        config.clientSecret = Secret("secret");
        config.caPem = identity.issuerPem;
        config.timeout = timeout;
        gateway = std::make_unique<Gateway>(config, clock, ids);
    }

    OutgoingCall link()
    {
        return {operation::linkCareContext.toString(), hip, ids.next<RequestId>(),
            QJsonObject{{QStringLiteral("abhaAddress"), QStringLiteral("asha@sbx")}}, Secret("link-token")};
    }

    CallAnswer sendLink() { return waitFor(gateway->send(link())); }

private Q_SLOTS:
    void initTestCase()
    {
        const auto made = crypto::makeServerIdentity(
            {QStringLiteral("localhost"), QStringLiteral("127.0.0.1")}, SystemClock().now(), 2);
        QVERIFY(made);
        identity = *made;
    }

    void init()
    {
        sessions = 0;
        behave = [](const PeerRequest &) { return PeerReply{}; };
        peer = std::make_unique<test::TlsPeer>(identity.certificatePem, identity.keyPem,
            [this](const PeerRequest &request) { return request.path == sessionPath ? session() : behave(request); });
        start();
    }

    void cleanup()
    {
        gateway.reset();
        peer.reset();
    }

    void aCallCarriesTheHeadersOfTheContract()
    {
        const auto call = link();
        const auto answer = waitFor(gateway->send(call));
        QVERIFY(answer.outcome == CallOutcome::Accepted);
        QCOMPARE(peer->requests().size(), 2);

        const auto session = peer->requests()[0];
        QCOMPARE(session.method, QByteArray("POST"));
        QVERIFY(!session.headers.contains("authorization"));
        QVERIFY(isUuid(session.headers["request-id"]));
        const auto login = QJsonDocument::fromJson(session.body).object();
        QCOMPARE(login[u"clientId"].toString(), QStringLiteral("SBXID_000001"));
        QCOMPARE(login[u"clientSecret"].toString(), QStringLiteral("secret"));
        QCOMPARE(login[u"grantType"].toString(), QStringLiteral("client_credentials"));

        const auto sent = peer->requests()[1];
        QCOMPARE(sent.path, linkPath);
        QCOMPARE(sent.headers["request-id"], call.request.value().toLatin1());
        QCOMPARE(sent.headers["timestamp"], clock.now().toIso().toLatin1());
        QVERIFY(sent.headers["timestamp"].endsWith('Z') && sent.headers["timestamp"].size() == 24);
        QCOMPARE(sent.headers["x-cm-id"], QByteArray("sbx"));
        QCOMPARE(sent.headers["x-hip-id"], QByteArray("IN0710000123"));
        QCOMPARE(sent.headers["x-link-token"], QByteArray("link-token"));
        QCOMPARE(sent.headers["authorization"], QByteArray("Bearer token-1"));
        QCOMPARE(sent.headers["content-type"], QByteArray("application/json"));
        QCOMPARE(QJsonDocument::fromJson(sent.body).object(), call.body);
    }

    void verbsAndHostsFollowTheEndpointTable()
    {
        const auto call = [this](QStringView operation) {
            return waitFor(gateway->send({operation.toString(), {}, ids.next<RequestId>(), {}, {}})).outcome
                == CallOutcome::Accepted;
        };
        QVERIFY(call(operation::bridgeUrl));
        QVERIFY(call(operation::bridgeServices));
        QVERIFY(call(operation::registerServices));
        const auto &requests = peer->requests();
        QCOMPARE(requests[1].method + ' ' + requests[1].path, QByteArray("PATCH /api/hiecm/gateway/v3/bridge/url"));
        QCOMPARE(requests[2].method + ' ' + requests[2].path, QByteArray("GET /api/hiecm/gateway/v3/bridge-services"));
        QVERIFY(requests[2].body.isEmpty());
        QCOMPARE(requests[3].method + ' ' + requests[3].path,
            QByteArray("POST /v4/int/v1/bridges/MutipleHRPAddUpdateServices"));
        QVERIFY(!requests[3].headers.contains("x-link-token"));
    }

    void twoHundredConcurrentSendsShareOneSession()
    {
        QList<QFuture<CallAnswer>> answers;
        for (int i = 0; i < 200; ++i)
            answers.append(gateway->send(link()));
        for (auto &answer : answers)
            QVERIFY(waitFor(answer).outcome == CallOutcome::Accepted);
        QCOMPARE(sessions, 1);
        QCOMPARE(peer->count(linkPath), 200);
    }

    void sessionIsRenewedAtFourFifthsOfItsLife()
    {
        sendLink();
        clock.advance(959s);
        sendLink();
        QCOMPARE(sessions, 1);
        clock.advance(2s);
        sendLink();
        QCOMPARE(sessions, 2);
        QCOMPARE(peer->requests().last().headers["authorization"], QByteArray("Bearer token-2"));
    }

    void aJumpOfTheWallClockRenewsNothing()
    {
        sendLink();
        clock.jump(24h);
        sendLink();
        QCOMPARE(sessions, 1);
    }

    void anExpiredTokenIsRenewedOnceWithANewRequestId_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("401 of the API manager")
            << 401 << QByteArray("{\"code\":\"900901\",\"message\":\"Invalid Credentials\"}");
        QTest::newRow("401 without a body") << 401 << QByteArray();
        QTest::newRow("900901 inside 400")
            << 400 << QByteArray("{\"code\":\"900901\",\"message\":\"Invalid Credentials\"}");
    }
    void anExpiredTokenIsRenewedOnceWithANewRequestId()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        behave = [&](const PeerRequest &request) {
            return request.headers["authorization"] == "Bearer token-1" ? PeerReply{status, body, {}, {}} : PeerReply{};
        };
        QSignalSpy repeated(gateway.get(), &Gateway::requestRepeated);
        const auto call = link();
        QVERIFY(waitFor(gateway->send(call)).outcome == CallOutcome::Accepted);
        QCOMPARE(sessions, 2);
        QCOMPARE(peer->count(linkPath), 2);
        QCOMPARE(repeated.size(), 1);
        QCOMPARE(repeated[0][0].value<RequestId>(), call.request);
        const auto second = repeated[0][1].value<RequestId>();
        QVERIFY(second != call.request);
        QCOMPARE(peer->requests().last().headers["request-id"], second.value().toLatin1());
    }

    void aTokenThatIsNeverGoodIsRenewedOnlyOnce()
    {
        behave = [](const PeerRequest &) { return PeerReply{401, {}, {}, {}}; };
        const auto answer = sendLink();
        QVERIFY(answer.outcome == CallOutcome::Refused);
        QCOMPARE(answer.refusal.httpStatus, 401);
        QCOMPARE(peer->count(linkPath), 2);
        QCOMPARE(sessions, 2);
    }

    void twoHundredRefusalsCostOneRenewal()
    {
        behave = [](const PeerRequest &request) {
            return PeerReply{request.headers["authorization"] == "Bearer token-1" ? 401 : 202, {}, {}, {}};
        };
        QList<QFuture<CallAnswer>> answers;
        for (int i = 0; i < 200; ++i)
            answers.append(gateway->send(link()));
        for (auto &answer : answers)
            QVERIFY(waitFor(answer).outcome == CallOutcome::Accepted);
        QCOMPARE(sessions, 2);
    }

    void refusalSaysWhy()
    {
        behave = [](const PeerRequest &) {
            return PeerReply{
                400, "[{\"error\":{\"code\":\"ABDM-1037\",\"message\":\"count\"}}]", "Retry-After: 7\r\n", {}};
        };
        const auto answer = sendLink();
        QVERIFY(answer.outcome == CallOutcome::Refused);
        QCOMPARE(answer.refusal.code, QStringLiteral("ABDM-1037"));
        QVERIFY(answer.retryAfter == 7s);
    }

    void skewIsMeasuredFromTheDateHeader()
    {
        behave = [](const PeerRequest &) { return PeerReply{202, {}, "Date: Fri, 20 Nov 2026 18:30:00 GMT\r\n", {}}; };
        clock = test::ManualClock(*UtcTime::parse(u"2026-11-20T18:36:00Z"));
        QVERIFY(sendLink().skew == 6min);
    }

    void retryAfterMayBeADate()
    {
        behave = [](const PeerRequest &) {
            return PeerReply{503, {}, "Retry-After: Fri, 20 Nov 2026 18:30:30 GMT\r\n", {}};
        };
        clock = test::ManualClock(*UtcTime::parse(u"2026-11-20T18:30:00Z"));
        QVERIFY(sendLink().retryAfter == 30s);
    }

    void aRefusedConnectionIsNotSent()
    {
        peer.reset();
        const auto answer = sendLink();
        QVERIFY(answer.outcome == CallOutcome::NotSent);
    }

    void aConnectionDroppedAfterTheRequestIsUnknownAndNotSentAgain()
    {
        sendLink(); // the session is there, and a connection to reuse
        behave = [](const PeerRequest &) { return PeerReply{0, {}, {}, PeerReply::Fate::Drop}; };
        const auto before = peer->count(linkPath);
        QVERIFY(sendLink().outcome == CallOutcome::Unknown);
        QCOMPARE(peer->count(linkPath), before + 1);
        // On a new connection too: the network stack has its own idea of retrying.
        QVERIFY(sendLink().outcome == CallOutcome::Unknown);
        QCOMPARE(peer->count(linkPath), before + 2);
    }

    void aReadThatIsDroppedIsNotSentAgainEither()
    {
        behave = [](const PeerRequest &) { return PeerReply{0, {}, {}, PeerReply::Fate::Drop}; };
        const auto answer
            = waitFor(gateway->send({operation::bridgeServices.toString(), {}, ids.next<RequestId>(), {}, {}}));
        // Both are true of a read: it has no effect.
        QVERIFY(answer.outcome == CallOutcome::Unknown || answer.outcome == CallOutcome::NotSent);
        QCOMPARE(peer->count("/api/hiecm/gateway/v3/bridge-services"), 1);
    }

    void aSilentPeerTimesOutAsUnknown()
    {
        start(300ms);
        behave = [](const PeerRequest &) { return PeerReply{0, {}, {}, PeerReply::Fate::Silence}; };
        QElapsedTimer elapsed;
        elapsed.start();
        QVERIFY(sendLink().outcome == CallOutcome::Unknown);
        QVERIFY(elapsed.elapsed() < 30'000);
    }

    void aPeerThatNeverShakesHandsIsNotSent()
    {
        QTcpServer hole;
        QVERIFY(hole.listen(QHostAddress::LocalHost));
        GatewayConfig config;
        config.baseUrl = QUrl(QStringLiteral("https://localhost:%1").arg(hole.serverPort()));
        config.timeout = 300ms;
        gateway = std::make_unique<Gateway>(config, clock, ids);
        QVERIFY(sendLink().outcome == CallOutcome::NotSent);
    }

    void anUntrustedCertificateIsNotSent()
    {
        const auto other = crypto::makeServerIdentity({QStringLiteral("localhost")}, SystemClock().now(), 2);
        QVERIFY(other);
        std::swap(identity.issuerPem, const_cast<QByteArray &>(other->issuerPem));
        start();
        std::swap(identity.issuerPem, const_cast<QByteArray &>(other->issuerPem));
        QVERIFY(sendLink().outcome == CallOutcome::NotSent);
        QVERIFY(peer->requests().isEmpty());
    }

    void aRedirectIsNotFollowed()
    {
        behave = [this](const PeerRequest &) {
            return PeerReply{302, {}, "Location: " + peer->url().toEncoded() + "/elsewhere\r\n", {}};
        };
        const auto answer = sendLink();
        QVERIFY(answer.outcome == CallOutcome::Refused);
        QCOMPARE(answer.refusal.code, QStringLiteral("HTTP-302"));
        QCOMPARE(peer->count("/elsewhere"), 0);
    }

    void anAnswerOverOneMegabyteIsCutOff()
    {
        behave = [](const PeerRequest &) { return PeerReply{200, QByteArray(1024 * 1024 + 1, 'x'), {}, {}}; };
        QVERIFY(sendLink().outcome == CallOutcome::Unknown);
        behave = [](const PeerRequest &) { return PeerReply{200, QByteArray(1024 * 1024, 'x'), {}, {}}; };
        QVERIFY(sendLink().outcome == CallOutcome::Accepted);
    }

    void withoutASessionTheCallIsNotSent()
    {
        peer = std::make_unique<test::TlsPeer>(identity.certificatePem, identity.keyPem,
            [](const PeerRequest &) { return PeerReply{401, "{\"code\":\"900901\",\"message\":\"x\"}", {}, {}}; });
        start();
        const auto answer = sendLink();
        QVERIFY(answer.outcome == CallOutcome::NotSent);
        QCOMPARE(answer.refusal.code, QStringLiteral("900901"));
        QCOMPARE(peer->count(linkPath), 0);
    }

    void keysAreFetchedWithAndWithoutTheSession()
    {
        behave = [](const PeerRequest &) { return PeerReply{200, "{\"keys\":[]}", {}, {}}; };
        auto url = peer->url();
        url.setPath(QStringLiteral("/certs"));
        const auto open = waitFor(gateway->fetchKeys(url, Auth::None));
        QVERIFY(open);
        QCOMPARE(*open, QByteArray("{\"keys\":[]}"));
        QCOMPARE(sessions, 0);
        QVERIFY(!peer->requests().last().headers.contains("authorization"));
        QVERIFY(waitFor(gateway->fetchKeys(url, Auth::Session)));
        QCOMPARE(peer->requests().last().headers["authorization"], QByteArray("Bearer token-1"));
        behave = [](const PeerRequest &) { return PeerReply{404, {}, {}, {}}; };
        const auto refused = waitFor(gateway->fetchKeys(url, Auth::None));
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, QStringLiteral("GW-KEYS"));
    }

    void aSessionForAPushIsNeverTheCachedOne()
    {
        sendLink();
        const auto push = waitFor(gateway->sessionForPush());
        QVERIFY(push);
        QCOMPARE(push->reveal(), QByteArray("token-2"));
        sendLink();
        QCOMPARE(peer->requests().last().headers["authorization"], QByteArray("Bearer token-1"));
    }

    void callsInFlightEndWhenTheGatewayGoes()
    {
        sendLink();
        behave = [](const PeerRequest &) { return PeerReply{0, {}, {}, PeerReply::Fate::Silence}; };
        auto answer = gateway->send(link());
        QTRY_COMPARE(peer->count(linkPath), 2);
        gateway.reset();
        QVERIFY(answer.isFinished());
        QVERIFY(answer.result().outcome == CallOutcome::Unknown);
    }

    void aSessionInFlightEndsWhenTheGatewayGoes()
    {
        peer = std::make_unique<test::TlsPeer>(identity.certificatePem, identity.keyPem,
            [](const PeerRequest &) { return PeerReply{0, {}, {}, PeerReply::Fate::Silence}; });
        start();
        auto answer = gateway->send(link());
        QTRY_COMPARE(peer->count(sessionPath), 1);
        gateway.reset();
        QVERIFY(answer.isFinished());
        QVERIFY(answer.result().outcome == CallOutcome::NotSent);
    }
};

QTEST_GUILESS_MAIN(TestGateway)
#include "tst_gateway.moc"
