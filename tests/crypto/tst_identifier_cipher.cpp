#include "crypto/identifier_cipher.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <openssl/evp.h>
#include <openssl/rsa.h>
#include <openssl/x509.h>

#include <memory>
#include <optional>

using namespace nadi;
using namespace Qt::StringLiterals;

namespace
{
using Key = std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)>;
using Context = std::unique_ptr<EVP_PKEY_CTX, decltype(&EVP_PKEY_CTX_free)>;

QJsonArray vectorKeys()
{
    QFile file(QStringLiteral(NADI_VECTORS));
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object()[u"keys"].toArray()
                                          : QJsonArray();
}

QByteArray bytesOf(const QJsonValue &base64)
{
    return QByteArray::fromBase64(base64.toString().toLatin1());
}

QByteArray spkiOf(const QJsonObject &key)
{
    return bytesOf(key[u"certificateResponse"][u"publicKey"]);
}

/// The service's side, written here apart from the program's.
std::optional<QByteArray> decrypt(const QJsonObject &key, const QByteArray &base64)
{
    const auto pkcs8 = bytesOf(key[u"privateKeyPkcs8Base64_TEST_ONLY"]);
    const auto *at = reinterpret_cast<const unsigned char *>(pkcs8.constData());
    const Key priv(d2i_AutoPrivateKey(nullptr, &at, long(pkcs8.size())), &EVP_PKEY_free);
    const Context context(EVP_PKEY_CTX_new(priv.get(), nullptr), &EVP_PKEY_CTX_free);
    const auto cipher = QByteArray::fromBase64(base64);
    QByteArray plain(1024, '\0');
    size_t size = size_t(plain.size());
    if (EVP_PKEY_decrypt_init(context.get()) != 1
        || EVP_PKEY_CTX_set_rsa_padding(context.get(), RSA_PKCS1_OAEP_PADDING) != 1
        || EVP_PKEY_CTX_set_rsa_oaep_md(context.get(), EVP_sha1()) != 1
        || EVP_PKEY_CTX_set_rsa_mgf1_md(context.get(), EVP_sha1()) != 1
        || EVP_PKEY_decrypt(context.get(), reinterpret_cast<unsigned char *>(plain.data()), &size,
               reinterpret_cast<const unsigned char *>(cipher.constData()), size_t(cipher.size()))
            != 1)
        return std::nullopt;
    return plain.left(qsizetype(size));
}

QByteArray generatedSpki(EVP_PKEY *raw)
{
    const Key key(raw, &EVP_PKEY_free);
    QByteArray der(i2d_PUBKEY(key.get(), nullptr), '\0');
    auto *at = reinterpret_cast<unsigned char *>(der.data());
    i2d_PUBKEY(key.get(), &at);
    return der;
}
}

class TestIdentifierCipher : public QObject
{
    Q_OBJECT

    QJsonArray keys = vectorKeys();

private Q_SLOTS:
    void initTestCase() { QCOMPARE(keys.size(), 2); }

    void theServiceReadsWhatWeEncrypt_data()
    {
        QTest::addColumn<QJsonObject>("key");
        QTest::addColumn<QByteArray>("plain");
        QTest::addColumn<int>("length");
        for (const auto &key : std::as_const(keys))
            for (const auto &row : key[u"mustDecrypt"].toArray())
                QTest::addRow("%d %s", key[u"bits"].toInt(), qUtf8Printable(row[u"plaintext"].toString()))
                    << key.toObject() << row[u"plaintext"].toString().toUtf8() << row[u"ciphertextLength"].toInt();
    }
    void theServiceReadsWhatWeEncrypt()
    {
        QFETCH(QJsonObject, key);
        QFETCH(QByteArray, plain);
        const auto cipher = crypto::encryptIdentifier(spkiOf(key), Secret(plain));
        QVERIFY(cipher);
        QTEST(int(cipher->size()), "length");
        QVERIFY(!cipher->contains('\n'));
        const auto opened = decrypt(key, *cipher);
        QVERIFY(opened);
        QCOMPARE(*opened, plain);
        // OAEP is randomised: the same number twice is not the same text.
        QVERIFY(*crypto::encryptIdentifier(spkiOf(key), Secret(plain)) != *cipher);
    }

    void ourReadingOfTheSchemeIsTheVectors()
    {
        for (const auto &key : std::as_const(keys)) {
            for (const auto &row : key[u"mustDecrypt"].toArray())
                QCOMPARE(decrypt(key.toObject(), row[u"ciphertext"].toString().toLatin1()).value_or("-"),
                    row[u"plaintext"].toString().toUtf8());
            for (const auto &row : key[u"mustBeRefused"].toArray())
                QVERIFY2(!decrypt(key.toObject(), row[u"ciphertext"].toString().toLatin1()),
                    qUtf8Printable(row[u"why"].toString()));
        }
    }

    void lengthEndsWhereTheKeyEnds()
    {
        const auto spki = spkiOf(keys[0].toObject());
        QVERIFY(crypto::encryptIdentifier(spki, Secret(QByteArray(470, 'a'))));
        for (const auto size : {0, 471, 100'000}) {
            const auto refused = crypto::encryptIdentifier(spki, Secret(QByteArray(size, 'a')));
            QVERIFY(!refused);
            QCOMPARE(refused.error().code, u"ABHA-LENGTH"_s);
        }
    }

    void otherKeysAreRefused_data()
    {
        QTest::addColumn<QByteArray>("spki");
        const auto good = spkiOf(keys[0].toObject());
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("rubbish") << QByteArray(550, 'x');
        QTest::newRow("cut off") << good.left(300);
        QTest::newRow("something behind it") << good + "x";
        QTest::newRow("far too long") << good + QByteArray(1'000'000, 'x');
        QTest::newRow("RSA 1024") << generatedSpki(EVP_RSA_gen(1024));
        QTest::newRow("elliptic") << generatedSpki(EVP_EC_gen("P-256"));
    }
    void otherKeysAreRefused()
    {
        QFETCH(QByteArray, spki);
        const auto refused = crypto::encryptIdentifier(spki, Secret("999941057058"));
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, u"ABHA-KEY"_s);
        QVERIFY(!refused.error().detail.contains(u"9999"));
    }
};

QTEST_GUILESS_MAIN(TestIdentifierCipher)
#include "tst_identifier_cipher.moc"
