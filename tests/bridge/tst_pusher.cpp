#include "bridge/call_payload.h"
#include "bridge/pusher.h"
#include "crypto/tls_identity.h"
#include "domain/flow_start.h"
#include "flows/consent_state.h"
#include "runner_clinic.h"
#include "support/tls_peer.h"

#include <QSignalSpy>
#include <QTest>

using namespace nadi;
using namespace Qt::StringLiterals;
using test::PeerReply;
using test::PeerRequest;

namespace
{

const QByteArray pushPath = "/push/secret";
const ConsentId consentId(u"6f1e2d3c-4b5a-4697-8899-aabbccddee24"_s);

/// A record, a granted and acknowledged consent for it, and a requester that is a real TLS peer on loopback.
struct Transfer
{
    Transfer()
        : identity(
              crypto::makeServerIdentity({u"localhost"_s}, UtcTime::fromDateTime(QDateTime::currentDateTimeUtc()), 30)
                  .value())
        , peer(identity.certificatePem, identity.keyPem, [this](const PeerRequest &request) { return behave(request); })
        , requester(crypto::KeyPair::generate(random).value())
    {
        const auto done = clinic.signedRecord();
        ConsentArtefact artefact;
        artefact.id = consentId;
        artefact.status = ConsentStatus::Granted;
        artefact.hip = clinic.facility;
        artefact.patientAddress = u"asha.k@sbx"_s;
        artefact.careContexts = {done.record.careContext};
        artefact.hiTypes = {u"Prescription"_s};
        artefact.purposeCode = u"PATRQT"_s;
        artefact.from = clinic.clock.now() - std::chrono::hours(24 * 7);
        artefact.to = clinic.clock.now() + std::chrono::hours(1);
        artefact.dataEraseAt = clinic.clock.now() + std::chrono::hours(24 * 365);
        [[maybe_unused]] auto saved = consents().save(artefact, "{}", clinic.clock.now());

        flows::ConsentFlow conversation;
        conversation.phase = flows::ConsentPhase::Granted;
        conversation.consent = consentId;
        conversation.accepted = true;
        conversation.eraseAt = artefact.dataEraseAt;
        insertFlow(flow_kind::consent, consentId.value(), conversation.toJson());
        insertFlow(flow_kind::transfer, u"t-1"_s, {{u"phase"_s, u"pushing"_s}});

        push.consent = consentId;
        push.transaction = TransactionId(u"t-1"_s);
        push.careContext = done.record.careContext;
        push.record = done.record.id;
        push.dataPushUrl = peer.url().toString() + QString::fromLatin1(pushPath);
        push.requesterKey = requester.publicKey().encode(crypto::KeyForm::X509);
        push.requesterNonce = requester.nonce().toBase64();
    }

    storage::ConsentRepository consents() { return storage::ConsentRepository(*clinic.db); }
    void insertFlow(QStringView kind, const QString &key, const QJsonObject &state)
    {
        storage::FlowRow row;
        row.id = FlowId(kind.toString() + u"-flow"_s);
        row.kind = kind.toString();
        row.key = key;
        row.facility = clinic.facility;
        row.state = state;
        row.createdAt = clinic.clock.now();
        row.updatedAt = clinic.clock.now();
        [[maybe_unused]] const auto inserted = storage::FlowRepository(*clinic.db).insert(row);
    }
    PeerReply behave(const PeerRequest &request)
    {
        if (request.path.endsWith("/sessions"))
            return {202, "{\"accessToken\":\"token-for-this-push\",\"expiresIn\":1200}", {}, {}};
        return answer;
    }

    /// Pushes the page and waits for the outcome.
    abdm::CallAnswer run(bridge::PushAddressRules rules = {.allowLoopback = true, .allowedPeers = {}})
    {
        abdm::GatewayConfig gateway;
        gateway.baseUrl = gatewayUrl.isEmpty() ? peer.url() : gatewayUrl;
        gateway.clientId = u"SBXID_1"_s;
        gateway.clientSecret = Secret("s");
        gateway.cmId = u"sbx"_s;
        gateway.caPem = identity.issuerPem;
        bridge::Pusher pusher(
            {clinic.config, clinic.sealer, gateway, rules, crypto::KeyForm::X509, clinic.clock, clinic.ids, random});
        if (!pusher.open())
            return {};
        abdm::CallAnswer out;
        bool finished = false;
        QObject::connect(&pusher, &bridge::Pusher::done, &pusher,
            [&](const storage::OutboxMessage &, const bridge::PushResult &result) {
                out = result.answer;
                finished = true;
            });
        storage::OutboxMessage page;
        page.businessKey = u"push:t-1/0"_s;
        page.flow = FlowId(u"transfer-flow"_s);
        page.facility = clinic.facility;
        page.operation = abdm::operation::pushPage.toString();
        page.payload = bridge::payloadOf(push);
        pusher.push(page);
        [&] { QTRY_VERIFY_WITH_TIMEOUT(finished, 20'000); }();
        return out;
    }
    int pagesReceived() const { return peer.count(pushPath); }

    test::RunnerClinic clinic;
    SystemRandom random;
    crypto::PemIdentity identity;
    QUrl gatewayUrl; ///< empty: the peer plays the gateway too
    PeerReply answer{202, {}, {}, {}};
    test::TlsPeer peer;
    crypto::KeyPair requester;
    flows::PushRecord push;
};

}

class TestPusher : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theRequesterCanReadThePageAndNobodyElseCan()
    {
        Transfer transfer;
        QCOMPARE(transfer.run().outcome, abdm::CallOutcome::Accepted);
        QCOMPARE(transfer.pagesReceived(), 1);
        const auto &request = transfer.peer.requests().last();
        QCOMPARE(request.headers.value("authorization"), QByteArray("Bearer token-for-this-push"));
        const auto body = QJsonDocument::fromJson(request.body).object();
        QCOMPARE(body.keys(),
            (QStringList{u"entries"_s, u"keyMaterial"_s, u"pageCount"_s, u"pageNumber"_s, u"transactionId"_s}));
        const auto entry = body[u"entries"][0];
        const auto key = body[u"keyMaterial"];
        const auto sender = crypto::PublicKey::parse(key[u"dhPublicKey"][u"keyValue"].toString().toLatin1()).value();
        const auto nonce = QByteArray::fromBase64(key[u"nonce"].toString().toLatin1());
        const auto plain = crypto::decrypt(entry[u"content"].toString().toLatin1(), transfer.requester, sender, nonce);
        QVERIFY(plain);
        const auto bundle = QJsonDocument::fromJson(plain->reveal()).object();
        QCOMPARE(bundle[u"resourceType"].toString(), u"Bundle"_s);
        QCOMPARE(entry[u"checksum"].toString().toLatin1(), crypto::md5(plain->reveal()).toBase64());
        QVERIFY(!request.body.contains("Asha"));
    }

    void everyAttemptHasItsOwnKeys() // S-X1
    {
        Transfer transfer;
        transfer.run();
        transfer.run();
        QCOMPARE(transfer.pagesReceived(), 2);
        const auto nonceOf = [&](qsizetype index) {
            QList<QByteArray> pages;
            for (const auto &request : transfer.peer.requests())
                if (request.path == pushPath)
                    pages << request.body;
            return QJsonDocument::fromJson(pages[index])[u"keyMaterial"].toObject();
        };
        QVERIFY(nonceOf(0)[u"nonce"] != nonceOf(1)[u"nonce"]);
        QVERIFY(nonceOf(0)[u"dhPublicKey"][u"keyValue"] != nonceOf(1)[u"dhPublicKey"][u"keyValue"]);
        QCOMPARE(transfer.consents().served(consentId, {}).value(), 1); // one request, however many attempts
    }

    void aRevokedConsentSendsNothing() // S-N4
    {
        Transfer transfer;
        QVERIFY(transfer.consents().end(consentId, ConsentStatus::Revoked, transfer.clinic.clock.now()));
        const auto answer = transfer.run();
        QCOMPARE(answer.outcome, abdm::CallOutcome::Refused);
        QVERIFY(answer.refusal.code.startsWith(u"ABDM-"));
        QCOMPARE(transfer.peer.requests().size(), 0);
        QCOMPARE(transfer.consents().served(consentId, {}).value(), 0);
    }

    void aSecondRequestInOneHourOfAConsentForOneSendsNothing() // frequency 1 per hour
    {
        Transfer transfer;
        auto artefact = transfer.consents().artefact(consentId).value();
        artefact.frequencyUnit = u"HOUR"_s;
        artefact.frequencyValue = 1;
        QVERIFY(transfer.consents().save(artefact, "{}", transfer.clinic.clock.now()));
        QCOMPARE(transfer.run().outcome, abdm::CallOutcome::Accepted);
        QCOMPARE(transfer.run().outcome, abdm::CallOutcome::Accepted); // its own second page
        transfer.push.transaction = TransactionId(u"t-2"_s);
        QCOMPARE(transfer.run().refusal.code, u"ABDM-1022"_s);
        transfer.push.transaction = TransactionId(u"t-1"_s); // what is refused takes nothing from the first
        QCOMPARE(transfer.run().outcome, abdm::CallOutcome::Accepted);
        QCOMPARE(transfer.pagesReceived(), 3);
    }

    void aRecordOutsideTheRangeAskedForSendsNothing()
    {
        Transfer transfer;
        transfer.push.from = transfer.clinic.clock.now() - std::chrono::hours(48);
        transfer.push.to = transfer.clinic.clock.now() - std::chrono::hours(24);
        QCOMPARE(transfer.run().refusal.code, u"ABDM-1001"_s);
        QCOMPARE(transfer.pagesReceived(), 0);
    }

    void aRevocationWhileTheSessionIsFetchedStillCounts()
    {
        Transfer transfer;
        bool revoked = false;
        test::TlsPeer gateway(
            transfer.identity.certificatePem, transfer.identity.keyPem, [&](const PeerRequest &) -> PeerReply {
                revoked = transfer.consents()
                              .end(consentId, ConsentStatus::Revoked, transfer.clinic.clock.now())
                              .has_value();
                return {202, "{\"accessToken\":\"t\",\"expiresIn\":1200}", {}, {}};
            });
        transfer.gatewayUrl = gateway.url();
        QCOMPARE(transfer.run().outcome, abdm::CallOutcome::Refused);
        QVERIFY(revoked);
        QCOMPARE(transfer.pagesReceived(), 0);
    }

    void aForbiddenAddressSeesNoConnection_data() // S-N3
    {
        QTest::addColumn<QString>("url");
        QTest::newRow("plain http") << u"http://localhost:%1/push/secret"_s;
        QTest::newRow("loopback name") << u"https://localhost:%1/push/secret"_s;
        QTest::newRow("loopback address") << u"https://127.0.0.1:%1/push/secret"_s;
        QTest::newRow("decimal") << u"https://2130706433:%1/push/secret"_s;
        QTest::newRow("IPv6") << u"https://[::1]:%1/push/secret"_s;
        QTest::newRow("credentials") << u"https://a:b@localhost:%1/push/secret"_s;
    }
    void aForbiddenAddressSeesNoConnection()
    {
        QFETCH(QString, url);
        Transfer transfer;
        transfer.push.dataPushUrl = url.arg(transfer.peer.port());
        const auto answer = transfer.run({});
        QCOMPARE(answer.outcome, abdm::CallOutcome::Refused);
        QVERIFY(answer.refusal.code.startsWith(u"PUSH-"));
        QCOMPARE(transfer.peer.requests().size(), 0); // and no session was fetched for it (S-X5)
    }

    void aRedirectIsNotFollowed_data()
    {
        QTest::addColumn<int>("status");
        for (const int status : {300, 301, 302, 303, 307, 308})
            QTest::addRow("%d", status) << status;
    }
    void aRedirectIsNotFollowed()
    {
        QFETCH(int, status);
        Transfer transfer;
        transfer.answer = {status, {}, "Location: " + transfer.peer.url().toString().toLatin1() + "/elsewhere\r\n", {}};
        const auto answer = transfer.run();
        QCOMPARE(answer.outcome, abdm::CallOutcome::Refused);
        QCOMPARE(transfer.peer.count("/elsewhere"), 0);
    }

    void aBadKeyIsRefusedWithItsCode()
    {
        Transfer transfer;
        transfer.push.requesterKey = QByteArray(65, '\x04').toBase64();
        const auto answer = transfer.run();
        QCOMPARE(answer.outcome, abdm::CallOutcome::Refused);
        QVERIFY(answer.refusal.code.startsWith(u"FID-"));
        QCOMPARE(transfer.pagesReceived(), 0);
    }

    void anAnswerThatNeverComesIsUnknown()
    {
        Transfer transfer;
        transfer.answer.fate = PeerReply::Fate::Drop;
        QCOMPARE(transfer.run().outcome, abdm::CallOutcome::Unknown);
    }
};

QTEST_GUILESS_MAIN(TestPusher)
#include "tst_pusher.moc"
