#include "crypto/base64.h"
#include "support/seeded_random.h"

#include <QTest>

using namespace nadi;
using namespace nadi::crypto;

class TstBase64 : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyLengthReadsAndWritesAsQtDoes()
    {
        test::SeededRandom random(1);
        for (qsizetype size = 0; size < 400; ++size) {
            const auto bytes = random.bytes(size);
            const auto text = toBase64(bytes);
            QCOMPARE(text, bytes.toBase64());
            QCOMPARE(fromBase64(text).value(), bytes);
        }
    }

    void everyLetterOfEveryPlaceIsJudged()
    {
        test::SeededRandom random(2);
        const auto text = toBase64(random.bytes(96)); // four vector blocks
        const QByteArray alphabet("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/");
        for (qsizetype at : {0, 1, 31, 32, 63, 64, 100, 127})
            for (int c = 0; c < 256; ++c) {
                auto changed = text;
                changed[at] = char(c);
                const bool isSpace = c == ' ' || c == '\t' || c == '\r' || c == '\n'; // leaves 127 letters
                const bool endsWithPadding = c == '=' && at == 127 && (alphabet.indexOf(text[126]) & 3) == 0;
                const bool ok = (alphabet.contains(char(c)) && !isSpace) || endsWithPadding;
                QVERIFY2(fromBase64(changed).has_value() == ok, qPrintable(QStringLiteral("%1 at %2").arg(c).arg(at)));
            }
    }

    void malformedTextIsRefused_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("no padding") << QByteArray("QQ");
        QTest::newRow("half padding") << QByteArray("QQ=");
        QTest::newRow("only padding") << QByteArray("====");
        QTest::newRow("padding inside") << QByteArray("QQ==QUJD");
        QTest::newRow("unused bits after one byte") << QByteArray("QR==");
        QTest::newRow("unused bits after two bytes") << QByteArray("QUJ=").replace('J', 'L');
        QTest::newRow("url alphabet") << QByteArray("-_-_");
        QTest::newRow("zero byte") << QByteArray("QU\0D", 4);
    }
    void malformedTextIsRefused()
    {
        QFETCH(QByteArray, text);
        QVERIFY(!fromBase64(text));
    }

    void habitsOfPeersAreForgiven_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("line break at the end") << QByteArray("+/+/QQ==\n");
        QTest::newRow("broken lines") << QByteArray("+/\r\n+/QQ\t==");
        QTest::newRow("double-escaped JSON") << QByteArray("\\u002B\\u002F\\u002b\\u002fQQ\\u003D\\u003d");
    }
    void habitsOfPeersAreForgiven()
    {
        QFETCH(QByteArray, text);
        QCOMPARE(fromBase64(text).value(), QByteArray::fromBase64("+/+/QQ=="));
    }

    void appendingInThreesGivesOneText()
    {
        test::SeededRandom random(3);
        const auto bytes = random.bytes(1000);
        QByteArray out;
        for (qsizetype at = 0; at < bytes.size(); at += 99)
            appendBase64(QByteArrayView(bytes).sliced(at, std::min<qsizetype>(99, bytes.size() - at)), out);
        QCOMPARE(out, bytes.toBase64());
    }
};

QTEST_GUILESS_MAIN(TstBase64)
#include "tst_base64.moc"
