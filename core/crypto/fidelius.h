#pragma once

#include "common/random.h"
#include "common/result.h"
#include "common/secret.h"

#include <QByteArray>

#include <memory>

namespace nadi::crypto
{

/// Which spelling of a public key leaves the house (fidelius.md section 2): HIU emits Raw, HIP emits X509, both read
/// both.
enum class KeyForm { Raw, X509 };

/// A public point on Curve25519 in Weierstrass form that passed every check of fidelius.md section 4: canonical, on the
/// curve, in the prime-order subgroup. Cannot exist otherwise.
class PublicKey
{
public:
    /// Base64 of the raw form (65 bytes), explicit X.509 (309) or named-curve SPKI (93), told apart by decoded length.
    /// Errors: FID-ENCODING (base64, length, DER), FID-POINT (range, curve, infinity), FID-SUBGROUP.
    static Result<PublicKey> parse(QByteArrayView base64);
    QByteArray encode(KeyForm form) const;
    /// The 65 bytes 04 || X || Y.
    const QByteArray &point() const { return m_point; }

private:
    PublicKey() = default;
    QByteArray m_point;
    friend class KeyPair;
};

/// One key pair and nonce, for one page of one transfer (S-X1). The private key is wiped with it.
class KeyPair
{
public:
    /// Fresh key and 32-byte nonce.
    static Result<KeyPair> generate(Random &random);
    /// Errors: FID-PRIVATE, FID-NONCE.
    static Result<KeyPair> fromPrivate(QByteArrayView base64, QByteArrayView nonceBase64);

    const PublicKey &publicKey() const { return m_public; }
    /// 32 bytes.
    const QByteArray &nonce() const { return m_nonce; }
    /// 32 bytes, big-endian.
    const Secret &privateKey() const { return m_private; }

private:
    KeyPair() = default;
    Secret m_private;
    PublicKey m_public;
    QByteArray m_nonce;
};

/// Private key as base64 of d: 1 to 33 bytes, unsigned big-endian, 0 < d < n; as 32 bytes. Error: FID-PRIVATE.
Result<Secret> parsePrivateKey(QByteArrayView base64);
/// Base64 of 32 bytes. Error: FID-NONCE.
Result<QByteArray> parseNonce(QByteArrayView base64);

/// S: the 32-byte big-endian X coordinate of d * Q. Errors: FID-PRIVATE, FID-AGREE.
Result<Secret> agree(const Secret &privateKey, const PublicKey &peer);

/// Base64 of ciphertext || tag. Nonces are 32 bytes (FID-NONCE). Key and IV depend only on the keys and nonces: never
/// call it twice with one sender key pair and different text.
Result<QByteArray> encrypt(
    QByteArrayView plain, const KeyPair &sender, const PublicKey &requester, QByteArrayView requesterNonce);
/// Fails closed with FID-TAG; FID-ENCODING for bad base64, FID-SHORT below 16 bytes.
Result<Secret> decrypt(
    QByteArrayView base64, const KeyPair &requester, const PublicKey &sender, QByteArrayView senderNonce);

/// Encrypts a document while it is being written: feed plain bytes, take base64 out. Used for attachments of many
/// megabytes, so that memory holds a few chunks and not the page several times over. Also computes the MD5 that the
/// data push wants as checksum (base64 of 16 bytes).
class StreamEncryptor
{
public:
    static Result<StreamEncryptor> begin(
        const KeyPair &sender, const PublicKey &requester, QByteArrayView requesterNonce);
    ~StreamEncryptor();
    StreamEncryptor(StreamEncryptor &&) noexcept;
    StreamEncryptor &operator=(StreamEncryptor &&) noexcept;

    /// Appends base64 of what is complete so far to `out`.
    Done add(QByteArrayView plain, QByteArray &out);
    /// Appends the rest with the tag.
    Done finish(QByteArray &out);
    QByteArray md5Base64() const;

private:
    StreamEncryptor();
    struct Private;
    std::unique_ptr<Private> d;
};

}
