#pragma once

#include "common/secret.h"
#include "common/utc_time.h"
#include "storage/connection.h"

namespace nadi::storage
{

struct BackupReport
{
    QString file;
    qint64 bytes = 0;
    int schemaVersion = 0;
    qint64 patients = 0;
    qint64 records = 0;
    qint64 auditEvents = 0;
    QByteArray auditHead;
};

/// Online backup of a SQLite clinic: VACUUM INTO a temporary file, encrypted as a whole with the recovery key
/// (AES-256-GCM in chunks, header authenticated), fsynced, renamed, then opened once to prove it. Sealed values stay
/// sealed inside. The encryption comes in through `cipher` because storage does not know crypto.
class BackupCipher
{
public:
    virtual ~BackupCipher() = default;
    virtual Done encryptFile(const QString &plainFile, const QString &sealedFile) const = 0;
    virtual Done decryptFile(const QString &sealedFile, const QString &plainFile) const = 0;
};

Result<BackupReport> writeBackup(Connection &db, const BackupCipher &cipher, const QString &target, UtcTime now);
/// Writes a new database file; refuses to overwrite (BACKUP-EXISTS). Marks link tokens, leases and holds stale, and the
/// bridge as paused until it has compared itself with the gateway (S-B5).
Result<BackupReport> restoreBackup(const QString &backup, const BackupCipher &cipher, const QString &newDatabase,
    const Sealer &sealer, const TenantId &tenant, UtcTime now);

}
