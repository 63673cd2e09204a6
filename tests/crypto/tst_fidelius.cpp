#include "crypto/digest.h"
#include "crypto/fidelius.h"
#include "crypto/self_test.h"
#include "support/seeded_random.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace nadi;
using namespace nadi::crypto;

namespace
{
QJsonObject vectors()
{
    static const QJsonObject all = [] {
        QFile file(QStringLiteral(NADI_VECTORS));
        return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
    }();
    return all;
}

QByteArray text(const QJsonObject &object, const char *name)
{
    return object.value(QLatin1String(name)).toString().toLatin1();
}

QByteArray plainOf(const QJsonObject &step)
{
    const auto rule = step.value(u"plaintextRule").toObject();
    if (rule.isEmpty())
        return QByteArray::fromBase64(text(step, "plaintextBase64"));
    const auto pattern = rule.value(u"pattern").toString().toUtf8();
    const auto size = rule.value(u"totalBytes").toInteger();
    return pattern.repeated(size / pattern.size() + 1).first(size);
}

KeyPair pairOf(const QJsonObject &party)
{
    return KeyPair::fromPrivate(text(party, "privateKey"), text(party, "nonce")).value();
}

// Large cases give the sum and both ends of the text instead of the text.
void compareEncrypted(const QByteArray &actual, const QJsonObject &step)
{
    if (step.contains(u"encryptedData")) {
        QCOMPARE(actual, text(step, "encryptedData"));
        return;
    }
    QCOMPARE(actual.size(), step.value(u"encryptedDataChars").toInteger());
    QCOMPARE(sha256(actual).toHex(), text(step, "encryptedDataSha256"));
    QVERIFY(actual.startsWith(text(step, "encryptedDataFirst64")));
    QVERIFY(actual.endsWith(text(step, "encryptedDataLast64")));
}

void addCases(const char *list)
{
    QTest::addColumn<QJsonObject>("vector");
    for (const auto &entry : vectors().value(QLatin1String(list)).toArray()) {
        const auto vector = entry.toObject();
        QTest::newRow(qPrintable(vector.value(u"id").toString() + u' ' + vector.value(u"title").toString())) << vector;
    }
}

QByteArray flippedBit(QByteArray base64, qsizetype bit)
{
    auto bytes = QByteArray::fromBase64(base64);
    bytes[bit / 8] = char(bytes[bit / 8] ^ (1 << (bit % 8)));
    return bytes.toBase64();
}

const QByteArray nonceA = QByteArray(32, 'a').toBase64();
const QByteArray nonceB = QByteArray(32, 'b').toBase64();
}

class TstFidelius : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void allVectorsAreHere()
    {
        QCOMPARE(vectors().value(u"vectors").toArray().size(), 15);
        QCOMPARE(vectors().value(u"negative").toArray().size(), 13);
    }

    void keysAreRebuiltFromThePrivateKey_data() { addCases("vectors"); }
    void keysAreRebuiltFromThePrivateKey()
    {
        QFETCH(QJsonObject, vector);
        for (const auto *role : {"sender", "requester"}) {
            const auto party = vector.value(QLatin1String(role)).toObject();
            const auto pair = pairOf(party);
            QCOMPARE(pair.publicKey().encode(KeyForm::Raw), text(party, "publicKey"));
            QCOMPARE(pair.publicKey().encode(KeyForm::X509), text(party, "x509PublicKey"));
            QCOMPARE(pair.privateKey().reveal().size(), 32);
        }
    }

    void bothSidesAgreeOnTheReferenceSecret_data() { addCases("vectors"); }
    void bothSidesAgreeOnTheReferenceSecret()
    {
        QFETCH(QJsonObject, vector);
        const auto sender = pairOf(vector.value(u"sender").toObject());
        const auto requester = pairOf(vector.value(u"requester").toObject());
        const auto expected = QByteArray::fromHex(text(vector.value(u"derived").toObject(), "sharedSecretHex"));
        QCOMPARE(agree(sender.privateKey(), requester.publicKey()).value().reveal(), expected);
        QCOMPARE(agree(requester.privateKey(), sender.publicKey()).value().reveal(), expected);
    }

    void encryptionGivesTheReferenceBytes_data() { addCases("vectors"); }
    void encryptionGivesTheReferenceBytes()
    {
        QFETCH(QJsonObject, vector);
        const auto sender = pairOf(vector.value(u"sender").toObject());
        const auto requester = pairOf(vector.value(u"requester").toObject());
        const auto step = vector.value(u"encrypt").toObject();
        const auto plain = plainOf(step);
        QCOMPARE(plain.size(), step.value(u"plaintextBytes").toInteger());
        const auto given = PublicKey::parse(text(step, "requesterPublicKeyGiven")).value();
        const auto encrypted = encrypt(plain, sender, given, requester.nonce()).value();
        compareEncrypted(encrypted, step);

        const auto peer = PublicKey::parse(text(vector.value(u"decrypt").toObject(), "senderPublicKeyGiven")).value();
        QCOMPARE(decrypt(encrypted, requester, peer, sender.nonce()).value().reveal(), plain);
    }

    void theOtherDirectionGivesTheReferenceBytes_data() { addCases("vectors"); }
    void theOtherDirectionGivesTheReferenceBytes()
    {
        QFETCH(QJsonObject, vector);
        const auto sender = pairOf(vector.value(u"sender").toObject());
        const auto requester = pairOf(vector.value(u"requester").toObject());
        const auto step = vector.value(u"reverse").toObject();
        const auto plain = plainOf(step);
        const auto encrypted = encrypt(plain, requester, sender.publicKey(), sender.nonce()).value();
        compareEncrypted(encrypted, step);
        QCOMPARE(decrypt(encrypted, sender, requester.publicKey(), requester.nonce()).value().reveal(), plain);
    }

    void streamingGivesTheSameBytesHoweverItIsFed_data()
    {
        QTest::addColumn<int>("step");
        for (const int step : {1, 2, 3, 7, 64, 4096, 12 * 1024, 12 * 1024 + 1, 1 << 20})
            QTest::addRow("%d bytes", step) << step;
    }
    void streamingGivesTheSameBytesHoweverItIsFed()
    {
        QFETCH(int, step);
        test::SeededRandom random{quint64(step)};
        const auto sender = KeyPair::generate(random).value();
        const auto requester = KeyPair::generate(random).value();
        for (const qsizetype size : {0, 1, 2, 3, 15, 16, 17, 12 * 1024, 50'001}) {
            const auto plain = random.bytes(size);
            auto stream = StreamEncryptor::begin(sender, requester.publicKey(), requester.nonce()).value();
            QByteArray out;
            for (qsizetype at = 0; at < size; at += step)
                QVERIFY(stream.add(QByteArrayView(plain).sliced(at, std::min<qsizetype>(step, size - at)), out));
            QVERIFY(stream.finish(out));
            QCOMPARE(out, encrypt(plain, sender, requester.publicKey(), requester.nonce()).value());
            QCOMPARE(stream.md5Base64(), md5(plain).toBase64());
            QVERIFY(!stream.add("more", out));
            QVERIFY(!stream.finish(out));
        }
    }

    void negativeVectorsAreRefused_data() { addCases("negative"); }
    void negativeVectorsAreRefused()
    {
        QFETCH(QJsonObject, vector);
        static const QHash<QString, QString> codes{
            {QStringLiteral("off curve"), QStringLiteral("FID-POINT")},
            {QStringLiteral("small order"), QStringLiteral("FID-SUBGROUP")},
            {QStringLiteral("not in the prime-order subgroup"), QStringLiteral("FID-SUBGROUP")},
            {QStringLiteral("non-canonical field element"), QStringLiteral("FID-POINT")},
            {QStringLiteral("scalar out of range"), QStringLiteral("FID-PRIVATE")},
            {QStringLiteral("wrong algorithm"), QStringLiteral("FID-ENCODING")},
            {QStringLiteral("tag mismatch"), QStringLiteral("FID-TAG")},
            {QStringLiteral("shorter than the tag"), QStringLiteral("FID-SHORT")},
        };
        const auto expected = codes.value(vector.value(u"why").toString().section(u':', 0, 0));
        QVERIFY(!expected.isEmpty());
        const auto input = vector.value(u"input").toObject();
        if (vector.value(u"op").toString() == u"agree") {
            const auto d = parsePrivateKey(text(input, "privateKey"));
            const auto peer = PublicKey::parse(text(input, "publicKey"));
            QVERIFY(!d || !peer);
            QCOMPARE(d ? peer.error().code : d.error().code, expected);
            return;
        }
        const auto own
            = KeyPair::fromPrivate(text(input, "requesterPrivateKey"), text(input, "requesterNonce")).value();
        const auto peer = PublicKey::parse(text(input, "senderPublicKey")).value();
        const auto opened
            = decrypt(text(input, "encryptedData"), own, peer, parseNonce(text(input, "senderNonce")).value());
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, expected);
    }

    void everyFlippedBitIsRefused()
    {
        test::SeededRandom random(11);
        const auto sender = KeyPair::generate(random).value();
        const auto requester = KeyPair::generate(random).value();
        const auto sealed
            = encrypt("{\"resourceType\":\"Bundle\"}", sender, requester.publicKey(), requester.nonce()).value();
        const auto bits = QByteArray::fromBase64(sealed).size() * 8;
        for (qsizetype bit = 0; bit < bits; ++bit) {
            const auto opened = decrypt(flippedBit(sealed, bit), requester, sender.publicKey(), sender.nonce());
            QVERIFY2(!opened, qPrintable(QString::number(bit)));
            QCOMPARE(opened.error().code, QStringLiteral("FID-TAG"));
        }
    }

    void everyFlippedBitOfAPublicKeyIsRefused()
    {
        test::SeededRandom random(12);
        const auto key = KeyPair::generate(random).value().publicKey();
        for (const auto form : {KeyForm::Raw, KeyForm::X509}) {
            const auto good = key.encode(form);
            const auto bits = QByteArray::fromBase64(good).size() * 8;
            for (qsizetype bit = 0; bit < bits; ++bit)
                QVERIFY2(!PublicKey::parse(flippedBit(good, bit)), qPrintable(QString::number(bit)));
        }
    }

    void brokenEncodingsAreRefused_data()
    {
        QTest::addColumn<QByteArray>("base64");
        test::SeededRandom random(13);
        const auto key = KeyPair::generate(random).value().publicKey();
        const auto raw = QByteArray::fromBase64(key.encode(KeyForm::Raw));
        const auto x509 = QByteArray::fromBase64(key.encode(KeyForm::X509));
        const auto p256
            = QByteArray::fromHex("3059301306072a8648ce3d020106082a8648ce3d030107034200046b17d1f2e12c4247f8bce6e563a440"
                                  "f277037d812deb33a0f4a139"
                                  "45d898c2964fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5");
        auto negatedBase = x509; // the last byte of Gy
        negatedBase[207] = char(negatedBase[207] ^ 1);
        auto otherOrder = x509;
        otherOrder[241] = char(otherOrder[241] ^ 1);
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("not base64") << QByteArray("!!!!");
        QTest::newRow("no padding") << key.encode(KeyForm::Raw).chopped(1);
        QTest::newRow("url alphabet") << QByteArray(88, '-');
        QTest::newRow("very long") << QByteArray(1 << 20, 'A');
        QTest::newRow("point at infinity") << QByteArray(1, '\0').toBase64();
        QTest::newRow("65 bytes of infinity") << QByteArray(65, '\0').toBase64();
        QTest::newRow("compressed") << QByteArray('\x02' + raw.sliced(1, 32)).toBase64();
        QTest::newRow("hybrid") << QByteArray('\x06' + raw.sliced(1)).toBase64();
        QTest::newRow("64 bytes of a minimal encoder") << raw.sliced(1).toBase64();
        QTest::newRow("trailing byte raw") << QByteArray(raw + 'x').toBase64();
        QTest::newRow("trailing byte X.509") << QByteArray(x509 + 'x').toBase64();
        QTest::newRow("truncated X.509") << x509.chopped(1).toBase64();
        QTest::newRow("X25519 key") << raw.sliced(1, 32).toBase64();
        QTest::newRow("P-256") << p256.toBase64();
        QTest::newRow("negated base point") << negatedBase.toBase64();
        QTest::newRow("other order") << otherOrder.toBase64();
        QTest::newRow("PEM armour") << QByteArray("-----BEGIN PUBLIC KEY-----\n" + x509.toBase64());
    }
    void brokenEncodingsAreRefused()
    {
        QFETCH(QByteArray, base64);
        const auto key = PublicKey::parse(base64);
        QVERIFY(!key);
        QCOMPARE(key.error().code, QStringLiteral("FID-ENCODING"));
    }

    void allSpellingsOfAPublicKeyAreRead()
    {
        test::SeededRandom random(14);
        const auto key = KeyPair::generate(random).value().publicKey();
        const auto raw = key.encode(KeyForm::Raw);
        const auto named
            = QByteArray::fromHex("305b301506072a8648ce3d0201060a2b060104019755010501034200") + key.point();
        const auto wrapped = raw.first(40) + "\r\n" + raw.sliced(40) + '\n';
        auto escaped = raw;
        escaped.replace("+", "\\u002B").replace("/", "\\u002F").replace("=", "\\u003D");
        for (const auto &spelling : {raw, key.encode(KeyForm::X509), named.toBase64(), wrapped, escaped, ' ' + raw})
            QCOMPARE(PublicKey::parse(spelling).value().point(), key.point());
    }

    void privateKeysOfAnyLengthAreReadUnsigned_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<bool>("ok");
        const auto one = QByteArray(1, '\x01');
        const auto order = QByteArray::fromHex("1000000000000000000000000000000014def9dea2f79cd65812631a5cf5d3ed");
        auto last = order;
        last[31] = char(last[31] - 1);
        QTest::newRow("one byte") << one << true;
        QTest::newRow("padded") << QByteArray(QByteArray(31, '\0') + one) << true;
        QTest::newRow("33 bytes with a sign byte") << QByteArray('\0' + last) << true;
        QTest::newRow("31 bytes with the top bit set") << QByteArray(31, '\xff') << true;
        QTest::newRow("n - 1") << last << true;
        QTest::newRow("n") << order << false;
        QTest::newRow("empty") << QByteArray() << false;
        QTest::newRow("zero") << QByteArray(32, '\0') << false;
        QTest::newRow("33 bytes") << QByteArray(QByteArray(33, '\x01')) << false;
    }
    void privateKeysOfAnyLengthAreReadUnsigned()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(bool, ok);
        const auto pair = KeyPair::fromPrivate(bytes.toBase64(), nonceA);
        QCOMPARE(bool(pair), ok);
        if (ok)
            QCOMPARE(pair->privateKey().reveal(), bytes.rightJustified(32, '\0').last(32));
        else
            QCOMPARE(pair.error().code, QStringLiteral("FID-PRIVATE"));
    }

    void noncesHaveThirtyTwoBytes_data()
    {
        QTest::addColumn<QByteArray>("nonce");
        for (const int size : {0, 12, 31, 33, 64})
            QTest::addRow("%d", size) << QByteArray(size, 'n');
    }
    void noncesHaveThirtyTwoBytes()
    {
        QFETCH(QByteArray, nonce);
        test::SeededRandom random(15);
        const auto own = KeyPair::generate(random).value();
        const auto code = QStringLiteral("FID-NONCE");
        QCOMPARE(encrypt("x", own, own.publicKey(), nonce).error().code, code);
        QCOMPARE(StreamEncryptor::begin(own, own.publicKey(), nonce).error().code, code);
        QCOMPARE(decrypt(QByteArray(32, 'A'), own, own.publicKey(), nonce).error().code, code);
        QCOMPARE(KeyPair::fromPrivate("AQ==", nonce.toBase64()).error().code, code);
    }

    void ciphertextThatIsNotOneIsRefused()
    {
        test::SeededRandom random(16);
        const auto own = KeyPair::generate(random).value();
        const auto open
            = [&](QByteArrayView text) { return decrypt(text, own, own.publicKey(), own.nonce()).error().code; };
        QCOMPARE(open("???"), QStringLiteral("FID-ENCODING"));
        QCOMPARE(open(""), QStringLiteral("FID-SHORT"));
        QCOMPARE(open(QByteArray(15, 'x').toBase64()), QStringLiteral("FID-SHORT"));
        QCOMPARE(open(QByteArray(16, 'x').toBase64()), QStringLiteral("FID-TAG"));
    }

    void theSelfTestHolds() { QVERIFY(selfTest()); }
};

QTEST_GUILESS_MAIN(TstFidelius)
#include "tst_fidelius.moc"
