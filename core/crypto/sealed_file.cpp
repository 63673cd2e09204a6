#include "crypto/gcm.h"
#include "crypto/hkdf.h"
#include "crypto/sealed_box.h"

#include <QFile>
#include <QSaveFile>
#include <QtEndian>

#include <algorithm>

namespace nadi::crypto
{
namespace
{
// Header: magic(8) || salt(32) || size of the plain file(8, big-endian). It is associated data of every chunk, and the
// salt gives each file its own key, so a chunk's nonce can simply be its position and a last-chunk mark.
const QByteArray magic = QByteArrayLiteral("NADIBOX\x01");
constexpr qsizetype saltBytes = 32;
constexpr qsizetype headerBytes = 8 + saltBytes + 8;
constexpr qint64 chunkBytes = 1 << 20;

qint64 chunkCount(qint64 plainBytes)
{
    return std::max<qint64>(1, (plainBytes + chunkBytes - 1) / chunkBytes);
}

QByteArray chunkNonce(qint64 position, qint64 count)
{
    QByteArray nonce(gcmNonceBytes, '\0');
    qToBigEndian(position, nonce.data() + 3);
    nonce[11] = position + 1 == count ? '\x01' : '\0';
    return nonce;
}

tl::unexpected<Error> cannotOpen(const QFileDevice &file)
{
    return fail(ErrorKind::Storage, QStringLiteral("FILE-OPEN"), file.errorString());
}

tl::unexpected<Error> cannotWrite(const QFileDevice &file)
{
    return fail(ErrorKind::Storage, QStringLiteral("FILE-WRITE"), file.errorString());
}

tl::unexpected<Error> truncated()
{
    return fail(ErrorKind::Crypto, QStringLiteral("FILE-TRUNCATED"));
}

// Readable for the owner alone from its first byte; takes the final name only when whole and on the disk.
bool openForWriting(QSaveFile &file)
{
    return file.open(QIODevice::WriteOnly) && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
}
}

Done sealFile(const QString &plainFile, const QString &sealedFile, const Secret &key, Random &random)
{
    QFile in(plainFile);
    if (!in.open(QIODevice::ReadOnly))
        return cannotOpen(in);
    QSaveFile out(sealedFile);
    if (!openForWriting(out))
        return cannotWrite(out);

    const qint64 size = in.size();
    const auto salt = random.bytes(saltBytes);
    auto header = magic + salt + QByteArray(8, '\0');
    qToBigEndian(size, header.data() + headerBytes - 8);
    const auto fileKey = hkdfSha256(salt, key, "nadi/file/1");
    if (out.write(header) != header.size())
        return cannotWrite(out);

    QByteArray buffer;
    for (qint64 i = 0, count = chunkCount(size); i < count; ++i) {
        const qint64 part = std::min(chunkBytes, size - i * chunkBytes);
        buffer.resize(part + gcmTagBytes);
        if (in.read(buffer.data(), part) != part)
            return fail(ErrorKind::Storage, QStringLiteral("FILE-OPEN"), QStringLiteral("the file changed while read"));
        if (!gcmSeal(fileKey, chunkNonce(i, count), header, QByteArrayView(buffer).first(part),
                std::span(buffer.data(), size_t(buffer.size()))))
            return fail(ErrorKind::Internal, QStringLiteral("SEAL-OPENSSL"));
        if (out.write(buffer) != buffer.size())
            return cannotWrite(out);
    }
    if (!out.commit())
        return cannotWrite(out);
    return {};
}

Done openFile(const QString &sealedFile, const QString &plainFile, const Secret &key)
{
    QFile in(sealedFile);
    if (!in.open(QIODevice::ReadOnly))
        return cannotOpen(in);
    const auto header = in.read(headerBytes);
    if (!header.startsWith(magic.first(std::min(magic.size(), header.size()))))
        return fail(ErrorKind::Crypto, QStringLiteral("SEAL-OPEN"), QStringLiteral("not a sealed file"));
    if (header.size() != headerBytes)
        return truncated();
    const auto size = qFromBigEndian<qint64>(header.constData() + headerBytes - 8);
    const auto room = in.size() - headerBytes;
    if (size < 0 || size > room + chunkBytes)
        return truncated();
    const qint64 count = chunkCount(size);
    if (room < size + count * gcmTagBytes)
        return truncated();
    if (room > size + count * gcmTagBytes)
        return fail(ErrorKind::Crypto, QStringLiteral("SEAL-OPEN"), QStringLiteral("bytes after the end"));

    QSaveFile out(plainFile);
    if (!openForWriting(out))
        return cannotWrite(out);
    const auto fileKey = hkdfSha256(QByteArrayView(header).sliced(8, saltBytes), key, "nadi/file/1");
    QByteArray buffer;
    for (qint64 i = 0; i < count; ++i) {
        const qint64 part = std::min(chunkBytes, size - i * chunkBytes);
        buffer.resize(part + gcmTagBytes);
        if (in.read(buffer.data(), buffer.size()) != buffer.size())
            return truncated();
        if (!gcmOpen(fileKey, chunkNonce(i, count), header, buffer, std::span(buffer.data(), size_t(part))))
            return fail(ErrorKind::Crypto, QStringLiteral("SEAL-OPEN"), QStringLiteral("chunk %1").arg(i));
        if (out.write(buffer.constData(), part) != part)
            return cannotWrite(out);
    }
    if (!out.commit())
        return cannotWrite(out);
    return {};
}

}
