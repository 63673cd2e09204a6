#pragma once

#include "common/utc_time.h"
#include "crypto/sealed_box.h"
#include "storage/backup.h"

namespace nadi::sealing
{

/// Backups as crypto's sealed files, under the recovery key.
class BoxBackupCipher final : public storage::BackupCipher
{
public:
    /// `random` must outlive the cipher.
    BoxBackupCipher(Secret recoveryKey, Random &random)
        : m_key(std::move(recoveryKey))
        , m_random(random)
    {
    }
    Done encryptFile(const QString &plainFile, const QString &sealedFile) const override;
    Done decryptFile(const QString &sealedFile, const QString &plainFile) const override;

private:
    Secret m_key;
    Random &m_random;
};

}
