#include "crypto/jwt.h"

#include "crypto/rsa_key.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <cmath>

namespace nadi::crypto
{
namespace
{
using namespace std::chrono_literals;

constexpr qsizetype longestToken = 16 * 1024;
constexpr qsizetype longestHeader = 4 * 1024;
constexpr qsizetype longestKeySet = 256 * 1024;
constexpr qsizetype mostKeys = 64;
constexpr auto leeway = 60s;

struct Header
{
    JwtAlgorithm algorithm = JwtAlgorithm::RS256;
    QString kid;
};

struct Parts
{
    QByteArrayView header;
    QByteArrayView claims;
    QByteArrayView signature;
    QByteArrayView signedText;
};

tl::unexpected<Error> refused(const char *code, const char *why)
{
    return fail(ErrorKind::Refused, QLatin1String(code), QLatin1String(why));
}

Result<Parts> split(QByteArrayView compact)
{
    if (compact.size() > longestToken)
        return refused("JWT-FORM", "token is too long");
    const auto first = compact.indexOf('.');
    const auto second = first < 0 ? -1 : compact.indexOf('.', first + 1);
    if (second < 0 || compact.indexOf('.', second + 1) >= 0)
        return refused("JWT-FORM", "not three parts");
    return Parts{compact.first(first), compact.sliced(first + 1, second - first - 1), compact.sliced(second + 1),
        compact.first(second)};
}

std::optional<QJsonObject> jsonObject(QByteArrayView base64Url)
{
    const auto bytes = fromBase64Url(base64Url);
    const auto document = bytes ? QJsonDocument::fromJson(*bytes) : QJsonDocument();
    return document.isObject() ? std::optional(document.object()) : std::nullopt;
}

std::optional<JwtAlgorithm> algorithmNamed(const QString &name)
{
    for (const auto algorithm : {JwtAlgorithm::RS256, JwtAlgorithm::RS512})
        if (nameOf(algorithm) == name)
            return algorithm;
    return std::nullopt;
}

Result<Header> readHeader(QByteArrayView part, const QSet<JwtAlgorithm> &allowed)
{
    const auto json = part.size() <= longestHeader ? jsonObject(part) : std::nullopt;
    // "crit" names extensions that must be understood; there is none we understand (RFC 7515 section 4.1.11).
    if (!json || json->contains(u"crit"))
        return refused("JWT-FORM", "header");
    const auto algorithm = algorithmNamed(json->value(u"alg").toString());
    if (!algorithm || !allowed.contains(*algorithm))
        return refused("JWT-ALG", "algorithm is not allowed");
    const auto kid = json->value(u"kid").toString();
    if (kid.isEmpty() || kid.size() > 256)
        return refused("JWT-KID", "kid is missing");
    return Header{*algorithm, kid};
}

Done checkTimes(const QJsonObject &claims, UtcTime now)
{
    // Seconds since 1970; doubles hold them exactly for the next hundred million years.
    const auto seconds = [&](QStringView name) { return claims.value(name).toDouble(std::nan("")); };
    const double at = double(now.ms()) / 1000.0, slack = double(leeway.count());
    if (!std::isfinite(seconds(u"exp")))
        return refused("JWT-FORM", "exp is missing");
    if (at >= seconds(u"exp") + slack)
        return refused("JWT-EXPIRED", "exp");
    if (!claims.contains(u"nbf"))
        return {};
    if (!std::isfinite(seconds(u"nbf")))
        return refused("JWT-FORM", "nbf");
    if (at < seconds(u"nbf") - slack)
        return refused("JWT-EARLY", "nbf");
    return {};
}

bool isSignatureKey(const QJsonObject &jwk)
{
    const auto use = jwk.value(u"use"), algorithm = jwk.value(u"alg");
    return (use.isUndefined() || use.toString() == u"sig")
        && (algorithm.isUndefined() || algorithmNamed(algorithm.toString()));
}
}

/// Reaches the keys behind the public classes.
class JwtVerifier
{
public:
    static const RsaPublicKey *find(const KeySet &keys, const QString &kid)
    {
        const auto at = keys.m_keys.constFind(kid);
        return at == keys.m_keys.constEnd() ? nullptr : &*at;
    }
    static bool holds(const RsaPublicKey &key, JwtAlgorithm algorithm, QByteArrayView text, const QByteArray &signature)
    {
        const EvpDigestContext context(EVP_MD_CTX_new());
        return context
            && EVP_DigestVerifyInit(context.get(), nullptr, digestOf(algorithm), nullptr, key.d->key.get()) == 1
            && EVP_DigestVerify(
                   context.get(), octets(signature), size_t(signature.size()), octets(text), size_t(text.size()))
            == 1;
    }
};

Result<KeySet> KeySet::parse(QByteArrayView json)
{
    if (json.size() > longestKeySet)
        return fail(ErrorKind::Limit, QStringLiteral("JWK-SET"), QStringLiteral("too long"));
    const auto document = QJsonDocument::fromJson(QByteArray::fromRawData(json.data(), json.size()));
    const auto entries = document.object().value(u"keys");
    if (!entries.isArray() || entries.toArray().size() > mostKeys)
        return fail(ErrorKind::Protocol, QStringLiteral("JWK-SET"), QStringLiteral("no list of keys"));
    KeySet set;
    for (const auto &entry : entries.toArray()) {
        const auto jwk = entry.toObject();
        const auto kid = jwk.value(u"kid").toString();
        if (kid.isEmpty() || !isSignatureKey(jwk) || set.m_keys.contains(kid))
            continue;
        if (auto key = RsaPublicKey::fromJwk(jwk))
            set.m_keys.insert(kid, std::move(*key));
    }
    return set;
}

Result<QString> jwtKid(QByteArrayView compact, const QSet<JwtAlgorithm> &allowed)
{
    const auto parts = split(compact);
    if (!parts)
        return failed(parts);
    const auto header = readHeader(parts->header, allowed);
    if (!header)
        return failed(header);
    return header->kid;
}

Result<QJsonObject> verifyJwt(
    QByteArrayView compact, const KeySet &keys, const QSet<JwtAlgorithm> &allowed, UtcTime now)
{
    const auto parts = split(compact);
    if (!parts)
        return failed(parts);
    const auto header = readHeader(parts->header, allowed);
    if (!header)
        return failed(header);
    const auto *key = JwtVerifier::find(keys, header->kid);
    if (!key)
        return refused("JWT-UNKNOWN-KEY", "kid is not in the key set");
    const auto signature = fromBase64Url(parts->signature);
    if (!signature || !JwtVerifier::holds(*key, header->algorithm, parts->signedText, *signature))
        return refused("JWT-SIGNATURE", "signature does not hold");
    const auto claims = jsonObject(parts->claims);
    if (!claims)
        return refused("JWT-FORM", "claims");
    if (const auto times = checkTimes(*claims, now); !times)
        return failed(times);
    return *claims;
}

}
