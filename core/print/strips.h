#pragma once

// Private to the room: what a page is made of. A strip is never cut by the end of a page.

#include "print/paper.h"

#include <QFont>
#include <QList>
#include <QPointF>

#include <functional>

class QPainter;

namespace nadi::print
{

struct Strip
{
    qreal height = 0;
    std::function<void(QPainter &, QPointF corner)> paint; ///< may draw nothing: a gap
};

/// Strips that stay on one page as long as a page has room for all of them.
using Block = QList<Strip>;

enum class Ink { Plain, Quiet };

struct TextStyle
{
    qreal points = 9;
    QFont::Weight weight = QFont::Normal;
    Ink ink = Ink::Plain;
    Qt::Alignment alignment = Qt::AlignLeft;
};

/// Latin first, then every script of the clinic's languages (look.md, type).
QFont fontOf(const TextStyle &style);

/// A paragraph, one strip per line of text, broken between words where it goes and anywhere where it must.
Block paragraph(const QString &text, const TextStyle &style, qreal width, qreal indent = 0);
Strip gap(qreal height);
Strip rule(qreal width);
/// Blocks beside each other, each at its own distance from the left edge.
struct Column
{
    Block block;
    qreal left = 0;
};
Strip beside(const QList<Column> &columns);
/// As rectangles, not as a picture: sharp on every printer. Of no height when the text is too long for a code.
Strip qrCode(const QString &text, qreal side);

qreal heightOf(const Block &block);
void paint(QPainter &painter, const Block &block, QPointF corner);

}
