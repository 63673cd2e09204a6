#include "abdm/endpoint.h"
#include "abdm/gateway_error.h"
#include "samples.h"

#include <QTest>

using namespace nadi;
using namespace nadi::abdm;

class TestGatewayErrors : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyShapeIsRead_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("contentType");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("inMessage");
        const auto sample = [](const char *name, int status, const char *code, const char *inMessage) {
            QTest::newRow(name) << status << test::sampleBytes(QString::fromLatin1(name))
                                << QByteArray("application/json") << QString::fromLatin1(code)
                                << QString::fromLatin1(inMessage);
        };
        sample("err_object", 400, "ABDM-1092", "Duplicate Link token request");
        sample("err_array", 400, "ABDM-9999", "only 14 digit");
        sample("err_flat_array", 400, "ABDM-9999", "statusResponses is mandatory");
        sample("err_flat", 503, "ABDM-1024", "Dependent service unavailable");
        sample("err_wso2", 401, "900901", "Invalid Credentials");
        sample("err_field", 400, "HTTP-400", "dataPushUrl: must be a valid url");
        sample("err_spring", 500, "HTTP-500", "Internal Server Error");
        sample("err_404", 404, "HTTP-404", "Runtime Error");
        const auto raw = [](const char *name, int status, const char *body, const char *type, const char *code,
                             const char *inMessage) {
            QTest::newRow(name) << status << QByteArray(body) << QByteArray(type) << QString::fromLatin1(code)
                                << QString::fromLatin1(inMessage);
        };
        raw("text", 403, "Access Denied", "text/plain", "HTTP-403", "Access Denied");
        raw("empty", 400, "", "", "HTTP-400", "");
        raw("page", 503, "<html><body>Bad</body></html>", "text/html", "HTTP-503", "web page");
        raw("numeric code", 400, "{\"error\":{\"code\":3404,\"message\":\"none\"}}", "application/json", "3404",
            "none");
        raw("empty array", 400, "[]", "application/json", "HTTP-400", "");
        raw("broken JSON", 500, "{\"error\":", "application/json", "HTTP-500", "unreadable");
        raw("too deep", 500, "[[[[[[[[[[[[[[[[[[[[", "application/json", "HTTP-500", "CB-LIMIT");
        raw("null error", 400, "{\"error\":null}", "application/json", "HTTP-400", "");
    }
    void everyShapeIsRead()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, contentType);
        QFETCH(QString, inMessage);
        const auto refusal = parseRefusal(status, body, contentType);
        QCOMPARE(refusal.httpStatus, status);
        QTEST(refusal.code, "code");
        QVERIFY2(refusal.message.contains(inMessage), qPrintable(refusal.message));
    }

    void aLongMessageIsCut()
    {
        const auto refusal
            = parseRefusal(400, "{\"code\":\"ABDM-9999\",\"message\":\"" + QByteArray(50'000, 'x') + "\"}", {});
        QVERIFY(refusal.message.size() <= 500);
    }

    void codesTellTheSenderWhatToDo_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("operation");
        QTest::addColumn<RefusalClass>("expected");
        const auto row = [](int status, const char *code, QStringView op, RefusalClass expected) {
            QTest::addRow("%d %s %s", status, code, op.toLatin1().constData())
                << status << QString::fromLatin1(code) << op.toString() << expected;
        };
        using enum RefusalClass;
        using namespace operation;
        for (const int status : {408, 429, 500, 502, 503, 504})
            row(status, "HTTP-0", linkCareContext, Retry);
        for (const int status : {400, 403, 404, 409, 422})
            row(status, "HTTP-0", linkCareContext, Final);
        row(401, "HTTP-401", linkCareContext, TokenExpired);
        row(400, "900901", linkCareContext, TokenExpired);
        row(401, "900902", linkCareContext, TokenExpired);
        row(403, "900908", linkCareContext, Final);
        row(400, "ABDM-1092", generateToken, AlreadyDone);
        row(400, "ABDM-1090", linkCareContext, AlreadyDone);
        row(500, "ABDM-1090", linkCareContext, AlreadyDone);
        row(400, "ABDM-1113", healthInformationOnRequest, AlreadyDone);
        row(400, "ABDM-1094", bridgeUrl, AlreadyDone);
        row(400, "ABDM-1056", linkCareContext, AlreadyDone);
        row(400, "ABDM-1056", generateToken, Final);
        row(400, "ABDM-1027", generateToken, BlockedForADay);
        row(429, "ABDM-1027", generateToken, BlockedForADay);
        row(400, "ABDM-1006", contextNotify, TooEarly);
        row(400, "ABDM-1006", linkCareContext, Final);
        row(400, "ABDM-1064", linkCareContext, Final);
        row(400, "ABDM-1207", generateToken, Final);
        row(400, "ABDM-1024", linkCareContext, Retry);
        row(400, "ABDM-9999", linkCareContext, Final);
        row(500, "ABDM-9999", linkCareContext, Retry);
    }
    void codesTellTheSenderWhatToDo()
    {
        QFETCH(int, status);
        QFETCH(QString, code);
        QFETCH(QString, operation);
        QFETCH(RefusalClass, expected);
        QVERIFY(classify({status, code, QString()}, operation) == expected);
    }

    void duplicateInWordsCountsToo()
    {
        const GatewayRefusal refusal{400, QStringLiteral("ABDM-9999"), QStringLiteral("Duplicate HIP link request")};
        QVERIFY(classify(refusal, operation::linkCareContext) == RefusalClass::AlreadyDone);
    }
};

QTEST_GUILESS_MAIN(TestGatewayErrors)
#include "tst_gateway_errors.moc"
