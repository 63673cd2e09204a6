#include "skew.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <vector>

namespace nadi::pages
{

namespace
{

constexpr double widest = 15; ///< degrees either way
// Printed lines reach ten times the usual score and a fifth of their ink; noise, pictures and one loose hand stay below
// these.
constexpr double clearPeak = 2.5; ///< of the usual score
constexpr double clearLines = 0.06; ///< of the ink

struct Spot
{
    float x;
    float y;
};

/// A rectangle's own edge would be the clearest line of all; an ellipse has none.
bool isInEllipse(int x, int y, const QRect &inside)
{
    const double across = (x - inside.x()) * 2.0 / inside.width() - 1;
    const double down = (y - inside.y()) * 2.0 / inside.height() - 1;
    return across * across + down * down < 1;
}

/// Where it is a quarter darker than the paper around, and paper is most of what is there: pictures and the edge of the
/// sheet are no writing.
std::vector<Spot> inkSpots(const GreyCopy &copy, const QRect &inside)
{
    constexpr int block = 24;
    constexpr size_t enough = 60'000;
    std::vector<Spot> spots;
    for (int top = inside.top(); top <= inside.bottom(); top += block) {
        for (int left = inside.left(); left <= inside.right(); left += block) {
            const int right = std::min(left + block - 1, inside.right());
            const int bottom = std::min(top + block - 1, inside.bottom());
            uchar paper = 0;
            for (int y = top; y <= bottom; ++y)
                for (int x = left; x <= right; ++x)
                    paper = std::max(paper, copy.at(x, y));
            const size_t before = spots.size();
            int ink = 0;
            for (int y = top; y <= bottom; ++y) {
                for (int x = left; x <= right; ++x) {
                    if (copy.at(x, y) * 4 >= paper * 3)
                        continue;
                    ++ink;
                    if (isInEllipse(x, y, inside))
                        spots.push_back({float(x), float(y)});
                }
            }
            if (ink * 5 > (right - left + 1) * (bottom - top + 1) * 2)
                spots.resize(before);
        }
    }
    const size_t step = spots.size() / enough + 1;
    std::vector<Spot> some;
    for (size_t i = 0; i < spots.size(); i += step)
        some.push_back(spots[i]);
    return some;
}

/// How much the rows' ink jumps when the page is read along `degrees`, as a share of the ink: most where rows are lines
/// and gaps, next to nothing where all rows are alike.
double jumps(const std::vector<Spot> &spots, double degrees, int bins)
{
    const auto c = float(std::cos(degrees * std::numbers::pi / 180));
    const auto s = float(std::sin(degrees * std::numbers::pi / 180));
    std::vector<int> rows(size_t(bins) * 2 + 2, 0);
    for (const auto &spot : spots)
        ++rows[size_t(std::clamp(int(spot.y * c - spot.x * s) + bins / 2, 0, 2 * bins))];
    double sum = 0;
    double squares = 1;
    for (size_t i = 1; i < rows.size(); ++i) {
        sum += double(rows[i] - rows[i - 1]) * (rows[i] - rows[i - 1]);
        squares += double(rows[i]) * rows[i];
    }
    return sum / squares;
}

}

std::optional<double> writingSkew(const GreyCopy &copy, const QRect &area)
{
    constexpr size_t fewSpots = 400;
    const QRect inside = QRect(int(area.x() / copy.shrink), int(area.y() / copy.shrink),
        int(area.width() / copy.shrink), int(area.height() / copy.shrink))
                             .intersected(QRect(0, 0, copy.width, copy.height));
    const auto spots = inkSpots(copy, inside);
    if (spots.size() < fewSpots)
        return std::nullopt;
    const int bins = copy.height + copy.width;
    std::vector<double> scores;
    double best = 0;
    double most = 0;
    for (double degrees = -widest; degrees <= widest; degrees += 0.5) {
        scores.push_back(jumps(spots, degrees, bins));
        if (scores.back() > most) {
            most = scores.back();
            best = degrees;
        }
    }
    const auto usual = scores.begin() + std::ptrdiff_t(scores.size() / 2);
    std::ranges::nth_element(scores, usual);
    if (most < clearLines || most < clearPeak * *usual || std::abs(best) > widest - 1)
        return std::nullopt;
    const double from = best - 0.5;
    for (int i = 0; i <= 20; ++i) {
        const double degrees = from + i * 0.05;
        if (const double score = jumps(spots, degrees, bins); score > most) {
            most = score;
            best = degrees;
        }
    }
    return best;
}

}
