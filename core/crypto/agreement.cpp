#include "crypto/agreement.h"

#include "crypto/openssl_handles.h"

#include <openssl/core_names.h>

namespace nadi::crypto
{
namespace
{
// Importing a raw private key makes OpenSSL compute its public value, a second multiplication (+97 %). Derivation never
// reads the own public value, so any 32 bytes will do.
EvpKey importScalar(const Secret &clamped, const QByteArray &anyPublic)
{
    thread_local const EvpKeyContext context(EVP_PKEY_CTX_new_from_name(nullptr, "X25519", nullptr));
    OSSL_PARAM params[] = {
        OSSL_PARAM_construct_octet_string(
            OSSL_PKEY_PARAM_PRIV_KEY, const_cast<char *>(clamped.reveal().constData()), 32),
        OSSL_PARAM_construct_octet_string(OSSL_PKEY_PARAM_PUB_KEY, const_cast<char *>(anyPublic.constData()), 32),
        OSSL_PARAM_construct_end(),
    };
    EVP_PKEY *key = nullptr;
    if (!context || EVP_PKEY_fromdata_init(context.get()) != 1
        || EVP_PKEY_fromdata(context.get(), &key, EVP_PKEY_KEYPAIR, params) != 1)
        return nullptr;
    return EvpKey(key);
}

using Group = std::unique_ptr<EC_GROUP, Releaser<EC_GROUP_free>>;
using Point = std::unique_ptr<EC_POINT, Releaser<EC_POINT_clear_free>>;

BigNumber number(const char *hex)
{
    BIGNUM *out = nullptr;
    BN_hex2bn(&out, hex);
    return BigNumber(out);
}

Group weierstrassGroup(BN_CTX *context)
{
    const auto p = number("7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffed");
    const auto a = number("2aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa984914a144");
    const auto b = number("7b425ed097b425ed097b425ed097b425ed097b425ed097b4260b5e9c7710c864");
    const auto x = number("2aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaad245a");
    const auto y = number("20ae19a1b8a086b4e01edd2c7748d14c923d4d7e6d7c61b229e9c5a27eced3d9");
    const auto n = number("1000000000000000000000000000000014def9dea2f79cd65812631a5cf5d3ed");
    const auto h = number("8");
    Group group(EC_GROUP_new_curve_GFp(p.get(), a.get(), b.get(), context));
    const Point g(group ? EC_POINT_new(group.get()) : nullptr);
    if (!g || EC_POINT_set_affine_coordinates(group.get(), g.get(), x.get(), y.get(), context) != 1
        || EC_GROUP_set_generator(group.get(), g.get(), n.get(), h.get()) != 1)
        return nullptr;
    return group;
}
}

std::optional<QByteArray> x25519Public(const Secret &clamped)
{
    const EvpKey key(EVP_PKEY_new_raw_private_key(EVP_PKEY_X25519, nullptr, octets(clamped.reveal()), 32));
    QByteArray out(32, Qt::Uninitialized);
    size_t size = 32;
    if (!key || EVP_PKEY_get_raw_public_key(key.get(), octets(out), &size) != 1)
        return std::nullopt;
    return out;
}

std::optional<Secret> x25519(const Secret &clamped, const QByteArray &littleEndianU)
{
    const auto own = importScalar(clamped, littleEndianU);
    const EvpKey peer(EVP_PKEY_new_raw_public_key(EVP_PKEY_X25519, nullptr, octets(littleEndianU), 32));
    const EvpKeyContext context(own ? EVP_PKEY_CTX_new_from_pkey(nullptr, own.get(), nullptr) : nullptr);
    constexpr int validatePeer = 0; // PublicKey has been through stricter checks
    QByteArray out(32, Qt::Uninitialized);
    size_t size = 32;
    if (!peer || !context || EVP_PKEY_derive_init(context.get()) != 1
        || EVP_PKEY_derive_set_peer_ex(context.get(), peer.get(), validatePeer) != 1
        || EVP_PKEY_derive(context.get(), octets(out), &size) != 1)
        return std::nullopt;
    return Secret(std::move(out));
}

std::optional<Secret> genericMultiply(const Secret &privateKey, const QByteArray &point)
{
    const BigNumberContext context(BN_CTX_secure_new());
    const auto group = context ? weierstrassGroup(context.get()) : nullptr;
    const BigNumber d(BN_bin2bn(octets(privateKey.reveal()), 32, nullptr));
    const Point q(group ? EC_POINT_new(group.get()) : nullptr), product(group ? EC_POINT_new(group.get()) : nullptr);
    if (!d || !q || !product)
        return std::nullopt;
    BN_set_flags(d.get(), BN_FLG_CONSTTIME);
    const bool onG = point.isEmpty();
    if (!onG && EC_POINT_oct2point(group.get(), q.get(), octets(point), size_t(point.size()), context.get()) != 1)
        return std::nullopt;
    if (EC_POINT_mul(group.get(), product.get(), onG ? d.get() : nullptr, onG ? nullptr : q.get(),
            onG ? nullptr : d.get(), context.get())
        != 1)
        return std::nullopt;
    QByteArray out(65, Qt::Uninitialized);
    if (EC_POINT_point2oct(group.get(), product.get(), POINT_CONVERSION_UNCOMPRESSED, octets(out), 65, context.get())
        != 65)
        return std::nullopt;
    return Secret(std::move(out));
}

}
