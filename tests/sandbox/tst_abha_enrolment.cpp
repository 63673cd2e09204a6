#include "abha_bench.h"

using namespace nadi;
using namespace nadi::test;
using namespace std::chrono_literals;

namespace
{
const auto contactScopes = u"abha-enrol mobile-verify"_s;
const auto licenceScopes = u"abha-enrol mobile-verify dl-flow"_s;
const auto requestPath = u"/v3/enrollment/request/otp"_s;
const auto aadhaarPath = u"/v3/enrollment/enrol/byAadhaar"_s;
const auto abdmPath = u"/v3/enrollment/auth/byAbdm"_s;
}

/// Creation of ABHA numbers, as a desk would ask for it (abha-m1.md 3.1 to 3.3).
class TestAbhaEnrolment : public QObject
{
    Q_OBJECT

    AbhaBench bench;

private Q_SLOTS:
    void init()
    {
        bench.network().forget();
        bench.clock.advance(31min); // past every lock of the test before
    }

    void aPersonWithoutAnAbhaGetsOne()
    {
        const auto asked = bench.askEnrolment(u"savitri"_s);
        QCOMPARE(asked.status, 200);
        QCOMPARE(
            asked[u"message"].toString(), u"OTP sent to Aadhaar registered mobile number ending with ******0101"_s);
        const auto made = bench.post(
            aadhaarPath, bench.enrolment(asked[u"txnId"].toString(), bench.codeFor(u"savitri"_s), u"9000010101"_s));
        QCOMPARE(made.status, 200);
        QCOMPARE(made[u"message"].toString(), u"Account created successfully"_s);
        QVERIFY(made[u"isNew"].toBool());
        QVERIFY(made[u"txnId"] != asked[u"txnId"]);
        QCOMPARE(made[u"tokens"][u"expiresIn"].toInt(), 1800);
        const auto profile = made[u"ABHAProfile"].toObject();
        QCOMPARE(profile[u"mobile"].toString(), u"******0101"_s);
        QCOMPARE(profile[u"phrAddress"].toArray().first().toString(),
            profile[u"ABHANumber"].toString().remove(u'-') + u"@sbx"_s);

        const auto token = AbhaBench::xToken(made[u"tokens"][u"token"].toString());
        const auto shown = bench.get(u"/v3/profile/account"_s, token);
        QCOMPARE(shown.status, 200);
        QCOMPARE(shown[u"ABHANumber"], profile[u"ABHANumber"]);
        const auto card = bench.get(u"/v3/profile/account/abha-card"_s, token);
        QCOMPARE(card.type, "image/png");
        QVERIFY(card.body.startsWith("\x89PNG"));
    }

    void aKnownAadhaarGivesTheAccountThatIsThere()
    {
        const auto known = bench.enrol(u"asha"_s, u"9000010001"_s);
        QCOMPARE(known[u"message"].toString(), u"This account already exist"_s);
        QVERIFY(!known[u"isNew"].toBool(true));
        QCOMPARE(known[u"ABHAProfile"][u"phrAddress"][0].toString(), u"asha.kulkarni@sbx"_s);
    }

    void anotherMobileIsVerifiedByAbdm()
    {
        const auto made = bench.enrol(u"imran"_s, u"9000019999"_s);
        QVERIFY(made[u"ABHAProfile"][u"mobile"].isNull());
        const auto asked = bench.post(requestPath,
            bench.codeRequest(contactScopes, u"mobile"_s, u"9000019999"_s, u"abdm"_s, made[u"txnId"].toString()));
        QCOMPARE(asked[u"message"].toString(), u"OTP sent to mobile number ending with ******9999"_s);
        const auto linked = bench.post(
            abdmPath, bench.verification(contactScopes, asked[u"txnId"].toString(), bench.lastCodeTo(u"9000019999"_s)));
        QCOMPARE(linked[u"authResult"].toString(), u"success"_s);
        QCOMPARE(linked[u"message"].toString(), u"Mobile number is now successfully linked to your Account"_s);
        QVERIFY(linked[u"txnId"] != asked[u"txnId"]);
        QCOMPARE(bench.person(u"imran"_s).mobile, u"9000019999"_s);
    }

    void anAddressIsSuggestedAndChosen()
    {
        const auto made = bench.enrol(u"new4"_s, u"9000010114"_s);
        const auto txn = made[u"txnId"].toString();
        for (const QByteArray name : {"Transaction_Id", "TRANSACTION_ID", "transaction-id"}) {
            const auto offered = bench.get(u"/v3/enrollment/enrol/suggestion"_s, {{name, txn.toLatin1()}});
            QCOMPARE(offered.status, 200);
            QVERIFY(offered[u"abhaAddressList"].toArray().size() >= 5);
            QVERIFY(!offered[u"abhaAddressList"][0].toString().contains(u'@'));
        }
        const auto chosen = bench.post(u"/v3/enrollment/enrol/abha-address"_s,
            {{u"txnId"_s, txn}, {u"abhaAddress"_s, u"neelamthakur74"_s}, {u"preferred"_s, 1}});
        QCOMPARE(chosen.status, 200);
        QCOMPARE(chosen[u"preferredAbhaAddress"].toString(), u"neelamthakur74@sbx"_s);
        QCOMPARE(chosen[u"healthIdNumber"], made[u"ABHAProfile"][u"ABHANumber"]);
        QVERIFY(bench.network().people.byAddress(u"NeelamThakur74@sbx"_s));
    }
};

QTEST_MAIN(TestAbhaEnrolment)
#include "tst_abha_enrolment.moc"
