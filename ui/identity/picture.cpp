#include "picture.h"

#include <QBuffer>
#include <QImageReader>
#include <QPainter>

namespace nadi::ui
{
namespace
{
constexpr qsizetype mostBytes = 4 * 1024 * 1024;
constexpr int mostPixelsWide = 4000;
}

Picture::Picture(QQuickItem *parent)
    : QQuickPaintedItem(parent)
{
}

void Picture::setImage(const QImage &image)
{
    m_image = image;
    setImplicitSize(image.width(), image.height());
    update();
    Q_EMIT imageChanged();
}

void Picture::paint(QPainter *painter)
{
    if (m_image.isNull())
        return;
    const auto size = QSizeF(m_image.size()).scaled(this->size(), Qt::KeepAspectRatio);
    const QPointF corner((width() - size.width()) / 2, (height() - size.height()) / 2);
    painter->setRenderHint(QPainter::SmoothPixmapTransform);
    painter->drawImage(QRectF(corner, size), m_image);
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
