#include "sandbox_journey.h"

using namespace nadi;
using namespace nadi::abdm;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using test::Journey;
using test::SandboxBench;
using test::smallBundle;
namespace callback_path = test::callback_path;
namespace op = nadi::abdm::operation;

class TestConversations : public QObject
{
    Q_OBJECT

    std::unique_ptr<Journey> bench;

private Q_SLOTS:
    void init()
    {
        bench = std::make_unique<Journey>();
        bench->setUpBridge();
    }
    void cleanup() { bench.reset(); }

    void aPrescriptionReachesThePhone()
    {
        const auto request = bench->awaitDataRequest();
        QVERIFY(!request.transaction.isEmpty());
        const auto page = test::pushPage(request, smallBundle, u"RX-2026-000117"_s, bench->random);
        QCOMPARE(bench->push(request.dataPushUrl, page).status, 202);
        const HealthInformationNotify done{request.consent, request.transaction, SandboxBench::hipId(),
            bench->clock.now(), {{CareContextRef(u"RX-2026-000117"_s), true, u"Delivered"_s}}};
        QVERIFY(bench->accepted(op::healthInformationNotify, done.body()));

        const auto person = u"asha.kulkarni@sbx"_s;
        const auto records = bench->network().app.recordsOf(person, sandbox::AbhaApp::Detail::Bundle);
        QCOMPARE(records.size(), 1);
        QVERIFY(records[0][u"opened"].toBool());
        QCOMPARE(records[0][u"checksum"].toString(), u"verified"_s);
        QCOMPARE(records[0][u"bundle"].toObject(), QJsonDocument::fromJson(smallBundle).object());

        const auto pair = u"IN0710000123|asha.kulkarni@sbx"_s;
        for (const auto &key : {u"bridge-url:SBXID_000001"_s, u"register:IN0710000123"_s, u"token:"_s + pair,
                 u"link:"_s + pair + u"|RX-2026-000117"_s, u"consent-ack:"_s + request.consent.value(),
                 u"on-request:"_s + request.transaction.value(), u"page:"_s + request.transaction.value() + u"|0"_s,
                 u"opened:"_s + pair + u"|RX-2026-000117"_s,
                 u"notify:"_s + request.transaction.value() + u"|TRANSFERRED"_s})
            QVERIFY2(bench->effect(key) == 1, qPrintable(key));

        const auto phone
            = QJsonDocument::fromJson(bench->control(u"/phone/data?person=asha.kulkarni@sbx"_s, {}).body).object();
        QCOMPARE(phone[u"items"][0][u"state"].toString(), u"open"_s);
        QCOMPARE(phone[u"items"][0][u"from"].toString(), u"Nadi Clinic Pune"_s);
        QCOMPARE(bench->control(u"/phone/document?record="_s + phone[u"items"][0][u"record"].toString(), {}).body,
            QByteArray("%PDF-"));
        QVERIFY(bench->control(u"/phone?person=asha.kulkarni@sbx"_s, {}).body.contains("Nothing has arrived yet."));
    }

    /// A document from outside is text and pictures on the phone, never something a browser runs.
    void aHostileDocumentIsShownAsText()
    {
        const QByteArray hostile
            = "{\"resourceType\":\"Bundle\",\"type\":\"document\",\"entry\":[{\"resource\":{\"resourceType\":"
              "\"Composition\",\"title\":\"<b>Note</b>\",\"section\":[{\"title\":\"<i>Findings</i>\",\"text\":{"
              "\"div\":\"<div>Seen<script>steal()</script> &lt;img src=x&gt;</div>\"}}]}},{\"resource\":{"
              "\"resourceType\":\"Binary\",\"contentType\":\"text/html\",\"data\":\"PGI+\"}}]}";
        const auto request = bench->awaitDataRequest();
        const auto page = test::pushPage(request, hostile, u"RX-2026-000117"_s, bench->random);
        QCOMPARE(bench->push(request.dataPushUrl, page).status, 202);
        const auto records = bench->network().app.recordsOf(u"asha.kulkarni@sbx"_s, sandbox::AbhaApp::Detail::Summary);
        const auto id = records[0][u"id"].toString();
        const auto told = bench->control(u"/phone/record/data?record="_s + id, {});
        QCOMPARE(told.status, 200);
        const auto reading = QJsonDocument::fromJson(told.body).object();
        QCOMPARE(reading[u"title"].toString(), u"<b>Note</b>"_s); // the page sets it as text
        const auto section = reading[u"sections"][0];
        QCOMPARE(section[u"title"].toString(), u"<i>Findings</i>"_s);
        QVERIFY(!QJsonDocument(section.toObject()).toJson().contains("<script"));
        QVERIFY(reading[u"files"].toArray().isEmpty());
        QCOMPARE(bench->control(u"/phone/document?record="_s + id, {}).status, 404);
        const auto shell = bench->control(u"/phone/record?record="_s + id, {}).body;
        QVERIFY(shell.contains("textContent") && !shell.contains("innerHTML"));
        QCOMPARE(bench->control(u"/phone/record/data?record=nobody"_s, {}).status, 404);
    }

    void everyCallbackKeepsTheContract()
    {
        bench->awaitDataRequest();
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
        const auto first = bench->callback(callback_path::token);
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
        QVERIFY(bench->parsed<OnLinkCareContext>(bench->callback(callback_path::linked)).linked());
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

    void aConsentThatTheHospitalRefusesBringsNoDataRequest()
    {
        const auto [request, consent] = bench->linkAndAwaitConsent();
        const ConsentOnNotify no{consent.consent, RequestId(QString::fromLatin1(request.headers["request-id"])),
            CallError{u"ABDM-2500"_s, u"No mapping found for the patient"_s}};
        QVERIFY(bench->accepted(op::consentOnNotify, no.body()));
        QCOMPARE(bench->network().consents.of(u"asha.kulkarni@sbx"_s)[0][u"answer"].toString(), u"refused"_s);
        QVERIFY(bench->network().dataFlow.transfersOf(u"asha.kulkarni@sbx"_s).isEmpty());
    }

    void aRevokedConsentIsTold()
    {
        const auto [request, consent] = bench->linkAndAwaitConsent();
        QCOMPARE(bench
                     ->control(u"/control/consent"_s, bench->box->ticket(),
                         QJsonDocument(QJsonObject{{u"consent"_s, consent.consent.value()}, {u"action"_s, u"revoke"_s}})
                             .toJson())
                     .status,
            200);
        const auto revoked = bench->parsed<ConsentNotify>(bench->callback(callback_path::consent, 1));
        QVERIFY(revoked.status == ConsentStatus::Revoked);
        QCOMPARE(revoked.consent, consent.consent);
    }

    void aTransferEndsAfterTwentyMinutes() // 7.3
    {
        const auto person = u"asha.kulkarni@sbx"_s;
        const auto stateOf = [&](const TransactionId &transfer) {
            for (const auto &line : bench->network().dataFlow.transfersOf(person))
                if (line[u"id"].toString() == transfer.value())
                    return line[u"state"].toString();
            return QString();
        };
        const auto page = [&](const HealthInformationRequest &request) {
            return test::pushPage(request, smallBundle, u"RX-2026-000117"_s, bench->random);
        };
        bench->network().tempo = sandbox::Tempo(2, 1, 7); // 12 seconds for the 20 minutes
        const auto inTime = bench->awaitDataRequest();
        QVERIFY(!inTime.transaction.isEmpty());
        QCOMPARE(bench->push(inTime.dataPushUrl, page(inTime)).status, 202);

        const auto again = QJsonDocument(QJsonObject{{u"person"_s, person}, {u"facility"_s, bench->hipId().value()}});
        QCOMPARE(bench->control(u"/control/request"_s, bench->box->ticket(), again.toJson()).status, 200);
        const auto asked = bench->callback(callback_path::consent, 1);
        const ConsentOnNotify ok{bench->parsed<ConsentNotify>(asked).consent,
            RequestId(QString::fromLatin1(asked.headers["request-id"])), std::nullopt};
        QVERIFY(bench->accepted(op::consentOnNotify, ok.body()));
        const auto late = bench->parsed<HealthInformationRequest>(bench->callback(callback_path::data, 1));
        QTRY_COMPARE_WITH_TIMEOUT(stateOf(late.transaction), u"timed out"_s, 30'000);
        QCOMPARE(bench->push(late.dataPushUrl, page(late)).status, 400);
        QCOMPARE(stateOf(late.transaction), u"timed out"_s);
        QCOMPARE(stateOf(inTime.transaction), u"received"_s);
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

    void controlNeedsTheTicketAndLoopback()
    {
        QCOMPARE(bench->control(u"/control/effects"_s, "wrong").status, 401);
        QCOMPARE(bench->control(u"/control/effects"_s, bench->box->ticket()).status, 200);
        QNetworkRequest rebound{QUrl(bench->box->readyLine()[u"control"].toString() + u"/phone"_s)};
        rebound.setRawHeader("Host", "evil.example");
        QCOMPARE(bench->finish(bench->http.get(rebound)).status, 400);
    }
};

QTEST_GUILESS_MAIN(TestConversations)
#include "tst_conversations.moc"
