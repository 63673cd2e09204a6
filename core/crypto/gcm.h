#pragma once

// Private to the room: AES-256-GCM as one operation.

#include "common/result.h"
#include "common/secret.h"

#include <QByteArray>

#include <span>

namespace nadi::crypto
{

inline constexpr qsizetype gcmNonceBytes = 12;
inline constexpr qsizetype gcmTagBytes = 16;

/// Writes ciphertext || tag to `out`, which has plain.size() + 16 bytes. In place is allowed.
[[nodiscard]] bool gcmSeal(
    const Secret &key, QByteArrayView nonce, QByteArrayView associated, QByteArrayView plain, std::span<char> out);

/// `sealed` is ciphertext || tag; `out` has sealed.size() - 16 bytes. In place is allowed. On false `out` holds zeros:
/// no byte is released before the tag has been verified.
[[nodiscard]] bool gcmOpen(
    const Secret &key, QByteArrayView nonce, QByteArrayView associated, QByteArrayView sealed, std::span<char> out);

}
