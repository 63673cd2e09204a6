#pragma once

// Private to the room: arithmetic modulo p = 2^255 - 19 on PUBLIC values (points of peers, published keys). Nothing
// secret goes through here; secrets are multiplied by OpenSSL alone (fidelius.md section 8).

#include <QByteArray>

#include <array>
#include <optional>

namespace nadi::crypto
{

/// A field element in five limbs of 51 bits.
struct Field
{
    std::array<quint64, 5> limb{};

    static constexpr Field fromInt(quint32 value) { return Field{{value, 0, 0, 0, 0}}; }
    /// 32 bytes, big-endian; nullopt when the value is not below p (not canonical).
    static std::optional<Field> fromBigEndian(QByteArrayView bytes);
    /// 32 bytes, little-endian, the top bit ignored; reduced.
    static Field fromLittleEndian(QByteArrayView bytes);
    static Field fromHex(const char *bigEndianHex);

    QByteArray toBigEndian() const;
    QByteArray toLittleEndian() const;
    bool isZero() const;
    bool isOdd() const;
};

Field operator+(const Field &a, const Field &b);
Field operator-(const Field &a, const Field &b);
Field operator*(const Field &a, const Field &b);
bool operator==(const Field &a, const Field &b);

Field inverse(const Field &a);

/// What one exponentiation, e = a^((p-5)/8), tells about a: e²a is 1 or -1 for a square, ±√-1 otherwise.
struct RootTry
{
    Field e;
    Field check; ///< e²a

    bool isSquare() const;
    /// For a square a ≠ 0: 1/√a.
    Field inverseRoot() const;
};
RootTry tryRoot(const Field &a);

/// √a, or nullopt when a is not a square.
std::optional<Field> squareRoot(const Field &a);

/// √-1, the one whose hex ends in …4a0ea0b0.
const Field &rootOfMinusOne();

}
