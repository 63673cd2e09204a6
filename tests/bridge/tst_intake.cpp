#include "../abdm/samples.h"
#include "callback_door.h"
#include "crypto/digest.h"

#include <QTest>

#include <thread>

using namespace nadi;
using test::CallbackDoor;
using test::CallbackRequest;
using test::TokenMaker;

namespace
{

const TokenMaker &gateway()
{
    static const TokenMaker maker;
    return maker;
}

/// JSON in single quotes: moc of Qt 6.4 loses its way in raw strings.
QByteArray json(QByteArray text)
{
    return text.replace('\x27', '\x22');
}

QByteArray base64Url(const QByteArray &bytes)
{
    return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

QByteArray forged(const QByteArray &header, const QByteArray &signature)
{
    return base64Url(header) + '.' + base64Url(QJsonDocument(TokenMaker::claims()).toJson(QJsonDocument::Compact)) + '.'
        + signature;
}

/// HS256 keyed with the public key, as a verifier that believes the header would accept.
QByteArray confusedAlgorithm()
{
    const QByteArray token = forged(json("{'alg':'HS256','typ':'JWT','kid':'kid-1'}"), {});
    const QByteArray signedPart = token.left(token.size() - 1);
    return token + base64Url(crypto::hmacSha256(gateway().keySet(), signedPart));
}

QByteArray flipped(QByteArray token, qsizetype fromEnd)
{
    char &c = token[token.size() - fromEnd];
    c = c == 'A' ? 'B' : 'A';
    return token;
}

Result<QByteArray> gatewayKeys()
{
    return gateway().keySet();
}

}

class TestIntake : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_dir;
    int m_count = 0;
    QString freshFile() { return m_dir.filePath(QStringLiteral("inbox-%1.db").arg(++m_count)); }

    static int ask(CallbackDoor &door, const CallbackRequest &request)
    {
        auto client = door.client();
        client.send(request.bytes());
        return client.receive().status;
    }

private Q_SLOTS:
    void storesACallbackBeforeItAnswers()
    {
        CallbackDoor door(freshFile(), gatewayKeys);
        CallbackRequest request{.token = gateway().token()};
        QCOMPARE(ask(door, request), 202);
        const auto stored = door.stored();
        QCOMPARE(stored.size(), 1);
        QCOMPARE(stored[0].source, QStringLiteral("gateway"));
        QCOMPARE(stored[0].route, QStringLiteral("/api/v3/link/on_carecontext"));
        QCOMPARE(stored[0].request.value(), QString::fromLatin1(request.requestId));
        QCOMPARE(stored[0].facility, door.facility);
        QCOMPARE(stored[0].body, request.body);
    }

    void refusesForgedTokens_data() // S-C1, S-C2
    {
        QTest::addColumn<QByteArray>("token");
        const QByteArray good = gateway().token();
        const TokenMaker stranger;
        auto old = TokenMaker::claims(std::chrono::seconds(-61));
        auto early = TokenMaker::claims();
        early[QStringLiteral("nbf")] = test::wallClock().ms() / 1000 + 120;
        auto endless = TokenMaker::claims();
        endless.remove(QStringLiteral("exp"));
        QTest::newRow("none at all") << QByteArray();
        QTest::newRow("garbage") << QByteArray("garbage");
        QTest::newRow("two parts") << good.left(good.lastIndexOf('.'));
        QTest::newRow("signature flipped") << flipped(good, 10);
        QTest::newRow("claims flipped") << flipped(good, 400);
        QTest::newRow("no signature") << good.left(good.lastIndexOf('.') + 1);
        QTest::newRow("other key, same kid") << stranger.token();
        QTest::newRow("other kid") << TokenMaker(QStringLiteral("kid-2")).token();
        QTest::newRow("expired") << gateway().token(old);
        QTest::newRow("not yet") << gateway().token(early);
        QTest::newRow("without end") << gateway().token(endless);
        QTest::newRow("alg none") << forged(json("{'alg':'none','kid':'kid-1'}"), {});
        QTest::newRow("alg None") << forged(json("{'alg':'None','kid':'kid-1'}"), {});
        QTest::newRow("HS256 with the public key") << confusedAlgorithm();
        QTest::newRow("RS512 not allowed") << gateway().token(TokenMaker::claims(), crypto::JwtAlgorithm::RS512);
        QTest::newRow("no kid") << forged(json("{'alg':'RS256'}"), good.mid(good.lastIndexOf('.') + 1));
        QTest::newRow("jku") << forged(json("{'alg':'RS256','kid':'x','jku':'https://evil.test/keys'}"), "AAAA");
        QTest::newRow("embedded jwk") << forged(
            json("{'alg':'RS256','kid':'x','jwk':{'kty':'RSA','n':'AQAB','e':'AQAB'}}"), "AAAA");
        QTest::newRow("huge") << QByteArray(12'000, 'a') + ".b.c";
    }
    void refusesForgedTokens()
    {
        QFETCH(QByteArray, token);
        CallbackDoor door(freshFile(), gatewayKeys);
        QCOMPARE(ask(door, {.token = token}), 401);
        QCOMPARE(door.counters.callbacksStored.load(), 0);
        QVERIFY(door.stored().isEmpty());
    }

    void acceptsOneTokenForManyCallbacks() // S-C5
    {
        CallbackDoor door(freshFile(), gatewayKeys);
        const QByteArray token = gateway().token();
        auto client = door.client();
        for (int i = 0; i < 500; ++i) {
            client.send(CallbackRequest{.token = token, .requestId = "request-" + QByteArray::number(i)}.bytes());
            QCOMPARE(client.receive().status, 202);
        }
        QCOMPARE(door.stored().size(), 500);
        QCOMPARE(door.fetches.load(), 1);
    }

    void answers503WhileThereIsNoKey()
    {
        bool up = false;
        CallbackDoor door(freshFile(), [&]() -> Result<QByteArray> {
            return up ? gatewayKeys() : fail(ErrorKind::Unavailable, QStringLiteral("GW-KEYS"));
        });
        QCOMPARE(ask(door, {.token = gateway().token()}), 503);
        auto client = door.client();
        client.send(CallbackRequest{.token = gateway().token()}.bytes());
        const auto later = client.receive();
        QCOMPARE(later.status, 503);
        const bool saysWhen = later.head.contains("Retry-After: 60\r\n") || later.head.contains("Retry-After: 59\r\n");
        QVERIFY2(saysWhen, later.head.constData());
        up = true;
        door.keys.refresh();
        QCOMPARE(ask(door, {.token = gateway().token()}), 202);
    }

    void identityLists_data() // S-C4
    {
        QTest::addColumn<bridge::IdentityPolicy>("policy");
        QTest::addColumn<int>("status");
        using enum bridge::IdentityMode;
        const QStringList ours{QStringLiteral("gateway")};
        const QStringList other{QStringLiteral("somebody-else")};
        QTest::newRow("nothing listed") << bridge::IdentityPolicy{Enforce, {}, {}, {}} << 202;
        QTest::newRow("listed client") << bridge::IdentityPolicy{Enforce, {}, {}, ours} << 202;
        QTest::newRow("other client, enforced") << bridge::IdentityPolicy{Enforce, {}, {}, other} << 401;
        QTest::newRow("other client, observed") << bridge::IdentityPolicy{Observe, {}, {}, other} << 202;
        QTest::newRow("other client, warned") << bridge::IdentityPolicy{Warn, {}, {}, other} << 202;
        QTest::newRow("other issuer") << bridge::IdentityPolicy{Enforce, other, {}, {}} << 401;
        QTest::newRow("default audience")
            << bridge::IdentityPolicy{Enforce, {}, {QStringLiteral("account")}, {}} << 202;
        QTest::newRow("other audience") << bridge::IdentityPolicy{Enforce, {}, other, {}} << 401;
    }
    void identityLists()
    {
        QFETCH(bridge::IdentityPolicy, policy);
        QFETCH(int, status);
        CallbackDoor door(freshFile(), gatewayKeys, policy);
        QCOMPARE(ask(door, {.token = gateway().token()}), status);
    }

    void tenCopiesAtOnceAreOne() // S-C6
    {
        CallbackDoor door(freshFile(), gatewayKeys);
        std::atomic<int> accepted = 0;
        const QByteArray bytes = CallbackRequest{.token = gateway().token()}.bytes();
        std::vector<std::thread> copies;
        for (int i = 0; i < 10; ++i)
            copies.emplace_back([&] {
                auto client = door.client();
                client.send(bytes);
                accepted += client.receive().status == 202 ? 1 : 0;
            });
        for (auto &copy : copies)
            copy.join();
        QCOMPARE(accepted.load(), 10);
        QCOMPARE(door.stored().size(), 1);
        QCOMPARE(door.counters.callbacksRepeated.load(), 9);
    }

    void aRepeatOfAFailedOneIsWorkedOnAgain()
    {
        CallbackDoor door(freshFile(), gatewayKeys);
        const CallbackRequest request{.token = gateway().token()};
        QCOMPARE(ask(door, request), 202);
        {
            const auto db = storage::Connection::open(door.config, CallbackDoor::plain()).value();
            storage::Inbox inbox(*db);
            const auto message = inbox.next(test::wallClock()).value();
            QVERIFY(
                inbox.finish(message->sequence, storage::InboxState::Failed, QStringLiteral("X"), test::wallClock()));
        }
        QVERIFY(door.stored().isEmpty());
        QCOMPARE(ask(door, request), 202);
        QCOMPARE(door.stored().size(), 1);
    }

    void tellsRepeatsApartWithoutARequestId()
    {
        CallbackDoor door(freshFile(), gatewayKeys);
        CallbackRequest request{.token = gateway().token(), .requestId = {}};
        QCOMPARE(ask(door, request), 202);
        QCOMPARE(ask(door, request), 202);
        request.body.replace("asha.k", "usha.k");
        QCOMPARE(ask(door, request), 202);
        QCOMPARE(door.stored().size(), 2);
    }

    void oddTimestampsAreCountedAndTaken_data() // S-C7
    {
        QTest::addColumn<QByteArray>("stamp");
        QTest::addColumn<bool>("odd");
        const QString now = test::wallClock().toIso();
        const QString seconds = now.left(19);
        QTest::newRow("as documented") << now.toLatin1() << false;
        QTest::newRow("nine digits, no Z") << (seconds + QStringLiteral(".667441478")).toLatin1() << false;
        QTest::newRow("no fraction") << (seconds + u'Z').toLatin1() << false;
        QTest::newRow("no fraction, no Z") << seconds.toLatin1() << false;
        QTest::newRow("blank instead of T") << QString(seconds).replace(u'T', u' ').toLatin1() << false;
        QTest::newRow("offset zero") << (seconds + QStringLiteral("+00:00")).toLatin1() << false;
        QTest::newRow("six digits") << (seconds + QStringLiteral(".123456Z")).toLatin1() << false;
        QTest::newRow("one digit") << (seconds + QStringLiteral(".1Z")).toLatin1() << false;
        QTest::newRow("a day old") << QByteArray("2024-08-09T14:29:06.667Z") << true;
        QTest::newRow("date alone") << QByteArray("2024-08-09") << true;
        QTest::newRow("prose") << QByteArray("yesterday") << true;
        QTest::newRow("missing") << QByteArray() << true;
    }
    void oddTimestampsAreCountedAndTaken()
    {
        QFETCH(QByteArray, stamp);
        QFETCH(bool, odd);
        CallbackDoor door(freshFile(), gatewayKeys);
        QCOMPARE(ask(door, {.token = gateway().token(), .timestamp = stamp}), 202);
        QCOMPARE(door.counters.oddTimestamps.load(), odd ? 1 : 0);
        QCOMPARE(door.stored().size(), 1);
    }

    void malformedBodies_data() // S-C9
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("status");
        QTest::addColumn<int>("quarantined");
        QTest::newRow("empty") << QByteArray() << 400 << 0;
        QTest::newRow("not JSON") << QByteArray("<html>") << 400 << 0;
        QTest::newRow("cut off") << QByteArray(json("{'abhaAddress':'a")) << 400 << 0;
        QTest::newRow("array") << QByteArray("[]") << 400 << 0;
        QTest::newRow("bad UTF-8") << QByteArray("{\"status\":\"\xff\xfe\"}") << 400 << 0;
        QTest::newRow("deep") << QByteArray(40, '[') + QByteArray(40, ']') << 400 << 0;
        QTest::newRow("many members") << "{\"a\":[" + QByteArray("1,").repeated(20'000) + "1]}" << 400 << 0;
        QTest::newRow("members missing") << QByteArray("{}") << 202 << 1;
        QTest::newRow("wrong type") << QByteArray(json("{'status':5,'response':[]}")) << 202 << 1;
    }
    void malformedBodies()
    {
        QFETCH(QByteArray, body);
        QFETCH(int, status);
        QFETCH(int, quarantined);
        CallbackDoor door(freshFile(), gatewayKeys);
        QCOMPARE(ask(door, {.token = gateway().token(), .body = body}), status);
        QCOMPARE(door.stored(storage::InboxState::Quarantined).size(), quarantined);
        QVERIFY(door.stored().isEmpty());
    }

    void facilities_data() // S-C10, S-C11
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<QByteArray>("inBody");
        QTest::addColumn<QString>("code"); // empty: not quarantined
        const QByteArray link = "/api/v3/link/on_carecontext";
        const QByteArray consent = "/api/v3/consent/request/hip/notify";
        const QByteArray share = "/api/v3/hip/patient/share";
        const auto row
            = [](const char *name, const QByteArray &path, const char *header, const char *inBody, const char *code) {
                  QTest::newRow(name) << path << QByteArray(header) << QByteArray(inBody) << QString::fromLatin1(code);
              };
        row("ours", link, "IN0710000123", "", "");
        row("our other one", link, "IN0710000124", "", "");
        row("unknown", link, "IN0710000999", "", "CB-FACILITY-UNKNOWN");
        row("mixed case", link, "in0710000123", "", "CB-FACILITY-UNKNOWN");
        row("prefix", link, "IN071000012", "", "CB-FACILITY-UNKNOWN");
        row("suffix", link, "IN0710000123_1", "", "CB-FACILITY-UNKNOWN");
        row("two of ours", link, "IN0710000123, IN0710000124", "", "CB-FACILITY-UNKNOWN");
        row("answer without header", link, "", "", "");
        row("consent agrees", consent, "IN0710000123", "IN0710000123", "");
        row("consent swapped", consent, "IN0710000123", "IN0710000124", "CB-FACILITY-MISMATCH");
        row("consent, body alone", consent, "", "IN0710000124", "");
        row("consent, unknown in body", consent, "", "IN0710000999", "CB-FACILITY-UNKNOWN");
        row("share, body alone", share, "", "IN0710000123", "");
        row("share, nowhere", share, "", "", "CB-FACILITY-MISSING");
        row("share swapped", share, "IN0710000124", "IN0710000123", "CB-FACILITY-MISMATCH");
    }
    void facilities()
    {
        QFETCH(QByteArray, path);
        QFETCH(QByteArray, header);
        QFETCH(QByteArray, inBody);
        QFETCH(QString, code);
        CallbackDoor door(freshFile(), gatewayKeys);
        CallbackRequest request{.path = path, .token = gateway().token(), .facility = header};
        if (path.contains("consent"))
            request.body = consentBody(inBody);
        else if (path.contains("share"))
            request.body = json("{'metaData':{'hipId':'") + inBody + json("'}}");
        QCOMPARE(ask(door, request), 202); // no probing: the answer is always the same
        const auto quarantined = door.stored(storage::InboxState::Quarantined);
        QCOMPARE(quarantined.size(), code.isEmpty() ? 0 : 1);
        QCOMPARE(door.stored().size(), code.isEmpty() ? 1 : 0);
        if (!code.isEmpty())
            QCOMPARE(quarantined[0].errorCode, code);
        if (code == u"CB-FACILITY-UNKNOWN") // kept, for when it becomes ours (B28)
            QCOMPARE(quarantined[0].facility.value().toUtf8(), header.isEmpty() ? inBody : header);
        QCOMPARE(door.counters.alarms.load(), code.isEmpty() ? 0 : 1);
    }

    void onlyDocumentedPathsExist_data() // S-C13
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<int>("status");
        for (const char *path : {"/", "/health", "/admin", "/metrics", "/api", "/api/v3", "/api/v3/link",
                 "/api/v3/link/on_carecontext/x", "/api/v3/link/on_carecontext//", "/API/v3/link/on_carecontext",
                 "//api/v3/link/on_carecontext", "/api/v3/../v3/link/on_carecontext", "/api/v3/link/on%5fcarecontext",
                 "/.env", "/api/hiecm/gateway/v3/sessions"})
            QTest::newRow(path) << QByteArray("POST") << QByteArray(path) << 404;
        for (const char *method : {"GET", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"})
            QTest::newRow(method) << QByteArray(method) << QByteArray("/api/v3/link/on_carecontext") << 405;
        QTest::newRow("trailing slash") << QByteArray("POST") << QByteArray("/api/v3/link/on_carecontext/") << 202;
        QTest::newRow("query") << QByteArray("POST") << QByteArray("/api/v3/link/on_carecontext?a=b") << 202;
    }
    void onlyDocumentedPathsExist()
    {
        QFETCH(QByteArray, method);
        QFETCH(QByteArray, path);
        QFETCH(int, status);
        CallbackDoor door(freshFile(), gatewayKeys);
        QCOMPARE(ask(door, {.path = path, .token = gateway().token(), .method = method}), status);
    }

    void aShareFloodNeverDelaysConsent() // S-C12
    {
        CallbackDoor door(freshFile(), gatewayKeys, {}, CallbackDoor::plain(), storage::Durability::Full, {});
        const QByteArray token = gateway().token();
        constexpr int senders = 4;
        constexpr int perSender = 1'000;
        std::atomic<int> taken = 0;
        std::atomic<int> throttled = 0;
        std::atomic<int> withoutHint = 0;
        std::atomic<int> flooding = senders;
        QElapsedTimer whole;
        whole.start();
        std::vector<std::thread> flood;
        for (int s = 0; s < senders; ++s)
            flood.emplace_back([&, s] {
                auto client = door.client();
                CallbackRequest share{.path = "/api/v3/hip/patient/share", .token = token, .body = "{}"};
                for (int i = 0; i < perSender; ++i) {
                    share.requestId = "share-" + QByteArray::number(s) + '-' + QByteArray::number(i);
                    client.send(share.bytes());
                    const auto answer = client.receive();
                    taken += answer.status == 202 ? 1 : 0;
                    throttled += answer.status == 429 ? 1 : 0;
                    withoutHint += answer.status == 429 && !answer.head.contains("Retry-After: 1\r\n") ? 1 : 0;
                }
                --flooding;
            });
        auto honest = door.client();
        CallbackRequest consent{.path = "/api/v3/consent/request/hip/notify", .token = token};
        consent.body = consentBody("IN0710000123");
        int sent = 0;
        int acknowledged = 0;
        qint64 slowestMs = 0;
        while (flooding > 0 && sent < 1'000) { // within the burst of consents, however long the flood takes
            consent.requestId = "consent-" + QByteArray::number(++sent);
            QElapsedTimer one;
            one.start();
            honest.send(consent.bytes());
            acknowledged += honest.receive(10'000).status == 202 ? 1 : 0;
            slowestMs = std::max(slowestMs, one.elapsed());
        }
        for (auto &sender : flood)
            sender.join();
        QVERIFY(sent > 0);
        QCOMPARE(acknowledged, sent);
        QVERIFY2(slowestMs <= 5'000, qPrintable(QString::number(slowestMs)));
        QCOMPARE(taken + throttled, senders * perSender);
        QVERIFY2(taken <= 200 + 50 * (whole.elapsed() / 1000 + 1), qPrintable(QString::number(taken)));
        QVERIFY(throttled > 0);
        QCOMPARE(withoutHint.load(), 0);
        QCOMPARE(door.counters.throttled.load(), throttled.load());
        QCOMPARE(door.counters.callbacksStored.load(), taken + sent);
        qInfo("%d shares in %lld ms, %d taken; %d consents, slowest %lld ms", senders * perSender, whole.elapsed(),
            taken.load(), sent, slowestMs);
    }

    void callbacksThatWaitTogetherShareACommit()
    {
        CallbackDoor door(freshFile(), gatewayKeys);
        std::atomic<int> done = 0;
        constexpr int many = 1'000;
        for (int i = 0; i < many; ++i) {
            storage::InboxMessage message;
            message.source = QStringLiteral("gateway");
            message.route = QStringLiteral("/x");
            message.request = RequestId(QString::number(i));
            message.body = "{}";
            message.receivedAt = test::wallClock();
            door.writer->write(message, [&](const Result<storage::InboxPut> &put) { done += put ? 1 : 0; });
        }
        QTRY_COMPARE(done.load(), many);
        QVERIFY2(door.commits < many / 4, qPrintable(QString::number(door.commits)));
        QCOMPARE(door.stored().size(), many);
    }

private:
    static QByteArray consentBody(const QByteArray &hip)
    {
        return test::sampleBytes(QStringLiteral("hip_consent_notify_auto_patrqt")).replace("IN0710000123", hip);
    }
};

QTEST_GUILESS_MAIN(TestIntake)
#include "tst_intake.moc"
