#include "clean_page.h"

#include "grey_copy.h"
#include "row_scaler.h"
#include "straighten.h"

#include <QColorSpace>

#include <algorithm>
#include <cstring>
#include <vector>

namespace nadi::pages
{

namespace
{

constexpr int jpegQuality = 85;
constexpr int screenJpegQuality = 70;

// In strips below Qt's threshold for its thread pool: the sandbox has no threads, and waiting for one would never end.
void toSrgb(QImage &image, const QByteArray &icc)
{
    const auto from = QColorSpace::fromIccProfile(icc);
    if (!from.isValid() || from == QColorSpace(QColorSpace::SRgb))
        return;
    const auto transform = from.transformationToColorSpace(QColorSpace(QColorSpace::SRgb));
    const int step = std::max(1, 32'768 / image.width());
    for (int y = 0; y < image.height(); y += step) {
        const int rows = std::min(step, image.height() - y);
        QImage strip = image.copy(0, y, image.width(), rows);
        strip.applyColorTransform(transform);
        strip.convertTo(QImage::Format_RGB888); // the transform works on 32 bits
        for (int row = 0; row < rows; ++row)
            std::memcpy(image.scanLine(y + row), strip.constScanLine(row), size_t(image.width()) * 3);
    }
}

struct Point
{
    int x;
    int y;
};

// Where the pixel of the upright picture comes from (EXIF 2.32, table 4.6.4 A). `w` and `h` are of the stored picture.
Point sourceOf(int orientation, int x, int y, int w, int h)
{
    switch (orientation) {
    case 2:
        return {w - 1 - x, y};
    case 3:
        return {w - 1 - x, h - 1 - y};
    case 4:
        return {x, h - 1 - y};
    case 5:
        return {y, x};
    case 6:
        return {y, h - 1 - x};
    case 7:
        return {w - 1 - y, h - 1 - x};
    case 8:
        return {w - 1 - y, x};
    default:
        return {x, y};
    }
}

// Writing has its edges in brightness; the average of the channels is enough to find them.
std::vector<int> brightness(const QImage &image, const QRect &area)
{
    std::vector<int> grey;
    grey.reserve(size_t(area.width()) * size_t(area.height()));
    for (int y = area.top(); y <= area.bottom(); ++y) {
        const uchar *line = image.constScanLine(y) + qsizetype(area.left()) * 3;
        for (int x = 0; x < area.width(); ++x, line += 3)
            grey.push_back((line[0] + line[1] + line[2]) / 3);
    }
    return grey;
}

QImage scaled(const QImage &image, QSize target)
{
    RowScaler scaler(image.size(), target);
    for (int y = 0; y < image.height(); ++y)
        scaler.addRow(image.constScanLine(y));
    return scaler.take();
}

QByteArray encoded(const QImage &image, int quality)
{
    QByteArray jpeg = encodeJpeg(image, quality);
    // A grey scan has few colours too, but noise between them: there PNG would be many times larger.
    QByteArray png = encodeLineArt(image);
    return !png.isEmpty() && png.size() <= jpeg.size() ? png : jpeg;
}

}

QImage upright(const Raster &raster, int orientation)
{
    QImage image = raster.image;
    if (!raster.icc.isEmpty())
        toSrgb(image, raster.icc);
    if (orientation <= 1 || orientation > 8)
        return image;
    QImage turned(orientation >= 5 ? image.size().transposed() : image.size(), QImage::Format_RGB888);
    if (turned.isNull())
        throw std::bad_alloc();
    const uchar *bits = image.constBits();
    const auto stride = image.bytesPerLine();
    for (int y = 0; y < turned.height(); ++y) {
        uchar *line = turned.scanLine(y);
        for (int x = 0; x < turned.width(); ++x, line += 3) {
            const auto from = sourceOf(orientation, x, y, image.width(), image.height());
            const uchar *pixel = bits + from.y * stride + from.x * 3;
            std::copy_n(pixel, 3, line);
        }
    }
    return turned;
}

double sharpness(const QImage &image, const QRect &area)
{
    constexpr int tile = 32;
    constexpr qsizetype fewWords = 12; // tiles
    constexpr double readableVariance = 100; // the usual threshold at 8 bit
    constexpr double half = readableVariance * (1 - 0.15) / 0.15; // so that it maps to 0.15
    const int w = area.width();
    const int h = area.height();
    const auto grey = brightness(image, area);
    std::vector<double> variances;
    for (int top = 1; top + tile < h; top += tile) {
        for (int left = 1; left + tile < w; left += tile) {
            qint64 sum = 0;
            qint64 squares = 0;
            for (int y = top; y < top + tile; ++y) {
                for (int x = left; x < left + tile; ++x) {
                    const int *p = grey.data() + qsizetype(y) * w + x;
                    const int laplacian = p[-1] + p[1] + p[-w] + p[w] - 4 * p[0];
                    sum += laplacian;
                    squares += laplacian * laplacian;
                }
            }
            const double mean = double(sum) / (tile * tile);
            variances.push_back(double(squares) / (tile * tile) - mean * mean);
        }
    }
    if (variances.empty())
        return 0;
    const auto busiest = std::min<qsizetype>(fewWords, qsizetype(variances.size()));
    std::partial_sort(variances.begin(), variances.begin() + busiest, variances.end(), std::greater<>());
    double mean = 0;
    for (qsizetype i = 0; i < busiest; ++i)
        mean += variances[size_t(i)] / double(busiest);
    return mean / (mean + half);
}

documents::protocol::Page cleanPage(const QImage &upright, bool reduced, const documents::Rendition &wanted)
{
    const bool straighten = wanted.straighten == documents::Rendition::Straighten::Yes;
    const auto how = straighten ? straighteningFor(upright) : asItLies(upright);
    // Measured before anything is turned: blending softens, and the table beside a sheet may be sharper than it.
    const double sharp = sharpness(upright, how.page);
    const double light = paperLight(greyCopy(upright, 800), how.page);
    QImage page = straightened(upright, how);
    const bool screen = wanted.size == documents::Rendition::Size::Screen;
    if (screen && screenSize(page.size()) != page.size()) {
        page = scaled(page, screenSize(page.size()));
        reduced = true;
    }
    auto image = encoded(page, screen ? screenJpegQuality : jpegQuality);
    return {std::move(image), reduced, sharp, light, -how.skew, how.crop};
}

}
