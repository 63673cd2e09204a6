#pragma once

// Private to the room: small grey maps, and how one lies on another.

#include <algorithm>
#include <utility>
#include <vector>

namespace nadi::documents
{

struct Map
{
    int width = 0;
    int height = 0;
    std::vector<float> values;

    float at(int x, int y) const { return values[size_t(y) * size_t(width) + size_t(x)]; }
    float clamped(int x, int y) const { return at(std::clamp(x, 0, width - 1), std::clamp(y, 0, height - 1)); }
};

Map emptyMap(int width, int height);

/// `pick(x, y)` of a larger picture, averaged over what falls into each value.
template <class Pick>
Map averaged(int width, int height, int sourceWidth, int sourceHeight, Pick pick)
{
    Map map = emptyMap(width, height);
    for (int y = 0; y < height; ++y) {
        const int top = y * sourceHeight / height;
        const int bottom = std::max(top + 1, (y + 1) * sourceHeight / height);
        for (int x = 0; x < width; ++x) {
            const int left = x * sourceWidth / width;
            const int right = std::max(left + 1, (x + 1) * sourceWidth / width);
            float sum = 0;
            for (int v = top; v < bottom; ++v)
                for (int u = left; u < right; ++u)
                    sum += pick(u, v);
            map.values[size_t(y) * size_t(width) + size_t(x)] = sum / float((bottom - top) * (right - left));
        }
    }
    return map;
}

/// The largest value within `radius`, along both axes.
Map brightest(const Map &map, int radius);
/// The average within `radius`, along both axes.
Map smoothed(const Map &map, int radius);

/// How `other` lies on `one`: turned and sized about the middle, then moved.
struct Placing
{
    float dx = 0;
    float dy = 0;
    float degrees = 0;
    float scale = 1;
};

/// Where on `other` a point of `one` lies.
class Look
{
public:
    Look(const Placing &placing, int width, int height);
    std::pair<float, float> through(int x, int y) const
    {
        const float fromX = float(x) - m_right / 2 - m_placing.dx;
        const float fromY = float(y) - m_bottom / 2 - m_placing.dy;
        return {m_right / 2 + m_cos * fromX + m_sin * fromY, m_bottom / 2 - m_sin * fromX + m_cos * fromY};
    }
    bool isOnPage(std::pair<float, float> at) const
    {
        return at.first >= 0 && at.second >= 0 && at.first <= m_right && at.second <= m_bottom;
    }

private:
    Placing m_placing;
    float m_right;
    float m_bottom;
    float m_cos = 1;
    float m_sin = 0;
};

/// `map` as it lies there; 0 where it does not reach.
Map placed(const Map &map, const Placing &placing);

}
