#pragma once

// Private to the room: what the public classes of jwt.h hold.

#include "crypto/jwt.h"
#include "crypto/openssl_handles.h"

namespace nadi::crypto
{

struct RsaPublicKey::Private
{
    EvpKey key;
};

struct RsaPrivateKey::Private
{
    EvpKey key;
};

const EVP_MD *digestOf(JwtAlgorithm algorithm);
QString nameOf(JwtAlgorithm algorithm);

QByteArray toBase64Url(QByteArrayView bytes);
/// Strict: nullopt for padding, foreign letters and second spellings of the same bytes.
std::optional<QByteArray> fromBase64Url(QByteArrayView text);

}
