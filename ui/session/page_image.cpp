#include "ui/session/page_image.h"

#include <QBuffer>
#include <QImageReader>

namespace nadi::ui
{

Result<QImage> decodePage(const QByteArray &bytes, QSize wanted)
{
    QBuffer buffer;
    buffer.setData(bytes);
    // The format is named from the worker's own output: no other decoder gets to see the bytes.
    QImageReader reader(&buffer, bytes.startsWith("\x89PNG") ? QByteArrayLiteral("png") : QByteArrayLiteral("jpeg"));
    if (const QSize full = reader.size(); wanted.isValid() && full.isValid())
        reader.setScaledSize(full.scaled(wanted.boundedTo(full), Qt::KeepAspectRatio));
    QImage image = reader.read();
    if (image.isNull())
        return fail(ErrorKind::Storage, QStringLiteral("PAGE-IMAGE"));
    return image;
}

}
