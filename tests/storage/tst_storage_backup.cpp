#include "databases.h"
#include "storage/appointment_repository.h"
#include "storage/audit_trail.h"
#include "storage/backup.h"
#include "storage/consent_repository.h"
#include "storage/facility_repository.h"
#include "storage/meta.h"
#include "storage/outbox.h"
#include "storage/patient_repository.h"
#include "storage/record_repository.h"
#include "storage/restore_report.h"
#include "storage/share_repository.h"
#include "values.h"

#include <QDir>
#include <QFile>

using namespace nadi;
using namespace nadi::storage;
using namespace nadi::test;

namespace
{

/// Turns the bytes over, and refuses what it did not write.
class MirrorCipher final : public BackupCipher
{
public:
    Done encryptFile(const QString &plainFile, const QString &sealedFile) const override
    {
        return copy(plainFile, sealedFile, false);
    }
    Done decryptFile(const QString &sealedFile, const QString &plainFile) const override
    {
        return copy(sealedFile, plainFile, true);
    }

private:
    static Done copy(const QString &from, const QString &to, bool opening)
    {
        QFile in(from);
        QFile out(to);
        if (!in.open(QIODevice::ReadOnly) || !out.open(QIODevice::WriteOnly))
            return fail(ErrorKind::Storage, QStringLiteral("FILE-OPEN"));
        auto bytes = in.readAll();
        const QByteArray mark = "mirrored:";
        if (opening && (!bytes.startsWith(mark) || !bytes.endsWith("!")))
            return fail(ErrorKind::Crypto, QStringLiteral("SEAL-OPEN"));
        if (opening)
            bytes = bytes.mid(mark.size()).chopped(1);
        for (auto &byte : bytes)
            byte = char(~byte);
        out.write(opening ? bytes : mark + bytes + '!');
        return {};
    }
};

}

class TstStorageBackup : public QObject
{
    Q_OBJECT

    PlainSealer sealer;
    MirrorCipher cipher;
    Databases databases;
    DatabaseConfig config;
    std::unique_ptr<Connection> db;

    QString target(const char *name) const
    {
        return QFileInfo(config.location).absolutePath() + u'/' + QLatin1String(name);
    }

    static void restoreTimes()
    {
        QTest::addColumn<qint64>("restoredAfter");
        QTest::newRow("same day") << qint64(1);
        QTest::newRow("the day after the backup, of which it knows nothing") << qint64(24);
    }

private Q_SLOTS:
    void init()
    {
        config = databases.fresh(false);
        auto opened = Connection::open(config, sealer);
        GOOD(opened);
        db = std::move(*opened);
        GOOD(PatientRepository(*db).add(asha(), kr, clerk, morning));
    }
    void cleanup()
    {
        db.reset();
        for (const auto *name : {"a.backup", "new.db", "new.db-wal", "new.db-shm"})
            QFile::remove(target(name));
    }

    void restoredClinicHasEverythingAndIsPaused()
    {
        AppointmentRepository appointments(*db);
        const auto booked = slotAt(morning + 1h);
        const auto held = slotAt(morning + 2h);
        GOOD(appointments.hold(HoldId(QStringLiteral("h1")), booked, morning, morning + 5min));
        GOOD(appointments.confirm(
            HoldId(QStringLiteral("h1")), appointment(QStringLiteral("a1"), booked), clerk, morning));
        GOOD(appointments.hold(HoldId(QStringLiteral("h2")), held, morning, morning + 5min));
        ConsentRepository consents(*db);
        const auto address = *asha().abhaAddress;
        GOOD(consents.saveLinkToken(
            {address, kr, morning, morning + 24h * 180}, Secret("token"), QStringLiteral("demographic")));
        Outbox outbox(*db);
        for (const auto *key : {"leased", "pending"}) {
            OutboxMessage message;
            message.businessKey = QLatin1String(key);
            message.dueAt = morning;
            GOOD(outbox.put(message));
        }
        const auto leased = outbox.lease(morning, morning + 30s)->value();

        const auto written = writeBackup(*db, cipher, target("a.backup"), morning);
        GOOD(written);
        QCOMPARE(written->patients, 1);
        QCOMPARE(written->bytes, QFileInfo(target("a.backup")).size());
        QCOMPARE(written->schemaVersion, db->schemaVersion());
        QCOMPARE(written->auditEvents, AuditTrail(*db).verify()->events);

        const auto restored
            = restoreBackup(target("a.backup"), cipher, target("new.db"), sealer, config.tenant, morning + 24h);
        GOOD(restored);
        QCOMPARE(restored->auditEvents, written->auditEvents + 1);
        QVERIFY(!(QFile::permissions(target("new.db")) & (QFile::ReadGroup | QFile::ReadOther)));
        auto other = config;
        other.location = target("new.db");
        const auto copy = Connection::open(other, sealer);
        GOOD(copy);
        QCOMPARE(*PatientRepository(**copy).patient(asha().id, kr), *PatientRepository(*db).patient(asha().id, kr));
        QCOMPARE(
            *AppointmentRepository(**copy).takenStarts(iravati, morning, morning + 24h, morning), QList{booked.start});
        QVERIFY(!ConsentRepository(**copy).linkToken(kr, address, morning, 0ms)->has_value());
        QVERIFY(!Outbox(**copy).lease(morning + 24h, morning + 25h)->has_value());
        for (const auto *key : {"leased", "pending"})
            QCOMPARE(Outbox(**copy).byBusinessKey(QLatin1String(key))->state, OutboxState::Unknown);
        FAILS(Outbox(**copy).settle(leased, OutboxState::Accepted, {}, {}, morning), "DB-FENCE");
        QCOMPARE(*Meta(**copy).value(metaBridgePaused), QStringLiteral("1"));
        QCOMPARE(*Meta(*db).value(metaBridgePaused), QString());

        const auto report = restoreReport(**copy)->value();
        QCOMPARE(report.restoredAt, morning + 24h);
        QCOMPARE(report.backupAt, morning);
        QCOMPARE(report.linkTokens, 1);
        QCOMPARE(report.slotHolds, 1);
        QCOMPARE(report.unsure, 2);
        QVERIFY(!report.comparedAt.isSet());
    }

    /// What the old machine gave out after its last backup is on paper and at the gateway.
    void noNumberIsGivenOutTwice_data()
    {
        QTest::addColumn<bool>("begunBefore");
        QTest::addColumn<int>("year");
        QTest::newRow("counts that the backup knows") << true << 2026;
        QTest::newRow("counts that began after it") << false << 2026;
        QTest::newRow("an old paper, the first of its year") << false << 2011;
    }
    void noNumberIsGivenOutTwice()
    {
        QFETCH(bool, begunBefore);
        QFETCH(int, year);
        Facility clinic;
        clinic.id = kr;
        clinic.name = QStringLiteral("Krishna Road Clinic");
        GOOD(FacilityRepository(*db).save(clinic));
        const auto numbers = [&](Connection &from) {
            return QStringList{
                RecordRepository(from).nextCareContext(kr, HiType::Prescription, QDate(year, 11, 20))->value(),
                *PatientRepository(from).nextLocalNumber(kr)};
        };
        const auto before = begunBefore ? numbers(*db) : QStringList();
        GOOD(writeBackup(*db, cipher, target("a.backup"), morning));
        QSet<QString> given(before.begin(), before.end());
        for (int i = 0; i < 200; ++i)
            for (const auto &number : numbers(*db))
                given.insert(number);
        GOOD(restoreBackup(target("a.backup"), cipher, target("new.db"), sealer, config.tenant, morning + 24h));
        auto other = config;
        other.location = target("new.db");
        const auto copy = Connection::open(other, sealer);
        GOOD(copy);
        for (const auto &number : numbers(**copy))
            QVERIFY2(!given.contains(number), qPrintable(number));
    }

    void noAppointmentNumberOfTheDayIsGivenOutTwice_data() { restoreTimes(); }
    void noAppointmentNumberOfTheDayIsGivenOutTwice()
    {
        QFETCH(qint64, restoredAfter);
        GOOD(FacilityRepository(*db).save(krishnaRoad()));
        int visits = 0;
        const auto arrive = [&](Connection &at, UtcTime now) {
            AppointmentRepository appointments(at);
            const HoldId hold(QStringLiteral("hold-%1").arg(++visits));
            const auto visit
                = appointment(QStringLiteral("visit-%1").arg(visits), slotAt(now + std::chrono::minutes(15 * visits)));
            if (!appointments.hold(hold, visit.slot, now, now + 5min) || !appointments.confirm(hold, visit, clerk, now))
                return -1;
            return appointments.arrive(visit.id, 1, clinicDay(krishnaRoad(), now), clerk, now).value_or(-1);
        };
        const auto restoredAt = morning + std::chrono::hours(restoredAfter);
        QCOMPARE(arrive(*db, morning), 1);
        GOOD(writeBackup(*db, cipher, target("a.backup"), morning));
        int highest = 0;
        for (int i = 0; i < 20; ++i)
            highest = std::max(highest, arrive(*db, restoredAt));
        QVERIFY(highest >= 20);

        GOOD(restoreBackup(target("a.backup"), cipher, target("new.db"), sealer, config.tenant, restoredAt));
        auto other = config;
        other.location = target("new.db");
        const auto copy = Connection::open(other, sealer);
        GOOD(copy);
        QVERIFY(arrive(**copy, restoredAt) > highest);
        QCOMPARE(arrive(**copy, restoredAt + 24h), 1); // the next day begins as ever
    }

    void noQueueTokenOfTheDayIsGivenOutTwice_data() { restoreTimes(); }
    void noQueueTokenOfTheDayIsGivenOutTwice()
    {
        QFETCH(qint64, restoredAfter);
        Facility clinic;
        clinic.id = kr;
        clinic.name = QStringLiteral("Krishna Road Clinic");
        GOOD(FacilityRepository(*db).save(clinic));
        GOOD(ShareRepository(*db).saveCounters(kr, {QStringLiteral("OPD1"), QStringLiteral("LAB")}));
        int people = 0;
        const auto scan = [&](Connection &at, const QString &counter, UtcTime now) {
            SharedProfile profile;
            profile.abhaAddress = *AbhaAddress::parse(QStringLiteral("person.%1@sbx").arg(++people));
            const auto share = ShareRepository(at).receive(ShareId(QStringLiteral("share-%1").arg(people)),
                {kr, counter, {}, profile, 30min}, clinicDay(clinic, now), now);
            return share ? share->token.number : -1;
        };
        const auto restoredAt = morning + std::chrono::hours(restoredAfter);
        QCOMPARE(scan(*db, QStringLiteral("OPD1"), morning), 1);
        GOOD(writeBackup(*db, cipher, target("a.backup"), morning));
        int highest = 0;
        for (int i = 0; i < 50; ++i)
            highest = std::max(highest, scan(*db, QStringLiteral("OPD1"), restoredAt));
        QCOMPARE(scan(*db, QStringLiteral("LAB"), restoredAt), 1);

        GOOD(restoreBackup(target("a.backup"), cipher, target("new.db"), sealer, config.tenant, restoredAt));
        auto other = config;
        other.location = target("new.db");
        const auto copy = Connection::open(other, sealer);
        GOOD(copy);
        QVERIFY(scan(**copy, QStringLiteral("OPD1"), restoredAt) > highest);
        QVERIFY(scan(**copy, QStringLiteral("LAB"), restoredAt) > 1);
        QCOMPARE(scan(**copy, QStringLiteral("OPD1"), restoredAt + 24h), 1); // the next day begins as ever
    }

    void nothingIsOverwritten()
    {
        GOOD(writeBackup(*db, cipher, target("a.backup"), morning));
        FAILS(writeBackup(*db, cipher, target("a.backup"), morning), "BACKUP-EXISTS");
        FAILS(restoreBackup(target("a.backup"), cipher, config.location, sealer, config.tenant, morning),
            "BACKUP-EXISTS");
        QVERIFY(QFile(target("new.db-wal")).open(QIODevice::WriteOnly)); // of another, unfinished database
        FAILS(restoreBackup(target("a.backup"), cipher, target("new.db"), sealer, config.tenant, morning),
            "BACKUP-EXISTS");
    }

    void damagedBackupLeavesNoDatabase()
    {
        GOOD(writeBackup(*db, cipher, target("a.backup"), morning));
        QFile file(target("a.backup"));
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.resize(file.size() - 1));
        file.close();
        FAILS(restoreBackup(target("a.backup"), cipher, target("new.db"), sealer, config.tenant, morning), "SEAL-OPEN");
        QVERIFY(!QFile::exists(target("new.db")));
        FAILS(
            restoreBackup(target("none"), cipher, target("new.db"), sealer, config.tenant, morning), "BACKUP-MISSING");
    }

    void noPlainCopyStays()
    {
        GOOD(writeBackup(*db, cipher, target("a.backup"), morning));
        GOOD(restoreBackup(target("a.backup"), cipher, target("new.db"), sealer, config.tenant, morning));
        const QDir folder(QFileInfo(config.location).absolutePath());
        QCOMPARE(folder.entryList({QStringLiteral(".nadi-backup-*")}, QDir::Dirs | QDir::Hidden), QStringList());
    }
};

QTEST_GUILESS_MAIN(TstStorageBackup)
#include "tst_storage_backup.moc"
