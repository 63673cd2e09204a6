#include "../abdm/samples.h"
#include "callback_door.h"

#include <QTest>

using namespace nadi;
using namespace std::chrono_literals;
using test::CallbackDoor;
using test::CallbackRequest;
using test::TokenMaker;

namespace
{

constexpr int patienceMs = 60'000;

const TokenMaker &gateway()
{
    static const TokenMaker maker;
    return maker;
}

Result<QByteArray> gatewayKeys()
{
    return gateway().keySet();
}

CallbackRequest question()
{
    CallbackRequest request;
    request.path = "/api/v3/hip/patient/care-context/discover";
    request.token = gateway().token();
    request.body = test::sampleBytes(QStringLiteral("discover_callback"));
    return request;
}

}

/// discovery.answer "body" and "both": the HTTP response waits for the answer, over real TLS.
class TstDiscoveryIntake : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;

private Q_SLOTS:
    void theAnswerIsTheBodyOfTheResponse()
    {
        CallbackDoor door(m_dir.filePath(QStringLiteral("body.db")), gatewayKeys);
        door.awaitAnswers(10min);
        auto client = door.client();
        QVERIFY(client.ready());
        client.send(question().bytes());
        QTRY_COMPARE_WITH_TIMEOUT(door.stored().size(), 1, patienceMs); // stored before anybody is answered
        QVERIFY(door.bodyAnswers->give(door.stored().first().request, "{\"matchedBy\":[\"MOBILE\"]}", 0ms));
        const auto response = client.receive();
        QCOMPARE(response.status, 200);
        QCOMPARE(response.body, QByteArray("{\"matchedBy\":[\"MOBILE\"]}"));
    }

    void withoutAnAnswerInTimeItIs202()
    {
        CallbackDoor door(m_dir.filePath(QStringLiteral("late.db")), gatewayKeys);
        door.awaitAnswers(50ms);
        auto client = door.client();
        QVERIFY(client.ready());
        client.send(question().bytes());
        QCOMPARE(client.receive().status, 202);
        QCOMPARE(door.stored().size(), 1);
    }

    void otherCallbacksNeverWait()
    {
        CallbackDoor door(m_dir.filePath(QStringLiteral("other.db")), gatewayKeys);
        door.awaitAnswers(10min);
        auto client = door.client();
        QVERIFY(client.ready());
        CallbackRequest other;
        other.token = gateway().token();
        client.send(other.bytes());
        QCOMPARE(client.receive().status, 202);
    }

    void whatCannotBeReadIsRefusedAtOnce()
    {
        CallbackDoor door(m_dir.filePath(QStringLiteral("broken.db")), gatewayKeys);
        door.awaitAnswers(10min);
        auto client = door.client();
        QVERIFY(client.ready());
        auto broken = question();
        broken.body = "{";
        client.send(broken.bytes());
        QCOMPARE(client.receive().status, 400);
    }
};

QTEST_GUILESS_MAIN(TstDiscoveryIntake)
#include "tst_discovery_intake.moc"
