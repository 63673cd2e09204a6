#pragma once

#include <QImage>
#include <QQuickPaintedItem>
#include <QtQml/qqmlregistration.h>

namespace nadi::ui
{

/// A picture that is only in memory, as large as it fits, its shape kept. Drawn by QPainter, so that every renderer
/// shows it, the one without a graphics card too.
class Picture : public QQuickPaintedItem
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QImage image READ image WRITE setImage NOTIFY imageChanged)
    Q_PROPERTY(bool empty READ isEmpty NOTIFY imageChanged)

public:
    explicit Picture(QQuickItem *parent = nullptr);
    QImage image() const { return m_image; }
    bool isEmpty() const { return m_image.isNull(); }
    void setImage(const QImage &image);
    void paint(QPainter *painter) override;

Q_SIGNALS:
    void imageChanged();

private:
    QImage m_image;
};

}
