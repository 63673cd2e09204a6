#include "sandbox_bench.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSslConfiguration>

using namespace nadi;
using namespace nadi::abdm;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using test::PeerRequest;
using test::SandboxBench;
namespace op = nadi::abdm::operation;

namespace
{
const QByteArray tokenPath = "/api/v3/hip/token/on-generate-token";
const QByteArray linkedPath = "/api/v3/link/on_carecontext";
const QByteArray consentPath = "/api/v3/consent/request/hip/notify";
const QByteArray dataPath = "/api/v3/hip/health-information/request";
const QByteArray bundle = R"({"resourceType":"Bundle","type":"document","entry":[
  {"resource":{"resourceType":"Composition","title":"Prescription"}},
  {"resource":{"resourceType":"Binary","contentType":"application/pdf","data":"JVBERi0="}}]})";
}

class TestConversations : public QObject
{
    Q_OBJECT

    std::unique_ptr<SandboxBench> bench;
    QNetworkAccessManager http;

    struct Reply
    {
        int status = 0;
        QByteArray body;
    };
    Reply finish(QNetworkReply *reply)
    {
        [&] { QTRY_VERIFY_WITH_TIMEOUT(reply->isFinished(), 20'000); }();
        reply->deleteLater();
        return {reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), reply->readAll()};
    }
    Reply push(const QString &url, const QJsonObject &body)
    {
        QNetworkRequest request{QUrl(url)};
        auto tls = QSslConfiguration::defaultConfiguration();
        tls.addCaCertificates(QSslCertificate::fromData(bench->box->identity().issuerPem));
        request.setSslConfiguration(tls);
        request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
        return finish(http.post(request, QJsonDocument(body).toJson()));
    }
    Reply control(const QString &path, const QByteArray &ticket, const QByteArray &body = {})
    {
        QNetworkRequest request{QUrl(bench->box->readyLine()[u"control"].toString() + path)};
        request.setRawHeader("Authorization", "Bearer " + ticket);
        request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
        return finish(body.isEmpty() ? http.get(request) : http.post(request, body));
    }

    /// Links one prescription; returns the REQUEST-ID of the consent callback with the consent.
    std::pair<PeerRequest, ConsentNotify> linkAndAwaitConsent()
    {
        const auto token = bench->linkToken();
        if (!bench->accepted(op::linkCareContext, SandboxBench::linkCall().body(), token))
            return {};
        const auto request = bench->callback(consentPath);
        return {request, bench->parsed<ConsentNotify>(request)};
    }
    HealthInformationRequest awaitDataRequest()
    {
        const auto [request, consent] = linkAndAwaitConsent();
        const ConsentOnNotify ok{
            consent.consent, RequestId(QString::fromLatin1(request.headers["request-id"])), std::nullopt};
        if (!bench->accepted(op::consentOnNotify, ok.body()))
            return {};
        const auto data = bench->callback(dataPath);
        const auto parsed = bench->parsed<HealthInformationRequest>(data);
        const HealthInformationOnRequest yes{
            parsed.transaction, RequestId(QString::fromLatin1(data.headers["request-id"])), std::nullopt};
        return bench->accepted(op::healthInformationOnRequest, yes.body()) ? parsed : HealthInformationRequest();
    }

private Q_SLOTS:
    void init()
    {
        bench = std::make_unique<SandboxBench>();
        bench->setUpBridge();
    }
    void cleanup() { bench.reset(); }

    void aPrescriptionReachesThePhone()
    {
        const auto request = awaitDataRequest();
        QVERIFY(!request.transaction.isEmpty());
        const auto page = test::pushPage(request, bundle, u"RX-2026-000117"_s, bench->random);
        QCOMPARE(push(request.dataPushUrl, page).status, 202);
        const HealthInformationNotify done{request.consent, request.transaction, SandboxBench::hipId(),
            bench->clock.now(), {{CareContextRef(u"RX-2026-000117"_s), true, u"Delivered"_s}}};
        QVERIFY(bench->accepted(op::healthInformationNotify, done.body()));

        const auto person = u"asha.kulkarni@sbx"_s;
        const auto records = bench->network().app.recordsOf(person, sandbox::AbhaApp::Detail::Bundle);
        QCOMPARE(records.size(), 1);
        QVERIFY(records[0][u"opened"].toBool());
        QCOMPARE(records[0][u"checksum"].toString(), u"verified"_s);
        QCOMPARE(records[0][u"bundle"].toObject(), QJsonDocument::fromJson(bundle).object());

        const auto pair = u"IN0710000123|asha.kulkarni@sbx"_s;
        for (const auto &key : {u"bridge-url:SBXID_000001"_s, u"register:IN0710000123"_s, u"token:"_s + pair,
                 u"link:"_s + pair + u"|RX-2026-000117"_s, u"consent-ack:"_s + request.consent.value(),
                 u"on-request:"_s + request.transaction.value(), u"page:"_s + request.transaction.value() + u"|0"_s,
                 u"opened:"_s + pair + u"|RX-2026-000117"_s,
                 u"notify:"_s + request.transaction.value() + u"|TRANSFERRED"_s})
            QVERIFY2(bench->effect(key) == 1, qPrintable(key));

        const auto phone
            = QJsonDocument::fromJson(control(u"/phone/data?person=asha.kulkarni@sbx"_s, {}).body).object();
        QCOMPARE(phone[u"items"][0][u"state"].toString(), u"open"_s);
        QCOMPARE(phone[u"items"][0][u"from"].toString(), u"Nadi Clinic Pune"_s);
        QCOMPARE(control(u"/phone/document?record="_s + phone[u"items"][0][u"record"].toString(), {}).body,
            QByteArray("%PDF-"));
        QVERIFY(control(u"/phone?person=asha.kulkarni@sbx"_s, {}).body.contains("Nothing has arrived yet."));
    }

    void everyCallbackKeepsTheContract()
    {
        awaitDataRequest();
        QVERIFY(
            bench->accepted(op::smsNotify, SmsNotify{u"9000010001"_s, u"Nadi Clinic"_s, SandboxBench::hipId()}.body()));
        QVERIFY(
            bench->accepted(op::smsNotify, SmsNotify{u"9000010002"_s, u"Nadi Clinic"_s, SandboxBench::hipId()}.body()));
        bench->callback("/api/v3/patients/sms/on-notify", 1);
        const auto contract = &bench->network().contract;
        for (const auto &request : bench->listener->requests()) {
            const auto wrong = contract->callbackFault(
                QString::fromLatin1(request.path), QJsonDocument::fromJson(request.body).object());
            QVERIFY2(!wrong, qPrintable(QString::fromLatin1(request.path) + u' ' + wrong.value_or(QString())));
            QVERIFY(!request.headers.contains("x-cm-id"));
            QCOMPARE(request.headers["x-hip-id"], QByteArray("IN0710000123"));
        }
    }

    void callbacksAreSignedByAKeyOfTheKeySet()
    {
        bench->linkToken();
        const auto first = bench->callback(tokenPath);
        auto url = QUrl(bench->box->readyLine()[u"gateway"].toString() + u"/api/hiecm/gateway/v3/certs"_s);
        auto keys = bench->gateway->fetchKeys(url, Auth::Session);
        QTRY_VERIFY(keys.isFinished());
        QVERIFY(keys.result());
        const auto set = crypto::KeySet::parse(*keys.result());
        QVERIFY(set);
        const auto claims = crypto::verifyJwt(
            first.headers["authorization"].mid(7), *set, {crypto::JwtAlgorithm::RS256}, bench->clock.now());
        QVERIFY(claims);
        QCOMPARE((*claims)[u"aud"].toString(), u"account"_s);

        auto open = bench->gateway->fetchKeys(url, Auth::None);
        QTRY_VERIFY(open.isFinished());
        QVERIFY(!open.result());
    }

    void contextNotifyRightAfterTheLinkIsTooEarlyOnce()
    {
        const auto token = bench->linkToken();
        QVERIFY(bench->accepted(op::linkCareContext, SandboxBench::linkCall().body(), token));
        QVERIFY(bench->parsed<OnLinkCareContext>(bench->callback(linkedPath)).linked());
        const ContextNotify notify{SandboxBench::asha(), u"KR-20418"_s, CareContextRef(u"RX-2026-000117"_s),
            HiType::Prescription, bench->clock.now(), SandboxBench::hipId()};
        const QByteArray path = "/api/v3/links/context/on-notify";
        QVERIFY(bench->accepted(op::contextNotify, notify.body()));
        const auto early = bench->parsed<OnNotify>(bench->callback(path));
        QVERIFY(!early.acknowledged);
        QCOMPARE(early.error->code, u"ABDM-1006"_s);
        QVERIFY(bench->accepted(op::contextNotify, notify.body()));
        QVERIFY(bench->parsed<OnNotify>(bench->callback(path, 1)).acknowledged);
    }

    void mistakesOfLinkTokensAreAnswered_data()
    {
        QTest::addColumn<QByteArray>("patch");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("code");
        const auto row = [](const char *name, const char *patch, int status, const char *code) {
            QTest::newRow(name) << QByteArray(patch) << status << QString::fromLatin1(code);
        };
        row("number with dashes", R"({"abhaNumber":"91-4021-7755-0163"})", 400, "HTTP-400");
        row("number as text", R"({"abhaNumber":"91402177550163"})", 400, "ABDM-9999");
        row("short number", R"({"abhaNumber":914021})", 400, "ABDM-9999");
        row("another person's number", R"({"abhaNumber":91553011842207})", 400, "ABDM-1051");
        row("nobody", R"({"abhaAddress":"nobody.here@sbx"})", 400, "ABDM-9999");
        row("neither number nor address", R"({"abhaAddress":null})", 400, "ABDM-1125");
        row("gender in words", R"({"gender":"female"})", 400, "ABDM-9999");
        row("year as a date", R"({"yearOfBirth":19800314})", 400, "ABDM-9999");
        row("wrong name", R"({"name":"Usha Kulkarni"})", 202, "ABDM-1207");
        row("wrong year", R"({"yearOfBirth":1983})", 202, "ABDM-1207");
        row("year within two", R"({"yearOfBirth":1982})", 202, "");
    }
    void mistakesOfLinkTokensAreAnswered()
    {
        QFETCH(QByteArray, patch);
        QFETCH(int, status);
        QFETCH(QString, code);
        auto body = SandboxBench::tokenCall().body();
        const auto changes = QJsonDocument::fromJson(patch).object();
        for (auto it = changes.begin(); it != changes.end(); ++it)
            body.insert(it.key(), it.value());
        const auto answer = bench->call(op::generateToken, body);
        if (status == 202) {
            QVERIFY(answer.outcome == CallOutcome::Accepted);
            const auto callback = bench->parsed<OnGenerateToken>(bench->callback(tokenPath));
            QCOMPARE(callback.error ? callback.error->code : QString(), code);
        } else {
            QCOMPARE(answer.refusal.httpStatus, status);
            QCOMPARE(answer.refusal.code, code);
            QCOMPARE(bench->effect(u"token-request:IN0710000123|asha.kulkarni@sbx"_s), 0);
        }
    }

    void aRepeatedTokenRequestIsADuplicateAndTheFourthADayIsBlocked()
    {
        QVERIFY(bench->accepted(op::generateToken, SandboxBench::tokenCall().body()));
        QCOMPARE(bench->call(op::generateToken, SandboxBench::tokenCall().body()).refusal.code, u"ABDM-1092"_s);
        for (int i = 1; i < 4; ++i) {
            bench->clock.advance(10min);
            QVERIFY(bench->accepted(op::generateToken, SandboxBench::tokenCall().body()));
        }
        const auto fourth = bench->parsed<OnGenerateToken>(bench->callback(tokenPath, 3));
        int blocked = 0;
        for (int i = 0; i < 4; ++i)
            if (const auto callback = bench->parsed<OnGenerateToken>(bench->callback(tokenPath, i)); callback.error)
                blocked += callback.error->code == u"ABDM-1027"_s;
        QCOMPARE(blocked, 1);
        QCOMPARE(bench->effect(u"token:IN0710000123|asha.kulkarni@sbx"_s), 3);
    }

    void mistakesOfLinksAreAnswered_data()
    {
        QTest::addColumn<QByteArray>("patch");
        QTest::addColumn<QString>("code");
        QTest::addColumn<bool>("inCallback");
        const auto row = [](const char *name, const char *patch, const char *code, bool inCallback) {
            QTest::newRow(name) << QByteArray(patch) << QString::fromLatin1(code) << inCallback;
        };
        row("number that was not in the token", R"({"abhaNumber":"91402177550163"})", "ABDM-1062", false);
        row("dashed number", R"({"abhaNumber":"91-4021-7755-0163"})", "HTTP-400", false);
        row("no patient", R"({"patient":[]})", "ABDM-1115", false);
        row("another person", R"({"abhaAddress":"rehana.khan@sbx"})", "ABDM-1038", true);
        row("unicode dash in display",
            R"({"patient":[{"referenceNumber":"K","display":"a – b","careContexts":[{"referenceNumber":"R","display":"x"}],"hiType":"Prescription","count":1}]})",
            "ABDM-9999", false);
        row("count differs",
            R"({"patient":[{"referenceNumber":"K","display":"a","careContexts":[{"referenceNumber":"R","display":"x"}],"hiType":"Prescription","count":2}]})",
            "ABDM-1037", true);
        row("unknown HI type",
            R"({"patient":[{"referenceNumber":"K","display":"a","careContexts":[{"referenceNumber":"R","display":"x"}],"hiType":"Xray","count":1}]})",
            "ABDM-9999", false);
    }
    void mistakesOfLinksAreAnswered()
    {
        QFETCH(QByteArray, patch);
        QFETCH(QString, code);
        QFETCH(bool, inCallback);
        const auto token = bench->linkToken();
        auto body = SandboxBench::linkCall().body();
        const auto changes = QJsonDocument::fromJson(patch).object();
        for (auto it = changes.begin(); it != changes.end(); ++it)
            body.insert(it.key(), it.value());
        const auto answer = bench->call(op::linkCareContext, body, token);
        if (!inCallback) {
            QCOMPARE(answer.refusal.code, code);
        } else {
            QVERIFY(answer.outcome == CallOutcome::Accepted);
            const auto callback = bench->parsed<OnLinkCareContext>(bench->callback(linkedPath));
            QVERIFY(callback.error && !callback.linked());
            QCOMPARE(callback.error->code, code);
        }
        QVERIFY(bench->network().app.links().isEmpty());
    }

    void linkTokensAreBoundToTheirFacility()
    {
        const auto token = bench->linkToken();
        const FacilityId second(u"IN0710000456"_s);
        QVERIFY(bench->network().registry.setListing(second.value(), u"linked"_s, u"SBXID_000001"_s, u"Second"_s));
        QCOMPARE(bench->call(op::linkCareContext, SandboxBench::linkCall().body(), token, second).refusal.code,
            u"ABDM-1063"_s);
        QCOMPARE(bench->call(op::linkCareContext, SandboxBench::linkCall().body(), u"made.up.token"_s).refusal.code,
            u"ABDM-1026"_s);
        const FacilityId unserved(u"IN9999999999"_s);
        QCOMPARE(bench->call(op::linkCareContext, SandboxBench::linkCall().body(), token, unserved).refusal.code,
            u"ABDM-1035"_s);
    }

    void aRepeatedLinkIsADuplicateAndLaterAlreadyLinked()
    {
        const auto token = bench->linkToken();
        QVERIFY(bench->accepted(op::linkCareContext, SandboxBench::linkCall().body(), token));
        QCOMPARE(bench->call(op::linkCareContext, SandboxBench::linkCall().body(), token).refusal.code, u"ABDM-1090"_s);
        bench->clock.advance(10min);
        QVERIFY(bench->accepted(op::linkCareContext, SandboxBench::linkCall().body(), token));
        const auto again = bench->parsed<OnLinkCareContext>(bench->callback(linkedPath, 1));
        QVERIFY(again.linked());
        QCOMPARE(bench->effect(u"link:IN0710000123|asha.kulkarni@sbx|RX-2026-000117"_s), 1);
    }

    void aConsentThatTheHospitalRefusesBringsNoDataRequest()
    {
        const auto [request, consent] = linkAndAwaitConsent();
        const ConsentOnNotify no{consent.consent, RequestId(QString::fromLatin1(request.headers["request-id"])),
            CallError{u"ABDM-2500"_s, u"No mapping found for the patient"_s}};
        QVERIFY(bench->accepted(op::consentOnNotify, no.body()));
        QCOMPARE(bench->network().consents.of(u"asha.kulkarni@sbx"_s)[0][u"answer"].toString(), u"refused"_s);
        QVERIFY(bench->network().dataFlow.transfersOf(u"asha.kulkarni@sbx"_s).isEmpty());
    }

    void anAnswerToACallbackThatWasNeverSentIsRefused()
    {
        const ConsentOnNotify stray{ConsentId(bench->ids.uuid()), bench->ids.next<RequestId>(), std::nullopt};
        QCOMPARE(bench->call(op::consentOnNotify, stray.body()).refusal.code, u"ABDM-1015"_s);
    }

    void mistakesOfPushesAreAnswered()
    {
        const auto request = awaitDataRequest();
        const auto page = test::pushPage(request, bundle, u"RX-2026-000117"_s, bench->random);
        auto outside = test::pushPage(request, bundle, u"RX-OTHER"_s, bench->random);
        QVERIFY(push(request.dataPushUrl, outside).body.contains("7727"));
        auto unknownMember = page;
        unknownMember.insert(u"note"_s, u"hello"_s);
        QVERIFY(push(request.dataPushUrl, unknownMember).body.contains("note"));
        auto raw = page;
        auto material = raw[u"keyMaterial"].toObject();
        auto key = material[u"dhPublicKey"].toObject();
        const auto x509 = QByteArray::fromBase64(key[u"keyValue"].toString().toLatin1());
        key[u"keyValue"_s] = QString::fromLatin1(x509.right(65).toBase64());
        material[u"dhPublicKey"_s] = key;
        raw[u"keyMaterial"_s] = material;
        QVERIFY(push(request.dataPushUrl, raw).body.contains("encoded key spec not recognized"));
        QCOMPARE(push(bench->box->readyLine()[u"gateway"].toString() + u"/push/guess"_s, page).status, 404);
        QVERIFY(bench->network().app.records().isEmpty());

        auto damaged = page;
        auto entry = damaged[u"entries"][0].toObject();
        auto content = QByteArray::fromBase64(entry[u"content"].toString().toLatin1());
        content[0] = char(content[0] ^ 1);
        entry[u"content"_s] = QString::fromLatin1(content.toBase64());
        damaged[u"entries"_s] = QJsonArray{entry};
        QCOMPARE(push(request.dataPushUrl, damaged).status, 202);
        QCOMPARE(bench->network().app.records().last().fault, u"FID-TAG"_s);
    }

    void aNotificationMustNameWhatWasTransferred()
    {
        const auto request = awaitDataRequest();
        HealthInformationNotify notify{
            request.consent, request.transaction, SandboxBench::hipId(), bench->clock.now(), {}};
        QCOMPARE(bench->call(op::healthInformationNotify, notify.body()).refusal.code, u"ABDM-9999"_s);
        notify.outcomes = {{CareContextRef(u"RX-2026-000117"_s), true, {}}};
        QCOMPARE(bench->call(op::healthInformationNotify, notify.body()).refusal.code, u"ABDM-9999"_s);
        notify.outcomes[0].description = u"Delivered"_s;
        notify.transaction = TransactionId(bench->ids.uuid());
        QCOMPARE(bench->call(op::healthInformationNotify, notify.body()).refusal.code, u"ABDM-1017"_s);
    }

    void aRevokedConsentIsTold()
    {
        const auto [request, consent] = linkAndAwaitConsent();
        QCOMPARE(control(u"/control/consent"_s, bench->box->ticket(),
                     QJsonDocument(QJsonObject{{u"consent"_s, consent.consent.value()}, {u"action"_s, u"revoke"_s}})
                         .toJson())
                     .status,
            200);
        const auto revoked = bench->parsed<ConsentNotify>(bench->callback(consentPath, 1));
        QVERIFY(revoked.status == ConsentStatus::Revoked);
        QCOMPARE(revoked.consent, consent.consent);
    }

    void registryListsAndRefuses()
    {
        const auto listing = bench->call(op::bridgeServices, {});
        const auto services = BridgeServices::parse(listing.body);
        QVERIFY(services);
        QCOMPARE(services->bridgeUrl, bench->listener->url().toString());
        QCOMPARE(services->services.size(), 1);
        RegisterServices again{SandboxBench::hipId(), u"Nadi"_s, u"Nadi"_s, u"SBXID_000001"_s, {}};
        auto answer = RegisterServicesAnswer::parse(bench->call(op::registerServices, again.body()).body);
        QVERIFY(answer && answer->alreadyAssociated);
        again.facility = FacilityId(u"IN0710000789"_s);
        QVERIFY(bench->network().registry.setListing(again.facility.value(), u"elsewhere"_s, u"SBXID_000001"_s, {}));
        answer = RegisterServicesAnswer::parse(bench->call(op::registerServices, again.body()).body);
        QVERIFY(answer && answer->accepted);
        QCOMPARE(answer->service, FacilityId(u"IN0710000789_1"_s));
    }

    void bridgeUrlMustBeABase_data()
    {
        QTest::addColumn<QString>("url");
        for (const auto *url : {"http://bridge.example.in", "https://10.0.0.1/x", "https://bridge.example.in:8443",
                 "https://bridge.example.in/api/v3/hip", "https://user:pw@bridge.example.in"})
            QTest::newRow(url) << QString::fromLatin1(url);
    }
    void bridgeUrlMustBeABase()
    {
        QFETCH(QString, url);
        QCOMPARE(bench->call(op::bridgeUrl, SetBridgeUrl{url}.body()).refusal.code, u"ABDM-9999"_s);
    }

    void controlNeedsTheTicketAndLoopback()
    {
        QCOMPARE(control(u"/control/effects"_s, "wrong").status, 401);
        QCOMPARE(control(u"/control/effects"_s, bench->box->ticket()).status, 200);
        QNetworkRequest rebound{QUrl(bench->box->readyLine()[u"control"].toString() + u"/phone"_s)};
        rebound.setRawHeader("Host", "evil.example");
        QCOMPARE(finish(http.get(rebound)).status, 400);
    }
};

QTEST_GUILESS_MAIN(TestConversations)
#include "tst_conversations.moc"
