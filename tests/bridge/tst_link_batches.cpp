#include "abdm/endpoint.h"
#include "bridge/courier.h"
#include "crypto/tls_identity.h"
#include "runner_clinic.h"
#include "support/tls_peer.h"

#include <QJsonArray>
#include <QTest>

using namespace nadi;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using storage::OutboxState;
using test::PeerReply;
using test::RunnerClinic;

namespace
{

/// Documents of one person that wait for the network, and a gateway that answers link requests as the test says.
struct Rig
{
    explicit Rig(int documents)
        : patient(clinic.registered())
    {
        config.baseUrl = peer.url();
        config.caPem = identity.issuerPem;
        config.cmId = u"sbx"_s;
        config.clientId = u"SBXID_1"_s;
        config.clientSecret = Secret("secret");
        const auto expiry = clinic.clock.now() + 100 * 24h;
        [[maybe_unused]] const auto saved
            = storage::ConsentRepository(*clinic.db)
                  .saveLinkToken({*patient.abhaAddress, clinic.facility, clinic.clock.now(), expiry},
                      Secret("link.token.jwt"), u"test"_s);
        for (int i = 0; i < documents; ++i)
            sign();
        restart();
    }

    void sign()
    {
        deliveries << clinic.signedRecordOf(patient).delivery;
        clinic.drain();
    }
    /// The bridge comes up anew: what its predecessor held is decided as after a crash.
    void restart()
    {
        courier.reset();
        gateway = std::make_unique<abdm::Gateway>(config, clinic.clock, clinic.ids);
        courier = std::make_unique<bridge::Courier>(
            bridge::Courier::Parts{*clinic.db, *gateway, clinic.clock, clinic.steady, clinic.ids, clinic.random,
                clinic.counters, 30s, 100, [this] { heard = true; }, [](const storage::OutboxMessage &) {}});
        [[maybe_unused]] const auto recovered = courier->recover();
    }
    /// The courier looks, and the flows hear what became of the call.
    [[nodiscard]] bool carry()
    {
        heard = false;
        courier->look();
        const bool came = QTest::qWaitFor([this] { return heard; }, 60'000);
        clinic.drain();
        return came;
    }
    void answer(const QByteArray &request, const QString &error = {})
    {
        QJsonObject body{{u"abhaAddress"_s, patient.abhaAddress->value()},
            {u"status"_s, error.isEmpty() ? u"Successfully Linked care context"_s : u"Failed to link care context"_s},
            {u"response"_s, RunnerClinic::repliesTo(RequestId(QString::fromLatin1(request)))}};
        if (!error.isEmpty())
            body[u"error"_s] = QJsonObject{{u"code"_s, error}, {u"message"_s, u"no"_s}};
        clinic.callback("/api/v3/link/on_carecontext", body, u"callback-%1"_s.arg(++callbacks), clinic.facility);
        clinic.drain();
    }
    /// "linked linked queued"
    QString shown() const
    {
        QStringList words;
        for (const auto &delivery : deliveries)
            words << toWord(storage::DeliveryRepository(*clinic.db).ofRecord(delivery.record)->state);
        return words.join(u' ');
    }
    static int contextsOf(const QJsonObject &body)
    {
        int count = 0;
        for (const auto &element : body["patient"_L1].toArray())
            count += element["careContexts"_L1].toArray().size();
        return count;
    }

    struct Link
    {
        QByteArray request;
        QJsonObject body;
    };
    QList<Link> links;
    std::function<PeerReply(const QJsonObject &)> gatewaySays = [](const QJsonObject &) { return PeerReply{}; };

    RunnerClinic clinic;
    crypto::PemIdentity identity
        = crypto::makeServerIdentity({u"localhost"_s}, UtcTime::fromDateTime(QDateTime::currentDateTimeUtc()), 30)
              .value();
    test::TlsPeer peer{identity.certificatePem, identity.keyPem, [this](const test::PeerRequest &request) {
                           if (request.path.endsWith("/sessions"))
                               return PeerReply{202, "{\"accessToken\":\"t\",\"expiresIn\":1200}", {}, {}};
                           const auto body = QJsonDocument::fromJson(request.body).object();
                           if (!request.path.endsWith("/link/carecontext"))
                               return PeerReply{};
                           links << Link{request.headers.value("request-id"), body};
                           return gatewaySays(body);
                       }};
    abdm::GatewayConfig config;
    Patient patient;
    QList<Delivery> deliveries;
    std::unique_ptr<abdm::Gateway> gateway;
    std::unique_ptr<bridge::Courier> courier;
    bool heard = false;
    int callbacks = 0;
};

PeerReply refusal(const char *code)
{
    return {400, QByteArray("{\"error\":{\"code\":\"") + code + "\",\"message\":\"no\"}}", {}, {}};
}

}

/// Links of one person that wait leave in one call: real courier, real runner, a TLS peer as the gateway.
class TestLinkBatches : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void waitingLinksLeaveInOneCallAndItsAnswerMovesThemAll()
    {
        Rig rig(3);
        QVERIFY(rig.carry());
        QCOMPARE(rig.links.size(), 1);
        QCOMPARE(Rig::contextsOf(rig.links[0].body), 3);
        QCOMPARE(rig.shown(), u"link-submitted link-submitted link-submitted"_s);
        rig.answer(rig.links[0].request);
        QCOMPARE(rig.shown(), u"linked linked linked"_s);
        rig.answer(rig.links[0].request); // the callback comes twice
        QCOMPARE(rig.shown(), u"linked linked linked"_s);
        QCOMPARE(rig.clinic.inboxCount(storage::InboxState::Failed), 0);
        QCOMPARE(rig.clinic.inboxCount(storage::InboxState::Quarantined), 0);
    }

    void aRecordThatIsSignedMeanwhileWaitsForTheAnswerAndThenGoes()
    {
        Rig rig(2);
        QVERIFY(rig.carry());
        rig.sign();
        rig.courier->look();
        QCOMPARE(rig.links.size(), 1); // one conversation of a person at a time (S-O4)
        rig.answer(rig.links[0].request);
        QVERIFY(rig.carry());
        QTRY_COMPARE_WITH_TIMEOUT(rig.links.size(), 2, 60'000);
        QCOMPARE(Rig::contextsOf(rig.links[1].body), 1);
    }

    void aSingleRecordWaitsForNobody()
    {
        Rig rig(1);
        QVERIFY(rig.carry());
        QCOMPARE(Rig::contextsOf(rig.links[0].body), 1);
        rig.answer(rig.links[0].request);
        QCOMPARE(rig.shown(), u"linked"_s);
    }

    void fortyBecomeTwoCalls()
    {
        Rig rig(40);
        for (int call = 0; call < 2; ++call) {
            QVERIFY(rig.carry());
            QTRY_COMPARE_WITH_TIMEOUT(rig.links.size(), call + 1, 60'000);
            QCOMPARE(Rig::contextsOf(rig.links[call].body), 20);
            rig.answer(rig.links[call].request);
        }
        QCOMPARE(rig.shown().count(u"linked"_s), 40);
    }

    /// One of them is wrong, and the answer does not say which: each goes alone, and only that one needs a person.
    void aRefusedCallIsTakenApart_data()
    {
        QTest::addColumn<bool>("inCallback");
        QTest::newRow("refused at once") << false;
        QTest::newRow("refused in the callback") << true;
    }
    void aRefusedCallIsTakenApart()
    {
        QFETCH(bool, inCallback);
        Rig rig(3);
        const auto context = [&](int i) {
            const auto record = storage::RecordRepository(*rig.clinic.db).record(rig.deliveries[i].record).value();
            return record.careContext.value();
        };
        const auto wrong = context(1);
        const auto isWrong
            = [wrong](const QJsonObject &body) { return QJsonDocument(body).toJson().contains(wrong.toUtf8()); };
        rig.gatewaySays = [=](const QJsonObject &body) {
            return !inCallback && isWrong(body) ? refusal("ABDM-1057") : PeerReply{};
        };
        for (int call = 0; call < 4; ++call) {
            QVERIFY(rig.carry());
            QTRY_COMPARE_WITH_TIMEOUT(rig.links.size(), call + 1, 60'000);
            QCOMPARE(Rig::contextsOf(rig.links[call].body), call == 0 ? 3 : 1);
            if (!isWrong(rig.links[call].body))
                rig.answer(rig.links[call].request);
            else if (inCallback)
                rig.answer(rig.links[call].request, u"ABDM-1057"_s);
        }
        QCOMPARE(rig.shown(), u"linked needs-attention linked"_s);
    }

    void afterALostAnswerTheSameLeaveTogetherAgain()
    {
        Rig rig(3);
        rig.gatewaySays = [](const QJsonObject &) { return PeerReply{0, {}, {}, PeerReply::Fate::Drop}; };
        QVERIFY(rig.carry());
        QCOMPARE(rig.links.size(), 1);
        rig.sign();
        rig.gatewaySays = [](const QJsonObject &) { return refusal("ABDM-1090"); }; // it knows the content
        rig.clinic.clock.advance(3s);
        QVERIFY(rig.carry());
        QTRY_COMPARE_WITH_TIMEOUT(rig.links.size(), 2, 60'000);
        QCOMPARE(rig.links[1].body, rig.links[0].body);
        QVERIFY(rig.links[1].request != rig.links[0].request); // a repeated REQUEST-ID is ABDM-1064
        rig.answer(rig.links[0].request); // it had the first one after all
        QCOMPARE(rig.shown(), u"linked linked linked queued"_s);
    }

    void aBridgeThatDiedBeforeTheAnswerFindsTheCallbackOfAll()
    {
        Rig rig(3);
        rig.gatewaySays = [](const QJsonObject &) { return PeerReply{0, {}, {}, PeerReply::Fate::Silence}; };
        rig.courier->look();
        QTRY_COMPARE_WITH_TIMEOUT(rig.links.size(), 1, 60'000);
        rig.gatewaySays = [](const QJsonObject &) { return PeerReply{}; };
        rig.clinic.clock.advance(31s);
        rig.restart();
        rig.answer(rig.links[0].request);
        QCOMPARE(rig.shown(), u"linked linked linked"_s);
        rig.clinic.clock.advance(1h);
        rig.courier->look();
        QCOMPARE(rig.links.size(), 1); // nothing is said again
    }

    void aBridgeThatDiedBeforeTheAnswerRepeatsTheSameCall()
    {
        Rig rig(3);
        rig.gatewaySays = [](const QJsonObject &) { return PeerReply{0, {}, {}, PeerReply::Fate::Silence}; };
        rig.courier->look();
        QTRY_COMPARE_WITH_TIMEOUT(rig.links.size(), 1, 60'000);
        rig.gatewaySays = [](const QJsonObject &) { return PeerReply{}; };
        rig.restart();
        rig.courier->look(); // sets free what nobody knows about
        rig.sign();
        rig.clinic.clock.advance(31s);
        QVERIFY(rig.carry());
        QTRY_COMPARE_WITH_TIMEOUT(rig.links.size(), 2, 60'000);
        QCOMPARE(rig.links[1].body, rig.links[0].body);
        rig.answer(rig.links[1].request);
        QCOMPARE(rig.shown(), u"linked linked linked queued"_s);
    }

    void aRecordThatWasWithdrawnIsNotInTheRepeat()
    {
        Rig rig(3);
        rig.gatewaySays = [](const QJsonObject &) { return PeerReply{503, {}, {}, {}}; };
        QVERIFY(rig.carry());
        storage::InboxMessage withdraw;
        withdraw.source = u"clinic"_s;
        withdraw.route = u"withdraw"_s;
        withdraw.request = rig.clinic.ids.next<RequestId>();
        withdraw.facility = rig.clinic.facility;
        withdraw.flow = rig.deliveries[0].flow;
        withdraw.body = "{\"actor\":\"clerk-1\",\"reason\":\"mistake\"}";
        withdraw.receivedAt = rig.clinic.clock.now();
        QVERIFY(storage::Inbox(*rig.clinic.db).put(withdraw));
        rig.clinic.drain();
        rig.gatewaySays = [](const QJsonObject &) { return PeerReply{}; };
        rig.clinic.clock.advance(3s);
        QVERIFY(rig.carry());
        QTRY_COMPARE_WITH_TIMEOUT(rig.links.size(), 2, 60'000);
        QCOMPARE(Rig::contextsOf(rig.links[1].body), 2);
        rig.answer(rig.links[1].request);
        QCOMPARE(rig.shown(), u"withdrawn linked linked"_s);
    }
};

QTEST_GUILESS_MAIN(TestLinkBatches)
#include "tst_link_batches.moc"
