#include "crypto/sealed_box.h"

#include "crypto/digest.h"
#include "crypto/gcm.h"
#include "crypto/hkdf.h"

#include <QMutex>
#include <QtEndian>

namespace nadi::crypto
{
namespace
{
constexpr char version = 1;
constexpr qsizetype headBytes = 1 + gcmNonceBytes;

QByteArray lengthPrefixed(QByteArrayView bytes)
{
    QByteArray out(8, Qt::Uninitialized);
    qToBigEndian(quint64(bytes.size()), out.data());
    return out.append(bytes);
}
}

struct SealedBox::Private
{
    Secret sealKey;
    Secret indexKey;
    Random &random;
    QMutex randomMutex;
};

SealedBox::SealedBox() = default;
SealedBox::~SealedBox() = default;
SealedBox::SealedBox(SealedBox &&) noexcept = default;
SealedBox &SealedBox::operator=(SealedBox &&) noexcept = default;

Result<SealedBox> SealedBox::withKey(const Secret &key, Random &random)
{
    if (key.reveal().size() != 32)
        return fail(ErrorKind::Crypto, QStringLiteral("KEY-SIZE"), QString::number(key.reveal().size()));
    SealedBox box;
    box.d.reset(new Private{hkdfSha256({}, key, "nadi/seal/1"), hkdfSha256({}, key, "nadi/index/1"), random, {}});
    return box;
}

Result<QByteArray> SealedBox::seal(QByteArrayView plain, QByteArrayView context) const
{
    QByteArray out(headBytes + plain.size() + gcmTagBytes, Qt::Uninitialized);
    out[0] = version;
    {
        const QMutexLocker lock(&d->randomMutex);
        d->random.fill(std::as_writable_bytes(std::span(out.data() + 1, size_t(gcmNonceBytes))));
    }
    const std::span body(out.data() + headBytes, size_t(out.size() - headBytes));
    if (!gcmSeal(d->sealKey, QByteArrayView(out).sliced(1, gcmNonceBytes), context, plain, body))
        return fail(ErrorKind::Internal, QStringLiteral("SEAL-OPENSSL"));
    return out;
}

Result<QByteArray> SealedBox::open(QByteArrayView sealed, QByteArrayView context) const
{
    if (sealed.size() < headBytes + gcmTagBytes || sealed[0] != version)
        return fail(ErrorKind::Crypto, QStringLiteral("SEAL-OPEN"), QStringLiteral("not a sealed value"));
    QByteArray out(sealed.size() - headBytes - gcmTagBytes, Qt::Uninitialized);
    if (!gcmOpen(d->sealKey, sealed.sliced(1, gcmNonceBytes), context, sealed.sliced(headBytes),
            std::span(out.data(), size_t(out.size()))))
        return fail(ErrorKind::Crypto, QStringLiteral("SEAL-OPEN"), QStringLiteral("key, context or bytes do not fit"));
    return out;
}

QByteArray SealedBox::blindIndex(QByteArrayView field, QByteArrayView value) const
{
    return hmacSha256(d->indexKey.reveal(), lengthPrefixed(field) + lengthPrefixed(value));
}

}
