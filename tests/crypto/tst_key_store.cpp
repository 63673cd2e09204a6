#include "crypto/key_store.h"
#include "support/seeded_random.h"

#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace nadi;
using namespace nadi::crypto;

namespace
{
const QString service = QStringLiteral("in.nadi.test");
}

class TstKeyStore : public QObject
{
    Q_OBJECT

    test::SeededRandom m_random{1};

private Q_SLOTS:
    void initTestCase()
    {
        // No session bus: what a service or a clinic PC without a secret store has.
        qunsetenv("DBUS_SESSION_BUS_ADDRESS");
        qputenv("XDG_RUNTIME_DIR", "/nonexistent");
    }

    void aKeyFileIsMadeOnceAndReadAgain()
    {
        QTemporaryDir dir;
        const auto file = dir.filePath(QStringLiteral("keys/nadi.key"));
        const auto made = loadOrCreateKey(service, file, {}, m_random).value();
        QVERIFY(made.created);
        QVERIFY(made.place == KeyPlace::File);
        QCOMPARE(made.key.reveal().size(), 32);
        const auto loaded = loadOrCreateKey(service, file, {}, m_random).value();
        QVERIFY(!loaded.created);
        QVERIFY(loaded.key == made.key);
        const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        QCOMPARE(QFile::permissions(file) & others, QFile::Permissions());
    }

    void withoutASecretStoreTheFallbackFileIsUsedAndLogged()
    {
        QTemporaryDir dir;
        const auto fallback = dir.filePath(QStringLiteral("fallback.key"));
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("no secret store")));
        const auto made = loadOrCreateKey(service, {}, fallback, m_random).value();
        QVERIFY(made.created && made.place == KeyPlace::File);
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("fallback key file")));
        QVERIFY(loadOrCreateKey(service, {}, fallback, m_random)->key == made.key);
    }

    void aKeyKnownToBeInTheStoreIsNeverMadeTwice()
    {
        QTemporaryDir dir;
        const auto fallback = dir.filePath(QStringLiteral("fallback.key"));
        QFile marker(fallback + QStringLiteral(".in-system-store"));
        QVERIFY(marker.open(QIODevice::WriteOnly));
        QCOMPARE(loadOrCreateKey(service, {}, fallback, m_random).error().code, QStringLiteral("KEY-LOCKED"));
        QVERIFY(!QFileInfo::exists(fallback));
    }

    void loadingMakesNothing()
    {
        QTemporaryDir dir;
        const auto file = dir.filePath(QStringLiteral("nadi.key"));
        QCOMPARE(loadKey(service, file, {}).error().code, QStringLiteral("KEY-NONE"));
        QCOMPARE(loadKey(service, {}, file).error().code, QStringLiteral("KEY-NONE"));
        QVERIFY(!QFileInfo::exists(file));
    }

    void aRestoredKeyTakesItsPlaceButNeverAnothersPlace()
    {
        QTemporaryDir dir;
        const auto file = dir.filePath(QStringLiteral("nadi.key"));
        const Secret key(m_random.bytes(32));
        QVERIFY(installKey(service, file, {}, key).value() == KeyPlace::File);
        QVERIFY(loadKey(service, file, {})->key == key);
        QVERIFY(installKey(service, file, {}, key));
        QCOMPARE(installKey(service, file, {}, Secret(m_random.bytes(32))).error().code, QStringLiteral("KEY-EXISTS"));
        QVERIFY(loadKey(service, file, {})->key == key);
    }

    void filesOfOthersAreRefused_data()
    {
        QTest::addColumn<int>("extra");
        QTest::newRow("group may read") << int(QFile::ReadGroup);
        QTest::newRow("group may write") << int(QFile::WriteGroup);
        QTest::newRow("all may read") << int(QFile::ReadOther);
    }
    void filesOfOthersAreRefused()
    {
        QFETCH(int, extra);
        QTemporaryDir dir;
        const auto file = dir.filePath(QStringLiteral("nadi.key"));
        QVERIFY(loadOrCreateKey(service, file, {}, m_random));
        QVERIFY(QFile::setPermissions(file, QFile::ReadOwner | QFile::WriteOwner | QFile::Permissions(extra)));
        QCOMPARE(loadOrCreateKey(service, file, {}, m_random).error().code, QStringLiteral("KEY-RIGHTS"));
    }

    void aKeyFileHoldsThirtyTwoBytes_data()
    {
        QTest::addColumn<int>("size");
        for (const int size : {0, 31, 33, 4096})
            QTest::addRow("%d", size) << size;
    }
    void aKeyFileHoldsThirtyTwoBytes()
    {
        QFETCH(int, size);
        QTemporaryDir dir;
        QFile file(dir.filePath(QStringLiteral("nadi.key")));
        QVERIFY(file.open(QIODevice::WriteOnly, QFile::ReadOwner | QFile::WriteOwner));
        file.write(QByteArray(size, 'k'));
        file.close();
        QCOMPARE(loadOrCreateKey(service, file.fileName(), {}, m_random).error().code, QStringLiteral("KEY-SIZE"));
    }

    void recoveryTextComesBack()
    {
        for (int i = 0; i < 200; ++i) {
            const Secret key(m_random.bytes(32));
            const auto text = toRecoveryText(key);
            QCOMPARE(text.size(), 14 * 4 + 13);
            QVERIFY(fromRecoveryText(text).value() == key);
        }
    }

    void recoveryTextForgivesHowPeopleWrite_data()
    {
        QTest::addColumn<QString>("text");
        const Secret key(QByteArray::fromHex("00443214c74254b635cf84653a56d7c675be77df0102030405060708090a0b0c"));
        const auto text = toRecoveryText(key);
        QVERIFY(text.contains(u'0') && text.contains(u'1'));
        const auto replaced = [&](QChar was, QChar now) { return QString(text).replace(was, now); };
        QTest::newRow("lower case") << text.toLower();
        QTest::newRow("no hyphens") << QString(text).remove(u'-');
        QTest::newRow("blanks and lines") << QStringLiteral("  ") + replaced(u'-', u'\n') + u' ';
        QTest::newRow("O for 0") << replaced(u'0', u'O');
        QTest::newRow("o for 0") << replaced(u'0', u'o');
        QTest::newRow("I for 1") << replaced(u'1', u'I');
        QTest::newRow("l for 1") << replaced(u'1', u'l');
    }
    void recoveryTextForgivesHowPeopleWrite()
    {
        QFETCH(QString, text);
        QVERIFY(fromRecoveryText(text).value().reveal().startsWith(QByteArray::fromHex("00443214")));
    }

    void everyMistypedLetterIsFound()
    {
        const Secret key(m_random.bytes(32));
        const auto text = toRecoveryText(key);
        const auto letters = QStringLiteral("0123456789ABCDEFGHJKMNPQRSTVWXYZ");
        for (qsizetype at = 0; at < text.size(); ++at)
            for (const auto c : letters) {
                if (text[at] == u'-' || text[at] == c)
                    continue;
                auto wrong = text;
                wrong[at] = c;
                QCOMPARE(fromRecoveryText(wrong).error().code, QStringLiteral("RECOVERY-CHECK"));
            }
    }

    void whatIsNoRecoveryTextIsRefused_data()
    {
        QTest::addColumn<QString>("text");
        const auto text = toRecoveryText(Secret(QByteArray(32, 'k')));
        QTest::newRow("empty") << QString();
        QTest::newRow("a group missing") << text.chopped(5);
        QTest::newRow("a group more") << text + QStringLiteral("-AAAA");
        QTest::newRow("letter U") << QString(text).replace(0, 1, u'U');
        QTest::newRow("another script") << QString(text).replace(0, 1, QChar(0x0915));
        QTest::newRow("very long") << QString(100'000, u' ') + text;
    }
    void whatIsNoRecoveryTextIsRefused()
    {
        QFETCH(QString, text);
        QCOMPARE(fromRecoveryText(text).error().code, QStringLiteral("RECOVERY-FORM"));
    }
};

QTEST_GUILESS_MAIN(TstKeyStore)
#include "tst_key_store.moc"
