#include "sealing/box_backup_cipher.h"

namespace nadi::sealing
{
namespace
{
constexpr char wrapContext[] = "nadi/backup/data-key";
}

BoxBackupCipher::BoxBackupCipher(Secret recoveryKey, Secret dataKey, Random &random)
    : m_recoveryKey(std::move(recoveryKey))
    , m_dataKey(std::move(dataKey))
    , m_random(random)
{
}

Result<Secret> BoxBackupCipher::dataKeyOf(const QString &backup, const Secret &recoveryKey, Random &random)
{
    const auto box = crypto::SealedBox::withKey(recoveryKey, random);
    if (!box)
        return failed(box);
    const auto wrapped = crypto::noteOf(backup);
    if (!wrapped)
        return failed(wrapped);
    auto key = box->open(*wrapped, wrapContext);
    if (!key)
        return failed(key);
    return Secret(std::move(*key));
}

Done BoxBackupCipher::encryptFile(const QString &plainFile, const QString &sealedFile) const
{
    const auto box = crypto::SealedBox::withKey(m_recoveryKey, m_random);
    if (!box)
        return failed(box);
    const auto wrapped = box->seal(m_dataKey.reveal(), wrapContext);
    if (!wrapped)
        return failed(wrapped);
    return crypto::sealFile(plainFile, sealedFile, m_recoveryKey, m_random, *wrapped);
}

Done BoxBackupCipher::decryptFile(const QString &sealedFile, const QString &plainFile) const
{
    return crypto::openFile(sealedFile, plainFile, m_recoveryKey);
}

}
