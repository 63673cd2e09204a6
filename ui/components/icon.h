#pragma once

#include <QColor>
#include <QQuickPaintedItem>
#include <QtQml/qqmlregistration.h>

namespace nadi::ui
{

/// One of the project's own icons (resources/icons), in a colour of the theme. Decoration: the word beside it speaks,
/// so it has no accessible name of its own.
class Icon : public QQuickPaintedItem
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString name READ name WRITE setName NOTIFY nameChanged REQUIRED)
    Q_PROPERTY(QColor color READ color WRITE setColor NOTIFY colorChanged)
    /// Whether an icon of that name exists.
    Q_PROPERTY(bool known READ known NOTIFY nameChanged)

public:
    explicit Icon(QQuickItem *parent = nullptr);
    QString name() const { return m_name; }
    void setName(const QString &name);
    QColor color() const { return m_color; }
    void setColor(const QColor &color);
    bool known() const { return !m_source.isEmpty(); }
    void paint(QPainter *painter) override;

Q_SIGNALS:
    void nameChanged();
    void colorChanged();

private:
    QString m_name;
    QColor m_color{Qt::black};
    QByteArray m_source;
};

}
