#include "abdm/abha/meaning.h"
#include "abdm/abha/refusal_reader.h"

#include <QJsonDocument>
#include <QSet>
#include <QTest>

using namespace nadi;
using namespace nadi::abdm::abha;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(nadi::abdm::abha::Meaning)

namespace
{
/// Written with single quotes, so that the rows can be read.
QByteArray json(QByteArray text)
{
    return text.replace('\'', '"');
}

struct Shape
{
    const char *name;
    int status;
    const char *body;
    const char16_t *code;
    const char16_t *message;
    Meaning meaning;
};

// abha-m1.md 1.7; the letters are its rows.
const Shape shapes[] = {
    {"a wrapped", 404, "{'error':{'code':'ABDM-1114','message':'User not found.'}}", u"ABDM-1114", u"User not found.",
        Meaning::NoSuchUser},
    {"b array, colon and blank", 400, "[{'code':'ABDM-9999: ','message':'Invalid Otp System'}]", u"ABDM-9999",
        u"Invalid Otp System", Meaning::Defect},
    {"b several entries", 400, "[{'code':'ABDM-1006: ','message':'Invalid Abha Address'},{'code':'ABDM-1016'}]",
        u"ABDM-1006", u"Invalid Abha Address", Meaning::WrongIdentifier},
    {"c flat with code", 400, "{'code':'ABDM-1211','message':'User not found.','timestamp':'2024-05-10 14:51:16'}",
        u"ABDM-1211", u"User not found.", Meaning::NoSuchUser},
    {"d flat message", 401, "{'message':'X-token expired','timestamp':'2024-05-10 14:51:16'}", u"HTTP-401",
        u"X-token expired", Meaning::ProofExpired},
    {"e keyed by field", 400, "{'timestamp':'2024-05-10 11:15:14','loginId':'Invalid LoginId'}", u"FIELD-loginId",
        u"Invalid LoginId", Meaning::WrongIdentifier},
    {"e the transaction", 400, "{'txnId':'Invalid Transaction Id'}", u"FIELD-txnId", u"Invalid Transaction Id",
        Meaning::StepExpired},
    {"f API manager", 401, "{'code':'900901','message':'Invalid Credentials','description':'Invalid JWT token.'}",
        u"900901", u"Invalid Credentials", Meaning::NotAllowed},
    {"g unknown path", 404, "{'code':'404','type':'Status report','message':'Runtime Error','description':'No'}",
        u"HTTP-404", u"Runtime Error", Meaning::Defect},
    {"h empty", 401, "", u"HTTP-401", u"", Meaning::NotAllowed},
    {"h text", 403, "Access Denied", u"HTTP-403", u"Access Denied", Meaning::NotAllowed},
    {"i capital key", 422,
        "{'Message':'UIDAI Error code : 400 : Invalid Aadhaar OTP value.','timestamp':'2023-01-11 00:14:02'}",
        u"HTTP-422", u"UIDAI Error code : 400 : Invalid Aadhaar OTP value.", Meaning::WrongOtp},
    {"nested text", 400, "{'message':'[{\\'code\\':\\'ABDM-1101: \\',\\'message\\':\\'taken\\'}]'}", u"ABDM-1101",
        u"taken", Meaning::AddressTaken},
    {"a web page", 502, "<html><body>Bad Gateway</body></html>", u"HTTP-502", u"", Meaning::Down},
    {"framework", 500, "{'timestamp':1770889327000,'status':500,'error':'Internal Server Error'}", u"HTTP-500",
        u"Internal Server Error", Meaning::Down},
    {"broken JSON", 500, "{\"code\":", u"HTTP-500", u"{\"code\":", Meaning::Down},
    {"code as a number", 401, "{'code':900902,'message':'Missing Credentials'}", u"900902", u"Missing Credentials",
        Meaning::NotAllowed},
    {"UIDAI with another number", 422,
        "{'error':{'code':'ABDM-1204','message':'UIDAI Error code : 501 : Invalid certificate identifier'}}",
        u"ABDM-1204", u"UIDAI Error code : 501 : Invalid certificate identifier", Meaning::OtherMethod},
    {"benefit name", 401, "{'error':{'code':'ABDM-1094','message':'Invalid Benefit Name'}}", u"ABDM-1094",
        u"Invalid Benefit Name", Meaning::NotForUs},
    {"token behind 1094", 401, "{'error':{'code':'ABDM-1094','message':'X-token expired'}}", u"ABDM-1094",
        u"X-token expired", Meaning::ProofExpired},
    {"a code that steers a terminal", 400, "{'code':'ABDM-\\u001b[2J1101\\n','message':'taken'}", u"ABDM-[2J1101",
        u"taken", Meaning::Unknown},
    {"a code nobody knows", 422, "{'error':{'code':'ABDM-4711','message':'Something new'}}", u"ABDM-4711",
        u"Something new", Meaning::Unknown},
};

// 1.7: a failure can have HTTP 200.
const Shape failuresInSuccess[] = {
    {"expired", 200, "{'txnId':'t','authResult':'failed','message':'OTP expired, please try again','accounts':[]}",
        u"AUTH-FAILED", u"OTP expired, please try again", Meaning::OtpExpired},
    {"did not match", 200, "{'authResult':'failed','message':'OTP did not match, please try again'}", u"AUTH-FAILED",
        u"OTP did not match, please try again", Meaning::WrongOtp},
    {"either", 200,
        "{'authResult':'failed','message':'Please enter a valid OTP. Entered OTP is either expired or incorrect.',"
        "'users':[]}",
        u"AUTH-FAILED", u"Please enter a valid OTP. Entered OTP is either expired or incorrect.", Meaning::WrongOtp},
    {"incorrect", 200, "{'authResult':'failed','message':'Entered OTP is incorrect. Kindly re-enter valid OTP.'}",
        u"AUTH-FAILED", u"Entered OTP is incorrect. Kindly re-enter valid OTP.", Meaning::WrongOtp},
    {"another word", 200, "{'authResult':'failure'}", u"AUTH-FAILED", u"", Meaning::WrongOtp},
    {"a number for a word", 200, "{'authResult':1}", u"AUTH-FAILED", u"", Meaning::WrongOtp},
    {"an error inside", 200, "{'error':{'code':'ABDM-1201','message':'down'}}", u"ABDM-1201", u"down", Meaning::Down},
};

void addRows(const Shape *begin, const Shape *end)
{
    QTest::addColumn<int>("row");
    for (const auto *row = begin; row != end; ++row)
        QTest::newRow(row->name) << int(row - begin);
}
}

class TestAbhaRefusals : public QObject
{
    Q_OBJECT

    static void compare(const Refusal &refusal, const Shape &row)
    {
        QCOMPARE(refusal.code, QString::fromUtf16(row.code));
        QCOMPARE(refusal.message, QString::fromUtf16(row.message));
        QCOMPARE(refusal.httpStatus, row.status);
        QCOMPARE(meaningOf(refusal), row.meaning);
        QCOMPARE(refusal.kind, kindOf(row.meaning));
    }

private Q_SLOTS:
    void everyShapeIsRead_data() { addRows(std::begin(shapes), std::end(shapes)); }
    void everyShapeIsRead()
    {
        QFETCH(int, row);
        compare(readRefusal({shapes[row].status, json(shapes[row].body), {}}), shapes[row]);
        // Whatever it says, with such a status it is no success.
        QVERIFY(!readObject({shapes[row].status, json(shapes[row].body), {}}));
    }

    void aFailureInsideASuccessIsAFailure_data()
    {
        addRows(std::begin(failuresInSuccess), std::end(failuresInSuccess));
    }
    void aFailureInsideASuccessIsAFailure()
    {
        QFETCH(int, row);
        const auto object = readObject({200, json(failuresInSuccess[row].body), {}});
        QVERIFY(!object);
        compare(object.error(), failuresInSuccess[row]);
    }

    void onlySuccessIsSuccess()
    {
        for (const auto *body :
            {"{}", "{'authResult':'success'}", "{'authResult':'SUCCESS'}", "{'authResult':null,'txnId':'t'}"})
            QVERIFY(readObject({200, json(body), {}}));
        for (const auto *body : {"", "OK", "<html>", "{", "[", "null"}) {
            const auto object = readObject({200, body, {}});
            QVERIFY(!object);
            QCOMPARE(object.error().kind, ErrorKind::Protocol);
        }
    }

    void hostileBodiesEndBeforeTheParser()
    {
        const QByteArray deep(100'000, '[');
        const QByteArray wide = "[" + QByteArray("1,").repeated(200'000) + "1]";
        const QByteArray big = "{\"a\":\"" + QByteArray(2'000'000, 'x') + "\"}";
        for (const auto &body : {deep, wide, big}) {
            QCOMPARE(readObject({200, body, {}}).error().code, u"ABHA-JSON"_s);
            const auto refusal = readRefusal({500, body, {}});
            QCOMPARE(refusal.code, u"HTTP-500"_s);
            QVERIFY(refusal.message.size() <= 200);
        }
        // A complaint inside a complaint inside a complaint: two levels are enough.
        auto nested = json("{'message':'deep'}");
        for (int i = 0; i < 6; ++i)
            nested = QJsonDocument(QJsonObject{{u"message"_s, QString::fromUtf8(nested)}}).toJson();
        QVERIFY(readRefusal({400, nested, {}}).message.size() <= 200);
    }

    void whatGoesToTheScreenIsShortAndPlain()
    {
        const auto refusal = readRefusal(
            {400, json("{'message':'a\\u0000b\\u001b[31m\\nc\\u202e") + QByteArray(1000, 'x') + json("'}"), {}});
        QCOMPARE(refusal.message.size(), 200);
        for (const auto c : refusal.message)
            QVERIFY(c.isPrint());
    }

    void theListOfCodesIsWholeAndUnambiguous()
    {
        QSet<QString> seen;
        for (const auto &known : knownCodes()) {
            QVERIFY2(!seen.contains(known.code), qPrintable(known.code));
            seen.insert(known.code);
        }
        QVERIFY2(seen.size() >= 83, qPrintable(QString::number(seen.size())));
        // Every code of the table in abha-m1.md 1.8.
        for (const auto *code : {u"900900", u"900901", u"900902", u"ABDM-1006", u"ABDM-1016", u"ABDM-1017",
                 u"ABDM-1021", u"ABDM-1022", u"ABDM-1030", u"ABDM-1094", u"ABDM-1100", u"ABDM-1101", u"ABDM-1107",
                 u"ABDM-1108", u"ABDM-1109", u"ABDM-1114", u"ABDM-1115", u"ABDM-1124", u"ABDM-1138", u"ABDM-1157",
                 u"ABDM-1160", u"ABDM-1170", u"ABDM-1200", u"ABDM-1201", u"ABDM-1202", u"ABDM-1203", u"ABDM-1204",
                 u"ABDM-1205", u"ABDM-1207", u"ABDM-1211", u"ABDM-1227", u"ABDM-1401", u"ABDM-1403", u"ABDM-1407",
                 u"ABDM-2401", u"ABDM-2402", u"ABDM-2403", u"ABDM-2404", u"ABDM-2500", u"ABDM-9999", u"K-547"})
            QVERIFY2(seen.contains(QString::fromUtf16(code)), qPrintable(QString::fromUtf16(code)));
    }

    void noCodeWithoutWordsIsTakenForAPassingTrouble_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<Meaning>("meaning");
        for (const auto &known : knownCodes())
            QTest::newRow(qUtf8Printable(known.code)) << known.code << known.meaning;
    }
    void noCodeWithoutWordsIsTakenForAPassingTrouble()
    {
        QFETCH(QString, code);
        QFETCH(Meaning, meaning);
        const QJsonObject body{{u"error"_s, QJsonObject{{u"code"_s, code}}}};
        if (code.startsWith(u"FIELD-") || code.startsWith(u"HTTP-") || code == u"AUTH-FAILED")
            return; // made by the reader itself: shown above
        const auto refusal = readRefusal({400, QJsonDocument(body).toJson(), {}});
        QCOMPARE(refusal.code, code);
        QCOMPARE(meaningOf(refusal), meaning);
        QCOMPARE(refusal.kind == ErrorKind::Unavailable, meaning == Meaning::Busy || meaning == Meaning::Down);
    }
};

QTEST_GUILESS_MAIN(TestAbhaRefusals)
#include "tst_abha_refusals.moc"
