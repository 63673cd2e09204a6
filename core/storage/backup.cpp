#include "storage/backup.h"

#include "storage/audit_heads.h"
#include "storage/audit_trail.h"
#include "storage/connection_private.h"
#include "storage/meta.h"
#include "storage/restore_report.h"
#include "storage/skipped_numbers.h"
#include "storage/sql.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

#include <fcntl.h>
#include <unistd.h>

namespace nadi::storage
{
namespace
{

Error fileError(const char *code)
{
    return {ErrorKind::Storage, QLatin1String(code), {}};
}

/// On disk, not only in the cache: the file first, then its name in the folder.
Done synced(const QString &path)
{
    for (const auto &each : {path, QFileInfo(path).absolutePath()}) {
        const int handle = ::open(QFile::encodeName(each).constData(), O_RDONLY | O_CLOEXEC);
        if (handle < 0)
            return tl::unexpected(fileError("BACKUP-WRITE"));
        const bool done = ::fsync(handle) == 0;
        ::close(handle);
        if (!done)
            return tl::unexpected(fileError("BACKUP-WRITE"));
    }
    return {};
}

/// An owner-only folder beside `target`, so that the final rename stays within one file system and a plain copy of the
/// database never lies in a shared temporary folder.
std::unique_ptr<QTemporaryDir> workFolder(const QString &target)
{
    return std::make_unique<QTemporaryDir>(QFileInfo(target).absolutePath() + QStringLiteral("/.nadi-backup-"));
}

Result<qint64> countOf(Connection &db, Sql sql)
{
    auto rows = run(db, sql, ofTenant(db, {}));
    if (!rows)
        return failed(rows);
    return rows->next() ? rows->number(0) : 0;
}

/// What the database says of itself; also proves that it is whole: pages, chain and counts are read.
Result<BackupReport> inspect(Connection &db)
{
    auto check = run(db, u"PRAGMA quick_check(1)");
    if (!check)
        return failed(check);
    if (!check->next() || check->text(0) != u"ok")
        return tl::unexpected(fileError("DB-CORRUPT"));
    const auto patients = countOf(db, u"SELECT count(*) FROM patient WHERE tenant = ?");
    const auto records = countOf(db, u"SELECT count(*) FROM record WHERE tenant = ?");
    const auto audit = AuditTrail(db).verify();
    if (!patients)
        return failed(patients);
    if (!records)
        return failed(records);
    if (!audit)
        return failed(audit);
    if (!audit->intact)
        return tl::unexpected(fileError("AUDIT-BROKEN"));
    BackupReport report;
    report.schemaVersion = db.schemaVersion();
    report.patients = *patients;
    report.records = *records;
    report.auditEvents = audit->events;
    report.auditHead = audit->head;
    return report;
}

Result<BackupReport> inspectFile(const QString &database, const Sealer &sealer, const TenantId &tenant)
{
    DatabaseConfig config;
    config.location = database;
    config.tenant = tenant;
    auto db = Connection::open(config, sealer);
    if (!db)
        return failed(db);
    return inspect(**db);
}

Result<UtcTime> newestEvent(Connection &db)
{
    const auto last = AuditTrail(db).last(1);
    if (!last)
        return failed(last);
    return last->isEmpty() ? UtcTime() : last->constFirst().at;
}

/// The copy is older than the world. What was true only for a time must be asked for again (S-B5).
Done makeStale(Connection &db, UtcTime now)
{
    Transaction transaction(db);
    if (!transaction.begun())
        return transaction.begun();
    const auto tenant = value(db.tenant());
    struct Step
    {
        Sql sql;
        Values values;
    };
    const Step steps[] = {
        // A newer token may have been issued since, and this one may be used up.
        {u"UPDATE link_token SET dropped_at = ?, drop_reason = 'restored', sealed = ? WHERE tenant = ? AND dropped_at "
         u"= 0",
            {value(now), QByteArray(), tenant}},
        {u"DELETE FROM slot_claim WHERE tenant = ? AND appointment = ''", {tenant}},
        // Everything that could still leave may have left already. The fence keeps a worker of the old machine out.
        {u"UPDATE outbox SET state = 'unknown', fence = fence + 1, lease_until = 0, updated_at = ?"
         u" WHERE tenant = ? AND state IN ('pending', 'leased')",
            {value(now), tenant}},
    };
    const auto backupAt = newestEvent(db);
    if (!backupAt)
        return failed(backupAt);
    std::vector<int> changed;
    for (const auto &step : steps) {
        const auto rows = run(db, step.sql, step.values);
        if (!rows)
            return failed(rows);
        changed.push_back(int(rows->changed()));
    }
    if (auto done = skipNumbersGiven(db, now); !done)
        return done;
    RestoreReport report;
    report.restoredAt = now;
    report.backupAt = *backupAt;
    report.linkTokens = changed[0];
    report.slotHolds = changed[1];
    report.unsure = changed[2];
    if (auto done = saveRestoreReport(db, report); !done)
        return done;
    if (auto done = Meta(db).set(metaBridgePaused, QStringLiteral("1")); !done)
        return done;
    AuditEvent event;
    event.action = QStringLiteral("backup.restore");
    event.reason = restoredReason; // sealed: explains why heads that were kept since are not in this chain (S-A6)
    event.at = now;
    if (auto done = AuditTrail(db).append(event); !done)
        return done;
    return transaction.commit();
}

Result<BackupReport> prepareRestored(const QString &database, const Sealer &sealer, const TenantId &tenant, UtcTime now)
{
    DatabaseConfig config;
    config.location = database;
    config.tenant = tenant;
    auto db = Connection::open(config, sealer);
    if (!db)
        return failed(db);
    if (const auto before = inspect(**db); !before)
        return before;
    if (auto done = makeStale(**db, now); !done)
        return failed(done);
    auto report = inspect(**db);
    // Into the file itself: only that is renamed.
    if (auto done = execute(**db, u"PRAGMA wal_checkpoint(TRUNCATE)"); !done)
        return failed(done);
    return report;
}

}

Result<BackupReport> writeBackup(Connection &db, const BackupCipher &cipher, const QString &target, UtcTime now)
{
    if (db.backend() != Backend::Sqlite)
        return fail(ErrorKind::Invalid, QStringLiteral("BACKUP-BACKEND"), QStringLiteral("PostgreSQL has pg_dump"));
    if (QFileInfo::exists(target))
        return fail(ErrorKind::Conflict, QStringLiteral("BACKUP-EXISTS"));
    const auto folder = workFolder(target);
    if (!folder->isValid())
        return tl::unexpected(fileError("BACKUP-WRITE"));

    AuditEvent event;
    event.action = QStringLiteral("backup.write");
    event.at = now;
    if (auto done = AuditTrail(db).append(event); !done)
        return failed(done);
    const auto plain = folder->filePath(QStringLiteral("copy.db"));
    if (auto done = execute(db, u"VACUUM INTO ?", {plain}); !done)
        return failed(done);
    const auto sealed = folder->filePath(QStringLiteral("copy.sealed"));
    if (auto done = cipher.encryptFile(plain, sealed); !done)
        return failed(done);
    QFile::remove(plain);
    if (auto done = synced(sealed); !done)
        return failed(done);

    // Opened once before anybody relies on it: a backup that was never read is a hope (S-B4).
    const auto proof = folder->filePath(QStringLiteral("proof.db"));
    if (auto done = cipher.decryptFile(sealed, proof); !done)
        return failed(done);
    auto report = inspectFile(proof, db.sealer(), db.tenant());
    if (!report)
        return report;
    if (!QFile::rename(sealed, target))
        return tl::unexpected(fileError("BACKUP-WRITE"));
    if (auto done = synced(target); !done)
        return failed(done);
    report->file = target;
    report->bytes = QFileInfo(target).size();
    return report;
}

Result<BackupReport> restoreBackup(const QString &backup, const BackupCipher &cipher, const QString &newDatabase,
    const Sealer &sealer, const TenantId &tenant, UtcTime now)
{
    for (const auto *suffix : {"", "-wal", "-shm"})
        if (QFileInfo::exists(newDatabase + QLatin1String(suffix)))
            return fail(ErrorKind::Conflict, QStringLiteral("BACKUP-EXISTS"));
    if (!QFileInfo::exists(backup))
        return fail(ErrorKind::NotFound, QStringLiteral("BACKUP-MISSING"));
    const auto folder = workFolder(newDatabase);
    if (!folder->isValid())
        return tl::unexpected(fileError("BACKUP-WRITE"));
    const auto plain = folder->filePath(QStringLiteral("clinic.db"));
    if (auto done = cipher.decryptFile(backup, plain); !done)
        return failed(done);
    QFile::setPermissions(plain, QFile::ReadOwner | QFile::WriteOwner);
    auto report = prepareRestored(plain, sealer, tenant, now);
    if (!report)
        return report;
    // Only a whole, checked, paused database ever has the new name.
    if (!QFile::rename(plain, newDatabase))
        return tl::unexpected(fileError("BACKUP-WRITE"));
    if (auto done = synced(newDatabase); !done)
        return failed(done);
    report->file = newDatabase;
    report->bytes = QFileInfo(newDatabase).size();
    return report;
}

}
