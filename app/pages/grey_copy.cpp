#include "grey_copy.h"

#include <algorithm>

namespace nadi::pages
{

GreyCopy greyCopy(const QImage &image, int longSide)
{
    const int block = std::max(1, (std::max(image.width(), image.height()) + longSide - 1) / longSide);
    GreyCopy copy{std::max(1, image.width() / block), std::max(1, image.height() / block), double(block), {}};
    copy.pixels.reserve(size_t(copy.width) * size_t(copy.height));
    const int down = std::min(block, image.height());
    const int across = std::min(block, image.width());
    std::vector<int> sums(size_t(copy.width));
    for (int y = 0; y < copy.height; ++y) {
        std::ranges::fill(sums, 0);
        for (int row = 0; row < down; ++row) {
            const uchar *p = image.constScanLine(y * block + row);
            for (int x = 0; x < copy.width; ++x)
                for (int i = 0; i < across; ++i, p += 3)
                    sums[size_t(x)] += p[0] + p[1] + p[2];
        }
        for (const int sum : sums)
            copy.pixels.push_back(uchar(sum / (3 * down * across)));
    }
    return copy;
}

double paperLight(const GreyCopy &copy, const QRect &area)
{
    constexpr int block = 8;
    const QRect inside = QRect(int(area.x() / copy.shrink), int(area.y() / copy.shrink),
        int(area.width() / copy.shrink), int(area.height() / copy.shrink))
                             .intersected(QRect(0, 0, copy.width, copy.height));
    std::vector<uchar> brightest;
    for (int top = inside.top(); top <= inside.bottom(); top += block) {
        for (int left = inside.left(); left <= inside.right(); left += block) {
            uchar most = 0;
            for (int y = top; y <= std::min(top + block - 1, inside.bottom()); ++y)
                for (int x = left; x <= std::min(left + block - 1, inside.right()); ++x)
                    most = std::max(most, copy.at(x, y));
            brightest.push_back(most);
        }
    }
    if (brightest.empty())
        return 1;
    const auto paper = brightest.begin() + std::ptrdiff_t(brightest.size() * 3 / 4);
    std::ranges::nth_element(brightest, paper);
    return *paper / 255.0;
}

}
