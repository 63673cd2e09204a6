#include "abdm/abha/meaning.h"
#include "abdm/abha/service.h"
#include "crypto/identifier_cipher.h"
#include "crypto/tls_identity.h"
#include "support/manual_clock.h"
#include "support/seeded_random.h"
#include "support/tls_peer.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace nadi;
using namespace nadi::abdm;
using namespace nadi::abdm::abha;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using test::PeerReply;
using test::PeerRequest;

namespace
{
const QByteArray sessionPath = "/api/hiecm/gateway/v3/sessions";
const QByteArray keyPath = "/abha/api/v3/profile/public/certificate";
const QByteArray otpPath = "/abha/api/v3/enrollment/request/otp";
const QByteArray enrolPath = "/abha/api/v3/enrollment/enrol/byAadhaar";
const QByteArray verifyPath = "/abha/api/v3/profile/login/verify";
const QByteArray badLogin = "{\"loginId\":\"Invalid LoginId\"}";
const QByteArray badSession = "{\"code\":\"900901\",\"message\":\"Invalid Credentials\"}";
const QByteArray otpSent = "{\"txnId\":\"t1\",\"message\":\"OTP sent to ******3210\"}";

template <class T>
Answer<T> waitFor(QFuture<Answer<T>> future)
{
    [&] { QTRY_VERIFY_WITH_TIMEOUT(future.isFinished(), 20'000); }();
    return future.isFinished() && future.resultCount() ? future.result() : tl::unexpected(Refusal{});
}

QByteArray keyAnswer(int generation)
{
    const auto key = QByteArray("key-" + QByteArray::number(generation)).toBase64();
    return "{\"publicKey\":\"" + key + "\",\"encryptionAlgorithm\":\"RSA/ECB/OAEPWithSHA-1AndMGF1Padding\"}";
}

/// Says which key and which text it was given; the real one has a test of its own.
Result<QByteArray> visibleCipher(QByteArrayView spki, const Secret &plain)
{
    return "sealed(" + spki.toByteArray() + "," + plain.reveal() + ")";
}
}

class TestAbhaService : public QObject
{
    Q_OBJECT

    crypto::PemIdentity identity;
    test::ManualClock clock;
    test::SeededRandom random{11};
    RandomIdSource ids{random};
    std::unique_ptr<test::TlsPeer> peer;
    std::unique_ptr<AbhaService> service;
    int sessions = 0;
    int key = 1;
    std::function<PeerReply(const PeerRequest &)> behave;

    void start(std::chrono::milliseconds timeout = 10s, const QString &benefit = {})
    {
        GatewayConfig gateway;
        gateway.baseUrl = peer->url();
        gateway.cmId = u"sbx"_s;
        gateway.clientId = u"SBXID_000001"_s;
        gateway.clientSecret = Secret("secret");
        gateway.caPem = identity.issuerPem;
        gateway.timeout = timeout;
        const auto base = peer->url().toString();
        service = std::make_unique<AbhaService>(
            AbhaConfig{QUrl(base + u"/abha/api"_s), QUrl(base + u"/abha/api/v3/phr/web"_s), u"sbx"_s, benefit}, gateway,
            visibleCipher, clock, ids);
    }

    PeerReply answer(const PeerRequest &request)
    {
        if (request.path == sessionPath)
            return {
                200, "{\"accessToken\":\"session-" + QByteArray::number(++sessions) + "\",\"expiresIn\":1200}", {}, {}};
        if (request.path == keyPath)
            return {200, keyAnswer(key), {}, {}};
        return behave(request);
    }

    QList<PeerRequest> to(const QByteArray &path) const
    {
        QList<PeerRequest> out;
        for (const auto &request : peer->requests())
            if (request.path == path)
                out.append(request);
        return out;
    }
    static QJsonObject bodyOf(const PeerRequest &request) { return QJsonDocument::fromJson(request.body).object(); }
    Answer<OtpSent> askOtp() { return waitFor(service->requestEnrolmentOtp(Secret("999941057058"), {})); }
    static UserToken token() { return {Secret("x-token"), Secret("r-token"), 1800s}; }

private Q_SLOTS:
    void initTestCase()
    {
        const auto made = crypto::makeServerIdentity({u"localhost"_s, u"127.0.0.1"_s}, SystemClock().now(), 2);
        QVERIFY(made);
        identity = *made;
    }

    void init()
    {
        sessions = 0;
        key = 1;
        behave = [](const PeerRequest &) { return PeerReply{200, otpSent, {}, {}}; };
        peer = std::make_unique<test::TlsPeer>(
            identity.certificatePem, identity.keyPem, [this](const PeerRequest &request) { return answer(request); });
        start();
    }

    void cleanup()
    {
        service.reset();
        peer.reset();
    }

    void detailsGoUnderTheProgrammesName()
    {
        start(10s, u"healthid"_s);
        behave = [](const PeerRequest &) { return PeerReply{401, "{\"message\":\"Invalid Benefit Name\"}", {}, {}}; };
        const Demographics person{
            u"Asha Verma"_s, Gender::Female, BirthDate{1990, 6, 26}, u"27"_s, u"490"_s, {}, {}, u"411001"_s};
        const auto refused = waitFor(service->enrolByDemographics(
            Secret("999941057058"), person, ConsentVersion{u"abha-enrollment"_s, u"1.4"_s}));
        QVERIFY(!refused);
        QVERIFY(meaningOf(refused.error()) == Meaning::NotForUs);
        const auto sent = to("/abha/api/v3/enrollment/enrol/byAadhaar").value(0);
        QCOMPARE(sent.headers["benefit-name"], "healthid");
        const auto details = bodyOf(sent)[u"authData"][u"demo_auth"].toObject();
        QCOMPARE(details[u"dateOfBirth"].toString(), u"26-06-1990"_s);
        QCOMPARE(details[u"pincode"].toString(), u"411001"_s);
        QVERIFY(!details.contains(u"mobile"_s) && !details.contains(u"address"_s));
        QCOMPARE(details[u"aadhaarNumber"].toString(), u"sealed(key-1,999941057058)"_s);
    }

    void anIdentifierLeavesEncryptedWithTheCommonHeaders()
    {
        const auto sent = askOtp();
        QVERIFY(sent);
        QCOMPARE(sent->transaction, u"t1"_s);
        QCOMPARE(sent->message, u"OTP sent to ******3210"_s);
        const auto request = to(otpPath).value(0);
        QCOMPARE(bodyOf(request)[u"loginId"].toString(), u"sealed(key-1,999941057058)"_s);
        QCOMPARE(bodyOf(request)[u"txnId"].toString(), QString());
        QCOMPARE(request.headers["authorization"], "Bearer session-1");
        QCOMPARE(request.headers["timestamp"], clock.now().toIso().toLatin1());
        QCOMPARE(request.headers["request-id"].size(), 36);
        QCOMPARE(request.headers["x-cm-id"], "sbx");
        QVERIFY(!request.headers.contains("benefit-name"));
    }

    void theKeyIsFetchedOnceForHours()
    {
        for (int i = 0; i < 3; ++i)
            QVERIFY(askOtp());
        QCOMPARE(peer->count(keyPath), 1);
        clock.advance(6h);
        QVERIFY(askOtp());
        QCOMPARE(peer->count(keyPath), 2);
    }

    void aKeyThatWasReplacedIsFetchedAgainOnce()
    {
        QVERIFY(askOtp());
        key = 2;
        behave = [](const PeerRequest &request) {
            return request.body.contains("key-2") ? PeerReply{200, otpSent, {}, {}} : PeerReply{400, badLogin, {}, {}};
        };
        QVERIFY(askOtp());
        QCOMPARE(to(otpPath).size(), 3);
        QVERIFY(to(otpPath)[1].headers["request-id"] != to(otpPath)[2].headers["request-id"]);
    }

    void aNumberThatTheServiceDoesNotTakeIsRefusedAfterOneMoreTry()
    {
        behave = [](const PeerRequest &) { return PeerReply{400, badLogin, {}, {}}; };
        const auto refused = askOtp();
        QCOMPARE(refused.error().code, u"FIELD-loginId"_s);
        QCOMPARE(refused.error().field, u"loginId"_s);
        QCOMPARE(to(otpPath).size(), 2);
        QCOMPARE(peer->count(keyPath), 2);
    }

    void aSessionThatEndedIsRenewedOnce()
    {
        behave = [](const PeerRequest &request) {
            return request.headers["authorization"] == "Bearer session-2" ? PeerReply{200, otpSent, {}, {}}
                                                                          : PeerReply{401, badSession, {}, {}};
        };
        QVERIFY(askOtp());
        QCOMPARE(sessions, 2);
        behave = [](const PeerRequest &) { return PeerReply{401, badSession, {}, {}}; };
        const auto refused = askOtp();
        QCOMPARE(refused.error().code, u"900901"_s);
        QCOMPARE(refused.error().kind, ErrorKind::Refused);
        QCOMPARE(sessions, 3);
    }

    void anOtpIsSentOnceWhateverHappens_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<int>("fate");
        QTest::newRow("dropped after reading") << 200 << int(PeerReply::Fate::Drop);
        QTest::newRow("silence") << 200 << int(PeerReply::Fate::Silence);
        QTest::newRow("key refused") << 400 << int(PeerReply::Fate::Answer);
        QTest::newRow("broken") << 500 << int(PeerReply::Fate::Answer);
    }
    void anOtpIsSentOnceWhateverHappens()
    {
        QFETCH(int, status);
        QFETCH(int, fate);
        start(1s);
        behave = [&](const PeerRequest &) {
            return PeerReply{status, "{\"otpValue\":\"Invalid OTP Value\"}", {}, PeerReply::Fate(fate)};
        };
        const auto enrolled = waitFor(
            service->enrolByAadhaar(u"t1"_s, Secret("123456"), u"9876543210"_s, {u"abha-enrollment"_s, u"1.4"_s}));
        QVERIFY(!enrolled);
        QCOMPARE(to(enrolPath).size(), 1);
        if (PeerReply::Fate(fate) != PeerReply::Fate::Answer) {
            QCOMPARE(enrolled.error().kind, ErrorKind::Timeout);
            QCOMPARE(enrolled.error().code, u"NO-ANSWER"_s);
        }
    }

    void anEnrolmentCarriesMobileAndConsentInClear()
    {
        waitFor(service->enrolByAadhaar(u"t1"_s, Secret("123456"), u"9876543210"_s, {u"abha-enrollment"_s, u"1.4"_s}));
        const auto body = bodyOf(to(enrolPath).value(0));
        QCOMPARE(body[u"authData"][u"otp"][u"otpValue"], u"sealed(key-1,123456)"_s);
        QCOMPARE(body[u"authData"][u"otp"][u"mobile"], u"9876543210"_s);
        QCOMPARE(body[u"consent"][u"version"], u"1.4"_s);
        QCOMPARE(body[u"authData"][u"authMethods"], QJsonArray{u"otp"_s});
    }

    void tokensTravelInTheirOwnHeaders()
    {
        behave = [](const PeerRequest &) { return PeerReply{200, "{}", {}, {}}; };
        const auto header = [&](const char *path, const char *name) { return to(path).value(0).headers[name]; };
        waitFor(service->profile(token(), AbhaService::TokenOf::AbhaNumber));
        QCOMPARE(header("/abha/api/v3/profile/account", "x-token"), "Bearer x-token");
        waitFor(service->profile(token(), AbhaService::TokenOf::AbhaAddress));
        QCOMPARE(header("/abha/api/v3/phr/web/login/profile/abha-profile", "x-token"), "Bearer x-token");
        waitFor(service->refresh(token()));
        QCOMPARE(header("/abha/api/v3/profile/account/request/token", "r-token"), "Bearer r-token");
        waitFor(
            service->chooseAccount({Secret("t-token"), 300s}, u"t"_s, AbhaNumber::parse(u"91-4002-5177-3000").value()));
        QCOMPARE(header("/abha/api/v3/profile/login/verify/user", "t-token"), "Bearer t-token");
        waitFor(service->suggestions(u"t9"_s));
        QCOMPARE(header("/abha/api/v3/enrollment/enrol/suggestion", "transaction_id"), "t9");
        waitFor(service->logOut(token()));
        QCOMPARE(header("/abha/api/v3/profile/account/request/logout", "x-token"), "Bearer x-token");
        start(10s, u"healthid"_s);
        waitFor(service->suggestions(u"t9"_s));
        QCOMPARE(to("/abha/api/v3/enrollment/enrol/suggestion").value(1).headers["benefit-name"], "healthid");
    }

    void aCardIsFetchedAsBytes()
    {
        const QByteArray png("\x89PNG\r\n\x1a\nrest");
        behave = [&](const PeerRequest &) { return PeerReply{202, png, "Content-Type: image/png\r\n", {}}; };
        QCOMPARE(waitFor(service->card(token(), AbhaService::TokenOf::AbhaNumber)).value(), png);
        behave = [&](const PeerRequest &) { return PeerReply{401, {}, {}, {}}; };
        QCOMPARE(waitFor(service->card(token(), AbhaService::TokenOf::AbhaAddress)).error().code, u"HTTP-401"_s);
    }

    void aFailureWithStatus200IsAFailure()
    {
        behave = [](const PeerRequest &) {
            return PeerReply{200, "{\"authResult\":\"failed\",\"message\":\"OTP expired, please try again\"}", {}, {}};
        };
        const auto refused
            = waitFor(service->verifyLoginOtp(LoginHint::AbhaNumber, OtpSystem::Abdm, u"t"_s, Secret("123456")));
        QCOMPARE(refused.error().code, u"AUTH-FAILED"_s);
        QCOMPARE(to(verifyPath).size(), 1);
    }

    void noConnectionIsToldFromNoAnswer()
    {
        peer.reset();
        QCOMPARE(askOtp().error().kind, ErrorKind::Unavailable);
    }

    void aWrongClientSecretNamesTheSession()
    {
        auto first = std::move(peer);
        service.reset();
        peer = std::make_unique<test::TlsPeer>(identity.certificatePem, identity.keyPem,
            [](const PeerRequest &) { return PeerReply{401, badSession, {}, {}}; });
        start();
        QCOMPARE(askOtp().error().code, u"900901"_s);
        QVERIFY(to(otpPath).isEmpty());
    }

    void goingAwayEndsEveryCall()
    {
        behave = [](const PeerRequest &) { return PeerReply{200, {}, {}, PeerReply::Fate::Silence}; };
        auto future = service->requestEnrolmentOtp(Secret("999941057058"), {});
        QTRY_COMPARE(to(otpPath).size(), 1);
        service.reset();
        QVERIFY(future.isFinished());
    }
};

QTEST_GUILESS_MAIN(TestAbhaService)
#include "tst_abha_service.moc"
