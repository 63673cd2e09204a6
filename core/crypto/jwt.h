#pragma once

#include "common/result.h"
#include "common/utc_time.h"

#include <QHash>
#include <QJsonObject>
#include <QSet>

#include <memory>

namespace nadi::crypto
{

enum class JwtAlgorithm { RS256, RS512 };

/// An RSA public key from a JWKS entry. Cheap to copy.
class RsaPublicKey
{
public:
    /// `jwk` with kty RSA, n and e base64url. 2048 to 8192 bits. Error: JWK-KEY.
    static Result<RsaPublicKey> fromJwk(const QJsonObject &jwk);
    QJsonObject toJwk(const QString &kid, JwtAlgorithm algorithm) const;

private:
    struct Private;
    std::shared_ptr<Private> d;
    friend class RsaPrivateKey;
    friend class JwtVerifier;
};

/// For the sandbox's gateway and for tests.
class RsaPrivateKey
{
public:
    static Result<RsaPrivateKey> generate(int bits = 2048);
    RsaPublicKey publicKey() const;
    Result<QByteArray> signJwt(const QJsonObject &claims, const QString &kid, JwtAlgorithm algorithm) const;

private:
    struct Private;
    std::shared_ptr<Private> d;
};

/// Keys by kid; immutable value.
class KeySet
{
public:
    /// A JWKS document; entries that are not RSA signature keys are passed over. Error: JWK-SET.
    static Result<KeySet> parse(QByteArrayView json);
    bool contains(const QString &kid) const { return m_keys.contains(kid); }
    bool isEmpty() const { return m_keys.isEmpty(); }

private:
    QHash<QString, RsaPublicKey> m_keys;
    friend class JwtVerifier;
};

/// The kid of a compact JWS whose header is well-formed and whose algorithm is in `allowed`; nothing else of the token
/// is believed (jku, x5u, jwk, x5c are ignored, S-C2). Errors: JWT-FORM, JWT-ALG, JWT-KID.
Result<QString> jwtKid(QByteArrayView compact, const QSet<JwtAlgorithm> &allowed);

/// Signature, exp and nbf with 60 s leeway; the claims, or JWT-FORM, JWT-ALG, JWT-KID, JWT-UNKNOWN-KEY, JWT-SIGNATURE,
/// JWT-EXPIRED, JWT-EARLY.
Result<QJsonObject> verifyJwt(
    QByteArrayView compact, const KeySet &keys, const QSet<JwtAlgorithm> &allowed, UtcTime now);

}
