#include "sheet.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace nadi::pages
{

namespace
{

constexpr double clearShare = 0.93; ///< of its rectangle that a sheet fills; a torn or hidden corner stays below
constexpr double leastShare = 0.25; ///< of the picture
constexpr double leastRim = 0.012; ///< of the picture's longer side, beside a side of the sheet

/// Darkest or brightest of a square window, one axis after the other.
template <class Pick>
GreyCopy filtered(const GreyCopy &copy, int radius, Pick pick)
{
    GreyCopy across = copy;
    for (int y = 0; y < copy.height; ++y)
        for (int x = 0; x < copy.width; ++x)
            for (int i = std::max(0, x - radius); i <= std::min(copy.width - 1, x + radius); ++i)
                across.pixels[size_t(y) * size_t(copy.width) + size_t(x)] = pick(across.at(x, y), copy.at(i, y));
    GreyCopy out = across;
    for (int y = 0; y < copy.height; ++y)
        for (int x = 0; x < copy.width; ++x)
            for (int i = std::max(0, y - radius); i <= std::min(copy.height - 1, y + radius); ++i)
                out.pixels[size_t(y) * size_t(copy.width) + size_t(x)] = pick(out.at(x, y), across.at(x, i));
    return out;
}

/// Without writing: bright grows over dark strokes, then shrinks back.
GreyCopy withoutInk(const GreyCopy &copy)
{
    const int radius = std::max(2, std::max(copy.width, copy.height) / 80);
    const auto grown = filtered(copy, radius, [](uchar a, uchar b) { return std::max(a, b); });
    return filtered(grown, radius, [](uchar a, uchar b) { return std::min(a, b); });
}

/// Otsu's threshold; nothing when the two sides of it hardly differ.
std::optional<int> paperThreshold(const GreyCopy &copy)
{
    std::array<double, 256> counts{};
    for (const uchar value : copy.pixels)
        ++counts[value];
    const auto total = double(copy.pixels.size());
    double all = 0;
    for (size_t i = 0; i < counts.size(); ++i)
        all += double(i) * counts[i];
    double below = 0;
    double sumBelow = 0;
    double most = 0;
    std::optional<int> best;
    for (size_t i = 0; i + 1 < counts.size(); ++i) {
        below += counts[i];
        sumBelow += double(i) * counts[i];
        if (below == 0 || below == total)
            continue;
        const double dark = sumBelow / below;
        const double bright = (all - sumBelow) / (total - below);
        const double between = below * (total - below) * (bright - dark) * (bright - dark);
        if (between > most) {
            most = between;
            const bool clear = bright - dark >= std::max(16.0, 0.25 * bright);
            best = clear ? std::optional(int((dark + bright) / 2)) : std::nullopt;
        }
    }
    return best;
}

/// The largest bright piece: its ends in each row, so that dark pictures on the sheet are part of it.
struct Piece
{
    std::vector<QPointF> rim;
    double area = 0;
};

Piece largestPiece(const GreyCopy &copy, int threshold)
{
    std::vector<int> label(copy.pixels.size(), 0);
    std::vector<size_t> stack;
    int labels = 0;
    int largest = 0;
    size_t most = 0;
    const auto width = size_t(copy.width);
    for (size_t start = 0; start < label.size(); ++start) {
        if (label[start] != 0 || copy.pixels[start] <= threshold)
            continue;
        size_t count = 0;
        label[start] = ++labels;
        stack.push_back(start);
        while (!stack.empty()) {
            const size_t at = stack.back();
            stack.pop_back();
            ++count;
            const auto visit = [&](bool there, size_t next) {
                if (there && label[next] == 0 && copy.pixels[next] > threshold) {
                    label[next] = labels;
                    stack.push_back(next);
                }
            };
            visit(at % width > 0, at - 1);
            visit(at % width + 1 < width, at + 1);
            visit(at >= width, at - width);
            visit(at + width < label.size(), at + width);
        }
        if (count > most) {
            most = count;
            largest = labels;
        }
    }
    Piece piece;
    for (int y = 0; largest != 0 && y < copy.height; ++y) {
        const auto row = label.begin() + std::ptrdiff_t(y) * copy.width;
        const auto end = row + copy.width;
        const auto first = std::find(row, end, largest);
        if (first == end)
            continue;
        const auto last = std::find(std::reverse_iterator(end), std::reverse_iterator(row), largest).base();
        piece.rim.emplace_back(double(first - row), y);
        piece.rim.emplace_back(double(last - row), y + 1);
        piece.rim.emplace_back(double(first - row), y + 1);
        piece.rim.emplace_back(double(last - row), y);
        piece.area += double(last - first);
    }
    return piece;
}

struct Box
{
    double degrees = 0;
    double left = 0;
    double right = 0;
    double top = 0;
    double bottom = 0;

    double area() const { return (right - left) * (bottom - top); }
    QPointF point(double along, double down) const
    {
        const double angle = degrees * std::numbers::pi / 180;
        return {along * std::cos(angle) - down * std::sin(angle), along * std::sin(angle) + down * std::cos(angle)};
    }
};

Box boxAt(const std::vector<QPointF> &rim, double degrees)
{
    const double c = std::cos(degrees * std::numbers::pi / 180);
    const double s = std::sin(degrees * std::numbers::pi / 180);
    Box box{degrees, 1e9, -1e9, 1e9, -1e9};
    for (const auto &p : rim) {
        const double along = p.x() * c + p.y() * s;
        const double down = -p.x() * s + p.y() * c;
        box.left = std::min(box.left, along);
        box.right = std::max(box.right, along);
        box.top = std::min(box.top, down);
        box.bottom = std::max(box.bottom, down);
    }
    return box;
}

Box tightestBox(const std::vector<QPointF> &rim)
{
    Box best = boxAt(rim, 0);
    const auto search = [&](double from, double to, double step) {
        for (double degrees = from; degrees <= to; degrees += step)
            if (const auto box = boxAt(rim, degrees); box.area() < best.area())
                best = box;
    };
    search(-maxSkew - 2, maxSkew + 2, 0.5);
    search(best.degrees - 0.5, best.degrees + 0.5, 0.05);
    return best;
}

/// Sides with something else beside them inside the picture.
int sidesWithRim(const Box &box, const GreyCopy &copy)
{
    const double rim = leastRim * std::max(copy.width, copy.height);
    const double along = (box.left + box.right) / 2;
    const double down = (box.top + box.bottom) / 2;
    const std::array beside{box.point(box.left - rim, down), box.point(box.right + rim, down),
        box.point(along, box.top - rim), box.point(along, box.bottom + rim)};
    return int(std::ranges::count_if(beside,
        [&copy](const QPointF &p) { return p.x() >= 0 && p.y() >= 0 && p.x() < copy.width && p.y() < copy.height; }));
}

}

std::optional<Sheet> findSheet(const GreyCopy &copy)
{
    const auto paper = withoutInk(copy);
    const auto threshold = paperThreshold(paper);
    if (!threshold)
        return std::nullopt;
    const auto piece = largestPiece(paper, *threshold);
    const double whole = double(copy.width) * copy.height;
    if (piece.area < leastShare * whole)
        return std::nullopt;
    const auto box = tightestBox(piece.rim);
    const auto bright = double(std::ranges::count_if(paper.pixels, [&](uchar v) { return v > *threshold; }));
    const bool clear = std::abs(box.degrees) <= maxSkew && piece.area >= clearShare * box.area()
        && sidesWithRim(box, copy) >= 3 && bright - piece.area <= 0.1 * (whole - piece.area);
    if (!clear)
        return std::nullopt;
    Sheet sheet{box.degrees, {}};
    sheet.corners = {box.point(box.left, box.top), box.point(box.right, box.top), box.point(box.right, box.bottom),
        box.point(box.left, box.bottom)};
    for (auto &corner : sheet.corners)
        corner *= copy.shrink;
    return sheet;
}

}
