#include "abha_bench.h"

using namespace nadi;
using namespace nadi::test;
using namespace std::chrono_literals;

namespace
{
const auto mobileScopes = u"abha-login mobile-verify"_s;
const auto otpPath = u"/v3/profile/login/request/otp"_s;
const auto verifyPath = u"/v3/profile/login/verify"_s;
const auto aadhaarPath = u"/v3/enrollment/enrol/byAadhaar"_s;
}

/// One-time passwords and tokens: how long they live, how often they may be wrong, what is told then (1.5, 1.6, 1.7).
class TestAbhaCodes : public QObject
{
    Q_OBJECT

    AbhaBench bench;

    QString asked(const QString &id = u"suresh"_s)
    {
        return bench
            .askLogin(mobileScopes, u"abha-number"_s, AbhaBench::dashedNumber(bench.person(id)), u"abdm"_s)[u"txnId"]
            .toString();
    }
    AbhaReply verify(const QString &txn, const QString &code)
    {
        return bench.post(verifyPath, bench.verification(mobileScopes, txn, code));
    }
    QString userToken(const QString &id = u"suresh"_s) { return bench.logInByNumber(id)[u"token"].toString(); }

private Q_SLOTS:
    void init()
    {
        bench.network().forget();
        bench.clock.advance(31min);
    }

    void aWrongCodeIsAFailureWithStatus200()
    {
        const auto txn = asked();
        const auto code = bench.codeFor(u"suresh"_s);
        const auto wrong = verify(txn, AbhaBench::otherThan(code));
        QCOMPARE(wrong.status, 200);
        QCOMPARE(wrong[u"authResult"].toString(), u"failed"_s);
        QCOMPARE(wrong[u"message"].toString(), u"OTP did not match, please try again"_s);
        QCOMPARE(wrong[u"accounts"].toArray().size(), 0);
        QCOMPARE(verify(txn, code)[u"authResult"].toString(), u"success"_s);
    }

    void aCodeVerifiesOnce()
    {
        const auto txn = asked();
        const auto code = bench.codeFor(u"suresh"_s);
        QCOMPARE(verify(txn, code)[u"authResult"].toString(), u"success"_s);
        const auto again = verify(txn, code);
        QCOMPARE(again[u"authResult"].toString(), u"failed"_s);
        QVERIFY(!again.json().contains(u"token"_s));
    }

    void aCodeExpiresAfterTenMinutes()
    {
        const auto txn = asked();
        bench.clock.advance(601s);
        QCOMPARE(verify(txn, bench.codeFor(u"suresh"_s))[u"message"].toString(), u"OTP expired, please try again"_s);
    }

    void whatIsNoCodeIsRefused_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("sealed");
        QTest::newRow("five digits") << u"12345"_s << true;
        QTest::newRow("letters") << u"12a456"_s << true;
        QTest::newRow("plain text") << u"123456"_s << false;
        QTest::newRow("no base64") << u"%%%"_s << false;
    }
    void whatIsNoCodeIsRefused()
    {
        QFETCH(QString, text);
        QFETCH(bool, sealed);
        const auto txn = asked();
        auto body = bench.verification(mobileScopes, txn, text);
        if (!sealed) {
            auto data = body[u"authData"].toObject(), otp = data[u"otp"].toObject();
            otp[u"otpValue"_s] = text;
            data[u"otp"_s] = otp;
            body[u"authData"_s] = data;
        }
        const auto refused = bench.post(verifyPath, body);
        QCOMPARE(refused.status, 400);
        QCOMPARE(refused[u"otpValue"].toString(), u"Invalid OTP Value"_s);
    }

    void aWrongAadhaarCodeOfACreationIs422()
    {
        const auto txn = bench.askEnrolment(u"new5"_s)[u"txnId"].toString();
        const auto code = bench.codeFor(u"new5"_s);
        const auto wrong = bench.post(aadhaarPath, bench.enrolment(txn, AbhaBench::otherThan(code), u"9000010115"_s));
        QCOMPARE(wrong.status, 422);
        QCOMPARE(wrong.code(), u"ABDM-1204"_s);
        QVERIFY(!bench.person(u"new5"_s).hasAbhaNumber());
        QCOMPARE(bench.post(aadhaarPath, bench.enrolment(txn, code, u"9000010115"_s)).status, 200);
        // The answer carried a new txnId: the old one is unknown.
        const auto old = bench.post(aadhaarPath, bench.enrolment(txn, code, u"9000010115"_s));
        QCOMPARE(old[u"txnId"].toString(), u"Invalid Transaction Id"_s);
    }

    void threeWrongCodesLockForHalfAnHour()
    {
        const auto txn = asked();
        const auto code = bench.codeFor(u"suresh"_s);
        for (int i = 0; i < 3; ++i)
            QCOMPARE(verify(txn, AbhaBench::otherThan(code))[u"authResult"].toString(), u"failed"_s);
        const auto locked = verify(txn, code);
        QCOMPARE(locked.status, 400);
        QCOMPARE(locked.code(), u"ABDM-1100"_s);
        QCOMPARE(
            bench
                .askLogin(mobileScopes, u"abha-number"_s, AbhaBench::dashedNumber(bench.person(u"suresh"_s)), u"abdm"_s)
                .code(),
            u"ABDM-1100"_s);
        // Somebody else's phone is not locked, and neither is UIDAI's own counter.
        QVERIFY(!asked(u"rehana"_s).isEmpty());
        bench.clock.advance(30min);
        const auto fresh = asked();
        QCOMPARE(verify(fresh, bench.codeFor(u"suresh"_s))[u"authResult"].toString(), u"success"_s);
    }

    void aCodeIsSentAgainTwice()
    {
        const auto number = AbhaBench::dashedNumber(bench.person(u"suresh"_s));
        const auto txn = asked();
        const auto first = bench.codeFor(u"suresh"_s);
        for (int i = 0; i < 2; ++i) {
            const auto again
                = bench.post(otpPath, bench.codeRequest(mobileScopes, u"abha-number"_s, number, u"abdm"_s, txn));
            QCOMPARE(again[u"txnId"].toString(), txn);
        }
        if (first != bench.codeFor(u"suresh"_s))
            QCOMPARE(verify(txn, first)[u"authResult"].toString(), u"failed"_s);
        const auto fourth
            = bench.post(otpPath, bench.codeRequest(mobileScopes, u"abha-number"_s, number, u"abdm"_s, txn));
        QCOMPARE(fourth.code(), u"ABDM-1100"_s);
    }

    void anXTokenIsRefused_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("message");
        QTest::newRow("without Bearer") << u"bare"_s << 400 << u"Invalid X-token"_s;
        QTest::newRow("missing") << u"none"_s << 400 << u"Invalid X-token"_s;
        QTest::newRow("rubbish") << u"rubbish"_s << 400 << u"Invalid X-token"_s;
        QTest::newRow("after half an hour") << u"old"_s << 401 << u"X-token expired"_s;
        QTest::newRow("logged out") << u"out"_s << 401 << u"X-token expired"_s;
        QTest::newRow("a transfer token") << u"transfer"_s << 401 << u"X-token expired"_s;
        QTest::newRow("a refresh token") << u"refresh"_s << 401 << u"X-token expired"_s;
    }
    void anXTokenIsRefused()
    {
        QFETCH(QString, kind);
        QFETCH(QString, message);
        const auto in = kind == u"transfer"_s
            ? bench.logIn(mobileScopes, u"mobile"_s, u"9000010003"_s, u"abdm"_s, u"suresh"_s)
            : bench.logInByNumber(u"suresh"_s);
        auto headers = AbhaBench::xToken(in[kind == u"refresh"_s ? u"refreshToken" : u"token"].toString());
        if (kind == u"bare"_s)
            headers.first().second.remove(0, 7);
        if (kind == u"rubbish"_s)
            headers.first().second = "Bearer abc.def.ghi";
        if (kind == u"none"_s)
            headers.clear();
        if (kind == u"old"_s)
            bench.clock.advance(1800s);
        if (kind == u"out"_s)
            QCOMPARE(bench.get(u"/v3/profile/account/request/logout"_s, headers)[u"message"].toString(),
                u"You have been logged out"_s);
        const auto refused = bench.get(u"/v3/profile/account"_s, headers);
        QTEST(refused.status, "status");
        QCOMPARE(refused[u"message"].toString(), message);
        QVERIFY(refused.json().contains(u"timestamp"_s));
    }

    void aTransferTokenLivesFiveMinutesAndIsNoOther_data()
    {
        QTest::addColumn<int>("seconds");
        QTest::addColumn<bool>("final");
        QTest::addColumn<int>("status");
        QTest::newRow("at once") << 0 << false << 200;
        QTest::newRow("just in time") << 299 << false << 200;
        QTest::newRow("too late") << 300 << false << 400;
        QTest::newRow("a final token") << 0 << true << 400;
    }
    void aTransferTokenLivesFiveMinutesAndIsNoOther()
    {
        QFETCH(int, seconds);
        QFETCH(bool, final);
        const auto in = bench.logIn(mobileScopes, u"mobile"_s, u"9000010003"_s, u"abdm"_s, u"suresh"_s);
        const auto token = final ? userToken() : in[u"token"].toString();
        bench.clock.advance(std::chrono::seconds(seconds));
        const auto chosen = bench.post(u"/v3/profile/login/verify/user"_s,
            {{u"ABHANumber"_s, AbhaBench::dashedNumber(bench.person(u"suresh"_s))}, {u"txnId"_s, in[u"txnId"]}},
            {{"T-token", "Bearer " + token.toLatin1()}});
        QTEST(chosen.status, "status");
        if (chosen.status == 400)
            QCOMPARE(chosen[u"message"].toString(), u"Invalid T-token"_s);
    }

    void aTokenOfAnAddressOpensNoAccount()
    {
        const auto words = u"abha-address-login mobile-verify"_s;
        const auto txn
            = bench
                  .post(u"/v3/phr/web/login/abha/request/otp"_s,
                      bench.codeRequest(words, u"abha-address"_s, u"suresh.patil@sbx"_s, u"abdm"_s))[u"txnId"]
                  .toString();
        const auto in = bench.post(
            u"/v3/phr/web/login/abha/verify"_s, bench.verification(words, txn, bench.codeFor(u"suresh"_s)));
        const auto headers = AbhaBench::xToken(in[u"tokens"][u"token"].toString());
        QCOMPARE(bench.get(u"/v3/profile/account"_s, headers)[u"message"].toString(), u"X-token expired"_s);
        // And the address counter answers a missing token with nothing at all.
        const auto empty = bench.get(u"/v3/phr/web/login/profile/abha-profile"_s);
        QCOMPARE(empty.status, 401);
        QVERIFY(empty.body.isEmpty());
    }

    void aRefreshTokenGivesNewOnes()
    {
        const auto in = bench.logInByNumber(u"suresh"_s);
        bench.clock.advance(std::chrono::hours(14 * 24));
        const auto path = u"/v3/profile/account/request/token"_s;
        const auto fresh = bench.get(path, {{"R-token", "Bearer " + in[u"refreshToken"].toString().toLatin1()}});
        QCOMPARE(fresh[u"expiresIn"].toInt(), 1800);
        QCOMPARE(bench.get(u"/v3/profile/account"_s, AbhaBench::xToken(fresh[u"token"].toString())).status, 200);
        bench.clock.advance(std::chrono::hours(2 * 24));
        QCOMPARE(bench.get(path, {{"R-token", "Bearer " + in[u"refreshToken"].toString().toLatin1()}}).status, 400);
    }

    void theControlSideReadsCodesAndMovesTime()
    {
        const auto txn = asked();
        const auto code = bench.codeFor(u"suresh"_s);
        const auto &person = bench.person(u"suresh"_s);
        for (const auto &query : {u"person=suresh"_s, u"person=suresh.patil@sbx"_s, u"mobile="_s + person.mobile,
                 u"aadhaar="_s + person.aadhaar})
            QCOMPARE(bench.control("GET", u"otp?"_s + query)[u"otp"].toString(), code);
        QCOMPARE(bench.control("GET", u"otp?person=kondiba"_s).status, 404);
        QCOMPARE(bench.control("POST", u"clock"_s, {{u"advanceSeconds"_s, 601}}).status, 200);
        QCOMPARE(verify(txn, code)[u"message"].toString(), u"OTP expired, please try again"_s);
        const auto phone = bench.http.get(
            QNetworkRequest(QUrl(bench.box->readyLine()[u"phone"].toString() + u"/data?person=suresh.patil@sbx"_s)));
        QTRY_VERIFY(phone->isFinished());
        QVERIFY(phone->readAll().contains(code.toLatin1()));
        phone->deleteLater();
    }

    void nothingOfARequestIsWrittenDown()
    {
        static QString log;
        log.clear();
        const auto before = qInstallMessageHandler(
            [](QtMsgType, const QMessageLogContext &, const QString &message) { log += message + u'\n'; });
        const auto aadhaar = bench.person(u"new6"_s).aadhaar;
        const auto txn = bench.askEnrolment(u"new6"_s)[u"txnId"].toString();
        const auto code = bench.codeFor(u"new6"_s);
        bench.post(aadhaarPath, bench.enrolment(txn, AbhaBench::otherThan(code), u"9000010116"_s));
        bench.post(aadhaarPath, bench.enrolment(txn, code, u"9000010116"_s));
        bench.get(u"/v3/profile/benefit/abha/"_s + AbhaBench::dashedNumber(bench.person(u"suresh"_s)));
        qInstallMessageHandler(before);
        QString written = log;
        for (const auto &line : bench.network().memory.calls())
            written += line[u"path"].toString() + u'\n';
        QVERIFY(!written.contains(aadhaar));
        QVERIFY(!written.contains(code));
        QVERIFY(!written.contains(AbhaBench::dashedNumber(bench.person(u"suresh"_s))));
        QVERIFY(bench.network().memory.calls().size() >= 4);
    }
};

QTEST_MAIN(TestAbhaCodes)
#include "tst_abha_codes.moc"
