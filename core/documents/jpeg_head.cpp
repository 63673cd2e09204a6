#include "documents/byte_cursor.h"
#include "documents/heads.h"

namespace nadi::documents
{

namespace
{

constexpr quint8 startOfScan = 0xDA;
constexpr quint8 endOfImage = 0xD9;
constexpr quint8 app1 = 0xE1;
// A progressive picture needs about 10 scans; thousands of them are an attack on the decoder's time.
constexpr int maxScans = 200;

// SOF0 … SOF15 without DHT (C4), JPG (C8) and DAC (CC): ITU-T T.81 table B.1.
bool isFrameHeader(quint8 marker)
{
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}
bool standsAlone(quint8 marker)
{
    return marker == 0x01 || (marker >= 0xD0 && marker <= 0xD8);
}

// Position after the entropy-coded data that starts at `from`: at the next marker that is not stuffing or a restart.
qsizetype endOfScanData(QByteArrayView bytes, qsizetype from)
{
    for (auto at = bytes.indexOf('\xFF', from); at >= 0 && at + 1 < bytes.size(); at = bytes.indexOf('\xFF', at + 1)) {
        const auto next = quint8(bytes[at + 1]);
        if (next != 0x00 && next != 0xFF && !(next >= 0xD0 && next <= 0xD7))
            return at;
    }
    return bytes.size();
}

}

Result<ImageHead> jpegHead(QByteArrayView bytes)
{
    ByteCursor cursor(bytes);
    cursor.skip(2);
    ImageHead head;
    for (int scans = 0; !cursor.atEnd();) {
        if (cursor.u8() != 0xFF)
            return corrupt("JPEG marker");
        quint8 marker = cursor.u8();
        while (marker == 0xFF && cursor.ok()) // fill bytes
            marker = cursor.u8();
        if (marker == endOfImage)
            return head.size.isValid() && scans > 0 ? Result<ImageHead>(head) : corrupt("JPEG without a scan");
        if (standsAlone(marker))
            continue;
        const quint16 length = cursor.u16();
        if (!cursor.ok())
            break;
        if (length < 2)
            return corrupt("JPEG segment length");
        const auto segment = cursor.bytes(length - 2u);
        if (!cursor.ok())
            break;
        if (isFrameHeader(marker)) {
            if (head.size.isValid())
                return corrupt("JPEG with two frames");
            ByteCursor frame(segment);
            frame.skip(1);
            const int height = frame.u16();
            const int width = frame.u16();
            head.channels = frame.u8();
            if (!frame.ok())
                return corrupt("JPEG frame header");
            head.size = QSize(width, height);
        } else if (marker == app1 && segment.startsWith(QByteArrayView("Exif\0\0", 6))) {
            head.orientation = exifOrientation(segment.sliced(6));
        } else if (marker == startOfScan) {
            if (++scans > maxScans)
                return corrupt("JPEG scans");
            cursor.seek(quint64(endOfScanData(bytes, qsizetype(cursor.position()))));
        }
    }
    return truncated("JPEG");
}

}
