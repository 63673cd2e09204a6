#include "crypto/oaep.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace nadi;
using namespace Qt::StringLiterals;

namespace
{
QJsonArray keys()
{
    QFile file(QStringLiteral(NADI_OAEP_VECTORS));
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object()[u"keys"].toArray()
                                          : QJsonArray();
}

crypto::OaepPrivateKey privateKey(const QJsonValue &key)
{
    const auto der = QByteArray::fromBase64(key[u"privateKeyPkcs8Base64_TEST_ONLY"].toString().toLatin1());
    return crypto::OaepPrivateKey::parse(Secret(der)).value();
}
}

/// What identifies a person leaves only under the ABHA service's key (abha-m1.md section 2).
class TestOaep : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void vectorsOpenOrDoNot_data()
    {
        QTest::addColumn<int>("key");
        QTest::addColumn<QByteArray>("sealed");
        QTest::addColumn<QString>("plain");
        const auto all = keys();
        QVERIFY(!all.isEmpty());
        for (int k = 0; k < all.size(); ++k) {
            int n = 0;
            for (const auto &row : all[k][u"mustDecrypt"].toArray())
                QTest::addRow("key %d opens %d", k, n++)
                    << k << row[u"ciphertext"].toString().toLatin1() << row[u"plaintext"].toString();
            for (const auto &row : all[k][u"mustBeRefused"].toArray())
                QTest::addRow("key %d: %s", k, qPrintable(row[u"why"].toString()))
                    << k << row[u"ciphertext"].toString().toLatin1() << QString();
        }
    }
    void vectorsOpenOrDoNot()
    {
        QFETCH(int, key);
        QFETCH(QByteArray, sealed);
        QFETCH(QString, plain);
        const auto opened = privateKey(keys()[key]).open(sealed);
        QCOMPARE(opened.has_value(), !plain.isNull());
        if (opened)
            QCOMPARE(QString::fromUtf8(opened->reveal()), plain);
        else
            QCOMPARE(opened.error().code, u"OAEP-OPEN"_s);
    }

    void whatIsSealedOpensAgain()
    {
        for (const auto &key : keys()) {
            const auto text = key[u"certificateResponse"][u"publicKey"].toString().toLatin1();
            const auto publicKey = crypto::OaepPublicKey::parse(text);
            QVERIFY(publicKey);
            QCOMPARE(QString::number(publicKey->bits()), key[u"bits"].toVariant().toString());
            QCOMPARE(*privateKey(key).publicKey(), text);
            const Secret plain("91-4002-5177-3000");
            const auto one = publicKey->seal(plain), two = publicKey->seal(plain);
            QVERIFY(one && two && *one != *two);
            QCOMPARE(one->size(), (publicKey->bits() / 8 + 2) / 3 * 4);
            QVERIFY(!one->contains('\n'));
            QVERIFY(*privateKey(key).open(*one) == plain);
        }
    }

    void theLongestTextFitsAndOneMoreDoesNot()
    {
        const auto key
            = *crypto::OaepPublicKey::parse(keys()[0][u"certificateResponse"][u"publicKey"].toString().toLatin1());
        QVERIFY(key.seal(Secret(QByteArray(470, 'a'))));
        QCOMPARE(key.seal(Secret(QByteArray(471, 'a'))).error().code, u"OAEP-LENGTH"_s);
        QCOMPARE(key.seal(Secret()).error().code, u"OAEP-LENGTH"_s);
    }

    void whatIsNoKeyIsRefused_data()
    {
        QTest::addColumn<QByteArray>("text");
        const auto good = keys()[0][u"certificateResponse"][u"publicKey"].toString().toLatin1();
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("no base64") << QByteArray("not base64!");
        QTest::newRow("cut off") << good.first(400);
        QTest::newRow("something behind it") << (QByteArray::fromBase64(good) + "x").toBase64();
        QTest::newRow("another curve's key")
            << QByteArray("MCowBQYDK2VuAyEAhSDwCYkwp1R0i33ctD73Wg2/Og0mOBr066SpjqqbTmo=");
    }
    void whatIsNoKeyIsRefused()
    {
        QFETCH(QByteArray, text);
        const auto key = crypto::OaepPublicKey::parse(text);
        QVERIFY(!key);
        QCOMPARE(key.error().code, u"OAEP-KEY"_s);
    }
};

QTEST_GUILESS_MAIN(TestOaep)
#include "tst_oaep.moc"
