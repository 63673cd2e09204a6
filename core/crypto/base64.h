#pragma once

// Base64 of many megabytes at the speed of memory. With OpenSSL's coder the text would cost twice
// what the cipher does (fidelius.md section 8).

#include <QByteArray>

#include <optional>

namespace nadi::crypto
{

inline constexpr qsizetype base64Size(qsizetype bytes)
{
    return (bytes + 2) / 3 * 4;
}

/// Appends standard base64 with padding, one line. The bytes of a stream come in multiples of three until the last
/// call.
void appendBase64(QByteArrayView bytes, QByteArray &out);
QByteArray toBase64(QByteArrayView bytes);

/// Strict: standard alphabet, padding needed, unused bits zero. Tolerates what peers really add: ASCII white space
/// anywhere and the literal \u002B \u002F \u003D of double-escaped JSON (fidelius.md section 6).
std::optional<QByteArray> fromBase64(QByteArrayView text);

/// The vector part of both directions; each returns how many input bytes it handled (the scalar code does the rest and
/// is the only judge of what is malformed). Without AVX2 they handle nothing.
namespace simd
{
qsizetype encode(const char *in, qsizetype size, char *out);
qsizetype decode(const char *in, qsizetype size, char *out, qsizetype outCapacity);
}

}
