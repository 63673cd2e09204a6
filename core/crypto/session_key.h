#pragma once

// Private to the room: what two key pairs and two nonces become (fidelius.md section 3).

#include "crypto/fidelius.h"
#include "crypto/hkdf.h"

namespace nadi::crypto
{

inline constexpr qsizetype nonceBytes = 32;

struct SessionKey
{
    Secret key; ///< AES-256
    QByteArray iv; ///< 12 bytes
};

/// The order of the nonces does not matter. Both have 32 bytes.
SessionKey deriveSession(const Secret &shared, QByteArrayView ownNonce, QByteArrayView peerNonce);
/// FID-NONCE, FID-PRIVATE, FID-AGREE.
Result<SessionKey> agreeSession(const KeyPair &own, const PublicKey &peer, QByteArrayView peerNonce);

}
