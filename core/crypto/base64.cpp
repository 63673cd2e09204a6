#include "crypto/base64.h"

#include <algorithm>
#include <array>

namespace nadi::crypto
{
namespace
{
constexpr char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
constexpr quint8 notALetter = 0xff;

constexpr std::array<quint8, 256> values = [] {
    std::array<quint8, 256> table{};
    table.fill(notALetter);
    for (quint8 i = 0; i < 64; ++i)
        table[quint8(letters[i])] = i;
    return table;
}();

void encodeScalar(const quint8 *in, qsizetype size, char *out)
{
    for (; size >= 3; in += 3, size -= 3) {
        *out++ = letters[in[0] >> 2];
        *out++ = letters[(in[0] & 3) << 4 | in[1] >> 4];
        *out++ = letters[(in[1] & 15) << 2 | in[2] >> 6];
        *out++ = letters[in[2] & 63];
    }
    if (size == 0)
        return;
    const quint8 second = size == 2 ? in[1] : 0;
    *out++ = letters[in[0] >> 2];
    *out++ = letters[(in[0] & 3) << 4 | second >> 4];
    *out++ = size == 2 ? letters[(second & 15) << 2] : '=';
    *out++ = '=';
}

quint8 valueOf(char letter)
{
    return values[quint8(letter)];
}

// Whole groups without padding.
bool decodeGroups(const char *in, qsizetype size, char *out)
{
    for (qsizetype at = 0; at < size; at += 4, out += 3) {
        const quint8 a = valueOf(in[at]), b = valueOf(in[at + 1]), c = valueOf(in[at + 2]), d = valueOf(in[at + 3]);
        if ((a | b | c | d) & 0x80)
            return false;
        out[0] = char(a << 2 | b >> 4);
        out[1] = char(b << 4 | c >> 2);
        out[2] = char(c << 6 | d);
    }
    return true;
}

// The last group, with one or two '='.
bool decodePadded(const char *in, qsizetype padding, char *out)
{
    const quint8 a = valueOf(in[0]), b = valueOf(in[1]), c = padding == 1 ? valueOf(in[2]) : 0;
    if ((a | b | c) & 0x80)
        return false;
    // Unused bits must be zero, or one value would have several spellings.
    if ((padding == 2 && (b & 15)) || (padding == 1 && (c & 3)))
        return false;
    out[0] = char(a << 2 | b >> 4);
    if (padding == 1)
        out[1] = char(b << 4 | c >> 2);
    return true;
}

std::optional<QByteArray> decodeStrict(QByteArrayView text)
{
    if (text.size() % 4 != 0)
        return std::nullopt;
    const qsizetype padding = text.endsWith("==") ? 2 : text.endsWith('=') ? 1 : 0;
    const qsizetype whole = text.size() - (padding ? 4 : 0);
    QByteArray out(text.size() / 4 * 3 - padding, Qt::Uninitialized);
    const auto done = simd::decode(text.data(), whole, out.data(), out.size());
    if (!decodeGroups(text.data() + done, whole - done, out.data() + done / 4 * 3))
        return std::nullopt;
    if (padding && !decodePadded(text.data() + whole, padding, out.data() + whole / 4 * 3))
        return std::nullopt;
    return out;
}

QByteArray withoutPeerHabits(QByteArrayView text)
{
    auto clean = text.toByteArray();
    clean.removeIf([](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; });
    if (clean.contains('\\')) {
        clean.replace("\\u002B", "+").replace("\\u002b", "+");
        clean.replace("\\u002F", "/").replace("\\u002f", "/");
        clean.replace("\\u003D", "=").replace("\\u003d", "=");
    }
    return clean;
}
}

void appendBase64(QByteArrayView bytes, QByteArray &out)
{
    const auto before = out.size();
    out.resize(before + base64Size(bytes.size()));
    char *target = out.data() + before;
    const auto done = simd::encode(bytes.data(), bytes.size(), target);
    encodeScalar(reinterpret_cast<const quint8 *>(bytes.data()) + done, bytes.size() - done, target + done / 3 * 4);
}

QByteArray toBase64(QByteArrayView bytes)
{
    QByteArray out;
    out.reserve(base64Size(bytes.size()));
    appendBase64(bytes, out);
    return out;
}

std::optional<QByteArray> fromBase64(QByteArrayView text)
{
    if (auto strict = decodeStrict(text))
        return strict;
    const auto clean = withoutPeerHabits(text);
    return clean.size() == text.size() ? std::nullopt : decodeStrict(clean);
}

}
