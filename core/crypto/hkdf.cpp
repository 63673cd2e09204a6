#include "crypto/hkdf.h"

#include "crypto/digest.h"

namespace nadi::crypto
{

Secret hkdfSha256(QByteArrayView salt, const Secret &input, QByteArrayView info)
{
    const Secret prk(hmacSha256(salt, input.reveal()));
    return Secret(hmacSha256(prk.reveal(), info.toByteArray() + '\x01'));
}

}
