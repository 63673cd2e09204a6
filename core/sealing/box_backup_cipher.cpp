#include "sealing/box_backup_cipher.h"

namespace nadi::sealing
{

Done BoxBackupCipher::encryptFile(const QString &plainFile, const QString &sealedFile) const
{
    return crypto::sealFile(plainFile, sealedFile, m_key, m_random);
}

Done BoxBackupCipher::decryptFile(const QString &sealedFile, const QString &plainFile) const
{
    return crypto::openFile(sealedFile, plainFile, m_key);
}

}
