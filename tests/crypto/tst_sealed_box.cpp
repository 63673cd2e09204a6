#include "crypto/sealed_box.h"
#include "support/seeded_random.h"

#include <QFile>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

using namespace nadi;
using namespace nadi::crypto;

namespace
{
const Secret key(QByteArray(32, 'k'));
const Secret otherKey(QByteArray(32, 'o'));
constexpr qint64 mebi = 1 << 20;
constexpr qint64 headerBytes = 52;
constexpr qint64 sealedChunk = mebi + 16;

QByteArray readAll(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}
}

class TstSealedBox : public QObject
{
    Q_OBJECT

    test::SeededRandom m_random{1};
    SealedBox m_box = SealedBox::withKey(key, m_random).value();
    QTemporaryDir m_dir;

    QString path(const char *name) const { return m_dir.filePath(QLatin1String(name)); }
    QString openedCode(const QByteArray &sealed) const
    {
        write(path("changed"), sealed);
        const auto opened = openFile(path("changed"), path("opened"), key);
        return opened ? QString() : opened.error().code;
    }

private Q_SLOTS:
    void whatIsSealedOpensOnlyInItsContext_data()
    {
        QTest::addColumn<QByteArray>("plain");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("text") << QByteArray("Asha");
        QTest::newRow("large") << QByteArray(300'000, 'x');
    }
    void whatIsSealedOpensOnlyInItsContext()
    {
        QFETCH(QByteArray, plain);
        const auto sealed = m_box.seal(plain, "patient:1").value();
        QCOMPARE(m_box.open(sealed, "patient:1").value(), plain);
        QCOMPARE(m_box.open(sealed, "patient:2").error().code, QStringLiteral("SEAL-OPEN"));
        QCOMPARE(m_box.open(sealed, "").error().code, QStringLiteral("SEAL-OPEN"));
        const auto other = SealedBox::withKey(otherKey, m_random).value();
        QCOMPARE(other.open(sealed, "patient:1").error().code, QStringLiteral("SEAL-OPEN"));
    }

    void everyFlippedBitAndEveryShorterValueIsRefused()
    {
        const auto sealed = m_box.seal("9 September", "p").value();
        for (qsizetype bit = 0; bit < sealed.size() * 8; ++bit) {
            auto changed = sealed;
            changed[bit / 8] = char(changed[bit / 8] ^ (1 << (bit % 8)));
            QCOMPARE(m_box.open(changed, "p").error().code, QStringLiteral("SEAL-OPEN"));
        }
        for (qsizetype size = 0; size < sealed.size(); ++size)
            QCOMPARE(m_box.open(sealed.first(size), "p").error().code, QStringLiteral("SEAL-OPEN"));
    }

    void equalValuesLookDifferentEachTime()
    {
        QSet<QByteArray> seen;
        for (int i = 0; i < 2000; ++i)
            seen.insert(m_box.seal("same", "p").value());
        QCOMPARE(seen.size(), 2000);
    }

    void blindIndexIsStableWithinAFieldAndKey()
    {
        QCOMPARE(m_box.blindIndex("mobile", "9"), m_box.blindIndex("mobile", "9"));
        QVERIFY(m_box.blindIndex("mobile", "9") != m_box.blindIndex("abha", "9"));
        QVERIFY(m_box.blindIndex("ab", "c") != m_box.blindIndex("a", "bc"));
        QVERIFY(SealedBox::withKey(otherKey, m_random)->blindIndex("mobile", "9") != m_box.blindIndex("mobile", "9"));
        QCOMPARE(m_box.blindIndex("mobile", "9").size(), 32);
    }

    void keysHaveThirtyTwoBytes()
    {
        QCOMPARE(SealedBox::withKey(Secret(QByteArray(31, 'k')), m_random).error().code, QStringLiteral("KEY-SIZE"));
    }

    void filesOfEverySizeComeBack_data()
    {
        QTest::addColumn<qint64>("size");
        for (const qint64 size : {qint64(0), qint64(1), mebi - 1, mebi, mebi + 1, 2 * mebi, 3 * mebi + 17})
            QTest::addRow("%lld", static_cast<long long>(size)) << size;
    }
    void filesOfEverySizeComeBack()
    {
        QFETCH(qint64, size);
        const auto plain = m_random.bytes(size);
        write(path("plain"), plain);
        QVERIFY(sealFile(path("plain"), path("sealed"), key, m_random));
        QVERIFY(openFile(path("sealed"), path("opened"), key));
        QCOMPARE(readAll(path("opened")), plain);
        QCOMPARE(QFile::permissions(path("sealed")) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
        QCOMPARE(QFile::permissions(path("opened")) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
        QCOMPARE(openFile(path("sealed"), path("other"), otherKey).error().code, QStringLiteral("SEAL-OPEN"));
        QVERIFY(!QFile::exists(path("other")));
    }

    void damagedFilesAreRefusedAndLeaveNothing_data()
    {
        QTest::addColumn<QByteArray>("sealed");
        QTest::addColumn<QString>("code");
        write(path("plain"), m_random.bytes(3 * mebi));
        QVERIFY(sealFile(path("plain"), path("sealed"), key, m_random));
        const auto good = readAll(path("sealed"));
        const auto truncated = QStringLiteral("FILE-TRUNCATED"), broken = QStringLiteral("SEAL-OPEN");
        for (const qint64 size : {qint64(0), qint64(7), qint64(51), qint64(52), headerBytes + 100,
                 headerBytes + sealedChunk, headerBytes + 2 * sealedChunk, qint64(good.size() - 1)})
            QTest::addRow("cut at %lld", static_cast<long long>(size)) << good.first(size) << truncated;
        const auto chunk = [&](int i) { return good.sliced(headerBytes + i * sealedChunk, sealedChunk); };
        const auto head = good.first(headerBytes);
        QTest::newRow("swapped chunks") << QByteArray(head + chunk(1) + chunk(0) + chunk(2)) << broken;
        QTest::newRow("repeated chunk") << QByteArray(head + chunk(0) + chunk(0) + chunk(2)) << broken;
        QTest::newRow("trailing byte") << QByteArray(good + 'x') << broken;
        auto shorter = head; // a header that matches a file cut at a chunk's end
        shorter.replace(40, 8, QByteArray::fromHex("0000000000200000"));
        QTest::newRow("header says less") << QByteArray(shorter + chunk(0) + chunk(1)) << broken;
        auto huge = good;
        huge.replace(40, 8, QByteArray(8, '\x7f'));
        QTest::newRow("header says exabytes") << huge << truncated;
        for (const qint64 at : {qint64(0), qint64(7), qint64(10), headerBytes, headerBytes + sealedChunk - 1}) {
            auto flipped = good;
            flipped[at] = char(flipped[at] ^ 1);
            QTest::addRow("bit at %lld", static_cast<long long>(at)) << flipped << broken;
        }
    }
    void damagedFilesAreRefusedAndLeaveNothing()
    {
        QFETCH(QByteArray, sealed);
        QFETCH(QString, code);
        QFile::remove(path("opened"));
        QCOMPARE(openedCode(sealed), code);
        QVERIFY(!QFile::exists(path("opened")));
    }

    void theNoteIsReadableAndCannotBeChanged()
    {
        write(path("plain"), "x");
        QVERIFY(sealFile(path("plain"), path("sealed"), key, m_random, "wrapped key"));
        QCOMPARE(noteOf(path("sealed")).value(), "wrapped key");
        QVERIFY(openFile(path("sealed"), path("opened"), key));
        auto changed = readAll(path("sealed"));
        changed.replace("wrapped key", "wrapped keY");
        QCOMPARE(openedCode(changed), QStringLiteral("SEAL-OPEN"));
        changed = readAll(path("sealed"));
        changed[51] = char(changed[51] + 1); // a longer note
        QCOMPARE(openedCode(changed), QStringLiteral("FILE-TRUNCATED"));
        QVERIFY(!sealFile(path("plain"), path("sealed"), key, m_random, QByteArray(5000, 'n')));
    }

    void missingFilesAreNamed()
    {
        QCOMPARE(sealFile(path("none"), path("x"), key, m_random).error().code, QStringLiteral("FILE-OPEN"));
        QCOMPARE(openFile(path("none"), path("x"), key).error().code, QStringLiteral("FILE-OPEN"));
        write(path("plain"), "x");
        QCOMPARE(sealFile(path("plain"), path("none/x"), key, m_random).error().code, QStringLiteral("FILE-WRITE"));
    }
};

QTEST_GUILESS_MAIN(TstSealedBox)
#include "tst_sealed_box.moc"
