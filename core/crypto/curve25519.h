#pragma once

// Private to the room: Curve25519 in the two spellings that meet here. Weierstrass y² = x³ + ax + b is what ABDM sends;
// Montgomery v² = u³ + Au² + u is what OpenSSL computes; x = u + δ, y = v (fidelius.md section 1). Public values only.

#include "crypto/field25519.h"

namespace nadi::crypto
{

struct MontgomeryPoint
{
    Field u;
    Field v;
};

/// δ = A/3.
const Field &weierstrassShift();

bool isOnCurve(const MontgomeryPoint &point);
/// In the subgroup of prime order n, for a finite point on the curve: it can be halved three times.
bool isInPrimeSubgroup(const MontgomeryPoint &point);

/// k·G from Ed25519's encoding of it (32 bytes: y little-endian, top bit the parity of x).
MontgomeryPoint fromEdwards(QByteArrayView encoded);
/// k·G from the u of k·G and of (k + 8)·G (Okeya and Sakurai's recovery of v). nullopt when it cannot be told.
std::optional<MontgomeryPoint> recoverPoint(const Field &u, const Field &uPlusEight);

/// 04 || X || Y.
QByteArray toRawPoint(const MontgomeryPoint &point);
/// nullopt unless 65 bytes with first byte 04 and canonical coordinates.
std::optional<MontgomeryPoint> fromRawPoint(QByteArrayView raw);

}
