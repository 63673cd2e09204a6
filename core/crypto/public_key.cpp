#include "crypto/base64.h"
#include "crypto/curve25519.h"
#include "crypto/fidelius.h"

namespace nadi::crypto
{
namespace
{
// SubjectPublicKeyInfo with explicit parameters is a constant in front of X || Y: writing is a copy, reading a compare.
const QByteArray &x509Prefix()
{
    static const auto prefix
        = QByteArray::fromHex("308201313081ea06072a8648ce3d02013081de020101302b06072a8648ce3d01010220"
                              "7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffed"
                              "30440420"
                              "2aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa984914a144"
                              "0420"
                              "7b425ed097b425ed097b425ed097b425ed097b425ed097b4260b5e9c7710c864"
                              "0441"
                              "042aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaad245a"
                              "20ae19a1b8a086b4e01edd2c7748d14c923d4d7e6d7c61b229e9c5a27eced3d9"
                              "0220"
                              "1000000000000000000000000000000014def9dea2f79cd65812631a5cf5d3ed"
                              "020108"
                              "03420004");
    return prefix;
}

// The named-curve form (OID 1.3.6.1.4.1.3029.1.5.1) that some ports send.
const QByteArray &namedPrefix()
{
    static const auto prefix = QByteArray::fromHex("305b301506072a8648ce3d0201060a2b06010401975501050103420004");
    return prefix;
}

// 65 bytes, or empty when this is none of the three forms. Told apart by decoded length (fidelius.md section 2).
QByteArray rawForm(const QByteArray &bytes)
{
    if (bytes.size() == 65 && bytes[0] == '\x04')
        return bytes;
    for (const auto &prefix : {x509Prefix(), namedPrefix()})
        if (bytes.size() == prefix.size() + 64 && bytes.startsWith(prefix))
            return '\x04' + bytes.last(64);
    return {};
}
}

Result<PublicKey> PublicKey::parse(QByteArrayView base64)
{
    constexpr qsizetype longest = 1024; // the X.509 form has 412 characters
    const auto bytes = base64.size() <= longest ? fromBase64(base64) : std::nullopt;
    if (!bytes)
        return fail(ErrorKind::Crypto, QStringLiteral("FID-ENCODING"), QStringLiteral("public key is not base64"));
    const auto raw = rawForm(*bytes);
    if (raw.isEmpty())
        return fail(ErrorKind::Crypto, QStringLiteral("FID-ENCODING"),
            QStringLiteral("public key of %1 bytes is in no known form").arg(bytes->size()));
    const auto point = fromRawPoint(raw);
    if (!point || !isOnCurve(*point))
        return fail(ErrorKind::Crypto, QStringLiteral("FID-POINT"),
            point ? QStringLiteral("public key is not on the curve") : QStringLiteral("coordinate is not below p"));
    if (!isInPrimeSubgroup(*point))
        return fail(ErrorKind::Crypto, QStringLiteral("FID-SUBGROUP"));
    PublicKey key;
    key.m_point = raw;
    return key;
}

QByteArray PublicKey::encode(KeyForm form) const
{
    return form == KeyForm::Raw ? toBase64(m_point) : toBase64(x509Prefix() + m_point.last(64));
}

}
