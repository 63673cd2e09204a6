#include "abha_bench.h"

using namespace nadi;
using namespace nadi::test;
using namespace std::chrono_literals;

namespace
{
const auto loginPath = u"/v3/profile/login/request/otp"_s;
const auto enrolPath = u"/v3/enrollment/request/otp"_s;
const auto aadhaarPath = u"/v3/enrollment/enrol/byAadhaar"_s;
const auto webPath = u"/v3/phr/web/login/abha/request/otp"_s;
const auto licenceScopes = u"abha-enrol mobile-verify dl-flow"_s;
}

/// What is refused, with which words, and which refusal wins (abha-m1.md sections 1, 4 and 8).
class TestAbhaRules : public QObject
{
    Q_OBJECT

    AbhaBench bench;

    QJsonObject numberRequest()
    {
        return bench.codeRequest(u"abha-login aadhaar-verify"_s, u"abha-number"_s,
            AbhaBench::dashedNumber(bench.person(u"asha"_s)), u"aadhaar"_s);
    }
    QString licenceTransaction(const QString &mobile)
    {
        const auto asked = bench.post(enrolPath, bench.codeRequest(licenceScopes, u"mobile"_s, mobile, u"abdm"_s));
        const auto verified = bench.post(u"/v3/enrollment/auth/byAbdm"_s,
            bench.verification(licenceScopes, asked[u"txnId"].toString(), bench.lastCodeTo(mobile)));
        return verified.json().contains(u"accounts"_s) ? QString() : verified[u"txnId"].toString();
    }
    static QJsonObject licence(const QString &txn)
    {
        return {{u"txnId"_s, txn}, {u"documentType"_s, u"DRIVING_LICENCE"_s}, {u"documentId"_s, u"MH1220100012345"_s},
            {u"firstName"_s, u"Imran"_s}, {u"middleName"_s, QString()}, {u"lastName"_s, u"Sheikh"_s},
            {u"dob"_s, u"1989-06-20"_s}, {u"gender"_s, u"M"_s}, {u"frontSidePhoto"_s, u"AAAA"_s},
            {u"backSidePhoto"_s, u"AAAA"_s}, {u"address"_s, u"627, Sample Nagar"_s}, {u"state"_s, u"Maharashtra"_s},
            {u"district"_s, u"Gondia"_s}, {u"pinCode"_s, u"441614"_s},
            {u"consent"_s, QJsonObject{{u"code"_s, u"abha-enrollment"_s}, {u"version"_s, u"1.4"_s}}}};
    }

private Q_SLOTS:
    void init()
    {
        bench.network().forget();
        bench.clock.advance(31min);
    }

    void aWrongHeaderIsRefused_data()
    {
        QTest::addColumn<QString>("method");
        QTest::addColumn<QString>("path");
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("code");
        const auto row = [](const char *name, const char *method, const char *path, const char *header,
                             const char *value, int status, const char *code) {
            QTest::newRow(name) << QString::fromLatin1(method) << QString::fromLatin1(path) << QByteArray(header)
                                << QByteArray(value) << status << QString::fromLatin1(code);
        };
        const char *account = "/v3/profile/account", *key = "/v3/profile/public/certificate",
                   *create = "/v3/enrollment/enrol/byAadhaar", *otp = "/v3/profile/login/request/otp";
        row("unknown path", "POST", "/v3/profile/nothing", "x-none", "1", 404, "404");
        row("other method", "DELETE", account, "x-none", "1", 404, "404");
        row("path before token", "POST", "/v3/nothing", "Authorization", "Bearer x", 404, "404");
        row("no token", "GET", account, "Authorization", "", 401, "900902");
        row("rubbish token", "GET", account, "Authorization", "Bearer x.y.z", 401, "900901");
        row("rubbish token, creating", "POST", create, "Authorization", "Bearer x.y.z", 500, "900900");
        row("rubbish token, searching", "POST", "/v3/profile/login/search", "Authorization", "Bearer x", 500, "900900");
        row("rubbish token, document", "POST", "/v3/enrollment/enrol/byDocument", "Authorization", "Bearer x", 500,
            "900900");
        row("time stamp before X-token", "GET", account, "TIMESTAMP", "2026-02-12T09:41:07Z", 404, "ABDM-1016");
        row("time stamp, certificate", "GET", key, "TIMESTAMP", "yesterday", 400, "ABDM-1016");
        row("request id", "GET", account, "REQUEST-ID", "one", 404, "ABDM-1030");
        row("request id, certificate", "GET", key, "REQUEST-ID", "one", 400, "ABDM-1030");
        row("request id before the body", "POST", otp, "REQUEST-ID", "one", 404, "ABDM-1030");
    }
    void aWrongHeaderIsRefused()
    {
        QFETCH(QString, method);
        QFETCH(QString, path);
        QFETCH(QByteArray, header);
        QFETCH(QByteArray, value);
        QFETCH(QString, code);
        const auto refused = bench.call(method.toLatin1(), path, {}, {{header, value}});
        QTEST(refused.status, "status");
        QCOMPARE(refused.code(), code);
    }

    void anExpiredSessionIs401EvenWhereRubbishIs500()
    {
        const auto old = *bench.network().tokens->session(u"SBXID_000001"_s, 1s);
        bench.clock.advance(2s);
        const auto refused = bench.post(aadhaarPath, {}, {{"Authorization", "Bearer " + old}});
        QCOMPARE(refused.status, 401);
        QCOMPARE(refused.code(), u"900901"_s);
    }

    void aWrongMemberOfACodeRequestIsNamed_data()
    {
        QTest::addColumn<QString>("member");
        QTest::addColumn<QJsonValue>("value");
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("message");
        const auto row
            = [](const char *name, const char *member, const QJsonValue &value, const char *key, const char *message) {
                  QTest::newRow(name) << QString::fromLatin1(member) << value << QString::fromLatin1(key)
                                      << QString::fromLatin1(message);
              };
        row("no scope", "scope", QJsonArray(), "scope", "Invalid Scope");
        row("unknown scope", "scope", QJsonArray{u"abha-logout"_s}, "scope", "Invalid Scope");
        row("scope as text", "scope", u"abha-login"_s, "scope", "Invalid Scope");
        row("scopes that do not fit", "scope", AbhaBench::scopes(u"abha-login aadhaar-verify retrieval"_s), "ABDM-1107",
            "");
        row("fingers", "scope", AbhaBench::scopes(u"abha-login aadhaar-bio-verify"_s), "ABDM-1021", "");
        row("no hint", "loginHint", QString(), "loginHint", "Invalid Login Hint");
        row("address as hint", "loginHint", u"abha-address"_s, "loginHint", "Invalid Login Hint");
        row("other system", "otpSystem", u"abdm"_s, "ABDM-9999", "");
        row("no login id", "loginId", QString(), "loginId", "Invalid LoginId");
        row("plain login id", "loginId", u"91-4021-7755-0165"_s, "loginId", "Invalid LoginId");
        row("txnId that is none", "txnId", u"12"_s, "txnId", "Invalid Transaction Id");
        row("unknown txnId", "txnId", u"37d8d312-35a0-41e7-a6e4-1074eb18a5fa"_s, "txnId", "Invalid Transaction Id");
    }
    void aWrongMemberOfACodeRequestIsNamed()
    {
        QFETCH(QString, member);
        QFETCH(QJsonValue, value);
        QFETCH(QString, key);
        QFETCH(QString, message);
        auto body = numberRequest();
        body[member] = value;
        const auto refused = bench.post(loginPath, body);
        QVERIFY(refused.status >= 400 && refused.status < 500);
        if (message.isEmpty())
            QCOMPARE(refused.code(), key);
        else
            QCOMPARE(refused[key].toString(), message);
    }

    void anIdentifierIsRefused_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("hint");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("system");
        QTest::addColumn<QString>("expected");
        const auto aadhaar = u"aadhaar"_s, abdm = u"abdm"_s;
        const auto byNumber = u"abha-login mobile-verify"_s;
        QTest::newRow("number without dashes")
            << byNumber << u"abha-number"_s << u"91402177550165"_s << abdm << u"LoginId is invalid"_s;
        QTest::newRow("unknown number") << byNumber << u"abha-number"_s << u"91-0000-0000-0000"_s << abdm
                                        << u"ABDM-1114"_s;
        QTest::newRow("deactivated") << byNumber << u"abha-number"_s << u"prakash"_s << abdm << u"ABDM-1407"_s;
        QTest::newRow("mobile with +91") << byNumber << u"mobile"_s << u"+919000010001"_s << abdm
                                         << u"Invalid LoginId"_s;
        QTest::newRow("Aadhaar with a wrong check digit")
            << u"abha-login aadhaar-verify"_s << aadhaar << u"999941057059"_s << aadhaar << u"Invalid LoginId"_s;
        QTest::newRow("child by Aadhaar")
            << u"abha-login aadhaar-verify"_s << u"abha-number"_s << u"tara"_s << aadhaar << u"ABDM-9999"_s;
        QTest::newRow("no enrolment on the mobile")
            << u"abha-login mobile-verify retrieval"_s << u"mobile"_s << u"9000010001"_s << abdm << u"ABDM-1115"_s;
        QTest::newRow("reactivating what is active")
            << u"abha-login mobile-verify re-activate"_s << u"abha-number"_s << u"asha"_s << abdm << u"ABDM-9999"_s;
    }
    void anIdentifierIsRefused()
    {
        QFETCH(QString, words);
        QFETCH(QString, hint);
        QFETCH(QString, value);
        QFETCH(QString, system);
        QFETCH(QString, expected);
        if (auto *person = bench.network().people.byId(value))
            value = AbhaBench::dashedNumber(*person);
        const auto refused = bench.askLogin(words, hint, value, system);
        QCOMPARE(expected.startsWith(u"ABDM"_s) ? refused.code() : refused[u"loginId"].toString(), expected);
    }

    void wrongPaddingOfAMobileHasItsOwnWords()
    {
        auto body = bench.codeRequest(u"abha-login mobile-verify"_s, u"mobile"_s, u"9000010001"_s, u"abdm"_s);
        body[u"loginId"_s] = QString::fromLatin1(QByteArray(512, 'x').toBase64());
        QCOMPARE(bench.post(loginPath, body)[u"loginId"].toString(), u"Invalid Mobile Number"_s);
    }

    void theAddressCounterAnswersWithLists_data()
    {
        QTest::addColumn<QString>("member");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("message");
        QTest::newRow("scope") << u"scope"_s << u"abha-login"_s << u"ABDM-9999"_s << u"Invalid Scope"_s;
        QTest::newRow("hint") << u"loginHint"_s << u"mobile"_s << u"ABDM-9999"_s << u"Invalid Login Hint"_s;
        QTest::newRow("form") << u"loginId"_s << u"not an address"_s << u"ABDM-1006"_s << u"Invalid Abha Address"_s;
        QTest::newRow("unknown") << u"loginId"_s << u"nobody.here@sbx"_s << u"ABDM-1211"_s << u"User not found."_s;
        QTest::newRow("deactivated") << u"loginId"_s << u"prakash.salvi@sbx"_s << u"ABDM-1407"_s << QString();
    }
    void theAddressCounterAnswersWithLists()
    {
        QFETCH(QString, member);
        QFETCH(QString, value);
        QFETCH(QString, code);
        QFETCH(QString, message);
        auto body = bench.codeRequest(
            u"abha-address-login mobile-verify"_s, u"abha-address"_s, u"suresh.patil@sbx"_s, u"abdm"_s);
        body[member] = member == u"scope"_s ? QJsonValue(value) : member == u"loginId"_s ? bench.seal(value) : value;
        const auto refused = bench.post(webPath, body);
        QCOMPARE(refused.status, 400);
        QCOMPARE(refused.code(), code);
        QCOMPARE(refused.array().isEmpty(), code == u"ABDM-1211"_s || code == u"ABDM-1407"_s);
        if (!refused.array().isEmpty())
            QCOMPARE(refused.array().first()[u"message"].toString(), message);
    }

    void whatAPrivateClinicMayNotIs401_data()
    {
        QTest::addColumn<QString>("authMethod");
        QTest::addColumn<bool>("benefit");
        for (const auto &method : {u"bio"_s, u"face"_s, u"iris"_s, u"demo_auth"_s, u"child"_s})
            for (const bool benefit : {false, true})
                QTest::addRow("%s%s", qPrintable(method), benefit ? " with a programme" : "") << method << benefit;
    }
    void whatAPrivateClinicMayNotIs401()
    {
        QFETCH(QString, authMethod);
        QFETCH(bool, benefit);
        auto body = bench.enrolment(QUuid::createUuid().toString(QUuid::WithoutBraces), u"123456"_s, u"9000010101"_s);
        body[u"authData"_s] = QJsonObject{{u"authMethods"_s, QJsonArray{authMethod}}, {authMethod, QJsonObject()}};
        const auto refused = bench.post(
            aadhaarPath, body, benefit ? AbhaBench::Headers{{"Benefit-Name", "COVIN"}} : AbhaBench::Headers());
        QCOMPARE(refused.status, 401);
        if (benefit)
            QCOMPARE(refused[u"message"].toString(), u"Invalid Benefit Name"_s);
        else
            QCOMPARE(refused.code(), u"ABDM-1021"_s);
    }
    void aProgrammeEnrolsByDetails_data()
    {
        QTest::addColumn<QString>("member");
        QTest::addColumn<QString>("value");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("expected");
        QTest::newRow("all right") << u"name"_s << u"Gauri Pawar"_s << 200 << QString();
        QTest::newRow("date the other way round") << u"dateOfBirth"_s << u"1976-06-16"_s << 200 << QString();
        QTest::newRow("somebody else") << u"name"_s << u"Gauri Jadhav"_s << 422 << u"ABDM-1207"_s;
        QTest::newRow("sex") << u"gender"_s << u"M"_s << 422 << u"ABDM-1207"_s;
        QTest::newRow("district of another state")
            << u"stateCode"_s << u"32"_s << 400 << u"Invalid state and district code"_s;
        QTest::newRow("no date") << u"dateOfBirth"_s << QString() << 400 << u"Invalid Date of Birth"_s;
        QTest::newRow("no name") << u"name"_s << QString() << 400 << u"Invalid Name"_s;
        QTest::newRow("mobile") << u"mobile"_s << u"12345"_s << 400 << u"Invalid Mobile Number"_s;
        QTest::newRow("full mobile") << u"mobile"_s << u"9000030006"_s << 422 << u"ABDM-1124"_s;
        QTest::newRow("no Aadhaar") << u"aadhaarNumber"_s << u"999941057059"_s << 400 << u"Invalid Aadhaar Number"_s;
    }
    void aProgrammeEnrolsByDetails()
    {
        QFETCH(QString, member);
        QFETCH(QString, value);
        QFETCH(int, status);
        QFETCH(QString, expected);
        auto &person = bench.person(u"new6"_s);
        person.abhaNumber.clear();
        QVERIFY(bench.control("POST", u"abha"_s, {{u"programme"_s, u"COVIN"_s}}).status / 100 == 2);
        QJsonObject details{{u"aadhaarNumber"_s, bench.seal(person.aadhaar)}, {u"stateCode"_s, u"27"_s},
            {u"districtCode"_s, u"487"_s}, {u"dateOfBirth"_s, u"16-06-1976"_s}, {u"gender"_s, u"F"_s},
            {u"name"_s, u"Gauri Pawar"_s}};
        details[member] = member == u"aadhaarNumber" ? bench.seal(value) : value;
        const QJsonObject body{
            {u"authData"_s, QJsonObject{{u"authMethods"_s, QJsonArray{u"demo_auth"_s}}, {u"demo_auth"_s, details}}},
            {u"consent"_s, QJsonObject{{u"code"_s, u"abha-enrollment"_s}, {u"version"_s, u"1.4"_s}}}};
        const auto answer = bench.post(aadhaarPath, body, {{"Benefit-Name", "COVIN"}});
        QCOMPARE(answer.status, status);
        QVERIFY2(answer.body.contains(expected.toUtf8()), answer.body.constData());
        if (status != 200)
            return;
        QCOMPARE(answer[u"healthIdNumber"].toString(), AbhaBench::dashedNumber(person));
        QVERIFY(answer[u"new"].toBool());
        // Once more is the same account, under the other spelling of the header as well.
        const auto again = bench.post(aadhaarPath, body, {{"BENEFIT_NAME", "COVIN"}});
        QCOMPARE(again.status, 200);
        QVERIFY(!again[u"new"].toBool(true));
        QCOMPARE(again[u"healthIdNumber"], answer[u"healthIdNumber"]);
        const auto token = again[u"jwtResponse"][u"token"].toString();
        QCOMPARE(bench.get(u"/v3/profile/account"_s, AbhaBench::xToken(token)).status, 200);
        QCOMPARE(bench.post(aadhaarPath, body).status, 401);
        QCOMPARE(bench.post(aadhaarPath, body, {{"Benefit-Name", "OTHER"}}).status, 401);
    }
    void governmentOperationsAre401()
    {
        QCOMPARE(bench.get(u"/v3/enrollment/profile/children"_s).status, 401);
        QCOMPARE(bench.post(u"/v3/profile/benefit/search"_s, {}).status, 401);
        QCOMPARE(bench.post(u"/v3/profile/benefit/linkAndDelink"_s, {}, {{"BENEFIT_NAME", "X"}}).status, 401);
        QCOMPARE(bench.get(u"/v3/profile/benefit/abha/91-5009-7714-6322"_s).status, 401);
    }

    void aCreationIsRefused_data()
    {
        QTest::addColumn<QString>("place");
        QTest::addColumn<QJsonValue>("value");
        QTest::addColumn<QString>("expected");
        QTest::newRow("method") << u"authMethods"_s << QJsonValue(QJsonArray{u"telepathy"_s})
                                << u"Invalid Auth Method"_s;
        QTest::newRow("two methods") << u"authMethods"_s << QJsonValue(QJsonArray{u"otp"_s, u"bio"_s})
                                     << u"Invalid Auth Method"_s;
        QTest::newRow("transaction") << u"txnId"_s << QJsonValue(u"37d8d312-35a0-41e7-a6e4-1074eb18a5fa"_s)
                                     << u"Invalid Transaction Id"_s;
        QTest::newRow("mobile") << u"mobile"_s << QJsonValue(u"12345"_s) << u"Invalid Mobile Number"_s;
        QTest::newRow("consent") << u"consent"_s << QJsonValue() << u"Invalid Consent"_s;
    }
    void aCreationIsRefused()
    {
        QFETCH(QString, place);
        QFETCH(QJsonValue, value);
        QFETCH(QString, expected);
        const auto txn = bench.askEnrolment(u"new7"_s)[u"txnId"].toString();
        auto body = bench.enrolment(txn, bench.codeFor(u"new7"_s), u"9000010117"_s);
        auto data = body[u"authData"].toObject(), otp = data[u"otp"].toObject();
        if (place == u"consent"_s)
            body[place] = value;
        else if (place == u"authMethods"_s)
            data[place] = value;
        else
            otp[place] = value;
        data[u"otp"_s] = otp;
        body[u"authData"_s] = data;
        const auto refused = bench.post(aadhaarPath, body);
        QCOMPARE(refused.status, 400);
        QCOMPARE(refused[place].toString(), expected);
        QVERIFY(!bench.person(u"new7"_s).hasAbhaNumber());
    }

    void aSeventhAbhaOnAMobileIsRefused()
    {
        const auto own = bench.enrol(u"omkar"_s, u"9000030006"_s);
        QCOMPARE(own.status, 422);
        QCOMPARE(own.code(), u"ABDM-1124"_s);
        const auto other = bench.enrol(u"omkar"_s, u"9000012121"_s);
        QCOMPARE(other.status, 200);
        const auto full = bench.post(enrolPath,
            bench.codeRequest(
                u"abha-enrol mobile-verify"_s, u"mobile"_s, u"9000030006"_s, u"abdm"_s, other[u"txnId"].toString()));
        QCOMPARE(full.code(), u"ABDM-1124"_s);
    }

    void anAadhaarWithoutAMobileGetsNoCode()
    {
        const auto refused = bench.askEnrolment(u"kondiba"_s);
        QCOMPARE(refused.status, 422);
        QCOMPARE(refused.code(), u"ABDM-1204"_s);
    }

    void anAddressIsRefused_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("expected");
        QTest::newRow("taken") << u"asha.kulkarni@sbx"_s << u"ABDM-1101"_s;
        QTest::newRow("taken in other letters") << u"Asha.Kulkarni"_s << u"ABDM-1101"_s;
        QTest::newRow("too short") << u"neha"_s << u"ABDM-1170"_s;
        QTest::newRow("two dots") << u"neha.j.oglekar"_s << u"ABDM-1170"_s;
        QTest::newRow("ends with an underscore") << u"nehajoglekar_"_s << u"ABDM-1170"_s;
        QTest::newRow("a mobile") << u"9000010201"_s << u"ABDM-1170"_s;
        QTest::newRow("14 digits") << u"91400251773001"_s << u"ABDM-1170"_s;
        QTest::newRow("good") << u"neha_joglekar89"_s << QString();
    }
    void anAddressIsRefused()
    {
        QFETCH(QString, address);
        QFETCH(QString, expected);
        const auto txn = bench.enrol(u"neha"_s, u"9000010201"_s)[u"txnId"].toString();
        const auto chosen = bench.post(u"/v3/enrollment/enrol/abha-address"_s,
            {{u"txnId"_s, txn}, {u"abhaAddress"_s, address}, {u"preferred"_s, 1}});
        QCOMPARE(chosen.code(), expected);
        QCOMPARE(chosen.status, expected.isEmpty() ? 200 : 400);
    }
    void anAddressNeedsAFlagAndATransaction()
    {
        const auto path = u"/v3/enrollment/enrol/abha-address"_s;
        const auto txn = bench.enrol(u"neha"_s, u"9000010201"_s)[u"txnId"].toString();
        QJsonObject body{{u"txnId"_s, txn}, {u"abhaAddress"_s, u"nehajog2026"_s}, {u"preferred"_s, u"yes"_s}};
        QCOMPARE(bench.post(path, body)[u"preferred"].toString(), u"Invalid Preferred Flag"_s);
        body[u"preferred"_s] = 1;
        body[u"txnId"_s] = bench.askEnrolment(u"neha"_s)[u"txnId"]; // its code has not come back yet
        QCOMPARE(bench.post(path, body)[u"txnId"].toString(), u"Invalid Transaction Id"_s);
        const auto nothing = bench.get(u"/v3/enrollment/enrol/suggestion"_s);
        QCOMPARE(nothing.status, 401);
        QCOMPARE(nothing.code(), u"ABDM-1017"_s);
    }

    void aDrivingLicenceGivesAnEnrolmentNumber()
    {
        const auto path = u"/v3/enrollment/enrol/byDocument"_s;
        const auto mobile = u"9000010301"_s;
        QCOMPARE(bench.post(path, licence(u"37d8d312-35a0-41e7-a6e4-1074eb18a5fa"_s)).code(), u"ABDM-1017"_s);
        auto wrong = licence(licenceTransaction(mobile));
        wrong[u"documentId"_s] = u"12"_s;
        QCOMPARE(bench.post(path, wrong).code(), u"ABDM-1203"_s);
        const auto made = bench.post(path, licence(licenceTransaction(mobile)));
        QCOMPARE(made[u"enrolProfile"][u"enrolmentState"].toString(), u"PROVISIONAL"_s);
        QCOMPARE(made[u"enrolProfile"][u"dob"].toString(), u"1989-6-20"_s);
        QVERIFY(made[u"enrolProfile"][u"phrAddress"][0].isNull());
        QVERIFY(made[u"isNew"].toBool());
        const auto again = bench.post(path, licence(licenceTransaction(mobile)));
        QCOMPARE(again[u"message"].toString(), u"This account already exist"_s);
        QCOMPARE(again[u"enrolProfile"][u"enrolmentNumber"], made[u"enrolProfile"][u"enrolmentNumber"]);

        // Forgotten: the mobile retrieves it (1.4).
        const auto words = u"abha-login mobile-verify retrieval"_s;
        const auto asked = bench.askLogin(words, u"mobile"_s, mobile, u"abdm"_s);
        const auto found = bench.post(u"/v3/profile/login/verify"_s,
            bench.verification(words, asked[u"txnId"].toString(), bench.lastCodeTo(mobile)));
        QCOMPARE(found[u"accounts"][0][u"enrolmentNumber"], made[u"enrolProfile"][u"enrolmentNumber"]);
        QVERIFY(!found.json().contains(u"token"_s));
    }

    void aFaceIsHandedOffToThePersonsOwnApp()
    {
        const auto begun = bench.post(
            u"/v3/enrollment/enrol/auth/init"_s, {{u"scope"_s, AbhaBench::scopes(u"abha-enrol face-auth"_s)}});
        const auto txn = begun[u"txnId"].toString();
        const QJsonObject poll{{u"scope"_s, AbhaBench::scopes(u"abha-enrol face-verify"_s)}, {u"txnId"_s, txn}};
        const auto pollPath = u"/v3/enrollment/enrol/capturePID"_s;
        QCOMPARE(bench.post(pollPath, poll)[u"status"].toString(), u"PENDING"_s);
        const QJsonObject face{{u"txnId"_s, txn}, {u"aadhaar"_s, bench.seal(bench.person(u"new8"_s).aadhaar)},
            {u"mobile"_s, u"9000010118"_s}};
        auto body = bench.enrolment(txn, u"123456"_s, u"9000010118"_s);
        body[u"authData"_s] = QJsonObject{{u"authMethods"_s, QJsonArray{u"face_auth"_s}}, {u"face"_s, face}};
        QCOMPARE(bench.post(aadhaarPath, body)[u"pid"].toString(), u"Invalid Face Auth PID"_s);
        bench.control("POST", u"face"_s, {{u"txnId"_s, txn}, {u"status"_s, u"VERIFIED"_s}});
        QCOMPARE(bench.post(pollPath, poll)[u"status"].toString(), u"VERIFIED"_s);
        QVERIFY(bench.post(aadhaarPath, body)[u"isNew"].toBool());

        const auto late = bench.post(
            u"/v3/enrollment/enrol/auth/init"_s, {{u"scope"_s, AbhaBench::scopes(u"abha-enrol face-auth"_s)}});
        bench.clock.advance(601s);
        QCOMPARE(
            bench.post(pollPath, {{u"scope"_s, poll[u"scope"]}, {u"txnId"_s, late[u"txnId"]}})[u"txnId"].toString(),
            u"Invalid Transaction Id"_s);
    }

    void aFaceFindsAnAbha()
    {
        const auto found = bench.post(u"/v3/profile/account/abha/search"_s,
            {{u"scope"_s, QJsonArray{u"search-abha"_s}}, {u"mobile"_s, bench.seal(u"9000010010"_s)}});
        const auto asked = bench.post(loginPath,
            bench.codeRequest(u"abha-login search-abha qr-verify"_s, u"index"_s, u"1"_s, u"aadhaar"_s,
                found.array().first()[u"txnId"].toString()));
        const auto txn = asked[u"txnId"].toString();
        QVERIFY(bench.network().abha.setFace(txn, u"VERIFIED"_s));
        const QJsonObject face{{u"txnId"_s, txn}, {u"faceAuthPid"_s, u"AAAA"_s}};
        const auto in = bench.post(u"/v3/profile/login/verify"_s,
            {{u"scope"_s, AbhaBench::scopes(u"abha-login aadhaar-face-verify"_s)},
                {u"authData"_s, QJsonObject{{u"authMethods"_s, QJsonArray{u"face"_s}}, {u"face"_s, face}}}});
        QCOMPARE(in[u"accounts"][0][u"name"].toString(), u"Meenakshi Iyer"_s);
    }

    void everyInventedIdentifierHasItsCheckDigit()
    {
        const auto luhn = [](const QString &digits) {
            int sum = 0;
            for (qsizetype i = 0; i < digits.size(); ++i) {
                const int digit = digits[digits.size() - 1 - i].digitValue() * (i % 2 ? 2 : 1);
                sum += digit > 9 ? digit - 9 : digit;
            }
            return sum % 10 == 0;
        };
        QSet<QString> numbers;
        for (const auto &person : bench.network().people.all()) {
            if (person.abhaNumber.isEmpty())
                continue;
            QVERIFY2(luhn(person.abhaNumber), qPrintable(person.id));
            QVERIFY2(!numbers.contains(person.abhaNumber), qPrintable(person.id));
            numbers.insert(person.abhaNumber);
        }
        QCOMPARE(bench.network().people.byMobile(u"9000030006"_s).size(), 6);
    }
};

QTEST_MAIN(TestAbhaRules)
#include "tst_abha_rules.moc"
