#include "crypto/rsa_key.h"

#include <QJsonDocument>

#include <openssl/core_names.h>
#include <openssl/rsa.h>

namespace nadi::crypto
{
namespace
{
constexpr QByteArray::Base64Options urlOptions = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

tl::unexpected<Error> badKey(const char *why)
{
    return fail(ErrorKind::Invalid, QStringLiteral("JWK-KEY"), QLatin1String(why));
}

std::optional<QByteArray> member(const QJsonObject &jwk, const char *name)
{
    return fromBase64Url(jwk.value(QLatin1String(name)).toString().toLatin1());
}

QByteArray numberOf(EVP_PKEY *key, const char *name)
{
    BIGNUM *raw = nullptr;
    if (EVP_PKEY_get_bn_param(key, name, &raw) != 1)
        return {};
    const BigNumber number(raw);
    QByteArray out(BN_num_bytes(number.get()), Qt::Uninitialized);
    BN_bn2bin(number.get(), octets(out));
    return out;
}
}

const EVP_MD *digestOf(JwtAlgorithm algorithm)
{
    return algorithm == JwtAlgorithm::RS256 ? EVP_sha256() : EVP_sha512();
}

QString nameOf(JwtAlgorithm algorithm)
{
    return algorithm == JwtAlgorithm::RS256 ? QStringLiteral("RS256") : QStringLiteral("RS512");
}

QByteArray toBase64Url(QByteArrayView bytes)
{
    return QByteArray::fromRawData(bytes.data(), bytes.size()).toBase64(urlOptions);
}

std::optional<QByteArray> fromBase64Url(QByteArrayView text)
{
    const auto encoded = text.toByteArray();
    const auto decoded = QByteArray::fromBase64Encoding(encoded, urlOptions | QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded || toBase64Url(decoded.decoded) != encoded)
        return std::nullopt;
    return decoded.decoded;
}

Result<RsaPublicKey> RsaPublicKey::fromJwk(const QJsonObject &jwk)
{
    if (jwk.value(u"kty").toString() != u"RSA")
        return badKey("kty is not RSA");
    const auto modulus = member(jwk, "n"), exponent = member(jwk, "e");
    // A long exponent makes every verification as slow as a signature: 64 bits are more than anybody uses.
    if (!modulus || !exponent || modulus->isEmpty() || modulus->size() > 1024 || exponent->isEmpty()
        || exponent->size() > 8)
        return badKey("n or e");
    const BigNumber n(BN_bin2bn(octets(*modulus), int(modulus->size()), nullptr));
    const BigNumber e(BN_bin2bn(octets(*exponent), int(exponent->size()), nullptr));
    if (!n || !e || BN_num_bits(n.get()) < 2048 || !BN_is_odd(n.get()) || !BN_is_odd(e.get()) || BN_is_one(e.get()))
        return badKey("size or value");
    const ParamBuilder builder(OSSL_PARAM_BLD_new());
    const EvpKeyContext context(EVP_PKEY_CTX_new_from_name(nullptr, "RSA", nullptr));
    if (!builder || !context || OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_N, n.get()) != 1
        || OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_E, e.get()) != 1)
        return badKey("OpenSSL");
    const Params params(OSSL_PARAM_BLD_to_param(builder.get()));
    EVP_PKEY *key = nullptr;
    if (EVP_PKEY_fromdata_init(context.get()) != 1
        || EVP_PKEY_fromdata(context.get(), &key, EVP_PKEY_PUBLIC_KEY, params.get()) != 1)
        return badKey("OpenSSL");
    RsaPublicKey out;
    out.d = std::make_shared<Private>(Private{EvpKey(key)});
    return out;
}

QJsonObject RsaPublicKey::toJwk(const QString &kid, JwtAlgorithm algorithm) const
{
    const auto text
        = [this](const char *name) { return QString::fromLatin1(toBase64Url(numberOf(d->key.get(), name))); };
    return {{QStringLiteral("kty"), QStringLiteral("RSA")}, {QStringLiteral("use"), QStringLiteral("sig")},
        {QStringLiteral("kid"), kid}, {QStringLiteral("alg"), nameOf(algorithm)},
        {QStringLiteral("n"), text(OSSL_PKEY_PARAM_RSA_N)}, {QStringLiteral("e"), text(OSSL_PKEY_PARAM_RSA_E)}};
}

Result<RsaPrivateKey> RsaPrivateKey::generate(int bits)
{
    EvpKey key(EVP_RSA_gen(static_cast<unsigned int>(bits)));
    if (!key)
        return fail(ErrorKind::Internal, QStringLiteral("JWK-KEY"), QStringLiteral("generation"));
    RsaPrivateKey out;
    out.d = std::make_shared<Private>(Private{std::move(key)});
    return out;
}

RsaPublicKey RsaPrivateKey::publicKey() const
{
    // The public half shares the handle; nothing of the public class reaches the private numbers.
    EVP_PKEY_up_ref(d->key.get());
    RsaPublicKey out;
    out.d = std::make_shared<RsaPublicKey::Private>(RsaPublicKey::Private{EvpKey(d->key.get())});
    return out;
}

Result<QByteArray> RsaPrivateKey::signJwt(const QJsonObject &claims, const QString &kid, JwtAlgorithm algorithm) const
{
    const QJsonObject header{{QStringLiteral("alg"), nameOf(algorithm)}, {QStringLiteral("kid"), kid},
        {QStringLiteral("typ"), QStringLiteral("JWT")}};
    const auto part
        = [](const QJsonObject &object) { return toBase64Url(QJsonDocument(object).toJson(QJsonDocument::Compact)); };
    const auto message = part(header) + '.' + part(claims);
    const EvpDigestContext context(EVP_MD_CTX_new());
    size_t size = size_t(EVP_PKEY_get_size(d->key.get()));
    QByteArray signature(qsizetype(size), Qt::Uninitialized);
    if (!context || EVP_DigestSignInit(context.get(), nullptr, digestOf(algorithm), nullptr, d->key.get()) != 1
        || EVP_DigestSign(
               context.get(), octets(signature), &size, octets(QByteArrayView(message)), size_t(message.size()))
            != 1)
        return fail(ErrorKind::Internal, QStringLiteral("JWT-SIGN"));
    return message + '.' + toBase64Url(signature.first(qsizetype(size)));
}

}
