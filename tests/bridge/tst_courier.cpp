#include "abdm/endpoint.h"
#include "bridge/courier.h"
#include "runner_clinic.h"
#include "storage/meta.h"

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
    abdm::Gateway gateway{gatewayConfig(), clinic.clock, clinic.ids};
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
};

QTEST_GUILESS_MAIN(TestCourier)
#include "tst_courier.moc"
