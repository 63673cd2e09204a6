#pragma once

// Private to the room: multiplications by a secret scalar, all done inside OpenSSL.

#include "common/secret.h"

#include <QByteArray>

#include <optional>

namespace nadi::crypto
{

/// X25519's public value of a clamped scalar, 32 bytes little-endian.
std::optional<QByteArray> x25519Public(const Secret &clamped);
/// X25519(k, u); nullopt for a point of small order.
std::optional<Secret> x25519(const Secret &clamped, const QByteArray &littleEndianU);

/// The same by OpenSSL's generic curve code, ten times slower, for the scalars that have no clamped form.
/// d·Q as 65 bytes; `point` empty means G.
std::optional<Secret> genericMultiply(const Secret &privateKey, const QByteArray &point);

}
