#include "clean_page.h"

#include <jpeglib.h>
#include <png.h>

#include <array>
#include <csetjmp>
#include <cstdlib>
#include <vector>

namespace nadi::pages
{

namespace
{

struct EncodeFailure : jpeg_error_mgr
{
    std::jmp_buf escape;
};

bool writeJpeg(jpeg_compress_struct &info, EncodeFailure &errors, const QImage &image, int quality, uchar *&out,
    unsigned long &size)
{
    if (setjmp(errors.escape))
        return false;
    jpeg_create_compress(&info);
    jpeg_mem_dest(&info, &out, &size);
    info.image_width = unsigned(image.width());
    info.image_height = unsigned(image.height());
    info.input_components = 3;
    info.in_color_space = JCS_RGB;
    jpeg_set_defaults(&info);
    jpeg_set_quality(&info, quality, TRUE);
    jpeg_start_compress(&info, TRUE);
    while (info.next_scanline < info.image_height) {
        auto *row = const_cast<uchar *>(image.constScanLine(int(info.next_scanline)));
        jpeg_write_scanlines(&info, &row, 1);
    }
    jpeg_finish_compress(&info);
    return true;
}

/// The colours of a picture as long as there are at most 256 of them.
class Palette
{
public:
    /// Index of a colour, or -1 when the palette is full.
    int indexOf(quint32 rgb)
    {
        size_t slot = (rgb * 2'654'435'761U) >> 22;
        while (m_slots[slot] >= 0) {
            if (m_colours[size_t(m_slots[slot])] == rgb)
                return m_slots[slot];
            slot = (slot + 1) % m_slots.size();
        }
        if (m_colours.size() == 256)
            return -1;
        m_slots[slot] = int(m_colours.size());
        m_colours.push_back(rgb);
        return m_slots[slot];
    }
    const std::vector<quint32> &colours() const { return m_colours; }

    Palette() { m_slots.fill(-1); }

private:
    std::array<int, 1024> m_slots{};
    std::vector<quint32> m_colours;
};

std::vector<uchar> indexed(const QImage &image, Palette &palette)
{
    std::vector<uchar> indices;
    indices.reserve(size_t(image.width()) * size_t(image.height()));
    quint32 last = 0;
    int lastIndex = -1;
    for (int y = 0; y < image.height(); ++y) {
        const uchar *p = image.constScanLine(y);
        for (int x = 0; x < image.width(); ++x, p += 3) {
            const quint32 rgb = quint32(p[0]) << 16 | quint32(p[1]) << 8 | p[2];
            if (lastIndex < 0 || rgb != last) {
                lastIndex = palette.indexOf(rgb);
                if (lastIndex < 0)
                    return {};
                last = rgb;
            }
            indices.push_back(uchar(lastIndex));
        }
    }
    return indices;
}

struct PngSink
{
    png_structp png = nullptr;
    png_infop info = nullptr;
    std::jmp_buf escape{};
    QByteArray out;
};

bool writePng(
    PngSink &sink, const QImage &image, const std::vector<uchar> &indices, const std::vector<png_color> &colours)
{
    if (setjmp(sink.escape))
        return false;
    const auto count = int(colours.size());
    const int bits = count <= 2 ? 1 : count <= 4 ? 2 : count <= 16 ? 4 : 8;
    png_set_write_fn(
        sink.png, &sink,
        [](png_structp png, png_bytep data, size_t size) {
            static_cast<PngSink *>(png_get_io_ptr(png))
                ->out.append(reinterpret_cast<const char *>(data), qsizetype(size));
        },
        [](png_structp) {});
    png_set_IHDR(sink.png, sink.info, unsigned(image.width()), unsigned(image.height()), bits, PNG_COLOR_TYPE_PALETTE,
        PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
    png_set_PLTE(sink.png, sink.info, colours.data(), count);
    png_set_filter(sink.png, PNG_FILTER_TYPE_BASE, PNG_FILTER_NONE);
    png_write_info(sink.png, sink.info);
    png_set_packing(sink.png);
    for (int y = 0; y < image.height(); ++y)
        png_write_row(sink.png, indices.data() + size_t(y) * size_t(image.width()));
    png_write_end(sink.png, sink.info);
    return true;
}

}

QByteArray encodeJpeg(const QImage &image, int quality)
{
    jpeg_compress_struct info{};
    EncodeFailure errors{};
    info.err = jpeg_std_error(&errors);
    errors.error_exit = [](j_common_ptr failed) { std::longjmp(static_cast<EncodeFailure *>(failed->err)->escape, 1); };
    uchar *out = nullptr;
    unsigned long size = 0;
    const bool written = writeJpeg(info, errors, image, quality, out, size);
    const QByteArray bytes(reinterpret_cast<const char *>(out), written ? qsizetype(size) : 0);
    jpeg_destroy_compress(&info);
    std::free(out);
    if (!written)
        throw std::bad_alloc(); // the only way to fail on pixels of our own
    return bytes;
}

QByteArray encodeLineArt(const QImage &image)
{
    Palette palette;
    const auto indices = indexed(image, palette);
    if (indices.empty())
        return {};
    std::vector<png_color> colours;
    for (const quint32 rgb : palette.colours())
        colours.push_back({png_byte(rgb >> 16), png_byte(rgb >> 8), png_byte(rgb)});
    PngSink sink;
    sink.png = png_create_write_struct(
        PNG_LIBPNG_VER_STRING, &sink,
        [](png_structp png, png_const_charp) {
            std::longjmp(static_cast<PngSink *>(png_get_error_ptr(png))->escape, 1);
        },
        [](png_structp, png_const_charp) {});
    sink.info = sink.png ? png_create_info_struct(sink.png) : nullptr;
    const bool written = sink.info && writePng(sink, image, indices, colours);
    png_destroy_write_struct(&sink.png, &sink.info);
    if (!written)
        throw std::bad_alloc();
    return sink.out;
}

}
