#include "straighten.h"

#include "sheet.h"
#include "skew.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <new>
#include <numbers>

namespace nadi::pages
{

namespace
{

constexpr int sheetSide = 400; ///< pixels, enough to see a sheet on a table
constexpr int writingSide = 1200; ///< pixels, enough to see lines of writing
constexpr double leastSkew = 0.3; ///< degrees; below, turning costs more sharpness than it gains
constexpr double edgeShare = 0.004; ///< of the sheet, where its edge throws a dark line
constexpr double paperTilt = 3; ///< degrees that writing may differ from its sheet

struct Turn
{
    explicit Turn(double degrees)
        : c(std::cos(degrees * std::numbers::pi / 180))
        , s(std::sin(degrees * std::numbers::pi / 180))
    {
    }
    QPointF toTurned(QPointF p) const { return {p.x() * c + p.y() * s, -p.x() * s + p.y() * c}; }
    QPointF toPicture(QPointF p) const { return {p.x() * c - p.y() * s, p.x() * s + p.y() * c}; }

    double c;
    double s;
};

template <class Points>
QRectF boundsOf(const Points &points)
{
    const auto [left, right] = std::ranges::minmax(points, {}, [](const QPointF &p) { return p.x(); });
    const auto [top, bottom] = std::ranges::minmax(points, {}, [](const QPointF &p) { return p.y(); });
    return QRectF(QPointF(left.x(), top.y()), QPointF(right.x(), bottom.y()));
}

QRectF turnedBounds(std::array<QPointF, 4> corners, double skew)
{
    const Turn turn(skew);
    for (auto &corner : corners)
        corner = turn.toTurned(corner);
    return boundsOf(corners);
}

std::array<QPointF, 4> cornersOf(QSize size)
{
    const double w = size.width();
    const double h = size.height();
    return {QPointF(0, 0), QPointF(w, 0), QPointF(w, h), QPointF(0, h)};
}

/// A little inside, so that the table beside the sheet is not taken for writing.
QRect innerPart(const QRectF &bounds, QSize size)
{
    const double inset = 0.03 * std::min(bounds.width(), bounds.height());
    return bounds.adjusted(inset, inset, -inset, -inset).toAlignedRect().intersected(QRect(QPoint(0, 0), size));
}

/// Bilinear, at 1/256 of a pixel, the outermost pixels going on for ever.
void blend(const QImage &image, QPointF at, uchar *out)
{
    const auto x = qint64(std::floor((at.x() - 0.5) * 256));
    const auto y = qint64(std::floor((at.y() - 0.5) * 256));
    const auto column = [&](qint64 i) { return std::clamp<qint64>(i, 0, image.width() - 1) * 3; };
    const auto row = [&](qint64 i) { return image.constScanLine(int(std::clamp<qint64>(i, 0, image.height() - 1))); };
    const uchar *upper = row(y >> 8);
    const uchar *lower = row((y >> 8) + 1);
    const auto left = column(x >> 8);
    const auto right = column((x >> 8) + 1);
    const int across = int(x & 255);
    const int down = int(y & 255);
    for (int c = 0; c < 3; ++c) {
        const int above = upper[left + c] * (256 - across) + upper[right + c] * across;
        const int below = lower[left + c] * (256 - across) + lower[right + c] * across;
        out[c] = uchar((above * (256 - down) + below * down + 32'768) >> 16);
    }
}

}

Straightening asItLies(const QImage &image)
{
    return {0, false, image.rect(), image.rect()};
}

Straightening straighteningFor(const QImage &image)
{
    auto how = asItLies(image);
    const auto sheet = findSheet(greyCopy(image, sheetSide));
    if (sheet)
        how.page = innerPart(boundsOf(sheet->corners), image.size());
    const auto writing = writingSkew(greyCopy(image, writingSide), how.page);
    double skew = sheet ? sheet->degrees : writing.value_or(0);
    if (sheet && writing && std::abs(*writing - skew) <= paperTilt)
        skew = *writing;
    how.skew = std::abs(skew) >= leastSkew ? skew : 0;
    how.crop = sheet.has_value();
    how.box = turnedBounds(sheet ? sheet->corners : cornersOf(image.size()), how.skew);
    if (sheet) {
        const double edge = edgeShare * std::min(how.box.width(), how.box.height());
        how.box.adjust(edge, edge, -edge, -edge);
    }
    return how;
}

QImage straightened(const QImage &image, const Straightening &how)
{
    if (how.skew == 0)
        return how.crop ? image.copy(how.box.toAlignedRect().intersected(image.rect())) : image;
    QImage level(how.box.size().toSize().expandedTo({1, 1}), QImage::Format_RGB888);
    if (level.isNull())
        throw std::bad_alloc();
    const Turn turn(how.skew);
    for (int y = 0; y < level.height(); ++y) {
        uchar *line = level.scanLine(y);
        for (int x = 0; x < level.width(); ++x, line += 3)
            blend(image, turn.toPicture(how.box.topLeft() + QPointF(x + 0.5, y + 0.5)), line);
    }
    return level;
}

}
