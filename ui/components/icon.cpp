#include "icon.h"

#include <QFile>
#include <QPainter>
#include <QSvgRenderer>

namespace nadi::ui
{
namespace
{

// The grid of look.md: every icon is drawn on 20 by 20.
constexpr int grid = 20;

QByteArray sourceOf(const QString &name)
{
    QFile file(QStringLiteral(":/qt/qml/Nadi/Components/icons/") + name + QStringLiteral(".svg"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

}

Icon::Icon(QQuickItem *parent)
    : QQuickPaintedItem(parent)
{
    setImplicitSize(grid, grid);
    setAntialiasing(true);
}

void Icon::setName(const QString &name)
{
    if (m_name == name)
        return;
    m_name = name;
    m_source = sourceOf(name);
    Q_EMIT nameChanged();
    update();
}

void Icon::setColor(const QColor &color)
{
    if (m_color == color)
        return;
    m_color = color;
    Q_EMIT colorChanged();
    update();
}

void Icon::paint(QPainter *painter)
{
    if (m_source.isEmpty())
        return;
    QByteArray coloured = m_source;
    coloured.replace("currentColor", m_color.name(QColor::HexRgb).toLatin1());
    QSvgRenderer renderer(coloured);
    renderer.render(painter, boundingRect());
}

}
