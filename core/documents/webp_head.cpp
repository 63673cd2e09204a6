#include "documents/byte_cursor.h"
#include "documents/heads.h"

namespace nadi::documents
{

namespace
{

constexpr quint8 animationFlag = 0x02; // VP8X, WebP container specification

QSize lossySize(QByteArrayView chunk)
{
    ByteCursor cursor(chunk, ByteOrder::Little);
    cursor.skip(3);
    if (cursor.bytes(3) != "\x9D\x01\x2A")
        return {};
    const int width = cursor.u16() & 0x3FFF;
    const int height = cursor.u16() & 0x3FFF;
    return cursor.ok() ? QSize(width, height) : QSize();
}

QSize losslessSize(QByteArrayView chunk)
{
    ByteCursor cursor(chunk, ByteOrder::Little);
    if (cursor.u8() != 0x2F)
        return {};
    const quint32 packed = cursor.u32();
    return cursor.ok() ? QSize(int(packed & 0x3FFF) + 1, int(packed >> 14 & 0x3FFF) + 1) : QSize();
}

}

Result<ImageHead> webpHead(QByteArrayView bytes)
{
    ByteCursor cursor(bytes, ByteOrder::Little);
    cursor.skip(4);
    const quint64 riffSize = cursor.u32();
    cursor.skip(4);
    if (riffSize + 8 > quint64(bytes.size()))
        return truncated("WebP");
    ImageHead head;
    while (cursor.position() < riffSize + 8) {
        const auto type = cursor.bytes(4);
        const quint32 length = cursor.u32();
        const auto chunk = cursor.bytes(length);
        if (!cursor.ok())
            return truncated("WebP chunk");
        if (length % 2 == 1 && !cursor.atEnd())
            cursor.skip(1);
        if (type == "VP8X") {
            if (chunk.isEmpty() || (quint8(chunk[0]) & animationFlag))
                return wrongType("WebP animation");
        } else if ((type == "VP8 " || type == "VP8L") && !head.size.isValid()) {
            head.size = type == "VP8 " ? lossySize(chunk) : losslessSize(chunk);
            if (!head.size.isValid())
                return corrupt("WebP frame");
        } else if (type == "EXIF") {
            // Some writers keep the JPEG prefix in front of the TIFF structure.
            const QByteArrayView prefix("Exif\0\0", 6);
            head.orientation = exifOrientation(chunk.startsWith(prefix) ? chunk.sliced(prefix.size()) : chunk);
        }
    }
    return head.size.isValid() ? Result<ImageHead>(head) : corrupt("WebP without a picture");
}

}
