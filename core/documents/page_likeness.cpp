#include "documents/page_likeness.h"

#include "documents/ink_map.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace nadi::documents
{

namespace
{

constexpr int lookWidth = 128;
constexpr int lookHeight = 176;
constexpr int field = 16; ///< side of the fields that are compared by themselves

Map mapOf(const PageLook &look)
{
    return {lookWidth, lookHeight, {look.ink.cbegin(), look.ink.cend()}};
}

struct Window
{
    int x = 0;
    int y = 0;
    int width = 0;
    int height = 0;
};

/// Correlation of `one` in the window with `other` in the same window moved by (dx, dy): -1 … 1, 0 where one is flat.
double correlation(const Map &one, const Map &other, const Window &window, int dx, int dy)
{
    double sumA = 0;
    double sumB = 0;
    double squaresA = 0;
    double squaresB = 0;
    double products = 0;
    for (int y = window.y; y < window.y + window.height; ++y) {
        for (int x = window.x; x < window.x + window.width; ++x) {
            const double a = double(one.at(x, y));
            const double b = double(other.clamped(x + dx, y + dy));
            sumA += a;
            sumB += b;
            squaresA += a * a;
            squaresB += b * b;
            products += a * b;
        }
    }
    const double n = window.width * window.height;
    const double spread = (squaresA - sumA * sumA / n) * (squaresB - sumB * sumB / n);
    return spread > 1e-9 ? (products - sumA * sumB / n) / std::sqrt(spread) : 0;
}

double whole(const Map &one, const Map &other)
{
    return correlation(one, other, {0, 0, one.width, one.height}, 0, 0);
}

Map quarter(const Map &map)
{
    return averaged(
        map.width / 4, map.height / 4, map.width, map.height, [&map](int x, int y) { return map.at(x, y); });
}

/// The best of all placings of a photo taken again, on a quarter of the size.
Placing roughly(const Map &one, const Map &other)
{
    constexpr int reach = 4;
    const Map a = quarter(one);
    const Map b = quarter(other);
    const Window all{0, 0, a.width, a.height};
    Placing best;
    double most = -1;
    for (const float degrees : {-6.F, -4.F, -2.F, 0.F, 2.F, 4.F, 6.F}) {
        for (const float scale : {0.84F, 0.92F, 1.F, 1.08F, 1.16F}) {
            const Map turned = placed(b, {0, 0, degrees, scale});
            for (int dy = -reach; dy <= reach; ++dy) {
                for (int dx = -reach; dx <= reach; ++dx) {
                    const double found = correlation(a, turned, all, dx, dy);
                    if (found > most) {
                        most = found;
                        best = {float(-4 * dx), float(-4 * dy), degrees, scale};
                    }
                }
            }
        }
    }
    return best;
}

/// Climbs from there in ever smaller steps.
Placing exactly(const Map &one, const Map &other, Placing place)
{
    double most = whole(one, placed(other, place));
    for (float step = 1; step > 0.2F; step /= 2) {
        bool climbed = true;
        for (int round = 0; climbed && round < 6; ++round) {
            climbed = false;
            for (const Placing &by :
                {Placing{2, 0, 0, 0}, Placing{-2, 0, 0, 0}, Placing{0, 2, 0, 0}, Placing{0, -2, 0, 0},
                    Placing{0, 0, 1, 0}, Placing{0, 0, -1, 0}, Placing{0, 0, 0, 0.02F}, Placing{0, 0, 0, -0.02F}}) {
                const Placing tried{place.dx + by.dx * step, place.dy + by.dy * step, place.degrees + by.degrees * step,
                    place.scale + by.scale * step};
                const double found = whole(one, placed(other, tried));
                if (found > most) {
                    most = found;
                    place = tried;
                    climbed = true;
                }
            }
        }
    }
    return place;
}

double inkIn(const Map &map, const Window &window)
{
    double sum = 0;
    for (int y = window.y; y < window.y + window.height; ++y)
        for (int x = window.x; x < window.x + window.width; ++x)
            sum += double(map.at(x, y));
    return sum / (window.width * window.height);
}

bool isSeen(const Window &window, const Placing &placing, const Map &map)
{
    const Look look(placing, map.width, map.height);
    const int right = window.x + window.width - 1;
    const int bottom = window.y + window.height - 1;
    return look.isOnPage(look.through(window.x, window.y)) && look.isOnPage(look.through(right, window.y))
        && look.isOnPage(look.through(window.x, bottom)) && look.isOnPage(look.through(right, bottom));
}

/// What each field with ink reaches when it may look around a little: paper bends, lenses too. What one of the photos
/// cut off says nothing.
std::vector<double> fieldByField(const Map &one, const Map &other, const Placing &placing)
{
    constexpr int reach = 2;
    constexpr double hardlyInk = 0.02;
    std::vector<double> reached;
    for (int y = 0; y + field <= one.height; y += field / 2) {
        for (int x = 0; x + field <= one.width; x += field / 2) {
            const Window window{x, y, field, field};
            if (!isSeen(window, placing, other) || std::max(inkIn(one, window), inkIn(other, window)) < hardlyInk)
                continue;
            double best = 0;
            for (int dy = -reach; dy <= reach; ++dy)
                for (int dx = -reach; dx <= reach; ++dx)
                    best = std::max(best, correlation(one, other, window, dx, dy));
            reached.push_back(best);
        }
    }
    return reached;
}

}

PageLook lookOf(const GreyPicture &picture)
{
    const int width = picture.size.width();
    const int height = picture.size.height();
    if (width < 1 || height < 1 || picture.pixels.size() != qsizetype(width) * height)
        return {};
    const auto *bytes = reinterpret_cast<const uchar *>(picture.pixels.constData());
    const Map grey = averaged(lookWidth, lookHeight, width, height,
        [bytes, width](int x, int y) { return float(bytes[qsizetype(y) * width + x]); });
    const Map paper = smoothed(brightest(grey, 5), 5);
    Map ink = emptyMap(lookWidth, lookHeight);
    float most = 0;
    for (size_t i = 0; i < ink.values.size(); ++i) {
        const float share = (paper.values[i] - grey.values[i]) / std::max(paper.values[i], 8.F);
        ink.values[i] = std::clamp(share - 0.04F, 0.F, 0.6F); // the grain of paper is no ink
        most = std::max(most, ink.values[i]);
    }
    if (most < 0.05F)
        return {};
    const Map soft = smoothed(ink, 1);
    return {QList<float>(soft.values.begin(), soft.values.end())};
}

double likeness(const PageLook &one, const PageLook &other)
{
    if (one.ink.size() != lookWidth * lookHeight || other.ink.size() != one.ink.size())
        return 0;
    const Map a = mapOf(one);
    const Map b = mapOf(other);
    const Placing rough = roughly(a, b);
    // Pages that do not even lie alike from afar need no closer look.
    if (whole(a, placed(b, rough)) < 0.2)
        return 0;
    const Placing exact = exactly(a, b, rough);
    auto reached = fieldByField(a, placed(b, exact), exact);
    if (reached.empty())
        return 0;
    const auto worst = reached.begin() + std::ptrdiff_t(reached.size() / 40); // a thumb may lie on the page
    std::ranges::nth_element(reached, worst);
    return std::clamp(*worst, 0.0, 1.0);
}

}
