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
// Header: magic(8) || salt(32) || size of the plain file(8) || size of the note(4) || note; numbers are big-endian. It
// is associated data of every chunk, and the salt gives each file its own key, so a chunk's nonce can simply be its
// position and a last-chunk mark.
const QByteArray magic = QByteArrayLiteral("NADIBOX\x01");
constexpr qsizetype saltBytes = 32;
constexpr qsizetype fixedBytes = 8 + saltBytes + 8 + 4;
constexpr qsizetype longestNote = 4096;
constexpr qint64 chunkBytes = 1 << 20;

struct Header
{
    QByteArray bytes;
    qint64 plainBytes = 0;

    QByteArrayView salt() const { return QByteArrayView(bytes).sliced(8, saltBytes); }
    QByteArrayView note() const { return QByteArrayView(bytes).sliced(fixedBytes); }
};

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
Header headerFor(qint64 plainBytes, QByteArrayView note, Random &random)
{
    Header header{magic + random.bytes(saltBytes) + QByteArray(12, '\0') + note.toByteArray(), plainBytes};
    qToBigEndian(plainBytes, header.bytes.data() + 8 + saltBytes);
    qToBigEndian(qint32(note.size()), header.bytes.data() + 8 + saltBytes + 8);
    return header;
}

Result<Header> readHeader(QFile &in)
{
    Header header{in.read(fixedBytes), 0};
    if (!header.bytes.startsWith(magic.first(std::min(magic.size(), header.bytes.size()))))
        return fail(ErrorKind::Crypto, QStringLiteral("SEAL-OPEN"), QStringLiteral("not a sealed file"));
    if (header.bytes.size() != fixedBytes)
        return truncated();
    header.plainBytes = qFromBigEndian<qint64>(header.bytes.constData() + 8 + saltBytes);
    const auto noteBytes = qFromBigEndian<qint32>(header.bytes.constData() + 8 + saltBytes + 8);
    if (header.plainBytes < 0 || noteBytes < 0 || noteBytes > longestNote)
        return fail(ErrorKind::Crypto, QStringLiteral("SEAL-OPEN"), QStringLiteral("header"));
    header.bytes += in.read(noteBytes);
    if (header.bytes.size() != fixedBytes + noteBytes)
        return truncated();
    return header;
}

// Whether the file has exactly the bytes its header speaks of.
Done checkSize(const QFile &in, const Header &header)
{
    const auto room = in.size() - header.bytes.size();
    if (header.plainBytes > room)
        return truncated();
    const auto needed = header.plainBytes + chunkCount(header.plainBytes) * gcmTagBytes;
    if (room < needed)
        return truncated();
    if (room > needed)
        return fail(ErrorKind::Crypto, QStringLiteral("SEAL-OPEN"), QStringLiteral("bytes after the end"));
    return {};
}
}

Done sealFile(
    const QString &plainFile, const QString &sealedFile, const Secret &key, Random &random, QByteArrayView note)
{
    if (note.size() > longestNote)
        return fail(ErrorKind::Internal, QStringLiteral("FILE-WRITE"), QStringLiteral("note is too long"));
    QFile in(plainFile);
    if (!in.open(QIODevice::ReadOnly))
        return cannotOpen(in);
    QSaveFile out(sealedFile);
    if (!openForWriting(out))
        return cannotWrite(out);

    const auto header = headerFor(in.size(), note, random);
    const auto fileKey = hkdfSha256(header.salt(), key, "nadi/file/1");
    if (out.write(header.bytes) != header.bytes.size())
        return cannotWrite(out);

    QByteArray buffer;
    for (qint64 i = 0, count = chunkCount(header.plainBytes); i < count; ++i) {
        const qint64 part = std::min(chunkBytes, header.plainBytes - i * chunkBytes);
        buffer.resize(part + gcmTagBytes);
        if (in.read(buffer.data(), part) != part)
            return fail(ErrorKind::Storage, QStringLiteral("FILE-OPEN"), QStringLiteral("the file changed while read"));
        if (!gcmSeal(fileKey, chunkNonce(i, count), header.bytes, QByteArrayView(buffer).first(part),
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
    const auto header = readHeader(in);
    if (!header)
        return failed(header);
    if (const auto whole = checkSize(in, *header); !whole)
        return whole;

    QSaveFile out(plainFile);
    if (!openForWriting(out))
        return cannotWrite(out);
    const auto fileKey = hkdfSha256(header->salt(), key, "nadi/file/1");
    QByteArray buffer;
    for (qint64 i = 0, count = chunkCount(header->plainBytes); i < count; ++i) {
        const qint64 part = std::min(chunkBytes, header->plainBytes - i * chunkBytes);
        buffer.resize(part + gcmTagBytes);
        if (in.read(buffer.data(), buffer.size()) != buffer.size())
            return truncated();
        if (!gcmOpen(fileKey, chunkNonce(i, count), header->bytes, buffer, std::span(buffer.data(), size_t(part))))
            return fail(ErrorKind::Crypto, QStringLiteral("SEAL-OPEN"), QStringLiteral("chunk %1").arg(i));
        if (out.write(buffer.constData(), part) != part)
            return cannotWrite(out);
    }
    if (!out.commit())
        return cannotWrite(out);
    return {};
}

Result<QByteArray> noteOf(const QString &sealedFile)
{
    QFile in(sealedFile);
    if (!in.open(QIODevice::ReadOnly))
        return cannotOpen(in);
    const auto header = readHeader(in);
    if (!header)
        return failed(header);
    return header->note().toByteArray();
}

}
