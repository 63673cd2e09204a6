#include "picture.h"

#include <QPainter>

namespace nadi::ui
{

Picture::Picture(QQuickItem *parent)
    : QQuickPaintedItem(parent)
{
}

void Picture::setImage(const QImage &image)
{
    m_image = image;
    update();
    Q_EMIT imageChanged();
}

void Picture::paint(QPainter *painter)
{
    if (m_image.isNull())
        return;
    QRectF place(QPointF(), QSizeF(m_image.size()).scaled(size(), Qt::KeepAspectRatio));
    place.moveCenter(boundingRect().center());
    painter->setRenderHint(QPainter::SmoothPixmapTransform);
    painter->drawImage(place, m_image);
}

}
