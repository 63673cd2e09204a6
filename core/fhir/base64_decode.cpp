#include "fhir/base64.h"

#include <array>

namespace nadi::fhir
{
namespace
{
enum : uchar { Pad = 0xFD, Space = 0xFE, Bad = 0xFF };

constexpr auto values = [] {
    std::array<uchar, 256> table{};
    table.fill(Bad);
    constexpr char alphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    for (uchar i = 0; i < 64; ++i)
        table[uchar(alphabet[i])] = i;
    table['='] = Pad;
    for (const char c : {' ', '\t', '\r', '\n'})
        table[uchar(c)] = Space;
    return table;
}();

/// Calls take(byte) for each decoded byte. False when the text is not base64 or the unused bits of the last group are
/// set.
template <class Take>
bool walk(QByteArrayView text, bool &hasSpace, Take take)
{
    unsigned bits = 0;
    int have = 0;
    int pads = 0;
    for (const char c : text) {
        const uchar value = values[uchar(c)];
        if (value < 64) [[likely]] {
            if (pads > 0)
                return false;
            bits = bits << 6 | value;
            if (++have == 4) {
                take(char(bits >> 16));
                take(char(bits >> 8));
                take(char(bits));
                bits = 0;
                have = 0;
            }
        } else if (value == Pad) {
            ++pads;
        } else if (value == Space) {
            hasSpace = true;
        } else {
            return false;
        }
    }
    if (have == 0)
        return pads == 0;
    if (have + pads != 4 || have == 1)
        return false;
    if (have == 2) {
        take(char(bits >> 4));
        return (bits & 15) == 0;
    }
    take(char(bits >> 10));
    take(char(bits >> 2));
    return (bits & 3) == 0;
}
}

Base64Check checkBase64(QByteArrayView text)
{
    Base64Check check;
    char head[8] = {};
    check.valid = walk(text, check.hasSpace, [&](char byte) {
        if (check.bytes < 8)
            head[check.bytes] = byte;
        ++check.bytes;
    });
    check.head = QByteArray(head, int(qMin<qint64>(check.bytes, 8)));
    return check;
}

QByteArray decodeBase64(QByteArrayView text)
{
    QByteArray bytes;
    bytes.resize(text.size() / 4 * 3 + 3);
    char *out = bytes.data();
    bool hasSpace = false;
    if (!walk(text, hasSpace, [&](char byte) { *out++ = byte; }))
        return {};
    bytes.resize(out - bytes.constData());
    return bytes;
}

}
