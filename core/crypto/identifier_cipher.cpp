#include "crypto/identifier_cipher.h"

#include "crypto/base64.h"
#include "crypto/oaep.h"

namespace nadi::crypto
{

Result<QByteArray> encryptIdentifier(QByteArrayView spki, const Secret &plain)
{
    constexpr qsizetype longestKey = 2048; // DER of 4096 bits has 550 bytes
    const auto key = OaepPublicKey::parse(toBase64(spki.first(std::min(spki.size(), longestKey))));
    return key ? key->seal(plain) : failed(key);
}

}
