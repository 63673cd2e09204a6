#include "print/strips.h"

#include "documents/qr.h"

#include <QPainter>
#include <QTextLayout>

#include <algorithm>
#include <memory>
#include <numeric>

namespace nadi::print
{
namespace
{

constexpr qreal unitsPerPoint = unitsPerInch / 72;

const QColor plainInk(0, 0, 0);
const QColor quietInk(0x4A, 0x4A, 0x4A); // still black enough for a fax of a photocopy

QTextOption wrapped(Qt::Alignment alignment)
{
    QTextOption option(alignment);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    return option;
}

}

QFont fontOf(const TextStyle &style)
{
    QFont font;
    font.setFamilies({QStringLiteral("Noto Sans"), QStringLiteral("Noto Sans Devanagari"),
        QStringLiteral("Noto Sans Bengali"), QStringLiteral("Noto Sans Tamil"), QStringLiteral("Noto Sans Telugu"),
        QStringLiteral("Noto Sans Gujarati"), QStringLiteral("Noto Sans Kannada"), QStringLiteral("Noto Sans Oriya"),
        QStringLiteral("Noto Sans Malayalam"), QStringLiteral("Noto Sans Gurmukhi"),
        QStringLiteral("Noto Sans Arabic")});
    font.setWeight(style.weight);
    font.setPixelSize(qRound(style.points * unitsPerPoint));
    font.setHintingPreference(QFont::PreferNoHinting); // the same line breaks on every device
    return font;
}

Block paragraph(const QString &text, const TextStyle &style, qreal width, qreal indent)
{
    auto clean = text;
    clean.replace(u'\n', QChar::LineSeparator);
    const auto layout = std::make_shared<QTextLayout>(clean, fontOf(style));
    layout->setTextOption(wrapped(style.alignment));
    layout->setCacheEnabled(true);
    Block block;
    layout->beginLayout();
    for (auto line = layout->createLine(); line.isValid(); line = layout->createLine()) {
        line.setLeadingIncluded(true);
        line.setLineWidth(width - indent);
        const auto ink = style.ink == Ink::Plain ? plainInk : quietInk;
        block << Strip{line.height(), [layout, number = line.lineNumber(), indent, ink](QPainter &painter, QPointF at) {
                           painter.setPen(ink);
                           layout->lineAt(number).draw(&painter, at + QPointF(indent, 0));
                       }};
    }
    layout->endLayout();
    return block;
}

Strip gap(qreal height)
{
    return {height, [](QPainter &, QPointF) { }};
}

Strip rule(qreal width)
{
    constexpr qreal around = 3 * unitsPerPoint;
    return {2 * around, [width](QPainter &painter, QPointF at) {
                painter.setPen(QPen(plainInk, 0.6 * unitsPerPoint));
                painter.drawLine(at + QPointF(0, around), at + QPointF(width, around));
            }};
}

Strip beside(const QList<Column> &columns)
{
    qreal height = 0;
    for (const auto &column : columns)
        height = std::max(height, heightOf(column.block));
    return {height, [columns](QPainter &painter, QPointF at) {
                for (const auto &column : columns)
                    paint(painter, column.block, at + QPointF(column.left, 0));
            }};
}

Strip qrCode(const QString &text, qreal side)
{
    const auto modules = documents::drawQr(text, 1);
    if (modules.isNull())
        return gap(0);
    return {side, [modules, side](QPainter &painter, QPointF at) {
                const qreal module = side / modules.width();
                for (int y = 0; y < modules.height(); ++y)
                    for (int x = 0; x < modules.width(); ++x)
                        if (qGray(modules.pixel(x, y)) < 128)
                            painter.fillRect(
                                QRectF(at.x() + x * module, at.y() + y * module, module, module), plainInk);
            }};
}

qreal heightOf(const Block &block)
{
    return std::accumulate(
        block.begin(), block.end(), qreal(0), [](qreal sum, const Strip &strip) { return sum + strip.height; });
}

void paint(QPainter &painter, const Block &block, QPointF corner)
{
    for (const auto &strip : block) {
        strip.paint(painter, corner);
        corner.ry() += strip.height;
    }
}

}
