#include "crypto/fidelius.h"

#include "crypto/agreement.h"
#include "crypto/base64.h"
#include "crypto/curve25519.h"
#include "crypto/gcm.h"
#include "crypto/scalar25519.h"
#include "crypto/session_key.h"

#include <QLoggingCategory>

namespace nadi::crypto
{
namespace
{
Q_LOGGING_CATEGORY(lcCrypto, "nadi.crypto")

// The spellings of S that ports with number types hash instead of 32 fixed bytes (fidelius.md section 5). They differ
// from ours once in 128 sessions; each try is still authenticated by the tag.
QList<Secret> shorterSpellings(const Secret &shared)
{
    const auto &bytes = shared.reveal();
    qsizetype zeros = 0;
    while (zeros < bytes.size() && bytes[zeros] == '\0')
        ++zeros;
    QList<Secret> out;
    if (zeros == 0)
        return out;
    out.append(Secret(bytes.sliced(zeros)));
    if (zeros < bytes.size() && quint8(bytes[zeros]) >= 0x80 && zeros > 1)
        out.append(Secret(bytes.sliced(zeros - 1)));
    return out;
}

bool openInPlace(const Secret &shared, QByteArrayView ownNonce, QByteArrayView peerNonce, QByteArray &bytes)
{
    const auto session = deriveSession(shared, ownNonce, peerNonce);
    return gcmOpen(session.key, session.iv, {}, bytes, std::span(bytes.data(), size_t(bytes.size() - gcmTagBytes)));
}
}

Result<Secret> agree(const Secret &privateKey, const PublicKey &peer)
{
    if (!isPrivateKey(privateKey))
        return fail(ErrorKind::Crypto, QStringLiteral("FID-PRIVATE"), QStringLiteral("scalar is not in 1..n-1"));
    if (const auto clamped = clampedFor(privateKey)) {
        const auto u = fromRawPoint(peer.point())->u.toLittleEndian();
        if (const auto product = x25519(clamped->k, u))
            return toSharedX(*product);
    } else if (const auto product = genericMultiply(privateKey, peer.point())) {
        return Secret(product->reveal().sliced(1, 32));
    }
    return fail(ErrorKind::Crypto, QStringLiteral("FID-AGREE"));
}

SessionKey deriveSession(const Secret &shared, QByteArrayView ownNonce, QByteArrayView peerNonce)
{
    QByteArray mixed(nonceBytes, Qt::Uninitialized);
    for (qsizetype i = 0; i < nonceBytes; ++i)
        mixed[i] = char(ownNonce[i] ^ peerNonce[i]);
    return {hkdfSha256(mixed.first(20), shared, {}), mixed.last(gcmNonceBytes)};
}

Result<SessionKey> agreeSession(const KeyPair &own, const PublicKey &peer, QByteArrayView peerNonce)
{
    if (peerNonce.size() != nonceBytes || own.nonce().size() != nonceBytes)
        return fail(
            ErrorKind::Crypto, QStringLiteral("FID-NONCE"), QStringLiteral("nonce of %1 bytes").arg(peerNonce.size()));
    const auto shared = agree(own.privateKey(), peer);
    if (!shared)
        return failed(shared);
    return deriveSession(*shared, own.nonce(), peerNonce);
}

Result<QByteArray> encrypt(
    QByteArrayView plain, const KeyPair &sender, const PublicKey &requester, QByteArrayView requesterNonce)
{
    const auto session = agreeSession(sender, requester, requesterNonce);
    if (!session)
        return failed(session);
    QByteArray sealed(plain.size() + gcmTagBytes, Qt::Uninitialized);
    if (!gcmSeal(session->key, session->iv, {}, plain, std::span(sealed.data(), size_t(sealed.size()))))
        return fail(ErrorKind::Internal, QStringLiteral("FID-OPENSSL"), QStringLiteral("AES-256-GCM"));
    return toBase64(sealed);
}

Result<Secret> decrypt(
    QByteArrayView base64, const KeyPair &requester, const PublicKey &sender, QByteArrayView senderNonce)
{
    auto bytes = fromBase64(base64);
    if (!bytes)
        return fail(ErrorKind::Crypto, QStringLiteral("FID-ENCODING"), QStringLiteral("encrypted data is not base64"));
    if (bytes->size() < gcmTagBytes)
        return fail(ErrorKind::Crypto, QStringLiteral("FID-SHORT"), QString::number(bytes->size()));
    if (senderNonce.size() != nonceBytes)
        return fail(ErrorKind::Crypto, QStringLiteral("FID-NONCE"),
            QStringLiteral("nonce of %1 bytes").arg(senderNonce.size()));
    const auto shared = agree(requester.privateKey(), sender);
    if (!shared)
        return failed(shared);

    const auto others = shorterSpellings(*shared);
    const auto original = others.isEmpty() ? QByteArray() : *bytes;
    bool opened = openInPlace(*shared, requester.nonce(), senderNonce, *bytes);
    for (qsizetype i = 0; !opened && i < others.size(); ++i) {
        *bytes = original;
        opened = openInPlace(others[i], requester.nonce(), senderNonce, *bytes);
        if (opened)
            qCWarning(lcCrypto, "peer derives its secret without the leading zero bytes; opened by the interop rule");
    }
    if (!opened)
        return fail(ErrorKind::Crypto, QStringLiteral("FID-TAG"));
    bytes->chop(gcmTagBytes);
    return Secret(std::move(*bytes));
}

}
