#include "decoders.h"
#include "row_scaler.h"

#include <tiffio.h>

#include <algorithm>
#include <cstring>
#include <memory>
#include <vector>

namespace nadi::pages
{

namespace
{

struct Source
{
    QByteArrayView bytes;
    toff_t at = 0;
};

tmsize_t readFrom(thandle_t handle, void *out, tmsize_t length)
{
    auto *source = static_cast<Source *>(handle);
    const auto left
        = source->at < toff_t(source->bytes.size()) ? tmsize_t(toff_t(source->bytes.size()) - source->at) : 0;
    const auto count = std::min(length, left);
    if (count > 0)
        std::memcpy(out, source->bytes.data() + source->at, size_t(count));
    source->at += toff_t(std::max<tmsize_t>(count, 0));
    return count;
}
tmsize_t writeNothing(thandle_t, void *, tmsize_t)
{
    return 0;
}
toff_t seekIn(thandle_t handle, toff_t offset, int whence)
{
    auto *source = static_cast<Source *>(handle);
    source->at = whence == SEEK_SET ? offset
        : whence == SEEK_CUR        ? source->at + offset
                                    : toff_t(source->bytes.size()) + offset;
    return source->at;
}
int closeNothing(thandle_t)
{
    return 0;
}
toff_t sizeOf(thandle_t handle)
{
    return toff_t(static_cast<Source *>(handle)->bytes.size());
}

using Tiff = std::unique_ptr<TIFF, decltype(&TIFFClose)>;

Tiff openAt(Source &source, int page)
{
    TIFFSetErrorHandler(nullptr);
    TIFFSetWarningHandler(nullptr);
    Tiff tiff(
        TIFFClientOpen("page", "rm", &source, readFrom, writeNothing, seekIn, closeNothing, sizeOf, nullptr, nullptr),
        TIFFClose);
    for (int found = -1; tiff;) {
        uint32_t subfile = 0;
        TIFFGetFieldDefaulted(tiff.get(), TIFFTAG_SUBFILETYPE, &subfile);
        if (!(subfile & (FILETYPE_REDUCEDIMAGE | FILETYPE_MASK)) && ++found == page)
            break;
        if (!TIFFReadDirectory(tiff.get()))
            tiff.reset();
    }
    return tiff;
}

// Fax machines scan 204 dots across and 98 or 196 down: shown square, the page would be half as tall.
QSize squarePixels(TIFF *tiff, QSize size)
{
    float across = 0;
    float down = 0;
    if (!TIFFGetField(tiff, TIFFTAG_XRESOLUTION, &across) || !TIFFGetField(tiff, TIFFTAG_YRESOLUTION, &down))
        return size;
    if (!(across > 0 && down > 0) || across / down > 4 || down / across > 4)
        return size;
    if (across > down * 1.02F)
        return QSize(size.width(), qRound(float(size.height()) * across / down));
    if (down > across * 1.02F)
        return QSize(qRound(float(size.width()) * down / across), size.height());
    return size;
}

// libtiff packs ABGR with the alpha already multiplied in.
void unpackRow(const uint32_t *packed, uchar *rgb, int pixels)
{
    for (int i = 0; i < pixels; ++i, rgb += 3) {
        const uint32_t paper = 255 - TIFFGetA(packed[i]);
        rgb[0] = uchar(std::min<uint32_t>(255, TIFFGetR(packed[i]) + paper));
        rgb[1] = uchar(std::min<uint32_t>(255, TIFFGetG(packed[i]) + paper));
        rgb[2] = uchar(std::min<uint32_t>(255, TIFFGetB(packed[i]) + paper));
    }
}

/// Feeds the rows of a page, a strip at a time where the page is stored in strips.
bool readRows(TIFF *tiff, QSize size, RowScaler &scaler)
{
    const int width = size.width();
    uint32_t stripRows = 0;
    TIFFGetFieldDefaulted(tiff, TIFFTAG_ROWSPERSTRIP, &stripRows);
    const bool strips = !TIFFIsTiled(tiff) && stripRows > 0;
    const int step = strips ? int(std::min<uint32_t>(stripRows, uint32_t(size.height()))) : size.height();
    std::vector<uint32_t> packed(size_t(width) * size_t(step));
    std::vector<uchar> rgb(size_t(width) * 3);
    for (int y = 0; y < size.height(); y += step) {
        const int rows = std::min(step, size.height() - y);
        const bool read = strips
            ? TIFFReadRGBAStripExt(tiff, uint32_t(y), packed.data(), 1)
            : TIFFReadRGBAImageOriented(tiff, uint32_t(width), uint32_t(rows), packed.data(), ORIENTATION_BOTLEFT, 1);
        if (!read)
            return false;
        for (int row = rows - 1; row >= 0; --row) { // both ways hand out the lowest row first
            unpackRow(packed.data() + size_t(row) * size_t(width), rgb.data(), width);
            scaler.addRow(rgb.data());
        }
    }
    return true;
}

}

Result<Raster> decodeTiff(QByteArrayView bytes, int page)
{
    Source source{bytes};
    const Tiff tiff = openAt(source, page);
    uint32_t width = 0;
    uint32_t height = 0;
    if (!tiff || !TIFFGetField(tiff.get(), TIFFTAG_IMAGEWIDTH, &width)
        || !TIFFGetField(tiff.get(), TIFFTAG_IMAGELENGTH, &height))
        return unreadable("DOC-CORRUPT", "TIFF");
    // The page is turned later, with all other formats; libtiff would turn each strip by itself.
    TIFFSetField(tiff.get(), TIFFTAG_ORIENTATION, ORIENTATION_TOPLEFT);
    const QSize size{int(width), int(height)};
    const QSize square = squarePixels(tiff.get(), size);
    const QSize target = printSize(square);
    RowScaler scaler(size, target);
    if (!readRows(tiff.get(), size, scaler))
        return unreadable("DOC-CORRUPT", "TIFF rows");
    uint32_t length = 0;
    void *data = nullptr;
    uint16_t photometric = 0;
    TIFFGetField(tiff.get(), TIFFTAG_PHOTOMETRIC, &photometric);
    QByteArray profile;
    if (photometric != PHOTOMETRIC_SEPARATED && TIFFGetField(tiff.get(), TIFFTAG_ICCPROFILE, &length, &data))
        profile = QByteArray(static_cast<const char *>(data), qsizetype(length));
    return Raster{scaler.take(), profile, target.width() < square.width()};
}

}
