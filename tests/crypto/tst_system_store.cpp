#include "crypto/key_store.h"
#include "support/seeded_random.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace nadi;
using namespace nadi::crypto;

namespace
{
const QString service = QStringLiteral("in.nadi.test");
}

/// Against a real secret service; CMakeLists.txt starts one of its own (never the person's) where there is one.
class TstSystemStore : public QObject
{
    Q_OBJECT

    test::SeededRandom m_random{quint64(QDateTime::currentMSecsSinceEpoch())};
    QTemporaryDir m_dir;

    QString clinic(const char *name) const { return m_dir.filePath(QLatin1String(name)); }

private Q_SLOTS:
    void initTestCase()
    {
        if (!qEnvironmentVariableIsSet("NADI_TEST_SECRET_SERVICE"))
            QSKIP("no secret service of our own: gnome-keyring and dbus-run-session are needed");
    }

    void theKeyIsMadeInTheStoreAndReadAgain()
    {
        const auto made = loadOrCreateKey(service, {}, clinic("a.key"), m_random).value();
        QVERIFY(made.created && made.place == KeyPlace::SystemStore);
        QVERIFY(!QFileInfo::exists(clinic("a.key")));
        const auto again = loadOrCreateKey(service, {}, clinic("a.key"), m_random).value();
        QVERIFY(!again.created && again.key == made.key);
    }

    void twoClinicsHaveTwoKeys()
    {
        const auto a = loadOrCreateKey(service, {}, clinic("b.key"), m_random).value();
        const auto b = loadOrCreateKey(service, {}, clinic("c.key"), m_random).value();
        QVERIFY(b.created);
        QVERIFY(!(a.key == b.key));
    }

    void aMovedClinicKeepsItsKey()
    {
        const auto made = loadOrCreateKey(service, {}, clinic("d.key"), m_random).value();
        const auto marker = QStringLiteral(".in-system-store");
        QVERIFY(QFile::rename(clinic("d.key") + marker, clinic("moved.key") + marker));
        QVERIFY(loadKey(service, {}, clinic("moved.key"))->key == made.key);
    }

    void aRestoredKeyGoesToTheStore()
    {
        const Secret key(m_random.bytes(32));
        QVERIFY(installKey(service, {}, clinic("e.key"), key).value() == KeyPlace::SystemStore);
        QVERIFY(loadKey(service, {}, clinic("e.key"))->key == key);
        QCOMPARE(installKey(service, {}, clinic("e.key"), Secret(m_random.bytes(32))).error().code,
            QStringLiteral("KEY-EXISTS"));
    }
};

QTEST_GUILESS_MAIN(TstSystemStore)
#include "tst_system_store.moc"
