#include "documents/byte_cursor.h"
#include "documents/heads.h"

namespace nadi::documents
{

Result<ImageHead> pngHead(QByteArrayView bytes)
{
    ByteCursor cursor(bytes);
    cursor.skip(8);
    ImageHead head;
    bool hasData = false;
    while (!cursor.atEnd()) {
        const quint32 length = cursor.u32();
        const auto type = cursor.bytes(4);
        const auto chunk = cursor.bytes(length);
        cursor.skip(4); // CRC: the decoder checks it
        if (!cursor.ok())
            return truncated("PNG");
        if (!head.size.isValid()) {
            if (type != "IHDR" || length != 13)
                return corrupt("PNG header");
            ByteCursor header(chunk);
            const quint32 width = header.u32();
            const quint32 height = header.u32();
            if (width > INT_MAX || height > INT_MAX)
                return corrupt("PNG size");
            head.size = QSize(int(width), int(height));
        } else if (type == "IDAT") {
            hasData = true;
        } else if (type == "eXIf") {
            head.orientation = exifOrientation(chunk);
        } else if (type == "IEND") {
            return hasData ? Result<ImageHead>(head) : corrupt("PNG without data");
        }
    }
    return truncated("PNG");
}

}
