#include "crypto/agreement.h"
#include "crypto/base64.h"
#include "crypto/curve25519.h"
#include "crypto/fidelius.h"
#include "crypto/openssl_handles.h"
#include "crypto/scalar25519.h"

#include <openssl/sha.h>

namespace nadi::crypto
{
namespace
{
tl::unexpected<Error> defect(const char *what)
{
    return fail(ErrorKind::Internal, QStringLiteral("FID-OPENSSL"), QLatin1String(what));
}

// Ed25519's scalar for a seed (RFC 8032 section 5.1.5): already of X25519's shape.
Secret edwardsScalar(const Secret &seed)
{
    QByteArray hash(SHA512_DIGEST_LENGTH, Qt::Uninitialized);
    SHA512(octets(seed.reveal()), 32, octets(hash));
    hash[0] = char(hash[0] & 0xf8);
    hash[31] = char((hash[31] & 0x7f) | 0x40);
    Secret scalar(hash.first(32));
    Secret::wipe(hash);
    return scalar;
}

std::optional<MontgomeryPoint> edwardsPoint(const Secret &seed)
{
    const EvpKey key(EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nullptr, octets(seed.reveal()), 32));
    QByteArray encoded(32, Qt::Uninitialized);
    size_t size = 32;
    if (!key || EVP_PKEY_get_raw_public_key(key.get(), octets(encoded), &size) != 1)
        return std::nullopt;
    return fromEdwards(encoded);
}

// d·G with its exact Y: two multiplications by X25519 and the recovery of v, or the generic code.
QByteArray publicPoint(const Secret &privateKey)
{
    if (const auto clamped = clampedFor(privateKey)) {
        const auto next = plusEight(clamped->k);
        const auto u = x25519Public(clamped->k);
        const auto uNext = next ? x25519Public(*next) : std::nullopt;
        const auto point
            = u && uNext ? recoverPoint(Field::fromLittleEndian(*u), Field::fromLittleEndian(*uNext)) : std::nullopt;
        if (point)
            return toRawPoint(clamped->negated ? MontgomeryPoint{point->u, Field{} - point->v} : *point);
    }
    const auto point = genericMultiply(privateKey, {});
    return point ? point->reveal() : QByteArray();
}
}

Result<Secret> parsePrivateKey(QByteArrayView base64)
{
    constexpr qsizetype longest = 128; // 33 bytes are 44 characters
    auto bytes = base64.size() <= longest ? fromBase64(base64) : std::nullopt;
    if (!bytes)
        return fail(ErrorKind::Crypto, QStringLiteral("FID-PRIVATE"), QStringLiteral("private key is not base64"));
    const Secret given(std::move(*bytes));
    // Unsigned, whatever the top bit says: peers write minimal numbers, with or without a sign byte.
    qsizetype zeros = 0;
    while (zeros < given.reveal().size() && given.reveal()[zeros] == '\0')
        ++zeros;
    const qsizetype size = given.reveal().size() - zeros;
    if (size > 32)
        return fail(ErrorKind::Crypto, QStringLiteral("FID-PRIVATE"), QStringLiteral("private key is too long"));
    QByteArray padded(32, '\0');
    std::copy_n(given.reveal().cbegin() + zeros, size, padded.begin() + (32 - size));
    Secret d(std::move(padded));
    if (!isPrivateKey(d))
        return fail(ErrorKind::Crypto, QStringLiteral("FID-PRIVATE"), QStringLiteral("scalar is not in 1..n-1"));
    return d;
}

Result<QByteArray> parseNonce(QByteArrayView base64)
{
    constexpr qsizetype longest = 128;
    const auto bytes = base64.size() <= longest ? fromBase64(base64) : std::nullopt;
    if (!bytes || bytes->size() != 32)
        return fail(ErrorKind::Crypto, QStringLiteral("FID-NONCE"), QStringLiteral("a nonce is base64 of 32 bytes"));
    return *bytes;
}

Result<KeyPair> KeyPair::generate(Random &random)
{
    const Secret seed(random.bytes(32));
    const auto point = edwardsPoint(seed);
    if (!point)
        return defect("Ed25519");
    KeyPair pair;
    pair.m_private = toPrivateKey(edwardsScalar(seed));
    if (!isPrivateKey(pair.m_private))
        return defect("generated scalar is zero");
    pair.m_public.m_point = toRawPoint(*point);
    pair.m_nonce = random.bytes(32);
    return pair;
}

Result<KeyPair> KeyPair::fromPrivate(QByteArrayView base64, QByteArrayView nonceBase64)
{
    auto d = parsePrivateKey(base64);
    if (!d)
        return failed(d);
    auto nonce = parseNonce(nonceBase64);
    if (!nonce)
        return failed(nonce);
    KeyPair pair;
    pair.m_public.m_point = publicPoint(*d);
    if (pair.m_public.m_point.isEmpty())
        return defect("public point");
    pair.m_private = std::move(*d);
    pair.m_nonce = std::move(*nonce);
    return pair;
}

}
