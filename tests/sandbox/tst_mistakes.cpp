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

class TestMistakes : public QObject
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

    void mistakesOfLinkTokensAreAnswered_data()
    {
        QTest::addColumn<QByteArray>("patch");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("code");
        const auto row = [](const char *name, const char *patch, int status, const char *code) {
            QTest::newRow(name) << QByteArray(patch) << status << QString::fromLatin1(code);
        };
        row("number with dashes", R"({"abhaNumber":"91-4021-7755-0163"})", 400, "HTTP-400");
        row("number as text", R"({"abhaNumber":"91402177550163"})", 400, "ABDM-9999");
        row("short number", R"({"abhaNumber":914021})", 400, "ABDM-9999");
        row("another person's number", R"({"abhaNumber":91553011842207})", 400, "ABDM-1051");
        row("nobody", R"({"abhaAddress":"nobody.here@sbx"})", 400, "ABDM-9999");
        row("neither number nor address", R"({"abhaAddress":null})", 400, "ABDM-1125");
        row("gender in words", R"({"gender":"female"})", 400, "ABDM-9999");
        row("year as a date", R"({"yearOfBirth":19800314})", 400, "ABDM-9999");
        row("wrong name", R"({"name":"Usha Kulkarni"})", 202, "ABDM-1207");
        row("wrong year", R"({"yearOfBirth":1983})", 202, "ABDM-1207");
        row("year within two", R"({"yearOfBirth":1982})", 202, "");
    }
    void mistakesOfLinkTokensAreAnswered()
    {
        QFETCH(QByteArray, patch);
        QFETCH(int, status);
        QFETCH(QString, code);
        auto body = SandboxBench::tokenCall().body();
        const auto changes = QJsonDocument::fromJson(patch).object();
        for (auto it = changes.begin(); it != changes.end(); ++it)
            body.insert(it.key(), it.value());
        const auto answer = bench->call(op::generateToken, body);
        if (status == 202) {
            QVERIFY(answer.outcome == CallOutcome::Accepted);
            const auto callback = bench->parsed<OnGenerateToken>(bench->callback(callback_path::token));
            QCOMPARE(callback.error ? callback.error->code : QString(), code);
        } else {
            QCOMPARE(answer.refusal.httpStatus, status);
            QCOMPARE(answer.refusal.code, code);
            QCOMPARE(bench->effect(u"token-request:IN0710000123|asha.kulkarni@sbx"_s), 0);
        }
    }

    void aRepeatedTokenRequestIsADuplicateAndTheFourthADayIsBlocked()
    {
        QVERIFY(bench->accepted(op::generateToken, SandboxBench::tokenCall().body()));
        QCOMPARE(bench->call(op::generateToken, SandboxBench::tokenCall().body()).refusal.code, u"ABDM-1092"_s);
        for (int i = 1; i < 4; ++i) {
            bench->clock.advance(10min);
            QVERIFY(bench->accepted(op::generateToken, SandboxBench::tokenCall().body()));
        }
        const auto fourth = bench->parsed<OnGenerateToken>(bench->callback(callback_path::token, 3));
        int blocked = 0;
        for (int i = 0; i < 4; ++i)
            if (const auto callback = bench->parsed<OnGenerateToken>(bench->callback(callback_path::token, i));
                callback.error)
                blocked += callback.error->code == u"ABDM-1027"_s;
        QCOMPARE(blocked, 1);
        QCOMPARE(bench->effect(u"token:IN0710000123|asha.kulkarni@sbx"_s), 3);
    }

    void mistakesOfLinksAreAnswered_data()
    {
        QTest::addColumn<QByteArray>("patch");
        QTest::addColumn<QString>("code");
        QTest::addColumn<bool>("inCallback");
        const auto row = [](const char *name, const char *patch, const char *code, bool inCallback) {
            QTest::newRow(name) << QByteArray(patch) << QString::fromLatin1(code) << inCallback;
        };
        row("number that was not in the token", R"({"abhaNumber":"91402177550163"})", "ABDM-1062", false);
        row("dashed number", R"({"abhaNumber":"91-4021-7755-0163"})", "HTTP-400", false);
        row("no patient", R"({"patient":[]})", "ABDM-1115", false);
        row("another person", R"({"abhaAddress":"rehana.khan@sbx"})", "ABDM-1038", true);
        row("unicode dash in display",
            R"({"patient":[{"referenceNumber":"K","display":"a – b","careContexts":[{"referenceNumber":"R","display":"x"}],"hiType":"Prescription","count":1}]})",
            "ABDM-9999", false);
        row("count differs",
            R"({"patient":[{"referenceNumber":"K","display":"a","careContexts":[{"referenceNumber":"R","display":"x"}],"hiType":"Prescription","count":2}]})",
            "ABDM-1037", true);
        row("no context in an element",
            R"({"patient":[{"referenceNumber":"K","display":"a","careContexts":[],"hiType":"Prescription","count":0}]})",
            "ABDM-9999", false);
        row("a type twice",
            R"({"patient":[{"referenceNumber":"K","display":"a","careContexts":[{"referenceNumber":"R","display":"x"}],"hiType":"Prescription","count":1},{"referenceNumber":"K","display":"a","careContexts":[{"referenceNumber":"S","display":"x"}],"hiType":"Prescription","count":1}]})",
            "ABDM-1006", false);
        row("unknown HI type",
            R"({"patient":[{"referenceNumber":"K","display":"a","careContexts":[{"referenceNumber":"R","display":"x"}],"hiType":"Xray","count":1}]})",
            "ABDM-9999", false);
    }
    void mistakesOfLinksAreAnswered()
    {
        QFETCH(QByteArray, patch);
        QFETCH(QString, code);
        QFETCH(bool, inCallback);
        const auto token = bench->linkToken();
        auto body = SandboxBench::linkCall().body();
        const auto changes = QJsonDocument::fromJson(patch).object();
        for (auto it = changes.begin(); it != changes.end(); ++it)
            body.insert(it.key(), it.value());
        const auto answer = bench->call(op::linkCareContext, body, token);
        if (!inCallback) {
            QCOMPARE(answer.refusal.code, code);
        } else {
            QVERIFY(answer.outcome == CallOutcome::Accepted);
            const auto callback = bench->parsed<OnLinkCareContext>(bench->callback(callback_path::linked));
            QVERIFY(callback.error && !callback.linked());
            QCOMPARE(callback.error->code, code);
        }
        QVERIFY(bench->network().app.links().isEmpty());
    }

    void aCallHoldsAtMostTwentyContextsOfAType_data()
    {
        QTest::addColumn<int>("contexts");
        QTest::addColumn<QString>("code");
        QTest::newRow("twenty") << 20 << QString();
        QTest::newRow("twenty-one") << 21 << u"ABDM-9999"_s;
    }
    void aCallHoldsAtMostTwentyContextsOfAType()
    {
        QFETCH(int, contexts);
        auto call = SandboxBench::linkCall();
        const auto pattern = call.contexts.first();
        call.contexts.clear();
        for (int i = 0; i < contexts; ++i) {
            call.contexts << pattern;
            call.contexts.last().reference = CareContextRef(u"RX-%1"_s.arg(i));
        }
        QTEST(bench->call(op::linkCareContext, call.body(), bench->linkToken()).refusal.code, "code");
        QCOMPARE(bench->network().app.links().size(), contexts == 20 ? 20 : 0);
    }

    void linkTokensAreBoundToTheirFacility()
    {
        const auto token = bench->linkToken();
        const FacilityId second(u"IN0710000456"_s);
        QVERIFY(bench->network().registry.setListing(second.value(), u"linked"_s, u"SBXID_000001"_s, u"Second"_s));
        QCOMPARE(bench->call(op::linkCareContext, SandboxBench::linkCall().body(), token, second).refusal.code,
            u"ABDM-1063"_s);
        QCOMPARE(bench->call(op::linkCareContext, SandboxBench::linkCall().body(), u"made.up.token"_s).refusal.code,
            u"ABDM-1026"_s);
        const FacilityId unserved(u"IN9999999999"_s);
        QCOMPARE(bench->call(op::linkCareContext, SandboxBench::linkCall().body(), token, unserved).refusal.code,
            u"ABDM-1035"_s);
    }

    void aRepeatedLinkIsADuplicateAndLaterAlreadyLinked()
    {
        const auto token = bench->linkToken();
        QVERIFY(bench->accepted(op::linkCareContext, SandboxBench::linkCall().body(), token));
        QCOMPARE(bench->call(op::linkCareContext, SandboxBench::linkCall().body(), token).refusal.code, u"ABDM-1090"_s);
        bench->clock.advance(10min);
        QVERIFY(bench->accepted(op::linkCareContext, SandboxBench::linkCall().body(), token));
        const auto again = bench->parsed<OnLinkCareContext>(bench->callback(callback_path::linked, 1));
        QVERIFY(again.linked());
        QCOMPARE(bench->effect(u"link:IN0710000123|asha.kulkarni@sbx|RX-2026-000117"_s), 1);
    }

    void anAnswerToACallbackThatWasNeverSentIsRefused()
    {
        const ConsentOnNotify stray{ConsentId(bench->ids.uuid()), bench->ids.next<RequestId>(), std::nullopt};
        QCOMPARE(bench->call(op::consentOnNotify, stray.body()).refusal.code, u"ABDM-1015"_s);
    }

    void mistakesOfPushesAreAnswered()
    {
        const auto request = bench->awaitDataRequest();
        const auto page = test::pushPage(request, smallBundle, u"RX-2026-000117"_s, bench->random);
        auto outside = test::pushPage(request, smallBundle, u"RX-OTHER"_s, bench->random);
        QVERIFY(bench->push(request.dataPushUrl, outside).body.contains("7727"));
        auto unknownMember = page;
        unknownMember.insert(u"note"_s, u"hello"_s);
        QVERIFY(bench->push(request.dataPushUrl, unknownMember).body.contains("note"));
        auto raw = page;
        auto material = raw[u"keyMaterial"].toObject();
        auto key = material[u"dhPublicKey"].toObject();
        const auto x509 = QByteArray::fromBase64(key[u"keyValue"].toString().toLatin1());
        key[u"keyValue"_s] = QString::fromLatin1(x509.right(65).toBase64());
        material[u"dhPublicKey"_s] = key;
        raw[u"keyMaterial"_s] = material;
        QVERIFY(bench->push(request.dataPushUrl, raw).body.contains("encoded key spec not recognized"));
        QCOMPARE(bench->push(bench->box->readyLine()[u"gateway"].toString() + u"/push/guess"_s, page).status, 404);
        QVERIFY(bench->network().app.records().isEmpty());

        auto damaged = page;
        auto entry = damaged[u"entries"][0].toObject();
        auto content = QByteArray::fromBase64(entry[u"content"].toString().toLatin1());
        content[0] = char(content[0] ^ 1);
        entry[u"content"_s] = QString::fromLatin1(content.toBase64());
        damaged[u"entries"_s] = QJsonArray{entry};
        QCOMPARE(bench->push(request.dataPushUrl, damaged).status, 202);
        QCOMPARE(bench->network().app.records().last().fault, u"FID-TAG"_s);
    }

    void aNotificationMustNameWhatWasTransferred()
    {
        const auto request = bench->awaitDataRequest();
        HealthInformationNotify notify{
            request.consent, request.transaction, SandboxBench::hipId(), bench->clock.now(), {}};
        QCOMPARE(bench->call(op::healthInformationNotify, notify.body()).refusal.code, u"ABDM-9999"_s);
        notify.outcomes = {{CareContextRef(u"RX-2026-000117"_s), true, {}}};
        QCOMPARE(bench->call(op::healthInformationNotify, notify.body()).refusal.code, u"ABDM-9999"_s);
        notify.outcomes[0].description = u"Delivered"_s;
        notify.transaction = TransactionId(bench->ids.uuid());
        QCOMPARE(bench->call(op::healthInformationNotify, notify.body()).refusal.code, u"ABDM-1017"_s);
    }

    void bridgeUrlMustBeABase_data()
    {
        QTest::addColumn<QString>("url");
        for (const auto *url : {"http://bridge.example.in", "https://10.0.0.1/x", "https://bridge.example.in:8443",
                 "https://bridge.example.in/api/v3/hip", "https://user:pw@bridge.example.in"})
            QTest::newRow(url) << QString::fromLatin1(url);
    }
    void bridgeUrlMustBeABase()
    {
        QFETCH(QString, url);
        QCOMPARE(bench->call(op::bridgeUrl, SetBridgeUrl{url}.body()).refusal.code, u"ABDM-9999"_s);
    }
};

QTEST_GUILESS_MAIN(TestMistakes)
#include "tst_mistakes.moc"
