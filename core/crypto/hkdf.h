#pragma once

// Private to the room.

#include "common/secret.h"

namespace nadi::crypto
{

/// HKDF-SHA256 (RFC 5869) with one output block of 32 bytes, as two plain HMACs: 2 µs where the EVP_KDF interface of
/// OpenSSL 3.0 costs several times that.
Secret hkdfSha256(QByteArrayView salt, const Secret &input, QByteArrayView info);

}
