#include "crypto/field25519.h"

#include <QtEndian>

#include <algorithm>

namespace nadi::crypto
{
namespace
{
__extension__ typedef unsigned __int128 Wide;

constexpr quint64 mask = (quint64(1) << 51) - 1;

// Limbs below 2^52 in, limbs below 2^51 plus a little out.
Field carried(Field f)
{
    for (size_t i = 0; i < 4; ++i) {
        f.limb[i + 1] += f.limb[i] >> 51;
        f.limb[i] &= mask;
    }
    f.limb[0] += 19 * (f.limb[4] >> 51);
    f.limb[4] &= mask;
    return f;
}

// The one representative below p.
Field canonical(const Field &f)
{
    Field r = carried(carried(f));
    // q = 1 exactly when r + 19 >= 2^255, that is r >= p.
    quint64 q = (r.limb[0] + 19) >> 51;
    for (size_t i = 1; i < 5; ++i)
        q = (r.limb[i] + q) >> 51;
    r.limb[0] += 19 * q;
    for (size_t i = 0; i < 4; ++i) {
        r.limb[i + 1] += r.limb[i] >> 51;
        r.limb[i] &= mask;
    }
    r.limb[4] &= mask;
    return r;
}

Field reduced(std::array<Wide, 5> t)
{
    Field r;
    for (size_t i = 0; i < 4; ++i) {
        t[i + 1] += t[i] >> 51;
        r.limb[i] = quint64(t[i]) & mask;
    }
    r.limb[4] = quint64(t[4]) & mask;
    const Wide low = Wide(r.limb[0]) + Wide(19) * (t[4] >> 51);
    r.limb[0] = quint64(low) & mask;
    r.limb[1] += quint64(low >> 51);
    return r;
}

// 15 products where a general multiplication has 25; exponentiations are nearly all squarings.
Field square(const Field &a)
{
    const auto &[a0, a1, a2, a3, a4] = a.limb;
    const quint64 d0 = 2 * a0, d1 = 2 * a1, d2 = 2 * a2;
    const quint64 a3w = 19 * a3, a4w = 19 * a4, d4w = 2 * a4w;
    return reduced({Wide(a0) * a0 + Wide(d1) * a4w + Wide(d2) * a3w, //
        Wide(d0) * a1 + Wide(a2) * d4w + Wide(a3) * a3w, //
        Wide(d0) * a2 + Wide(a1) * a1 + Wide(a3) * d4w, //
        Wide(d0) * a3 + Wide(d1) * a2 + Wide(a4) * a4w, //
        Wide(d0) * a4 + Wide(d1) * a3 + Wide(a2) * a2});
}

Field squared(const Field &a, int times)
{
    Field r = a;
    while (times-- > 0)
        r = square(r);
    return r;
}

struct Ladder
{
    Field a11; ///< a^11
    Field a250; ///< a^(2^250 - 1)
};

// The addition chain everybody uses for this prime.
Ladder ladder(const Field &a)
{
    const Field a2 = square(a);
    const Field a9 = squared(a2, 2) * a;
    const Field a11 = a9 * a2;
    const Field a5 = square(a11) * a9; // a^(2^5 - 1)
    const Field a10 = squared(a5, 5) * a5;
    const Field a20 = squared(a10, 10) * a10;
    const Field a40 = squared(a20, 20) * a20;
    const Field a50 = squared(a40, 10) * a10;
    const Field a100 = squared(a50, 50) * a50;
    const Field a200 = squared(a100, 100) * a100;
    return {a11, squared(a200, 50) * a50};
}
}

Field Field::fromLittleEndian(QByteArrayView bytes)
{
    const auto word = [&](qsizetype i) { return qFromLittleEndian<quint64>(bytes.data() + 8 * i); };
    const quint64 w0 = word(0), w1 = word(1), w2 = word(2), w3 = word(3);
    return canonical(Field{{w0 & mask, (w0 >> 51 | w1 << 13) & mask, (w1 >> 38 | w2 << 26) & mask,
        (w2 >> 25 | w3 << 39) & mask, (w3 >> 12) & mask}});
}

std::optional<Field> Field::fromBigEndian(QByteArrayView bytes)
{
    std::array<char, 32> little;
    std::reverse_copy(bytes.begin(), bytes.end(), little.begin());
    const Field f = fromLittleEndian(QByteArrayView(little.data(), 32));
    if (f.toBigEndian() != bytes)
        return std::nullopt;
    return f;
}

Field Field::fromHex(const char *bigEndianHex)
{
    return *fromBigEndian(QByteArray::fromHex(bigEndianHex));
}

QByteArray Field::toLittleEndian() const
{
    const auto l = canonical(*this).limb;
    QByteArray out(32, Qt::Uninitialized);
    qToLittleEndian<quint64>(l[0] | l[1] << 51, out.data());
    qToLittleEndian<quint64>(l[1] >> 13 | l[2] << 38, out.data() + 8);
    qToLittleEndian<quint64>(l[2] >> 26 | l[3] << 25, out.data() + 16);
    qToLittleEndian<quint64>(l[3] >> 39 | l[4] << 12, out.data() + 24);
    return out;
}

QByteArray Field::toBigEndian() const
{
    auto out = toLittleEndian();
    std::reverse(out.begin(), out.end());
    return out;
}

bool Field::isZero() const
{
    const Field f = canonical(*this);
    return std::all_of(f.limb.begin(), f.limb.end(), [](quint64 limb) { return limb == 0; });
}

bool Field::isOdd() const
{
    return canonical(*this).limb[0] & 1;
}

Field operator+(const Field &a, const Field &b)
{
    Field r;
    for (size_t i = 0; i < 5; ++i)
        r.limb[i] = a.limb[i] + b.limb[i];
    return carried(r);
}

Field operator-(const Field &a, const Field &b)
{
    // 4p first, so that no limb goes below zero.
    constexpr quint64 fourP0 = 4 * ((quint64(1) << 51) - 19), fourP = 4 * mask;
    Field r;
    r.limb[0] = a.limb[0] + fourP0 - b.limb[0];
    for (size_t i = 1; i < 5; ++i)
        r.limb[i] = a.limb[i] + fourP - b.limb[i];
    return carried(r);
}

Field operator*(const Field &a, const Field &b)
{
    const auto &[a0, a1, a2, a3, a4] = a.limb;
    const auto &[b0, b1, b2, b3, b4] = b.limb;
    // 2^255 ≡ 19: what leaves at the top comes back times 19.
    const quint64 w1 = 19 * b1, w2 = 19 * b2, w3 = 19 * b3, w4 = 19 * b4;
    return reduced({Wide(a0) * b0 + Wide(a1) * w4 + Wide(a2) * w3 + Wide(a3) * w2 + Wide(a4) * w1, //
        Wide(a0) * b1 + Wide(a1) * b0 + Wide(a2) * w4 + Wide(a3) * w3 + Wide(a4) * w2, //
        Wide(a0) * b2 + Wide(a1) * b1 + Wide(a2) * b0 + Wide(a3) * w4 + Wide(a4) * w3, //
        Wide(a0) * b3 + Wide(a1) * b2 + Wide(a2) * b1 + Wide(a3) * b0 + Wide(a4) * w4, //
        Wide(a0) * b4 + Wide(a1) * b3 + Wide(a2) * b2 + Wide(a3) * b1 + Wide(a4) * b0});
}

bool operator==(const Field &a, const Field &b)
{
    return (a - b).isZero();
}

Field inverse(const Field &a)
{
    const auto chain = ladder(a); // p - 2 = (2^250 - 1) * 2^5 + 11
    return squared(chain.a250, 5) * chain.a11;
}

RootTry tryRoot(const Field &a)
{
    const Field e = squared(ladder(a).a250, 2) * a; // (p - 5) / 8 = (2^250 - 1) * 4 + 1
    return {e, e * e * a};
}

bool RootTry::isSquare() const
{
    const Field one = Field::fromInt(1);
    return check == one || check == Field{} - one;
}

Field RootTry::inverseRoot() const
{
    return check == Field::fromInt(1) ? e : e * rootOfMinusOne();
}

std::optional<Field> squareRoot(const Field &a)
{
    if (a.isZero())
        return Field{};
    const auto attempt = tryRoot(a);
    if (!attempt.isSquare())
        return std::nullopt;
    return attempt.inverseRoot() * a;
}

const Field &rootOfMinusOne()
{
    static const Field root = Field::fromHex("2b8324804fc1df0b2b4d00993dfbd7a72f431806ad2fe478c4ee1b274a0ea0b0");
    return root;
}

}
