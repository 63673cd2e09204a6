#include "ui/session/decode_picture.h"

#include <QBuffer>
#include <QImageReader>

namespace nadi::ui
{
namespace
{
constexpr qsizetype mostBytes = 4 * 1024 * 1024;
constexpr int mostPixelsWide = 4000;
}

QImage decodePicture(const QByteArray &bytes)
{
    const bool png = bytes.startsWith("\x89PNG");
    if ((!png && !bytes.startsWith("\xff\xd8\xff")) || bytes.size() > mostBytes)
        return {};
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer, png ? "png" : "jpeg");
    if (const auto size = reader.size();
        !size.isValid() || size.width() > mostPixelsWide || size.height() > mostPixelsWide)
        return {};
    return reader.read();
}

}
