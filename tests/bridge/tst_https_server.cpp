#include "bridge/health_page.h"
#include "bridge/https_server.h"
#include "crypto/tls_identity.h"
#include "support/time_limit.h"
#include "tls_client.h"

#include <QTcpSocket>
#include <QTest>

#include <atomic>
#include <thread>

using namespace nadi;
using bridge::HttpRequest;
using bridge::HttpResponse;
using bridge::HttpsServer;
using test::TlsClient;

namespace
{

crypto::PemIdentity identity()
{
    return crypto::makeServerIdentity({QStringLiteral("localhost"), QStringLiteral("127.0.0.1")},
        UtcTime::fromDateTime(QDateTime::currentDateTimeUtc()), 30)
        .value();
}

QByteArray post(const QByteArray &path, const QByteArray &body, const QByteArray &more = {})
{
    return "POST " + path + " HTTP/1.1\r\nHost: localhost\r\n" + more
        + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

/// A server whose handler echoes the body, and refuses whoever does not say "authorization: ok".
struct EchoServer
{
    explicit EchoServer(bridge::HttpLimits limits = {})
    {
        bridge::HttpHandler handler;
        handler.admit = [this](const HttpRequest &head) -> std::optional<HttpResponse> {
            ++admitted;
            if (head.headers.value("authorization") == "ok")
                return std::nullopt;
            HttpResponse refusal;
            refusal.status = 401;
            return refusal;
        };
        handler.handle = [this](HttpRequest request, const std::function<void(HttpResponse)> &respond) {
            ++handled;
            if (request.path == "/lost")
                return;
            HttpResponse response;
            response.status = 200;
            response.contentType = "text/plain";
            response.body
                = request.path + '|' + request.query + '|' + request.headers.value("x-hip-id") + '|' + request.body;
            respond(response);
            respond(response);
        };
        server
            = HttpsServer::start({.certificatePem = pem.certificatePem, .keyPem = pem.keyPem}, limits, handler).value();
    }
    TlsClient client() const { return TlsClient(server->port(), pem.issuerPem); }

    crypto::PemIdentity pem = identity();
    std::atomic<int> admitted = 0;
    std::atomic<int> handled = 0;
    std::unique_ptr<HttpsServer> server;
};

const QByteArray ok = "Authorization: ok\r\n";

}

class TestHttpsServer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersARequestAndKeepsTheConnection()
    {
        EchoServer echo;
        auto client = echo.client();
        QVERIFY(client.ready());
        for (int i = 0; i < 3; ++i) {
            client.send(post("/a?x=1", "hello", ok + "X-HIP-ID: IN07\r\n"));
            const auto answer = client.receive();
            QCOMPARE(answer.status, 200);
            QCOMPARE(answer.body, QByteArray("/a|x=1|IN07|hello"));
        }
        QCOMPARE(echo.handled.load(), 3);
    }

    void neverSaysWhichProgramAnswers()
    {
        EchoServer echo;
        auto client = echo.client();
        client.send(post("/a", "", ok));
        QVERIFY(!client.receive().head.toLower().contains("server:"));
    }

    void refusesAStrangerBeforeTheBodyAndCloses()
    {
        EchoServer echo;
        auto client = echo.client();
        client.send("POST /a HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000000\r\n\r\n");
        QCOMPARE(client.receive().status, 401);
        QVERIFY(client.closedByPeer());
        QCOMPARE(echo.handled.load(), 0);
    }

    void refusesByStatus_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<int>("status");
        const QByteArray start = "POST /a HTTP/1.1\r\nHost: localhost\r\n" + ok;
        QTest::newRow("head too big") << start + "X: " + QByteArray(20'000, 'a') + "\r\n\r\n" << 431;
        QTest::newRow("many fields") << start + QByteArray("X: a\r\n").repeated(4'000) + "\r\n" << 431;
        QTest::newRow("announced body too big") << start + "Content-Length: 1048577\r\n\r\n" << 413;
        QTest::newRow("absurd length") << start + "Content-Length: 99999999999999999999999\r\n\r\n" << 400;
        QTest::newRow("negative length") << start + "Content-Length: -1\r\n\r\n" << 400;
        QTest::newRow("signed length") << start + "Content-Length: +5\r\n\r\nhello" << 400;
        QTest::newRow("two lengths") << start + "Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello!" << 400;
        QTest::newRow("one length twice") << start + "Content-Length: 5\r\nContent-Length: 5\r\n\r\nhello" << 400;
        QTest::newRow("length list") << start + "Content-Length: 5, 5\r\n\r\nhello" << 400;
        QTest::newRow("length then chunked")
            << start + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"
            << 400;
        QTest::newRow("chunked then length")
            << start + "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n"
            << 400;
        QTest::newRow("two encodings") << start
                + "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n0\r\n\r\n"
                                       << 400;
        QTest::newRow("gzip, chunked") << start + "Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n" << 400;
        QTest::newRow("unknown encoding") << start + "Transfer-Encoding: xchunked\r\n\r\n" << 400;
        QTest::newRow("blank before colon") << start + "Content-Length : 5\r\n\r\nhello" << 400;
        QTest::newRow("bare line feed") << QByteArray("POST /a HTTP/1.1\nHost: localhost\n\n") << 400;
        QTest::newRow("no host") << "POST /a HTTP/1.1\r\n" + ok + "Content-Length: 0\r\n\r\n" << 400;
        QTest::newRow("two hosts") << start + "Host: other\r\nContent-Length: 0\r\n\r\n" << 400;
        QTest::newRow("chunked in HTTP/1.0")
            << "POST /a HTTP/1.0\r\n" + ok + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n"
            << 400;
        QTest::newRow("bad chunk size") << start + "Transfer-Encoding: chunked\r\n\r\nzz\r\n\r\n" << 400;
        QTest::newRow("folded line") << start + "X: a\r\n b\r\n\r\n" << 400;
        QTest::newRow("NUL in a field") << start + QByteArray("X: a\0b\r\n\r\n", 10) << 400;
        QTest::newRow("not HTTP") << QByteArray("\x16\x03\x01garbage garbage\r\n\r\n") << 400;
        QTest::newRow("strange expectation") << start + "Expect: magic\r\nContent-Length: 5\r\n\r\n" << 417;
        QByteArray chunks = start + "Transfer-Encoding: chunked\r\n\r\n";
        for (int i = 0; i < 17; ++i)
            chunks += "10000\r\n" + QByteArray(0x10000, 'a') + "\r\n";
        QTest::newRow("chunked body too big") << chunks << 413;
    }
    void refusesByStatus()
    {
        QFETCH(QByteArray, request);
        QFETCH(int, status);
        EchoServer echo;
        auto client = echo.client();
        client.send(request);
        QCOMPARE(client.receive().status, status);
        QVERIFY(client.closedByPeer());
        QCOMPARE(echo.handled.load(), 0);
    }

    void takesAChunkedBody()
    {
        EchoServer echo;
        auto client = echo.client();
        client.send("POST /a HTTP/1.1\r\nHost: localhost\r\n" + ok
            + "Transfer-Encoding: chunked\r\n\r\n3\r\nhel\r\n2\r\nlo\r\n0\r\n\r\n");
        QCOMPARE(client.receive().body, QByteArray("/a|||hello"));
    }

    void asksForTheBodyOnlyAfterAdmission()
    {
        EchoServer echo;
        auto client = echo.client();
        client.send(
            "POST /a HTTP/1.1\r\nHost: localhost\r\n" + ok + "Expect: 100-continue\r\nContent-Length: 5\r\n\r\n");
        QCOMPARE(client.receive().status, 100);
        client.send("hello");
        QCOMPARE(client.receive().body, QByteArray("/a|||hello"));

        auto stranger = echo.client();
        stranger.send("POST /a HTTP/1.1\r\nHost: localhost\r\nExpect: 100-continue\r\nContent-Length: 5\r\n\r\n");
        QCOMPARE(stranger.receive().status, 401);
    }

    void answersPipelinedRequestsInOrder()
    {
        EchoServer echo;
        auto client = echo.client();
        QByteArray all;
        for (int i = 0; i < 50; ++i)
            all += post("/" + QByteArray::number(i), "b" + QByteArray::number(i), ok);
        client.send(all);
        for (int i = 0; i < 50; ++i)
            QCOMPARE(client.receive().body, "/" + QByteArray::number(i) + "|||b" + QByteArray::number(i));
    }

    void joinsRepeatedFieldsSoThatNeitherIsChosen()
    {
        EchoServer echo;
        auto client = echo.client();
        client.send(post("/a", "", ok + "X-HIP-ID: A\r\nx-hip-id: B\r\n"));
        QCOMPARE(client.receive().body, QByteArray("/a||A, B|"));
    }

    void answers408WhenHeadOrBodyStops_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("half a head") << QByteArray("POST /a HTTP/1.1\r\nHost: loc");
        QTest::newRow("half a body") << "POST /a HTTP/1.1\r\nHost: localhost\r\n" + ok
                + "Content-Length: 10\r\n\r\nhello";
    }
    void answers408WhenHeadOrBodyStops()
    {
        QFETCH(QByteArray, bytes);
        using namespace std::chrono_literals;
        EchoServer echo({.headTime = 200ms, .bodyTime = 200ms, .idleTime = 200ms});
        auto client = echo.client();
        client.send(bytes);
        QCOMPARE(client.receive().status, 408);
        QVERIFY(client.closedByPeer());
    }

    void closesAnIdleConnectionWithoutAWord()
    {
        using namespace std::chrono_literals;
        EchoServer echo({.idleTime = 100ms});
        auto client = echo.client();
        client.send(post("/a", "", ok));
        QCOMPARE(client.receive().status, 200);
        QVERIFY(client.closedByPeer());
    }

    void answers500WhenTheHandlerLosesTheRequest()
    {
        EchoServer echo;
        auto client = echo.client();
        client.send(post("/lost", "", ok));
        QCOMPARE(client.receive().status, 500);
    }

    void servesHonestCallersAmongFiveHundredSlowOnes()
    {
        EchoServer echo({.connections = 200});
        // With handshake: the worst honest caller. On a busy machine also the best one waits.
        const auto p99 = [&echo] {
            std::vector<qint64> times;
            for (int i = 0; i < 200; ++i) {
                QElapsedTimer timer;
                timer.start();
                auto client = echo.client();
                client.send(post("/a", "x", ok));
                times.push_back(client.receive().status == 200 ? timer.elapsed() : 60'000);
            }
            std::sort(times.begin(), times.end());
            return times[197];
        };
        const qint64 alone = p99();
        std::vector<std::unique_ptr<QTcpSocket>> slow;
        for (int i = 0; i < 500; ++i) {
            auto socket = std::make_unique<QTcpSocket>();
            socket->connectToHost(QStringLiteral("127.0.0.1"), echo.server->port());
            QVERIFY(socket->waitForConnected(5'000));
            if (i % 2) // the first byte of a TLS handshake, and then nothing
                socket->write("\x16", 1);
            socket->waitForBytesWritten(10);
            slow.push_back(std::move(socket));
        }
        const qint64 amongSlow = p99();
        QVERIFY2(amongSlow <= std::max<qint64>(test::timeLimit(100), 5 * alone),
            qPrintable(QStringLiteral("%1 ms, alone %2 ms").arg(amongSlow).arg(alone)));
    }

    void turnsAwayFastWhenEveryPlaceIsBusy()
    {
        // Two callers whose bodies are still on the way are being served; the third finds no place.
        EchoServer echo({.connections = 2});
        const QByteArray half
            = "POST /a HTTP/1.1\r\nHost: localhost\r\n" + ok + "Expect: 100-continue\r\nContent-Length: 5\r\n\r\n";
        auto first = echo.client();
        auto second = echo.client();
        first.send(half);
        second.send(half);
        QCOMPARE(first.receive().status, 100);
        QCOMPARE(second.receive().status, 100);
        QElapsedTimer timer;
        timer.start();
        auto third = echo.client();
        QVERIFY(!third.ready());
        QVERIFY(timer.elapsed() < 10'000);
        first.send("hello");
        QCOMPARE(first.receive().status, 200);
    }

    void takesANewCertificateWithoutLosingAConnection()
    {
        EchoServer echo;
        auto before = echo.client();
        const auto next = identity();
        QVERIFY(echo.server->replaceCertificate(next.certificatePem, next.keyPem));
        before.send(post("/a", "", ok));
        QCOMPARE(before.receive().status, 200);
        TlsClient after(echo.server->port(), next.issuerPem);
        QVERIFY(after.ready());
        QVERIFY(after.peer() != before.peer());
        QVERIFY(!echo.client().ready()); // trusts only the old issuer

        const auto mixed = echo.server->replaceCertificate(echo.pem.certificatePem, next.keyPem);
        QVERIFY(!mixed);
        QCOMPARE(mixed.error().code, QStringLiteral("TLS-CERTIFICATE"));
    }

    void refusesAPortThatIsTakenAndAnUnreadableCertificate()
    {
        EchoServer echo;
        const auto taken = HttpsServer::start(
            {.port = echo.server->port(), .certificatePem = echo.pem.certificatePem, .keyPem = echo.pem.keyPem}, {},
            {});
        QVERIFY(!taken);
        QCOMPARE(taken.error().code, QStringLiteral("LISTEN"));
        const auto broken = HttpsServer::start({.certificatePem = "no", .keyPem = "no"}, {}, {});
        QVERIFY(!broken);
        QCOMPARE(broken.error().code, QStringLiteral("TLS-CERTIFICATE"));
    }

    void healthIsForTheMachineItself_data() // S-C13
    {
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<int>("status");
        const auto get
            = [](const QByteArray &more) { return "GET /health HTTP/1.1\r\nHost: localhost\r\n" + more + "\r\n"; };
        QTest::newRow("direct") << get({}) << 200;
        for (const char *header :
            {"Forwarded: for=1.2.3.4", "X-Forwarded-For: 1.2.3.4", "x-real-ip: 1.2.3.4", "Via: 1.1 proxy"})
            QTest::newRow(header) << get(QByteArray(header) + "\r\n") << 403;
        QTest::newRow("other path") << QByteArray("GET /admin HTTP/1.1\r\nHost: localhost\r\n\r\n") << 404;
        QTest::newRow("other method") << post("/health", {}) << 405;
    }
    void healthIsForTheMachineItself()
    {
        QFETCH(QByteArray, request);
        QFETCH(int, status);
        const auto pem = identity();
        const auto server = HttpsServer::start(
            {.certificatePem = pem.certificatePem, .keyPem = pem.keyPem}, {}, bridge::healthPage([] {
                return QJsonObject{{QStringLiteral("steps"), 5}};
            })).value();
        TlsClient client(server->port(), pem.issuerPem);
        client.send(request);
        const auto answer = client.receive();
        QCOMPARE(answer.status, status);
        QCOMPARE(answer.body.contains("steps"), status == 200);
    }

    void stopsWhileAnAnswerIsPending()
    {
        std::function<void(HttpResponse)> late;
        std::atomic<bool> arrived = false;
        const auto pem = identity();
        bridge::HttpHandler handler;
        handler.handle = [&](HttpRequest, std::function<void(HttpResponse)> respond) {
            late = std::move(respond);
            arrived = true;
        };
        auto server
            = HttpsServer::start({.certificatePem = pem.certificatePem, .keyPem = pem.keyPem}, {}, handler).value();
        TlsClient client(server->port(), pem.issuerPem);
        client.send(post("/a", ""));
        QTRY_VERIFY(arrived);
        server.reset();
        late({});
        QVERIFY(client.closedByPeer());
    }
};

QTEST_GUILESS_MAIN(TestHttpsServer)
#include "tst_https_server.moc"
