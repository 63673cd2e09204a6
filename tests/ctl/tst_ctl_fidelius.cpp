#include "nadictl.h"

#include <QFile>
#include <QJsonArray>

using nadi::test::nadictl;

namespace
{
QJsonObject vectors()
{
    QFile file(QStringLiteral(NADI_SOURCE_DIR "/tests/crypto/data/vectors.json"));
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

QByteArray line(const QJsonObject &request)
{
    return QJsonDocument(request).toJson(QJsonDocument::Compact) + '\n';
}

QJsonObject parsed(const QByteArray &text)
{
    return QJsonDocument::fromJson(text).object();
}

QJsonObject request(const char *operation, QJsonObject members)
{
    members.insert(u"op", QLatin1String(operation));
    return members;
}
}

class TstCtlFidelius : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void vectorsGoThroughTheLineProtocol()
    {
        QByteArray input;
        QList<QJsonObject> expected;
        for (const auto &entry : vectors().value(u"vectors").toArray()) {
            const auto s = entry[u"sender"], r = entry[u"requester"], e = entry[u"encrypt"];
            if (!e[u"encryptedData"].isString())
                continue;
            input += line(request("encrypt",
                {{QStringLiteral("plaintextBase64"), e[u"plaintextBase64"]},
                    {QStringLiteral("senderNonce"), s[u"nonce"]}, {QStringLiteral("requesterNonce"), r[u"nonce"]},
                    {QStringLiteral("senderPrivateKey"), s[u"privateKey"]},
                    {QStringLiteral("requesterPublicKey"), e[u"requesterPublicKeyGiven"]}}));
            expected << QJsonObject{{QStringLiteral("encryptedData"), e[u"encryptedData"]}};
            input += line(request("decrypt",
                {{QStringLiteral("encryptedData"), e[u"encryptedData"]}, {QStringLiteral("senderNonce"), s[u"nonce"]},
                    {QStringLiteral("requesterNonce"), r[u"nonce"]},
                    {QStringLiteral("requesterPrivateKey"), r[u"privateKey"]},
                    {QStringLiteral("senderPublicKey"), entry[u"decrypt"][u"senderPublicKeyGiven"]}}));
            expected << QJsonObject{{QStringLiteral("plaintextBase64"), e[u"plaintextBase64"]}};
            input += line(request("agree",
                {{QStringLiteral("privateKey"), s[u"privateKey"]},
                    {QStringLiteral("publicKey"), r[u"x509PublicKey"]}}));
            expected << QJsonObject{{QStringLiteral("sharedSecretHex"), entry[u"derived"][u"sharedSecretHex"]}};
        }
        QVERIFY(expected.size() > 30);
        const auto answer = nadictl({QStringLiteral("fidelius")}, input);
        QCOMPARE(answer.exit, 0);
        const auto lines = answer.lines();
        QCOMPARE(lines.size(), expected.size());
        for (qsizetype i = 0; i < lines.size(); ++i)
            QCOMPARE(parsed(lines[i]), expected[i]);
    }

    void negativeVectorsGiveAnErrorAndNoData()
    {
        for (const auto &entry : vectors().value(u"negative").toArray()) {
            const auto vector = entry.toObject();
            const auto operation = vector.value(u"op").toString().toLatin1();
            const auto answer = nadictl(
                {QStringLiteral("fidelius")}, line(request(operation.constData(), vector.value(u"input").toObject())));
            QCOMPARE(answer.json().keys(), (QStringList{QStringLiteral("error"), QStringLiteral("message")}));
        }
    }

    void generatedKeysWorkTogether()
    {
        const auto keys = nadictl({QStringLiteral("fidelius")}, "{\"op\":\"gkm\"}\n{\"op\":\"gkm\"}\n").lines();
        QCOMPARE(keys.size(), 2);
        const auto a = parsed(keys[0]), b = parsed(keys[1]);
        QVERIFY(a != b);
        const auto agree = [](const QJsonObject &own, const QJsonValue &peer) {
            return line(request(
                "agree", {{QStringLiteral("privateKey"), own[u"privateKey"]}, {QStringLiteral("publicKey"), peer}}));
        };
        const auto secrets
            = nadictl({QStringLiteral("fidelius")}, agree(a, b[u"publicKey"]) + agree(b, a[u"x509PublicKey"])).lines();
        QCOMPARE(secrets.size(), 2);
        QCOMPARE(secrets[0], secrets[1]);
        QVERIFY(parsed(secrets[0]).contains(u"sharedSecretHex"));
    }

    void brokenLinesAreAnsweredAndTheNextOneStillWorks_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("code");
        const auto row = [](const char *name, const QByteArray &text, const char *code) {
            QTest::newRow(name) << text << QString::fromLatin1(code);
        };
        row("no JSON", "hello", "CTL-JSON");
        row("empty line", "", "CTL-JSON");
        row("a list", "[1]", "CTL-JSON");
        row("cut JSON", "{\"op\":\"gkm\"", "CTL-JSON");
        row("zero bytes", QByteArray("{\"op\"\0:1}", 9), "CTL-JSON");
        row("invalid UTF-8", "{\"op\":\"\xff\xfe\"}", "CTL-JSON");
        row("very deep", QByteArray(200'000, '['), "CTL-JSON");
        row("no op", "{}", "CTL-OP");
        row("unknown op", "{\"op\":\"rm\"}", "CTL-OP");
        row("op is a number", "{\"op\":7}", "CTL-OP");
        row("field missing", "{\"op\":\"agree\",\"privateKey\":\"AQ==\"}", "CTL-FIELD");
        row("field of another type", "{\"op\":\"agree\",\"privateKey\":1,\"publicKey\":\"\"}", "CTL-FIELD");
        row("a key of another script",
            QByteArray("{\"op\":\"agree\",\"privateKey\":\"AQ==\",\"publicKey\":\"\\u0915\"}"), "FID-ENCODING");
        row("longer than the limit", QByteArray(100 * 1024 * 1024, ' '), "CTL-LIMIT");
    }
    void brokenLinesAreAnsweredAndTheNextOneStillWorks()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, code);
        const auto answer = nadictl({QStringLiteral("fidelius")}, text + "\n{\"op\":\"gkm\"}\n");
        QCOMPARE(answer.exit, 0);
        const auto lines = answer.lines();
        QCOMPARE(lines.size(), 2);
        QCOMPARE(parsed(lines[0])[u"error"].toString(), code);
        QVERIFY(parsed(lines[1]).contains(u"nonce"));
    }

    void eachLineIsAnsweredBeforeTheNextIsAsked()
    {
        QProcess process;
        process.start(QStringLiteral(NADI_BIN_DIR "/nadictl"), {QStringLiteral("fidelius")});
        for (int i = 0; i < 5; ++i) {
            process.write("{\"op\":\"gkm\"}\n");
            QVERIFY(process.waitForBytesWritten());
            while (!process.canReadLine())
                QVERIFY(process.waitForReadyRead(10'000));
            QVERIFY(parsed(process.readLine()).contains(u"privateKey"));
        }
        process.closeWriteChannel();
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.exitCode(), 0);
    }

    void wrongUseIsToldApart()
    {
        QCOMPARE(nadictl({}).exit, 2);
        QCOMPARE(nadictl({QStringLiteral("unknown")}).exit, 2);
        QCOMPARE(nadictl({QStringLiteral("fidelius"), QStringLiteral("x")}).exit, 2);
    }
};

QTEST_GUILESS_MAIN(TstCtlFidelius)
#include "tst_ctl_fidelius.moc"
