#pragma once

#include <QImage>
#include <QQuickPaintedItem>

namespace nadi::ui
{

/// A picture that lives in memory only: an ABHA card, a QR code, a face. Kept in proportion.
class Picture : public QQuickPaintedItem
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QImage image READ image WRITE setImage NOTIFY imageChanged)
    Q_PROPERTY(bool empty READ isEmpty NOTIFY imageChanged)

public:
    explicit Picture(QQuickItem *parent = nullptr);
    QImage image() const { return m_image; }
    void setImage(const QImage &image);
    bool isEmpty() const { return m_image.isNull(); }
    void paint(QPainter *painter) override;

Q_SIGNALS:
    void imageChanged();

private:
    QImage m_image;
};

/// PNG or JPEG as the ABHA service sends them; null for anything else or larger than a card can be.
QImage decodePicture(const QByteArray &bytes);

}
