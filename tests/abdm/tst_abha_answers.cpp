#include "abdm/abha/answers.h"
#include "abdm/abha/meaning.h"
#include "abdm/abha/requests.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace nadi;
using namespace nadi::abdm::abha;
using namespace Qt::StringLiterals;

namespace
{
const QString suffix = u"sbx"_s;

QByteArray read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString sharedFile(const QString &name)
{
    const QDir shared(qEnvironmentVariable("NADI_SHARED_DIR", QStringLiteral(NADI_SOURCE_DIR "/../shared")));
    return shared.filePath(u"reference/abha-openapi/"_s + name);
}

/// One operation of the recorded collection: what it is called there, and how we read its answer.
struct Recorded
{
    const char16_t *url; ///< end of the address
    std::function<std::optional<Refusal>(const Reply &)> read; ///< nothing: it was success
};

template <class T>
std::function<std::optional<Refusal>(const Reply &)> by(Answer<T> (*reader)(const Reply &))
{
    return [reader](const Reply &reply) -> std::optional<Refusal> {
        const auto answer = reader(reply);
        return answer ? std::nullopt : std::optional(answer.error());
    };
}
template <class T>
std::function<std::optional<Refusal>(const Reply &)> by(Answer<T> (*reader)(const Reply &, const QString &))
{
    return [reader](const Reply &reply) -> std::optional<Refusal> {
        const auto answer = reader(reply, suffix);
        return answer ? std::nullopt : std::optional(answer.error());
    };
}

const QList<Recorded> &recorded()
{
    static const QList<Recorded> list{
        {u"/enrollment/request/otp", by(readOtpSent)},
        {u"/enrollment/enrol/byAadhaar", by(readEnrolled)},
        {u"/enrollment/enrol/byDocument", by(readEnrolled)},
        {u"/enrollment/auth/byAbdm", by(readMobileVerified)},
        {u"/enrollment/enrol/suggestion", by(readSuggestions)},
        {u"/enrollment/enrol/abha-address", by(readChosenAddress)},
        {u"/profile/login/request/otp", by(readOtpSent)},
        {u"/profile/login/search", by(readOutline)},
        {u"/profile/login/verify/user", by(readUserToken)},
        {u"/profile/login/verify", by(readLoggedIn)},
        {u"/profile/account/abha/search", by(readFound)},
        {u"/profile/account/request/logout", by(readMessage)},
        {u"/profile/account", by(readProfile)},
        {u"/login/abha/search", by(readOutline)},
        {u"/login/abha/request/otp", by(readOtpSent)},
        {u"/login/abha/verify", by(readLoggedIn)},
        {u"/login/profile/abha-profile", by(readProfile)},
    };
    return list;
}

const Recorded *readerFor(const QString &url)
{
    for (const auto &row : recorded())
        if (url.endsWith(QString::fromUtf16(row.url)))
            return &row;
    return nullptr;
}

/// Tokens and photos were replaced in the collection; a token has no blanks or brackets.
QByteArray bodyOf(const QJsonValue &body)
{
    if (body.isString())
        return body.toString().toUtf8();
    return body.isArray() ? QJsonDocument(body.toArray()).toJson() : QJsonDocument(body.toObject()).toJson();
}

bool saysSuccess(const QJsonObject &example)
{
    const auto result = example[u"body"][u"authResult"];
    return example[u"status"].toInt() / 100 == 2 && (result.isUndefined() || result.toString() == u"success");
}

/// Written with single quotes, so that the bodies can be read.
Reply ok(QByteArray body)
{
    return {200, body.replace('\'', '"'), {}};
}
}

class TestAbhaAnswers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void recordedAnswersAreRead_data()
    {
        if (!QFile::exists(sharedFile(u"m1-operations.json"_s)))
            QSKIP("the shared folder is absent: recorded answers were NOT read");
        QTest::addColumn<QString>("url");
        QTest::addColumn<QJsonObject>("example");
        const auto operations = QJsonDocument::fromJson(read(sharedFile(u"m1-operations.json"_s)))
                                    .object()
                                    .value(u"operations")
                                    .toArray();
        for (const auto &operation : operations) {
            const auto url = operation[u"url"].toString();
            const auto path = operation[u"path"].toString();
            // Government programmes and changes of a profile are not ours; one file has an example under a wrong name.
            if (!readerFor(url) || path.contains(u"BENEFIT") || path.contains(u"Forgot") || path.contains(u"Retrieval")
                || path.contains(u"Reactivate") || path.contains(u"Find ABHA via Biometric"))
                continue;
            for (const auto &example : operation[u"responses"].toArray())
                if (example[u"status"].isDouble())
                    QTest::addRow("%s: %s", qUtf8Printable(path), qUtf8Printable(example[u"case"].toString()))
                        << url << example.toObject();
        }
    }
    void recordedAnswersAreRead()
    {
        QFETCH(QString, url);
        QFETCH(QJsonObject, example);
        const auto status = example[u"status"].toInt();
        const auto refusal = readerFor(url)->read({status, bodyOf(example[u"body"]), {}});
        if (saysSuccess(example)) {
            QVERIFY2(!refusal, refusal ? qUtf8Printable(refusal->code) : "");
        } else {
            QVERIFY(refusal);
            QVERIFY(!refusal->code.isEmpty());
            QVERIFY2(meaningOf(*refusal) != Meaning::Unknown, qUtf8Printable(refusal->code + refusal->message));
        }
    }

    void anEnrolmentIsRead()
    {
        const auto enrolled = readEnrolled(
            ok("{ 'message': 'Account created successfully', 'txnId': 't2', 'tokens': { 'token': 'abc.def', "
               "'expiresIn': 900, 'refreshToken': 'ref', 'refreshExpiresIn': 1296000 }, 'ABHAProfile': { 'firstName': "
               "'Asha', 'middleName': '', 'lastName': null, 'dob': '18-6-1995', 'gender': 'f', 'photo': '/9j/4AAQ', "
               "'mobile': null, 'email': null, 'phrAddress': ['91400251773000@sbx', null], 'pinCode': 411001, "
               "'stateName': 'MAHARASHTRA', 'districtName': 'PUNE', 'ABHANumber': '91-4002-5177-3000', 'abhaStatus': "
               "'ACTIVE' }, 'isNew': true }"),
            suffix);
        QVERIFY(enrolled);
        QCOMPARE(enrolled->transaction, u"t2"_s);
        QCOMPARE(enrolled->token.token.reveal(), "abc.def");
        QCOMPARE(enrolled->token.life, std::chrono::seconds(900));
        QVERIFY(enrolled->account == Enrolled::Account::Created);
        const auto &profile = enrolled->profile;
        QCOMPARE(profile.number->digits(), u"91400251773000"_s);
        QCOMPARE(profile.name, u"Asha"_s);
        QCOMPARE(profile.birth.toIso(), u"1995-06-18"_s);
        QCOMPARE(profile.gender, Gender::Female);
        QCOMPARE(profile.pinCode, u"411001"_s);
        QCOMPARE(profile.preferredAddress->value(), u"91400251773000@sbx"_s);
        QCOMPARE(profile.addresses.size(), 1);
        QVERIFY(profile.mobile.isEmpty() && profile.email.isEmpty());
        QCOMPARE(profile.photo.size(), 6);
    }

    void anExistingAccountIsKnownByItsFlagOrItsWords()
    {
        const QByteArray person = "'ABHAProfile':{'ABHANumber':'91-4002-5177-3000'}";
        for (const auto &said : {QByteArray("'isNew':false"), QByteArray("'isNew':'false'"),
                 QByteArray("'message':'This account already exist'")})
            QVERIFY(readEnrolled(ok("{" + said + "," + person + "}"), suffix)->account == Enrolled::Account::Existed);
    }

    void aDemographicEnrolmentIsReadFlat()
    {
        for (const bool isNew : {true, false}) {
            const auto enrolled = readEnrolled(
                ok("{'healthIdNumber':'91-4002-5177-3000','healthId':'91400251773000@sbx','mobile':'******3210',"
                   "'name':'Asha Verma','yearOfBirth':'1990','dayOfBirth':'26','monthOfBirth':'06','gender':'F',"
                   "'token':'one','jwtResponse':{'token':'two','expiresIn':900,'refreshToken':'ref'},'new':"
                    + QByteArray(isNew ? "true" : "false") + "}"),
                suffix);
            QVERIFY(enrolled);
            QCOMPARE(enrolled->profile.number->digits(), u"91400251773000"_s);
            QCOMPARE(enrolled->profile.preferredAddress->value(), u"91400251773000@sbx"_s);
            QCOMPARE(enrolled->profile.birth.toIso(), u"1990-06-26"_s);
            QCOMPARE(enrolled->token.token.reveal(), "two");
            QVERIFY(enrolled->transaction.isEmpty());
            QVERIFY(enrolled->account == (isNew ? Enrolled::Account::Created : Enrolled::Account::Existed));
        }
    }

    void aLicenceIsReadInBothSpellings()
    {
        for (const auto *key : {"enrolProfile", "EnrolProfile"}) {
            const auto body = QByteArray("{'message':'Account created successfully','isNew':true,'") + key
                + "':{'enrolmentNumber':'91-2047-9186-6302','dob':'1989-6-20','gender':'M','phrAddress':[null],"
                  "'district':'GONDIA','state':'Maharashtra','pinCode':441614}}";
            const auto enrolled = readEnrolled(ok(body), suffix);
            QVERIFY(enrolled);
            QCOMPARE(enrolled->profile.enrolmentNumber, u"91-2047-9186-6302"_s);
            QVERIFY(!enrolled->profile.number && !enrolled->profile.preferredAddress);
            QCOMPARE(enrolled->profile.birth.toIso(), u"1989-06-20"_s);
            QCOMPARE(enrolled->profile.district, u"GONDIA"_s);
            QVERIFY(enrolled->token.token.isEmpty());
        }
    }

    void theThreeSpellingsOfAProfileAreOne()
    {
        const auto account = readProfile(
            ok(QByteArray(
                "{'ABHANumber':'91-4002-5177-3000','preferredAbhaAddress':'asha.v1990', 'name':'Asha "
                "Verma','firstName':'Asha','lastName':'Verma','yearOfBirth':'1990','dayOfBirth':'6','monthOfBirth':'9',"
                " 'gender':'F','kycPhoto':'AA==','pincode':'411001','kycVerified':'true','status':'ACTIVE', "
                "'localizedDetails':{'name':'आशा वर्मा'}}")),
            suffix);
        QVERIFY(account);
        QCOMPARE(account->preferredAddress->value(), u"asha.v1990@sbx"_s); // the suffix was left out
        QCOMPARE(account->birth.toIso(), u"1990-09-06"_s);
        QCOMPARE(account->localName, u"आशा वर्मा"_s);
        QVERIFY(account->kycVerified && account->photo.isEmpty());

        const auto web = readProfile(ok("{'abhaAddress':'asha.v1990@sbx','fullName':'Asha Verma','yearOfBirth':'1990', "
                                        "'mobile':'98765*****','pinCode':'411001','status':'DEACTIVATED','kycStatus':'"
                                        "VERIFIED','abhaNumber':null}"),
            suffix);
        QVERIFY(web);
        QVERIFY(!web->number);
        QCOMPARE(web->name, u"Asha Verma"_s);
        QCOMPARE(web->birth.toIso(), u"1990"_s);
        QCOMPARE(web->pinCode, account->pinCode);
        QVERIFY(web->status == AbhaStatus::Deactivated && web->kycVerified);
        // 2xx about nobody proves nobody.
        QCOMPARE(readProfile(ok("{}"), suffix).error().kind, ErrorKind::Protocol);
    }

    void aPhotoIsTakenByItsBytes()
    {
        const auto profile = [](const QByteArray &bytes) {
            const QJsonObject json{{u"profilePhoto"_s, QString::fromLatin1(bytes.toBase64())}};
            return profileFrom(json, suffix).photo;
        };
        const QByteArray png("\x89PNG\r\n\x1a\nrest");
        QCOMPARE(profile(png), png);
        QVERIFY(profile("GIF89a").isEmpty());
        QVERIFY(profile(png + QByteArray(100 * 1024, 'x')).isEmpty());
    }

    void theRefreshTokenTellsFinalFromTransfer()
    {
        const auto final
            = readLoggedIn(ok("{'authResult':'success','token':'a','refreshToken':'b','txnId':'t'}"), suffix);
        QVERIFY(final->user && !final->transfer);
        const auto transfer = readLoggedIn(
            ok("{'authResult':'success','token':'a','expiresIn':300,'accounts':[{'ABHANumber':'91-4002-5177-3000'}]}"),
            suffix);
        QVERIFY(!transfer->user && transfer->transfer);
        QCOMPARE(transfer->transfer->life, std::chrono::seconds(300));
        const auto web = readLoggedIn(
            ok("{'authResult':'success','tokens':{'token':'a','refreshToken':'b'},'users':[{'fullName':'Asha'}]}"),
            suffix);
        QVERIFY(web->user);
        QCOMPARE(web->accounts.first().name, u"Asha"_s);
    }

    void aRightOtpWithoutAccountsIsNobody()
    {
        const auto nobody = readLoggedIn(ok("{'authResult':'success','accounts':[]}"), suffix);
        QCOMPARE(meaningOf(nobody.error()), Meaning::NoSuchUser);
        const auto nothing = readLoggedIn(ok("{'authResult':'success'}"), suffix);
        QCOMPARE(nothing.error().kind, ErrorKind::Protocol);
        // A token that cannot stand in a header is none.
        QVERIFY(!readLoggedIn(ok("{'token':'a\\r\\nb','refreshToken':'c'}"), suffix));
    }

    void onlyMethodsThatAreNotBlockedAreOffered()
    {
        const auto outline = readOutline(ok("{'ABHANumber':'91-4002-5177-3000','status':'ACTIVE','mobile':'******3210',"
                                            " 'authMethods':['MOBILE_OTP','AADHAAR_OTP','AADHAAR_BIO','PASSWORD','"
                                            "DEMOGRAPHICS'],'blockedAuthMethods':['AADHAAR_OTP']}"),
            suffix);
        QVERIFY(outline->methods.mobileOtp && outline->methods.fingerprint && !outline->methods.aadhaarOtp);
        QVERIFY(!readOutline(ok("{'message':'hello'}"), suffix));
    }

    void aSearchListsWhatItFound()
    {
        const auto found = readFound(
            ok("[{'txnId':'t','ABHA':[ "
               "{'index':1,'ABHANumber':'xx-xxxx-xxxx-XX00','name':'Asha','gender':'F','kycVerified':'true','"
               "authMethods':['MOBILE_OTP']}, {'index':'2','name':'Meera','gender':'F'},{'name':'no index'}]}]"));
        QCOMPARE(found->accounts.size(), 2);
        QVERIFY(found->accounts[0].methods.mobileOtp && !found->accounts[0].methods.aadhaarOtp);
        QVERIFY(found->accounts[1].methods.mobileOtp && found->accounts[1].methods.aadhaarOtp);
        QVERIFY(readFound(ok("[]"))->accounts.isEmpty());
    }

    void aCardIsAPng()
    {
        const QByteArray png("\x89PNG\r\n\x1a\nrest");
        QVERIFY(readPng({202, png, "image/png"})); // one guide says 202
        QVERIFY(!readPng({200, "QR CODE", "image/png"}));
        QVERIFY(!readPng({401, png, "image/png"}));
        QVERIFY(readImage({200, QByteArray("\xff\xd8\xff\xe0"), {}}));
    }

    void faceResults()
    {
        const auto of = [](const char *status) { return readFacePoll(ok(QByteArray("{'status':'") + status + "'}")); };
        QVERIFY(of("PENDING").value() == FacePoll::Pending && of("VERIFIED").value() == FacePoll::Verified);
        QVERIFY(of("FAILED").value() == FacePoll::Failed && of("COMPLETED").value() == FacePoll::Complete);
        QVERIFY(!of("MAYBE"));
    }

    void requestsAreThoseOfTheCollection()
    {
        const auto sent = loginOtp(LoginHint::FoundIndex, OtpSystem::Abdm, u"CIPHER"_s, u"t"_s);
        QCOMPARE(sent.path, u"/v3/profile/login/request/otp"_s);
        QCOMPARE(sent.body[u"scope"], (QJsonArray{u"abha-login"_s, u"search-abha"_s, u"mobile-verify"_s}));
        QCOMPARE(sent.body[u"loginHint"], u"index"_s);
        const auto verify = loginVerify(LoginHint::FoundIndex, OtpSystem::Abdm, u"t"_s, u"CIPHER"_s);
        QCOMPARE(verify.body[u"scope"], (QJsonArray{u"abha-login"_s, u"mobile-verify"_s}));
        const auto mobile = mobileVerify(u"t"_s, u"CIPHER"_s, UtcTime::parse(u"2026-03-04T05:06:07Z").value());
        QCOMPARE(mobile.body[u"authData"][u"otp"][u"timeStamp"], u"2026-03-04 10:36:07"_s);
        QVERIFY(!byAadhaarOtp(u"t"_s, u"C"_s, {}, {}).body[u"authData"][u"otp"].toObject().contains(u"mobile"));
        const auto iris = byAadhaarBiometric(u"C"_s, {Biometric::Iris, Secret("p")}, u"9876543210"_s, {});
        QCOMPARE(iris.body[u"authData"][u"iris"][u"Pid"], u"p"_s);
    }
};

QTEST_GUILESS_MAIN(TestAbhaAnswers)
#include "tst_abha_answers.moc"
