#include "crypto/base64.h"
#include "crypto/gcm.h"
#include "crypto/openssl_handles.h"
#include "crypto/session_key.h"

#include <openssl/crypto.h>

#include <algorithm>
#include <array>

namespace nadi::crypto
{
namespace
{
// A multiple of three for base64 and of the cipher's block; three passes over it stay in the first-level cache.
constexpr qsizetype chunkBytes = 12 * 1024;
}

struct StreamEncryptor::Private
{
    EvpCipherContext cipher{EVP_CIPHER_CTX_new()};
    EvpDigestContext md5{EVP_MD_CTX_new()};
    std::array<unsigned char, chunkBytes + 2> buffer{}; ///< up to 2 bytes left over, then fresh ciphertext
    qsizetype carried = 0;
    QByteArray digest;
    bool finished = false;

    void emitBase64(qsizetype bytes, QByteArray &out) const { appendBase64(QByteArrayView(buffer.data(), bytes), out); }
};

StreamEncryptor::StreamEncryptor()
    : d(std::make_unique<Private>())
{
}
StreamEncryptor::~StreamEncryptor() = default;
StreamEncryptor::StreamEncryptor(StreamEncryptor &&) noexcept = default;
StreamEncryptor &StreamEncryptor::operator=(StreamEncryptor &&) noexcept = default;

Result<StreamEncryptor> StreamEncryptor::begin(
    const KeyPair &sender, const PublicKey &requester, QByteArrayView requesterNonce)
{
    const auto session = agreeSession(sender, requester, requesterNonce);
    if (!session)
        return failed(session);
    StreamEncryptor stream;
    auto &d = *stream.d;
    if (!d.cipher || !d.md5 || EVP_DigestInit_ex(d.md5.get(), EVP_md5(), nullptr) != 1
        || EVP_EncryptInit_ex(
               d.cipher.get(), EVP_aes_256_gcm(), nullptr, octets(session->key.reveal()), octets(session->iv))
            != 1)
        return fail(ErrorKind::Internal, QStringLiteral("FID-OPENSSL"), QStringLiteral("AES-256-GCM"));
    return stream;
}

Done StreamEncryptor::add(QByteArrayView plain, QByteArray &out)
{
    if (d->finished)
        return fail(ErrorKind::Internal, QStringLiteral("FID-FINISHED"));
    for (qsizetype at = 0; at < plain.size();) {
        const auto part = std::min(chunkBytes, plain.size() - at);
        int written = 0;
        if (EVP_DigestUpdate(d->md5.get(), plain.data() + at, size_t(part)) != 1
            || EVP_EncryptUpdate(
                   d->cipher.get(), d->buffer.data() + d->carried, &written, octets(plain.sliced(at)), int(part))
                != 1)
            return fail(ErrorKind::Internal, QStringLiteral("FID-OPENSSL"), QStringLiteral("AES-256-GCM"));
        at += part;
        const auto ready = d->carried + written;
        const auto whole = ready - ready % 3;
        d->emitBase64(whole, out);
        std::copy(d->buffer.begin() + whole, d->buffer.begin() + ready, d->buffer.begin());
        d->carried = ready - whole;
    }
    return {};
}

Done StreamEncryptor::finish(QByteArray &out)
{
    if (d->finished)
        return fail(ErrorKind::Internal, QStringLiteral("FID-FINISHED"));
    int written = 0;
    d->digest = QByteArray(16, Qt::Uninitialized);
    if (EVP_EncryptFinal_ex(d->cipher.get(), nullptr, &written) != 1
        || EVP_CIPHER_CTX_ctrl(d->cipher.get(), EVP_CTRL_GCM_GET_TAG, int(gcmTagBytes), d->buffer.data() + d->carried)
            != 1
        || EVP_DigestFinal_ex(d->md5.get(), octets(d->digest), nullptr) != 1)
        return fail(ErrorKind::Internal, QStringLiteral("FID-OPENSSL"), QStringLiteral("AES-256-GCM"));
    d->emitBase64(d->carried + gcmTagBytes, out);
    d->finished = true;
    return {};
}

QByteArray StreamEncryptor::md5Base64() const
{
    return toBase64(d->digest);
}

}
