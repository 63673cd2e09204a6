#include "crypto/scalar25519.h"

#include <QtEndian>

#include <openssl/crypto.h>

#include <array>

namespace nadi::crypto
{
namespace
{
__extension__ typedef unsigned __int128 Wide;
__extension__ typedef __int128 SignedWide;

// Four words of 64 bits, least significant first.
using Words = std::array<quint64, 4>;

// Wiped on the way out.
struct Number
{
    Words word{};

    Number() = default;
    Number(const Number &) = default;
    Number &operator=(const Number &) = default;
    ~Number() { OPENSSL_cleanse(word.data(), sizeof word); }
    operator const Words &() const { return word; }
};

constexpr Words groupOrder{0x5812631a5cf5d3ed, 0x14def9dea2f79cd6, 0, 0x1000000000000000};
constexpr Words prime{0xffffffffffffffed, 0xffffffffffffffff, 0xffffffffffffffff, 0x7fffffffffffffff};
constexpr Words shift{0xaaaaaaaaaaad2451, 0xaaaaaaaaaaaaaaaa, 0xaaaaaaaaaaaaaaaa, 0x2aaaaaaaaaaaaaaa};

Number fromBigEndian(const Secret &bytes)
{
    Number out;
    for (size_t i = 0; i < 4; ++i)
        out.word[3 - i] = qFromBigEndian<quint64>(bytes.reveal().constData() + 8 * i);
    return out;
}

Number fromLittleEndian(const Secret &bytes)
{
    Number out;
    for (size_t i = 0; i < 4; ++i)
        out.word[i] = qFromLittleEndian<quint64>(bytes.reveal().constData() + 8 * i);
    return out;
}

Secret toBigEndian(const Words &number)
{
    QByteArray out(32, Qt::Uninitialized);
    for (size_t i = 0; i < 4; ++i)
        qToBigEndian(number[3 - i], out.data() + 8 * i);
    return Secret(std::move(out));
}

Secret toLittleEndian(const Words &number)
{
    QByteArray out(32, Qt::Uninitialized);
    for (size_t i = 0; i < 4; ++i)
        qToLittleEndian(number[i], out.data() + 8 * i);
    return Secret(std::move(out));
}

Number sum(const Words &a, const Words &b)
{
    Number out;
    Wide carry = 0;
    for (size_t i = 0; i < 4; ++i) {
        carry += Wide(a[i]) + b[i];
        out.word[i] = quint64(carry);
        carry >>= 64;
    }
    return out;
}

// a - b modulo 2^256; `borrow` is all ones when a < b.
Number difference(const Words &a, const Words &b, quint64 &borrow)
{
    Number out;
    SignedWide rest = 0;
    for (size_t i = 0; i < 4; ++i) {
        rest += SignedWide(a[i]) - SignedWide(b[i]);
        out.word[i] = quint64(rest);
        rest >>= 64;
    }
    borrow = quint64(rest);
    return out;
}

Number multiple(const Words &a, quint64 factor)
{
    Number out;
    Wide carry = 0;
    for (size_t i = 0; i < 4; ++i) {
        carry += Wide(a[i]) * factor;
        out.word[i] = quint64(carry);
        carry >>= 64;
    }
    return out;
}

// `mask` is all ones for a, zero for b.
Number chosen(quint64 mask, const Words &a, const Words &b)
{
    Number out;
    for (size_t i = 0; i < 4; ++i)
        out.word[i] = (a[i] & mask) | (b[i] & ~mask);
    return out;
}

Number minusIfNotSmaller(const Words &a, const Words &b)
{
    quint64 borrow = 0;
    const Number less = difference(a, b, borrow);
    return chosen(borrow, a, less);
}

bool isClamped(const Number &k)
{
    return (k.word[0] & 7) == 0 && k.word[3] >> 62 == 1;
}
}

bool isPrivateKey(const Secret &bigEndian)
{
    if (bigEndian.reveal().size() != 32)
        return false;
    const Number d = fromBigEndian(bigEndian);
    quint64 below = 0;
    difference(d, groupOrder, below);
    return below && (d.word[0] | d.word[1] | d.word[2] | d.word[3]);
}

std::optional<ClampedScalar> clampedFor(const Secret &privateKey)
{
    const Number d = fromBigEndian(privateKey);
    // n ≡ 5 (mod 8), so t·n ≡ -d (mod 8). d + t·n or (8 - t)·n - d, whichever lies in the upper half.
    const quint64 t = (3 * (d.word[0] & 7)) & 7;
    const quint64 negate = 0 - quint64(t < 4);
    const Number multipleOfN = multiple(groupOrder, (t & ~negate) | ((8 - t) & negate));
    quint64 borrow = 0;
    const Number k = chosen(negate, difference(multipleOfN, d, borrow), sum(multipleOfN, d));
    if (!isClamped(k))
        return std::nullopt;
    return ClampedScalar{toLittleEndian(k), negate != 0};
}

std::optional<Secret> plusEight(const Secret &clamped)
{
    const Number k = sum(fromLittleEndian(clamped), Words{8});
    if (!isClamped(k))
        return std::nullopt;
    return toLittleEndian(k);
}

Secret toPrivateKey(const Secret &clamped)
{
    // k < 2^255 < 8n.
    Number d = fromLittleEndian(clamped);
    for (const quint64 factor : {4u, 2u, 1u})
        d = minusIfNotSmaller(d, multiple(groupOrder, factor));
    return toBigEndian(d);
}

Secret toSharedX(const Secret &littleEndianU)
{
    return toBigEndian(minusIfNotSmaller(sum(fromLittleEndian(littleEndianU), shift), prime));
}

}
