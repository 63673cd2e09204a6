#include "crypto/curve25519.h"

namespace nadi::crypto
{
namespace
{
constexpr Field montgomeryA = Field::fromInt(486662);
constexpr Field one = Field::fromInt(1);

const Field &half()
{
    static const Field value = inverse(Field::fromInt(2));
    return value;
}

// √((A² - 4) / √-1): turns the failed root of x' into the root of its partner (A² - 4) / x'.
const Field &partnerRoot()
{
    static const Field value = Field::fromHex("219fc5bc27acf1eebe25d969202ca68f9dd71ed4b851ca75a8b71277b3ba5222");
    return value;
}

Field curveAt(const Field &u)
{
    return u * (u * (u + montgomeryA) + one);
}

// One of the halves of a point, or nullopt when it has none: P is in 2E exactly when u is a square, because A² - 4 is
// not one (fidelius.md section 8).
std::optional<MontgomeryPoint> halved(const MontgomeryPoint &point)
{
    const auto root = tryRoot(point.u);
    if (point.u.isZero() || !root.isSquare())
        return std::nullopt;
    const Field inverseW = root.inverseRoot();
    Field w = point.u * inverseW;
    const Field z = point.v * inverseW;
    const Field candidate = point.u + point.u + montgomeryA - z - z;
    const auto attempt = tryRoot(candidate);
    Field s;
    if (attempt.isSquare()) {
        s = attempt.inverseRoot() * candidate;
    } else {
        w = Field{} - w;
        s = attempt.e * partnerRoot();
        if (!(attempt.check == rootOfMinusOne()))
            s = s * rootOfMinusOne();
    }
    const Field u = (s * s - montgomeryA) * half() - w * s;
    return MontgomeryPoint{u, s * u};
}
}

const Field &weierstrassShift()
{
    static const Field value = Field::fromHex("2aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaad2451");
    return value;
}

bool isOnCurve(const MontgomeryPoint &point)
{
    return point.v * point.v == curveAt(point.u);
}

bool isInPrimeSubgroup(const MontgomeryPoint &point)
{
    const auto once = halved(point);
    const auto twice = once ? halved(*once) : std::nullopt;
    return twice && !twice->u.isZero() && tryRoot(twice->u).isSquare();
}

MontgomeryPoint fromEdwards(QByteArrayView encoded)
{
    // √-486664, the root that sends Ed25519's base point to G.
    static const Field sigma = Field::fromHex("70d9120b9f5ff9442d84f723fc03b0813a5e2c2eb482e57d3391fb5500ba81e7");
    const Field y = Field::fromLittleEndian(encoded);
    const bool wantOdd = quint8(encoded[31]) & 0x80;
    const Field u = (one + y) * inverse(one - y);
    const Field square = curveAt(u);
    const Field inverseV = tryRoot(square).inverseRoot();
    const Field v = square * inverseV;
    const bool isOdd = (sigma * u * inverseV).isOdd();
    return {u, isOdd == wantOdd ? v : Field{} - v};
}

std::optional<MontgomeryPoint> recoverPoint(const Field &u, const Field &uPlusEight)
{
    // 8G and 1/(2v) of it.
    static const Field base = Field::fromHex("275fa6d7aad65c2dd83b884dc8b65ca17a78edcaad74a91ef1716fed48c99968");
    static const Field scale = Field::fromHex("2aceba1e39c6da63aa9a4d3343c8f2500c3588fb5de0d1ca05c4592da0bc4570");
    const Field twoA = montgomeryA + montgomeryA;
    const Field distance = base - u;
    const Field v = ((base * u + one) * (base + u + twoA) - twoA - distance * distance * uPlusEight) * scale;
    const MontgomeryPoint point{u, v};
    return isOnCurve(point) ? std::optional(point) : std::nullopt;
}

QByteArray toRawPoint(const MontgomeryPoint &point)
{
    return '\x04' + (point.u + weierstrassShift()).toBigEndian() + point.v.toBigEndian();
}

std::optional<MontgomeryPoint> fromRawPoint(QByteArrayView raw)
{
    if (raw.size() != 65 || raw[0] != '\x04')
        return std::nullopt;
    const auto x = Field::fromBigEndian(raw.sliced(1, 32));
    const auto y = Field::fromBigEndian(raw.sliced(33, 32));
    if (!x || !y)
        return std::nullopt;
    return MontgomeryPoint{*x - weierstrassShift(), *y};
}

}
