#include "abha_bench.h"

using namespace nadi;
using namespace nadi::test;
using namespace std::chrono_literals;

namespace
{
const auto searchPath = u"/v3/profile/login/search"_s;
const auto verifyPath = u"/v3/profile/login/verify"_s;

QJsonObject rule(const QString &act, const QJsonObject &more = {})
{
    QJsonObject out{{u"at"_s, u"call"_s}, {u"match"_s, u"/abha/"_s}, {u"do"_s, act}, {u"times"_s, 1}};
    for (auto it = more.begin(); it != more.end(); ++it)
        out.insert(it.key(), it.value());
    return out;
}
}

/// The hard cases on demand: every documented code, every shape, slow and broken connections (section 8, rule 7).
class TestAbhaFaults : public QObject
{
    Q_OBJECT

    AbhaBench bench;

    AbhaReply search(const QString &number) { return bench.post(searchPath, {{u"ABHANumber"_s, number}}); }

private Q_SLOTS:
    void init()
    {
        bench.network().forget();
        bench.clock.advance(31min);
    }

    void everyDocumentedCodeCanBePlanned_data()
    {
        QTest::addColumn<int>("status");
        const std::pair<const char *, int> rows[]{{"900900", 500}, {"900901", 401}, {"900902", 401}, {"ABDM-1006", 400},
            {"ABDM-1016", 404}, {"ABDM-1017", 401}, {"ABDM-1021", 401}, {"ABDM-1022", 429}, {"ABDM-1030", 404},
            {"ABDM-1094", 401}, {"ABDM-1100", 400}, {"ABDM-1101", 400}, {"ABDM-1107", 400}, {"ABDM-1108", 500},
            {"ABDM-1109", 500}, {"ABDM-1114", 404}, {"ABDM-1115", 404}, {"ABDM-1124", 422}, {"ABDM-1138", 400},
            {"ABDM-1157", 422}, {"ABDM-1160", 422}, {"ABDM-1170", 400}, {"ABDM-1200", 503}, {"ABDM-1201", 503},
            {"ABDM-1202", 503}, {"ABDM-1203", 422}, {"ABDM-1204", 422}, {"ABDM-1205", 503}, {"ABDM-1207", 422},
            {"ABDM-1211", 400}, {"ABDM-1227", 400}, {"ABDM-1401", 400}, {"ABDM-1403", 400}, {"ABDM-1407", 400},
            {"ABDM-2401", 401}, {"ABDM-2402", 400}, {"ABDM-2403", 400}, {"ABDM-2404", 400}, {"ABDM-2500", 401},
            {"ABDM-9999", 400}};
        for (const auto &[code, status] : rows)
            QTest::newRow(code) << status;
    }
    void everyDocumentedCodeCanBePlanned()
    {
        const auto code = QLatin1String(QTest::currentDataTag());
        bench.plan(rule(u"code"_s, {{u"code"_s, code}}));
        const auto refused = search(u"91-0000-0000-0000"_s);
        QTEST(refused.status, "status");
        QCOMPARE(refused.code(), code);
    }

    void aRefusalComesInAnyShape_data()
    {
        QTest::addColumn<QByteArray>("start");
        QTest::newRow("wrapped") << QByteArray("{\"error\":{\"code\":\"ABDM-1114\",");
        QTest::newRow("colon") << QByteArray("{\"error\":{\"code\":\"ABDM-1114: \",");
        QTest::newRow("listed") << QByteArray("[{\"code\":\"ABDM-1114: \",");
        QTest::newRow("flat") << QByteArray("{\"code\":\"ABDM-1114\",");
        QTest::newRow("message") << QByteArray("{\"message\":\"User not found.\",\"timestamp\":");
        QTest::newRow("keyed") << QByteArray("{\"loginId\":\"User not found.\",\"timestamp\":");
        QTest::newRow("capital") << QByteArray("{\"Message\":\"User not found.\",\"timestamp\":");
        QTest::newRow("nested") << QByteArray("{\"message\":\"[{\\\"code\\\":\\\"ABDM-1114: \\\"");
        QTest::newRow("nothing") << QByteArray();
    }
    void aRefusalComesInAnyShape()
    {
        QFETCH(QByteArray, start);
        bench.plan(rule(u"shape"_s, {{u"shape"_s, QLatin1String(QTest::currentDataTag())}}));
        const auto refused = search(u"91-0000-0000-0000"_s);
        QCOMPARE(refused.status, 404);
        QVERIFY2(refused.body.startsWith(start), refused.body.constData());
        QCOMPARE(refused.body.isEmpty(), start.isEmpty());
    }

    void aProxySpeaksForItself()
    {
        bench.plan(rule(u"proxy-page"_s));
        const auto page = search(u"91-0000-0000-0000"_s);
        QCOMPARE(page.status, 502);
        QVERIFY(page.type.startsWith("text/html"));
    }

    void anAnswerIsSaidLiterally_data()
    {
        QTest::addColumn<QJsonValue>("body");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("expected");
        QTest::newRow("empty 401") << QJsonValue() << 401 << QByteArray();
        QTest::newRow("plain text 403") << QJsonValue(u"Access Denied"_s) << 403 << QByteArray("Access Denied");
        QTest::newRow("unknown code") << QJsonValue(QJsonObject{{u"code"_s, u"ABDM-4711"_s}}) << 418
                                      << QByteArray("{\"code\":\"ABDM-4711\"}");
        QTest::newRow("failure with 200") << QJsonValue(QJsonObject{{u"authResult"_s, u"failure"_s}}) << 200
                                          << QByteArray("{\"authResult\":\"failure\"}");
        QTest::newRow("two errors") << QJsonValue(
            QJsonArray{QJsonObject{{u"code"_s, u"A"_s}}, QJsonObject{{u"code"_s, u"B"_s}}})
                                    << 400 << QByteArray("[{\"code\":\"A\"},{\"code\":\"B\"}]");
    }
    void anAnswerIsSaidLiterally()
    {
        QFETCH(QJsonValue, body);
        QFETCH(QByteArray, expected);
        QFETCH(int, status);
        bench.plan(rule(u"say"_s, {{u"status"_s, status}, {u"body"_s, body}}));
        const auto said = search(u"91-0000-0000-0000"_s);
        QCOMPARE(said.status, status);
        QCOMPARE(said.body, expected);
    }

    void theCardComesWith202()
    {
        const auto token = AbhaBench::xToken(bench.logInByNumber(u"asha"_s)[u"token"].toString());
        bench.plan(rule(u"status"_s, {{u"match"_s, u"abha-card"_s}, {u"success"_s, 202}}));
        const auto card = bench.get(u"/v3/profile/account/abha-card"_s, token);
        QCOMPARE(card.status, 202);
        QVERIFY(card.body.startsWith("\x89PNG"));
    }

    void aConnectionBreaksAfterTheCodeWasSpent()
    {
        const auto words = u"abha-login mobile-verify"_s;
        const auto txn = bench
                             .askLogin(words, u"abha-number"_s, AbhaBench::dashedNumber(bench.person(u"asha"_s)),
                                 u"abdm"_s)[u"txnId"]
                             .toString();
        const auto body = bench.verification(words, txn, bench.codeFor(u"asha"_s));
        bench.plan(rule(u"drop-after"_s, {{u"match"_s, u"login/verify"_s}}));
        QCOMPARE(bench.post(verifyPath, body).status, 0);
        const auto again = bench.post(verifyPath, body);
        QCOMPARE(again.status, 200);
        QCOMPARE(again[u"authResult"].toString(), u"failed"_s);
    }

    void anAnswerTakesItsTime()
    {
        // 30 s at one percent of the pace.
        bench.plan(rule(u"slow"_s, {{u"delayMs"_s, 30'000}}));
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(search(AbhaBench::dashedNumber(bench.person(u"asha"_s))).status, 200);
        QVERIFY(timer.elapsed() >= 300);
    }

    void theServicesKeyChangesAndOldCiphertextsDoNotOpen()
    {
        const auto body = bench.codeRequest(u"abha-login aadhaar-verify"_s, u"abha-number"_s,
            AbhaBench::dashedNumber(bench.person(u"asha"_s)), u"aadhaar"_s);
        QCOMPARE(bench.control("POST", u"identifier-key"_s).status, 200);
        const auto path = u"/v3/profile/login/request/otp"_s;
        QCOMPARE(bench.post(path, body)[u"loginId"].toString(), u"Invalid LoginId"_s);
        bench.key.reset();
        QCOMPARE(bench
                     .askLogin(u"abha-login aadhaar-verify"_s, u"abha-number"_s,
                         AbhaBench::dashedNumber(bench.person(u"asha"_s)), u"aadhaar"_s)
                     .status,
            200);
    }

    void theHundredCreationsOfAClientEnd()
    {
        QCOMPARE(bench.control("POST", u"abha"_s, {{u"accountsLeft"_s, 0}}).status, 200);
        const auto refused = bench.enrol(u"new8"_s, u"9000010118"_s);
        QCOMPARE(refused.code(), u"ABDM-1227"_s);
    }

    void anUnknownMobileIsToldEarlyOrLate()
    {
        const auto words = u"abha-login mobile-verify"_s;
        QCOMPARE(bench.askLogin(words, u"mobile"_s, u"9000010000"_s, u"abdm"_s).code(), u"ABDM-1114"_s);
        bench.control("POST", u"abha"_s, {{u"unknownMobileIsFoundLate"_s, true}});
        const auto txn = bench.askLogin(words, u"mobile"_s, u"9000010000"_s, u"abdm"_s)[u"txnId"].toString();
        const auto in = bench.post(verifyPath, bench.verification(words, txn, bench.lastCodeTo(u"9000010000"_s)));
        QCOMPARE(in[u"authResult"].toString(), u"success"_s);
        QVERIFY(in[u"accounts"].toArray().isEmpty());
    }
};

QTEST_MAIN(TestAbhaFaults)
#include "tst_abha_faults.moc"
