#include "bridge_network.h"
#include "discovery_clinic.h"

#include <QSemaphore>
#include <QTest>

using namespace nadi;
using namespace nadi::test;
using namespace Qt::StringLiterals;

namespace
{

constexpr int patienceMs = 120'000;
constexpr int softMs = 2'500;
constexpr auto onDiscover = "/api/hiecm/user-initiated-linking/v3/patient/care-context/on-discover";

/// A database whose answer to "what came in?" keeps the engine waiting until the test lets it through.
class SlowSealer final : public storage::Sealer
{
public:
    Result<QByteArray> seal(QByteArrayView plain, QByteArrayView context) const override
    {
        return m_plain.seal(plain, context);
    }
    Result<QByteArray> open(QByteArrayView sealed, QByteArrayView context) const override
    {
        if (slow && context.startsWith("inbox:/api/v3/hip/patient/care-context/discover"))
            m_turns.acquire();
        return m_plain.open(sealed, context);
    }
    QByteArray blindIndex(QByteArrayView field, QByteArrayView value) const override
    {
        return m_plain.blindIndex(field, value);
    }
    void letThrough()
    {
        slow = false;
        m_turns.release(100);
    }

    std::atomic<bool> slow = false;

private:
    PlainSealer m_plain;
    mutable QSemaphore m_turns;
};

QByteArray question(const BridgeNetwork &network, const DiscoveryClinic &clinic)
{
    CallbackRequest request;
    request.path = discoverPath;
    request.token = network.token();
    request.facility = clinic.facility.value().toLatin1();
    request.body = QJsonDocument(DiscoveryClinic::asks()).toJson(QJsonDocument::Compact);
    return request.bytes();
}

}

/// Soft 2.5 s for the HTTP response, hard 5 s for the answer, and both ways of giving it, through the real door while
/// the database is slow (S-Q2).
class TestDiscoveryDeadlines : public QObject
{
    Q_OBJECT

    static std::unique_ptr<DiscoveryClinic> makeClinic()
    {
        auto clinic = std::make_unique<DiscoveryClinic>();
        clinic->recordOf(clinic->person(u"Asha Verma"_s, u"9000000001"_s));
        clinic->drain();
        clinic->runner.reset();
        return clinic;
    }

private Q_SLOTS:
    void whereAndWhenTheAnswerGoes_data()
    {
        QTest::addColumn<QString>("mode");
        QTest::addColumn<int>("slowMs");
        QTest::addColumn<int>("status"); // of the HTTP response
        QTest::addColumn<int>("calls"); // on-discover at the gateway
        QTest::addColumn<QString>("code"); // in the answer; none: the patient's contexts
        const auto row = [](const char *mode, int slowMs, int status, int calls, const char *code) {
            QTest::addRow("%s, database slow for %d ms", mode, slowMs)
                << QString::fromLatin1(mode) << slowMs << status << calls << QString::fromLatin1(code);
        };
        row("callback", 0, 202, 1, "");
        row("both", 0, 200, 1, "");
        row("body", 0, 200, 0, "");
        row("callback", softMs + 500, 202, 1, "");
        row("both", softMs + 500, 202, 1, "");
        row("body", softMs + 500, 202, 1, ""); // the response could not wait: then by call
        row("callback", 5'200, 202, 1, "ABDM-1028");
        row("both", 5'200, 202, 1, "ABDM-1028");
        row("body", 5'200, 202, 1, "ABDM-1028");
    }
    void whereAndWhenTheAnswerGoes()
    {
        QFETCH(QString, mode);
        QFETCH(int, slowMs);
        QFETCH(int, status);
        QFETCH(int, calls);
        QFETCH(QString, code);
        const auto clinic = makeClinic();
        SlowSealer sealer;
        sealer.slow = slowMs > 0;
        BridgeNetwork network(clinic->config, sealer, {{u"discovery.answer"_s, mode}});
        QTRY_VERIFY_WITH_TIMEOUT(network.knowsKeys(), patienceMs);
        auto client = network.client();
        QVERIFY(client.ready());
        QElapsedTimer timer;
        timer.start();
        client.send(question(network, *clinic));
        if (mode == u"callback" || slowMs > 0) { // the response does not wait for the database to be quick again
            QCOMPARE(client.receive(patienceMs).status, status);
            QVERIFY(mode == u"callback" || timer.elapsed() >= softMs);
            QTRY_VERIFY_WITH_TIMEOUT(timer.elapsed() >= slowMs, patienceMs);
            sealer.letThrough();
        } else {
            const auto response = client.receive(patienceMs);
            QCOMPARE(response.status, status);
            QVERIFY(timer.elapsed() >= 500); // not before its time, in the body neither
            const auto body = QJsonDocument::fromJson(response.body).object();
            QCOMPARE(body[u"transactionId"].toString(), test::transaction);
            QCOMPARE(body[u"patient"].toArray().size(), 1);
        }
        // The answer's call is over, whichever way it went; then what the gateway has is all it gets.
        const auto answerCall = [&]() -> storage::OutboxMessage {
            const auto answers = clinic->answers(abdm::operation::onDiscover);
            return answers.size() == 1 ? answers.first() : storage::OutboxMessage();
        };
        QTRY_COMPARE_WITH_TIMEOUT(answerCall().state, storage::OutboxState::Confirmed, patienceMs);
        const auto heard = network.heard(onDiscover);
        QCOMPARE(heard.size(), calls);
        for (const auto &answer : heard) {
            QCOMPARE(answer.body[u"error"][u"code"].toString(), code);
            QCOMPARE(answer.body[u"patient"].toArray().size(), code.isEmpty() ? 1 : 0);
        }
        QCOMPARE(answerCall().attempts, calls);
    }

    /// Another program holds the write lock for longer than the response may wait for an answer: nobody is told 202
    /// before the question is safe, and then the answer leaves by call.
    void nothingIsAcknowledgedBeforeItIsStored() // S-C8
    {
        const auto clinic = makeClinic();
        const PlainSealer sealer;
        BridgeNetwork network(clinic->config, sealer, {{u"discovery.answer"_s, u"body"_s}});
        QTRY_VERIFY_WITH_TIMEOUT(network.knowsKeys(), patienceMs);
        auto client = network.client();
        QVERIFY(client.ready());
        {
            const storage::Transaction other(*clinic->db);
            QVERIFY(other.begun());
            client.send(question(network, *clinic));
            QCOMPARE(client.receive(softMs + 500).status, 0);
            QVERIFY(storage::Inbox(*clinic->db).inState(storage::InboxState::New, 10)->isEmpty());
        }
        QCOMPARE(client.receive(patienceMs).status, 202);
        QTRY_COMPARE_WITH_TIMEOUT(network.heard(onDiscover).size(), 1, patienceMs);
        QCOMPARE(network.heard(onDiscover).first().body[u"patient"].toArray().size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestDiscoveryDeadlines)
#include "tst_discovery_deadlines.moc"
