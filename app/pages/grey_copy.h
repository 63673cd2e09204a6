#pragma once

#include <QImage>
#include <QRect>

#include <vector>

namespace nadi::pages
{

/// A page in grey at a small size, for looking at it as a whole.
struct GreyCopy
{
    int width = 0;
    int height = 0;
    double shrink = 1; ///< pixels of the page per pixel of the copy
    std::vector<uchar> pixels;

    uchar at(int x, int y) const { return pixels[size_t(y) * size_t(width) + size_t(x)]; }
};

/// Averages whole blocks of pixels until the longer side is at most `longSide`. `image` is Format_RGB888.
GreyCopy greyCopy(const QImage &image, int longSide);

/// How bright the paper is, 0 … 1, inside `area` of the page (its pixels): writing, shadows and lamps in the picture
/// count little.
double paperLight(const GreyCopy &copy, const QRect &area);

}
