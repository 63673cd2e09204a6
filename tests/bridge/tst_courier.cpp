#include "abdm/endpoint.h"
#include "bridge/courier.h"
#include "crypto/tls_identity.h"
#include "runner_clinic.h"
#include "storage/meta.h"
#include "support/tls_peer.h"

#include <QTest>

using namespace nadi;
using namespace std::chrono_literals;
using storage::OutboxState;
using test::RunnerClinic;

namespace
{

/// The courier of a clinic whose gateway's door is shut: what it takes up is seen in the attempts.
struct Rig
{
    explicit Rig(const abdm::GatewayConfig &config = gatewayConfig())
        : gateway(config, clinic.clock, clinic.ids)
    {
    }
    static abdm::GatewayConfig gatewayConfig()
    {
        abdm::GatewayConfig config;
        config.baseUrl = QUrl(QStringLiteral("https://127.0.0.1:1"));
        config.cmId = QStringLiteral("sbx");
        config.clientId = QStringLiteral("SBXID_1");
        return config;
    }

    void put(const QString &key, QStringView operation, OutboxState state = OutboxState::Pending)
    {
        storage::OutboxMessage message;
        message.businessKey = key;
        message.facility = clinic.facility;
        message.operation = operation.toString();
        message.state = state;
        message.dueAt = clinic.clock.now() + std::chrono::milliseconds(order++); // the first put is due first
        message.deadline = clinic.clock.now() + 1h;
        message.createdAt = clinic.clock.now();
        [[maybe_unused]] const auto stored = storage::Outbox(*clinic.db).put(message);
    }
    storage::OutboxMessage of(const QString &key) { return storage::Outbox(*clinic.db).byBusinessKey(key).value(); }
    Done pause(const QString &value) { return storage::Meta(*clinic.db).set(storage::metaBridgePaused, value); }

    RunnerClinic clinic;
    abdm::Gateway gateway;
    QStringList pages;
    int order = 0;
    bridge::Courier courier{{*clinic.db, gateway, clinic.clock, clinic.steady, clinic.ids, clinic.random,
        clinic.counters, 30s, 100, [] {}, [this](const storage::OutboxMessage &page) { pages << page.businessKey; }}};
};

}

class TestCourier : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingLeavesARestoredClinicBeforeItIsResumed() // S-B5
    {
        Rig rig;
        QVERIFY(rig.pause(QStringLiteral("1")));
        rig.put(QStringLiteral("new"), abdm::operation::smsNotify);
        rig.put(QStringLiteral("restored"), abdm::operation::linkCareContext, OutboxState::Unknown);
        rig.clinic.clock.advance(1s);
        QVERIFY(rig.courier.recover());
        rig.courier.look();
        rig.courier.recoverForeign();
        rig.courier.look();
        QCOMPARE(rig.of(QStringLiteral("new")).state, OutboxState::Pending);
        QCOMPARE(rig.of(QStringLiteral("restored")).state, OutboxState::Unknown);
        QCOMPARE(rig.clinic.counters.callsSent.load(), 0);

        QVERIFY(rig.pause(QStringLiteral("0")));
        rig.courier.look();
        QCOMPARE(rig.of(QStringLiteral("new")).attempts, 1);
        QCOMPARE(rig.of(QStringLiteral("restored")).state, OutboxState::Pending); // the gateway tells repeats apart
        QCOMPARE(rig.clinic.counters.callsSent.load(), 1);
    }

    void whatIsDueTogetherIsBegunTogether()
    {
        Rig rig;
        for (int i = 0; i < 6; ++i)
            rig.put(QStringLiteral("answer-%1").arg(i), abdm::operation::onDiscover);
        rig.put(QStringLiteral("odd"), u"no.such-operation");
        rig.clinic.clock.advance(1s);
        rig.courier.look();
        // Four places of their own; each is ours, with its attempt written, before any of them left.
        for (int i = 0; i < 6; ++i) {
            const auto call = rig.of(QStringLiteral("answer-%1").arg(i));
            QCOMPARE(call.state, i < 4 ? OutboxState::Leased : OutboxState::Pending);
            QCOMPARE(call.attempts, i < 4 ? 1 : 0);
        }
        QCOMPARE(rig.of(QStringLiteral("odd")).state, OutboxState::Refused);
        QCOMPARE(rig.clinic.counters.callsSent.load(), 4);
    }

    void aTokenRequestCutOffByACrashIsRepeatedWhileItIsRecognised_data()
    {
        QTest::addColumn<int>("seconds");
        QTest::addColumn<OutboxState>("state");
        QTest::newRow("at once") << 1 << OutboxState::Pending;
        QTest::newRow("the gateway may have forgotten it") << 61 << OutboxState::Unknown;
    }
    void aTokenRequestCutOffByACrashIsRepeatedWhileItIsRecognised()
    {
        QFETCH(int, seconds);
        Rig rig;
        rig.put(QStringLiteral("token"), abdm::operation::generateToken, OutboxState::Unknown);
        rig.clinic.clock.advance(std::chrono::seconds(seconds));
        QVERIFY(rig.courier.recover());
        rig.courier.look();
        QTEST(rig.of(QStringLiteral("token")).state, "state");
    }

    void anAnnouncementCutOffByACrashWaitsForItsCallback() // S-O6
    {
        Rig rig;
        rig.put(QStringLiteral("notify"), abdm::operation::contextNotify, OutboxState::Unknown);
        rig.put(QStringLiteral("other"), abdm::operation::contextNotify, OutboxState::Unknown);
        QVERIFY(rig.courier.recover());
        rig.courier.look();
        rig.clinic.clock.advance(59s);
        rig.courier.look();
        QCOMPARE(rig.clinic.counters.callsSent.load(), 0);
        // The callback of the first: it was heard, and is not said again.
        QVERIFY(storage::Outbox(*rig.clinic.db)
                .conclude(QStringLiteral("notify"), OutboxState::Confirmed, {}, rig.clinic.clock.now()));
        rig.clinic.clock.advance(2s);
        rig.courier.look();
        QCOMPARE(rig.of(QStringLiteral("notify")).attempts, 0);
        QCOMPARE(rig.of(QStringLiteral("other")).attempts, 1);
    }

    void anAcknowledgementNeverWaitsBehindLinksAndPages() // S-Q5
    {
        Rig rig;
        for (int i = 0; i < 100; ++i) {
            rig.put(QStringLiteral("page:%1").arg(i), abdm::operation::pushPage);
            rig.put(QStringLiteral("link:%1").arg(i), abdm::operation::contextNotify);
        }
        rig.put(QStringLiteral("consent"), abdm::operation::consentOnNotify);
        rig.clinic.clock.advance(1s);
        QVERIFY(rig.courier.recover());
        rig.courier.look();
        QCOMPARE(rig.of(QStringLiteral("consent")).attempts, 1);
        QCOMPARE(rig.pages, QStringList({QStringLiteral("page:0"), QStringLiteral("page:1")}));
        QCOMPARE(rig.clinic.counters.callsSent.load(), 1 + 2 + 4);
    }

    /// A gateway that finds our time wrong refuses everything and does not name the clock; its Date header does (S-M2).
    void aClockThatIsWrongStopsSendingUntilItIsRight_data()
    {
        QTest::addColumn<std::chrono::seconds>("gatewayAhead");
        QTest::addColumn<QString>("told");
        QTest::newRow("we are ten minutes slow") << std::chrono::seconds(10min) << QStringLiteral("-600");
        QTest::newRow("we are a day fast") << std::chrono::seconds(-24h) << QStringLiteral("86400");
    }
    void aClockThatIsWrongStopsSendingUntilItIsRight()
    {
        QFETCH(std::chrono::seconds, gatewayAhead);
        QFETCH(QString, told);
        const auto identity = crypto::makeServerIdentity(
            {QStringLiteral("localhost")}, UtcTime::fromDateTime(QDateTime::currentDateTimeUtc()), 30)
                                  .value();
        const test::ManualClock *clock = nullptr;
        test::TlsPeer peer(identity.certificatePem, identity.keyPem, [&](const test::PeerRequest &request) {
            const auto time = (clock->now() + gatewayAhead).toDateTime();
            const auto date = QLocale::c().toString(time, u"ddd, dd MMM yyyy hh:mm:ss 'GMT'").toLatin1();
            const QByteArray header = "Date: " + date + "\r\n";
            if (request.path.endsWith("/sessions"))
                return test::PeerReply{202, "{\"accessToken\":\"t\",\"expiresIn\":1200}", header, {}};
            const bool right = gatewayAhead == 0s;
            return test::PeerReply{
                right ? 202 : 400, right ? "" : "{\"error\":{\"code\":\"ABDM-1016\",\"message\":\"bad\"}}", header, {}};
        });
        auto config = Rig::gatewayConfig();
        config.baseUrl = peer.url();
        config.caPem = identity.issuerPem;
        config.clientSecret = Secret("secret");
        Rig rig(config);
        clock = &rig.clinic.clock;
        const auto sent = [&] { return rig.clinic.counters.callsSent.load(); };
        const auto skew = [&] { return *storage::Meta(*rig.clinic.db).value(storage::metaClockSkewSeconds); };

        rig.put(QStringLiteral("first"), abdm::operation::consentOnNotify);
        rig.clinic.clock.advance(1s);
        QVERIFY(rig.courier.recover());
        rig.courier.look();
        QTRY_COMPARE(skew(), told); // with the first answer
        QTRY_COMPARE(rig.of(QStringLiteral("first")).lastError, QStringLiteral("CLOCK")); // not refused for good
        QCOMPARE(rig.of(QStringLiteral("first")).state, OutboxState::Pending);

        // Nothing leaves, no page of a record either (S-M4); once a minute one message tries.
        rig.put(QStringLiteral("page"), abdm::operation::pushPage);
        rig.put(QStringLiteral("second"), abdm::operation::smsNotify);
        rig.clinic.clock.advance(30s);
        rig.courier.look();
        QCOMPARE(sent(), 1);
        QVERIFY(rig.pages.isEmpty());
        rig.clinic.clock.advance(31s);
        rig.courier.look();
        QCOMPARE(sent(), 2);
        rig.courier.look();
        QCOMPARE(sent(), 2);
        QTRY_COMPARE(rig.of(QStringLiteral("first")).attempts, 2);
        QTRY_COMPARE(rig.of(QStringLiteral("first")).state, OutboxState::Pending);

        gatewayAhead = 0s; // somebody set the clock right
        rig.clinic.clock.advance(61s);
        rig.courier.look();
        QTRY_COMPARE(skew(), QStringLiteral("0"));
        QTRY_COMPARE(rig.pages, QStringList(QStringLiteral("page")));
        QTRY_COMPARE(rig.of(QStringLiteral("first")).state, OutboxState::Confirmed);
        QTRY_COMPARE(rig.of(QStringLiteral("second")).state, OutboxState::Confirmed);
    }
};

QTEST_GUILESS_MAIN(TestCourier)
#include "tst_courier.moc"
