#pragma once

#include <QByteArray>

namespace nadi::fhir
{

/// Bytes needed for the base64 of `size` bytes, with padding.
constexpr qsizetype base64Length(qsizetype size)
{
    return (size + 2) / 3 * 4;
}

/// Standard alphabet, padded, no line breaks. Writes base64Length(size) characters. Only the last piece of a stream may
/// have a size that is not a multiple of three. AVX2 where the processor has it, else a 12-bit table.
void encodeBase64(const char *bytes, qsizetype size, char *out);

/// The same by the table alone; kept reachable so that tests can compare both.
void encodeBase64Portable(const char *bytes, qsizetype size, char *out);

struct Base64Check
{
    bool valid = false;
    bool hasSpace = false; ///< legal in FHIR, but a sender should not
    qint64 bytes = 0; ///< decoded size
    QByteArray head; ///< the first decoded bytes, at most 8
};

/// Looks at the characters only; does not hold the decoded bytes.
Base64Check checkBase64(QByteArrayView text);

/// Decoded bytes, white space skipped; a null array when the text is not base64.
QByteArray decodeBase64(QByteArrayView text);

}
