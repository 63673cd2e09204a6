#pragma once

#include <QByteArray>
#include <QImage>
#include <QtEndian>

namespace nadi::test
{

template <class T>
QByteArray bigEndian(T value)
{
    QByteArray bytes(sizeof(T), '\0');
    qToBigEndian(value, bytes.data());
    return bytes;
}

/// A TIFF structure as cameras write it into a picture: orientation, the maker's name and a position. `canary` stands
/// in the maker's name, so that a test can look for it in what comes out.
inline QByteArray exifOf(int orientation, const QByteArray &canary)
{
    const auto entry = [](quint16 tag, quint16 type, quint32 count, const QByteArray &value) {
        return bigEndian(tag) + bigEndian(type) + bigEndian(count) + value.leftJustified(4, '\0');
    };
    const QByteArray maker = canary + '\0';
    const quint32 gpsAt = 8 + 2 + 3 * 12 + 4;
    const quint32 latitudeAt = gpsAt + 2 + 2 * 12 + 4;
    const quint32 makerAt = latitudeAt + 24;
    QByteArray tiff = "MM" + bigEndian(quint16(42)) + bigEndian(quint32(8));
    tiff += bigEndian(quint16(3)) + entry(0x010F, 2, quint32(maker.size()), bigEndian(makerAt))
        + entry(0x0112, 3, 1, bigEndian(quint16(orientation))) + entry(0x8825, 4, 1, bigEndian(gpsAt))
        + bigEndian(quint32(0));
    tiff += bigEndian(quint16(2)) + entry(1, 2, 2, "N") + entry(2, 5, 3, bigEndian(latitudeAt)) + bigEndian(quint32(0));
    for (const quint32 part : {28u, 1u, 36u, 1u, 50u, 1u})
        tiff += bigEndian(part);
    return tiff + maker;
}

/// A JPEG with that structure in front, where cameras put it.
inline QByteArray withExif(const QByteArray &jpeg, const QByteArray &tiff)
{
    const QByteArray body = QByteArray("Exif\0\0", 6) + tiff;
    return jpeg.first(2) + "\xFF\xE1" + bigEndian(quint16(body.size() + 2)) + body + jpeg.sliced(2);
}

inline QByteArray pngChunk(const QByteArray &type, const QByteArray &content)
{
    quint32 crc = 0xFFFFFFFF; // PNG annex D
    for (const char c : type + content) {
        crc ^= quint8(c);
        for (int bit = 0; bit < 8; ++bit)
            crc = crc & 1 ? 0xEDB88320 ^ (crc >> 1) : crc >> 1;
    }
    return bigEndian(quint32(content.size())) + type + content + bigEndian(~crc);
}

inline const QByteArray pngSignature = "\x89PNG\r\n\x1A\n";

/// A whole, tiny PNG whose head claims any size.
inline QByteArray pngClaiming(quint32 width, quint32 height)
{
    const QByteArray header = bigEndian(width) + bigEndian(height) + QByteArray("\x08\x02\x00\x00\x00", 5);
    return pngSignature + pngChunk("IHDR", header) + pngChunk("IDAT", qCompress(QByteArray(64, '\0')).sliced(4))
        + pngChunk("IEND", {});
}

/// How the stored pixels must lie for an upright picture to result from `orientation`.
inline QImage storedFor(const QImage &upright, int orientation)
{
    const auto turned = [&](int degrees) { return upright.transformed(QTransform().rotate(degrees)); };
    switch (orientation) {
    case 2:
        return upright.mirrored(true, false);
    case 3:
        return turned(180);
    case 4:
        return upright.mirrored(false, true);
    case 5:
        return turned(90).mirrored(true, false);
    case 6:
        return turned(-90);
    case 7:
        return turned(-90).mirrored(true, false);
    case 8:
        return turned(90);
    default:
        return upright;
    }
}

}
