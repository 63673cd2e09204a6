#include "documents/ink_map.h"

#include <cmath>
#include <numbers>

namespace nadi::documents
{

namespace
{

/// One pass of a sliding window along one axis.
template <class Combine>
Map slid(const Map &map, int radius, int dx, int dy, Combine combine)
{
    Map out = emptyMap(map.width, map.height);
    for (int y = 0; y < map.height; ++y) {
        for (int x = 0; x < map.width; ++x) {
            float value = map.at(x, y);
            for (int i = -radius; i <= radius; ++i)
                if (i != 0)
                    value = combine(value, map.clamped(x + i * dx, y + i * dy));
            out.values[size_t(y) * size_t(map.width) + size_t(x)] = value;
        }
    }
    return out;
}

}

Map emptyMap(int width, int height)
{
    return {width, height, std::vector<float>(size_t(width) * size_t(height))};
}

Map brightest(const Map &map, int radius)
{
    const auto larger = [](float a, float b) { return std::max(a, b); };
    return slid(slid(map, radius, 1, 0, larger), radius, 0, 1, larger);
}

Map smoothed(const Map &map, int radius)
{
    const auto add = [](float a, float b) { return a + b; };
    Map out = slid(slid(map, radius, 1, 0, add), radius, 0, 1, add);
    const auto count = float((2 * radius + 1) * (2 * radius + 1));
    for (float &value : out.values)
        value /= count;
    return out;
}

Look::Look(const Placing &placing, int width, int height)
    : m_placing(placing)
    , m_right(float(width - 1))
    , m_bottom(float(height - 1))
{
    const float angle = placing.degrees * std::numbers::pi_v<float> / 180;
    m_cos = std::cos(angle) / placing.scale;
    m_sin = std::sin(angle) / placing.scale;
}

Map placed(const Map &map, const Placing &placing)
{
    Map out = emptyMap(map.width, map.height);
    const Look look(placing, map.width, map.height);
    for (int y = 0; y < map.height; ++y) {
        for (int x = 0; x < map.width; ++x) {
            const auto [u, v] = look.through(x, y);
            if (!look.isOnPage({u, v}))
                continue;
            const int left = int(u);
            const int top = int(v);
            const float across = u - float(left);
            const float down = v - float(top);
            out.values[size_t(y) * size_t(map.width) + size_t(x)]
                = (map.clamped(left, top) * (1 - across) + map.clamped(left + 1, top) * across) * (1 - down)
                + (map.clamped(left, top + 1) * (1 - across) + map.clamped(left + 1, top + 1) * across) * down;
        }
    }
    return out;
}

}
