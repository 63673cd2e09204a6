#pragma once

// Private to the room: the few operations on SECRET numbers that OpenSSL does not do for us. All of them take the same
// time for every value and wipe what they used.

#include "common/secret.h"

#include <optional>

namespace nadi::crypto
{

/// A scalar k ≡ ±d (mod n) of the shape X25519 wants: 8 | k and 2^254 <= k < 2^255. 32 bytes, little-endian.
struct ClampedScalar
{
    Secret k;
    bool negated = false; ///< k ≡ -d
};

/// Whether 32 big-endian bytes are a private key: 0 < d < n.
bool isPrivateKey(const Secret &bigEndian);
/// nullopt only when d or n - d is a multiple of 8 below 2^127.4: then the generic curve code must do it.
std::optional<ClampedScalar> clampedFor(const Secret &privateKey);
/// k + 8, or nullopt when that leaves the shape.
std::optional<Secret> plusEight(const Secret &clamped);
/// k mod n as 32 big-endian bytes, for a clamped k.
Secret toPrivateKey(const Secret &clamped);
/// (u + δ) mod p as 32 big-endian bytes: from X25519's output to the X coordinate that both sides hash.
Secret toSharedX(const Secret &littleEndianU);

}
