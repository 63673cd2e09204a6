#pragma once

#include "common/utc_time.h"
#include "crypto/sealed_box.h"
#include "storage/backup.h"

namespace nadi::sealing
{

/// Backups as crypto's sealed files under the recovery key, which is what a clinic has printed and put in its safe. The
/// data key that opens the sealed values inside travels along, wrapped by the recovery key: the printed text alone
/// restores.
class BoxBackupCipher final : public storage::BackupCipher
{
public:
    /// For writing. `random` must outlive the cipher.
    BoxBackupCipher(Secret recoveryKey, Secret dataKey, Random &random);
    /// For reading: the data key a backup carries. Errors: FILE-OPEN, SEAL-OPEN (another recovery key), FILE-TRUNCATED.
    static Result<Secret> dataKeyOf(const QString &backup, const Secret &recoveryKey, Random &random);

    Done encryptFile(const QString &plainFile, const QString &sealedFile) const override;
    Done decryptFile(const QString &sealedFile, const QString &plainFile) const override;

private:
    Secret m_recoveryKey;
    Secret m_dataKey;
    Random &m_random;
};

}
