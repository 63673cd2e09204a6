#include "abha_bench.h"

using namespace nadi;
using namespace nadi::test;
using namespace std::chrono_literals;

namespace
{
const auto aadhaarScopes = u"abha-login aadhaar-verify"_s;
const auto mobileScopes = u"abha-login mobile-verify"_s;
const auto verifyPath = u"/v3/profile/login/verify"_s;
}

/// Verification by number, mobile, Aadhaar, search and address (abha-m1.md 3.4 to 3.8).
class TestAbhaLogin : public QObject
{
    Q_OBJECT

    AbhaBench bench;

private Q_SLOTS:
    void init()
    {
        bench.network().forget();
        bench.clock.advance(31min);
    }

    void aNumberIsVerified_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("system");
        QTest::newRow("Aadhaar OTP") << aadhaarScopes << u"aadhaar"_s;
        QTest::newRow("ABHA OTP") << mobileScopes << u"abdm"_s;
    }
    void aNumberIsVerified()
    {
        QFETCH(QString, words);
        QFETCH(QString, system);
        const auto number = AbhaBench::dashedNumber(bench.person(u"asha"_s));
        const auto in = bench.logIn(words, u"abha-number"_s, number, system, u"asha"_s);
        QCOMPARE(in[u"authResult"].toString(), u"success"_s);
        QCOMPARE(in[u"expiresIn"].toInt(), 1800);
        QVERIFY(in.json().contains(u"refreshToken"_s));
        QCOMPARE(in[u"accounts"].toArray().size(), 1);
        QCOMPARE(in[u"accounts"][0][u"ABHANumber"].toString(), number);
        const auto shown = bench.get(u"/v3/profile/account"_s, AbhaBench::xToken(in[u"token"].toString()));
        QCOMPARE(shown[u"preferredAbhaAddress"].toString(), u"asha.kulkarni@sbx"_s);
    }

    void aSharedMobileGivesATransferTokenAndAChoice()
    {
        const auto in = bench.logIn(mobileScopes, u"mobile"_s, u"9000010001"_s, u"abdm"_s, u"asha"_s);
        QCOMPARE(in[u"expiresIn"].toInt(), 300);
        QVERIFY(!in.json().contains(u"refreshToken"_s));
        QCOMPARE(in[u"accounts"].toArray().size(), 3);
        const auto number = AbhaBench::dashedNumber(bench.person(u"arjun"_s));
        const auto chosen
            = bench.post(u"/v3/profile/login/verify/user"_s, {{u"ABHANumber"_s, number}, {u"txnId"_s, in[u"txnId"]}},
                {{"T-token", "Bearer " + in[u"token"].toString().toLatin1()}});
        QCOMPARE(chosen.status, 200);
        const auto shown = bench.get(u"/v3/profile/account"_s, AbhaBench::xToken(chosen[u"token"].toString()));
        QCOMPARE(shown[u"ABHANumber"].toString(), number);
    }

    void anAadhaarNumberIsVerified()
    {
        const auto in
            = bench.logIn(aadhaarScopes, u"aadhaar"_s, bench.person(u"rehana"_s).aadhaar, u"aadhaar"_s, u"rehana"_s);
        QCOMPARE(in[u"accounts"][0][u"preferredAbhaAddress"].toString(), u"rehana.khan@sbx"_s);
    }

    void anAadhaarWithoutAnAbhaIsToldAfterTheCode()
    {
        const auto in
            = bench.logIn(aadhaarScopes, u"aadhaar"_s, bench.person(u"ramabai"_s).aadhaar, u"aadhaar"_s, u"ramabai"_s);
        QCOMPARE(in.status, 404);
        QCOMPARE(in.code(), u"ABDM-1114"_s);
    }

    void anAddressIsVerified_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("owner");
        QTest::addColumn<bool>("hasNumber");
        QTest::newRow("of an ABHA number") << u"suresh.patil@sbx"_s << u"suresh"_s << true;
        QTest::newRow("without the suffix") << u"suresh.patil"_s << u"suresh"_s << true;
        QTest::newRow("without an ABHA number") << u"kavya_1995@sbx"_s << u"kavya"_s << false;
    }
    void anAddressIsVerified()
    {
        QFETCH(QString, address);
        QFETCH(QString, owner);
        QFETCH(bool, hasNumber);
        const auto words = u"abha-address-login mobile-verify"_s;
        const auto web = u"/v3/phr/web/login"_s;
        const auto found = bench.post(web + u"/abha/search"_s, {{u"abhaAddress"_s, address}});
        QCOMPARE(found.status, 200);
        QCOMPARE(!found[u"healthIdNumber"].isNull(), hasNumber);
        QCOMPARE(found[u"authMethods"].toArray().contains(u"AADHAAR_OTP"_s), hasNumber);
        const auto asked
            = bench.post(web + u"/abha/request/otp"_s, bench.codeRequest(words, u"abha-address"_s, address, u"abdm"_s));
        const auto in = bench.post(
            web + u"/abha/verify"_s, bench.verification(words, asked[u"txnId"].toString(), bench.codeFor(owner)));
        QCOMPARE(in[u"authResult"].toString(), u"success"_s);
        QVERIFY(!in.json().contains(u"txnId"_s));
        QCOMPARE(in[u"users"][0].toObject().contains(u"abhaNumber"_s), hasNumber);
        const auto token = AbhaBench::xToken(in[u"tokens"][u"token"].toString());
        const auto shown = bench.get(web + u"/profile/abha-profile"_s, token);
        QCOMPARE(shown[u"mobileVerified"].toString(), u"true"_s);
        QCOMPARE(bench.get(web + u"/profile/abha/phr-card"_s, token).type, "image/png");
        QCOMPARE(bench.get(web + u"/profile/abha/qr-code"_s, token).type, "image/png");
    }

    void aMobileFindsAnAbha()
    {
        const auto found = bench.post(u"/v3/profile/account/abha/search"_s,
            {{u"scope"_s, QJsonArray{u"search-abha"_s}}, {u"mobile"_s, bench.seal(u"9000010001"_s)}});
        const auto rows = found.array().first()[u"ABHA"].toArray();
        QCOMPARE(rows.size(), 3);
        QCOMPARE(rows.first()[u"kycVerified"].toString(), u"true"_s);
        const auto asked = bench.post(u"/v3/profile/login/request/otp"_s,
            bench.codeRequest(u"abha-login search-abha mobile-verify"_s, u"index"_s, u"2"_s, u"abdm"_s,
                found.array().first()[u"txnId"].toString()));
        const auto in = bench.post(
            verifyPath, bench.verification(mobileScopes, asked[u"txnId"].toString(), bench.codeFor(u"arjun"_s)));
        QCOMPARE(in[u"accounts"][0][u"name"].toString(), u"Arjun Kulkarni"_s);
        QVERIFY(in.json().contains(u"refreshToken"_s));
    }
};

QTEST_MAIN(TestAbhaLogin)
#include "tst_abha_login.moc"
