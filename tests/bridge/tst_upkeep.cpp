#include "bridge/upkeep.h"
#include "runner_clinic.h"
#include "storage/audit_heads.h"
#include "storage/audit_trail.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace nadi;
using namespace std::chrono_literals;
using test::RunnerClinic;

namespace
{

Settings settingsWith(const QString &folder)
{
    QProcessEnvironment environment;
    environment.insert(Settings::environmentName(QStringLiteral("audit.headFolder")), folder);
    return Settings::load({}, environment).value();
}

int linesIn(const QString &folder)
{
    int lines = 0;
    for (const auto &entry : QDir(folder).entryInfoList(QDir::Files)) {
        QFile file(entry.absoluteFilePath());
        if (file.open(QIODevice::ReadOnly))
            lines += int(file.readAll().count('\n'));
    }
    return lines;
}

}

/// What the bridge does once a day for the database, whoever is there.
class TstUpkeep : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aHeadIsKeptOnceADayAlsoAcrossRestarts() // S-A6
    {
        RunnerClinic clinic;
        QTemporaryDir folder;
        const auto settings = settingsWith(folder.path());
        bridge::Upkeep first(*clinic.db, settings, clinic.clock, clinic.network);
        QVERIFY(first.look());
        QVERIFY(first.look());
        bridge::Upkeep restarted(*clinic.db, settings, clinic.clock, clinic.network);
        QVERIFY(restarted.look());
        QCOMPARE(linesIn(folder.path()), 1);
        clinic.clock.advance(24h);
        QVERIFY(restarted.look());
        QCOMPARE(linesIn(folder.path()), 2);
        QVERIFY(storage::checkHeads(*clinic.db, folder.path(), clinic.clock.now())->intact());
    }

    void aFolderThatIsAwayIsTriedAgain()
    {
        RunnerClinic clinic;
        QTemporaryDir folder;
        const auto stick = folder.filePath(QStringLiteral("stick"));
        bridge::Upkeep upkeep(*clinic.db, settingsWith(stick), clinic.clock, clinic.network);
        const auto away = upkeep.look();
        QVERIFY(!away);
        QCOMPARE(away.error().code, QStringLiteral("AUDIT-HEADS"));
        QVERIFY(QDir().mkpath(stick));
        QVERIFY(upkeep.look());
        QCOMPARE(linesIn(stick), 1);
    }

    void aWrongOrUnknownClockPurgesNothing() // S-M4
    {
        RunnerClinic clinic;
        bridge::NetworkClock network(clinic.clock);
        storage::AuditEvent event;
        event.action = QStringLiteral("patient.read");
        event.at = clinic.clock.now();
        QVERIFY(storage::AuditTrail(*clinic.db).append(event));
        const auto purged = [&] { return storage::AuditTrail(*clinic.db).verify()->purged; };
        clinic.clock.advance(24h * 365 * 4);
        bridge::Upkeep upkeep(*clinic.db, settingsWith({}), clinic.clock, network);
        QVERIFY(upkeep.look());
        QCOMPARE(purged(), 0);
        network.heard(24h * 365 * 4);
        QVERIFY(upkeep.look());
        QCOMPARE(purged(), 0);
        network.heard(0ms);
        QVERIFY(upkeep.look());
        QVERIFY(purged() > 0);
    }
};

QTEST_GUILESS_MAIN(TstUpkeep)
#include "tst_upkeep.moc"
