#include "sandbox/control.h"
#include "sandbox/network.h"
#include "support/manual_clock.h"

#include <QJsonDocument>
#include <QTest>

using namespace nadi;
using namespace nadi::sandbox;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{
const QByteArray servicesPath = "/api/hiecm/gateway/v3/bridge-services";
const QByteArray goodUrl = "{\"url\":\"https://bridge.example.in\"}";
const QByteArray statusQuestion = "{\"consentRequestId\":\"x\"}";
const QByteArray urlPath = "/api/hiecm/gateway/v3/bridge/url";

/// The code of an error body in any of its shapes.
QString codeOf(const bridge::HttpResponse &response)
{
    const auto document = QJsonDocument::fromJson(response.body);
    const auto object = document.isArray() ? document.array().at(0).toObject() : document.object();
    const auto code = object[u"error"].isObject() ? object[u"error"][u"code"] : object[u"code"];
    return code.toString().section(u':', 0, 0);
}
}

/// The door of the network, knocked at with plain requests that no honest client would send.
class TestFront : public QObject
{
    Q_OBJECT

    test::ManualClock clock;
    SystemRandom random;
    std::unique_ptr<Network> network;
    QByteArray token;

    bridge::HttpResponse ask(const bridge::HttpRequest &request)
    {
        std::optional<bridge::HttpResponse> answer;
        network->handle(request, [&answer](bridge::HttpResponse response) { answer = std::move(response); });
        [&] { QTRY_VERIFY(answer.has_value()); }();
        return answer.value_or(bridge::HttpResponse{});
    }
    bridge::HttpRequest honest(
        const QByteArray &method = "GET", const QByteArray &path = servicesPath, const QByteArray &body = {})
    {
        return {method, path, {},
            {{"request-id", network->ids->uuid().toLatin1()}, {"timestamp", clock.now().toIso().toLatin1()},
                {"x-cm-id", "sbx"}, {"authorization", "Bearer " + token}},
            body};
    }
    bridge::HttpResponse login(const QByteArray &secret)
    {
        const QJsonObject body{{u"clientId"_s, u"SBXID_000001"_s}, {u"grantType"_s, u"client_credentials"_s},
            {u"clientSecret"_s, QString::fromLatin1(secret)}};
        auto request = honest("POST", "/api/hiecm/gateway/v3/sessions", QJsonDocument(body).toJson());
        request.headers.remove("authorization");
        return ask(request);
    }

private Q_SLOTS:
    void init()
    {
        NetworkOptions options;
        options.clientSecret = Secret("right");
        options.pacePercent = 1;
        auto made = Network::make(std::move(options), clock, random);
        QVERIFY(made);
        network = std::move(*made);
        token = QJsonDocument::fromJson(login("right").body).object()[u"accessToken"].toString().toLatin1();
        QVERIFY(!token.isEmpty());
    }

    void anHonestRequestPasses() { QCOMPARE(ask(honest()).status, 200); }

    void aWrongHeaderIsRefused_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("codes");
        const auto row = [](const char *name, const char *header, const char *value, int status, const char *codes) {
            QTest::newRow(name) << QByteArray(header) << QByteArray(value) << status << QString::fromLatin1(codes);
        };
        row("no X-CM-ID", "x-cm-id", "", 403, "");
        row("other X-CM-ID", "x-cm-id", "abdm", 403, "");
        row("no token", "authorization", "", 401, "900902");
        row("token of nobody", "authorization", "Bearer abc.def.ghi", 401, "900901");
        row("not Bearer", "authorization", "Basic abc", 401, "900902");
        row("REQUEST-ID missing", "request-id", "", 400, "ABDM-1030");
        row("REQUEST-ID is no UUID", "request-id", "request-number-one", 400, "ABDM-1030");
        row("TIMESTAMP without milliseconds", "timestamp", "2026-02-12T09:41:07Z", 400, "ABDM-1016 ABDM-2402");
        row("TIMESTAMP without Z", "timestamp", "2026-02-12T09:41:07.123", 400, "ABDM-1016 ABDM-2402");
        row("TIMESTAMP with an offset", "timestamp", "2026-02-12T09:41:07.123+05:30", 400, "ABDM-1016 ABDM-2402");
    }
    void aWrongHeaderIsRefused()
    {
        QFETCH(QByteArray, header);
        QFETCH(QByteArray, value);
        QFETCH(QString, codes);
        auto request = honest();
        request.headers[header] = value;
        const auto response = ask(request);
        QTEST(response.status, "status");
        if (codes.isEmpty())
            QCOMPARE(response.body, QByteArray("Access Denied"));
        else
            QVERIFY2(codes.split(u' ').contains(codeOf(response)), response.body.constData());
    }

    void aRequestIdServesOnce()
    {
        const auto request = honest();
        QCOMPARE(ask(request).status, 200);
        const auto again = ask(request);
        QCOMPARE(again.status, 400);
        QCOMPARE(codeOf(again), u"ABDM-1064"_s);
    }

    void anUnknownPathIsTheApiManagers404()
    {
        const auto response = ask(honest("POST", "/api/hiecm/v4/anything"));
        QCOMPARE(response.status, 404);
        QVERIFY(response.body.contains("No matching resource found"));
    }

    void aMissingBodyIsRefused_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("cut off") << QByteArray("{\"url\":");
        QTest::newRow("array") << QByteArray("[]");
    }
    void aMissingBodyIsRefused()
    {
        QFETCH(QByteArray, body);
        QCOMPARE(codeOf(ask(honest("PATCH", urlPath, body))), u"ABDM-1064"_s);
    }

    void sessionsNeedTheSecretAndEnd()
    {
        QCOMPARE(login("wrong").status, 401);
        clock.advance(1201s);
        QCOMPARE(codeOf(ask(honest())), u"900901"_s);
    }

    void whatIsNotPlayedYetSaysSo()
    {
        const auto response = ask(honest("POST", "/api/hiecm/consent/v3/request/status", statusQuestion));
        QVERIFY(response.status == 503 || response.status == 403); // X-HIU-ID is mandatory there
        auto request = honest("POST", "/api/hiecm/consent/v3/request/status", statusQuestion);
        request.headers["x-hiu-id"] = "IN0710000123";
        QCOMPARE(ask(request).status, 503);
    }

    void errorBodiesComeInSeveralShapes()
    {
        QSet<char> firstLetters;
        QSet<bool> wrapped;
        for (int i = 0; i < 40; ++i) {
            const auto response = ask(honest("PATCH", urlPath, "{}"));
            QCOMPARE(codeOf(response), u"ABDM-9999"_s);
            firstLetters.insert(response.body.at(0));
            wrapped.insert(response.body.contains("\"error\""));
        }
        QCOMPARE(firstLetters.size(), 2);
        QCOMPARE(wrapped.size(), 2);
    }

    void resetForgetsButKeepsSessions()
    {
        QCOMPARE(ask(honest("PATCH", urlPath, goodUrl)).status, 202);
        Control control(*network, Secret("t"));
        const LocalRequest reset{"POST", u"/control/reset"_s, {}, {{"authorization", "Bearer t"}}, "{}"};
        QCOMPARE(control.handle(reset).status, 200);
        QVERIFY(network->memory.effects().isEmpty());
        QVERIFY(network->registry.bridgeUrl(u"SBXID_000001"_s).isEmpty());
        QCOMPARE(ask(honest()).status, 200);
    }

    void aPlannedBreakIsAStatusOfZero()
    {
        network->faults = Faults(QJsonObject{{u"rules"_s,
            QJsonArray{QJsonObject{{u"at"_s, u"call"_s}, {u"match"_s, u"bridge/url"_s}, {u"do"_s, u"drop-after"_s}}}}});
        QCOMPARE(ask(honest("PATCH", urlPath, goodUrl)).status, 0);
        QCOMPARE(network->memory.effects()[u"bridge-url:SBXID_000001"].toInt(), 1);
    }
};

QTEST_GUILESS_MAIN(TestFront)
#include "tst_front.moc"
