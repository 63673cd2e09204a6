#include "decoders.h"
#include "row_scaler.h"

#include <png.h>

#include <csetjmp>
#include <cstring>
#include <vector>

namespace nadi::pages
{

namespace
{

constexpr png_alloc_size_t maxAncillaryChunk = 4 * 1024 * 1024; // a zTXt or iCCP bomb unpacks no further

// libpng leaves by longjmp: everything with a destructor is a member, so that no frame of ours is jumped over.
class PngReader
{
public:
    explicit PngReader(QByteArrayView bytes)
        : m_bytes(bytes)
        , m_png(png_create_read_struct(PNG_LIBPNG_VER_STRING, this, escape, [](png_structp, png_const_charp) { }))
        , m_info(m_png ? png_create_info_struct(m_png) : nullptr)
    {
        if (!m_info)
            throw std::bad_alloc();
    }
    ~PngReader() { png_destroy_read_struct(&m_png, &m_info, nullptr); }
    Q_DISABLE_COPY_MOVE(PngReader)

    bool start()
    {
        if (setjmp(m_escape))
            return false;
        png_set_read_fn(m_png, this, read);
        png_set_chunk_malloc_max(m_png, maxAncillaryChunk);
        png_set_chunk_cache_max(m_png, 64);
        png_read_info(m_png, m_info);
        png_set_expand(m_png);
        png_set_scale_16(m_png);
        png_set_gray_to_rgb(m_png);
        png_set_add_alpha(m_png, 0xFF, PNG_FILLER_AFTER);
        double gamma = 0;
        if (!hasProfile() && png_get_gAMA(m_png, m_info, &gamma) == PNG_INFO_gAMA)
            png_set_gamma(m_png, PNG_DEFAULT_sRGB, gamma);
        m_passes = png_set_interlace_handling(m_png);
        png_read_update_info(m_png, m_info);
        return png_get_rowbytes(m_png, m_info) == size_t(size().width()) * 4;
    }
    bool readRow(uchar *row)
    {
        if (setjmp(m_escape))
            return false;
        png_read_row(m_png, row, nullptr);
        return true;
    }
    bool finish()
    {
        if (setjmp(m_escape))
            return false;
        png_read_end(m_png, nullptr);
        return true;
    }

    QSize size() const
    {
        return QSize(int(png_get_image_width(m_png, m_info)), int(png_get_image_height(m_png, m_info)));
    }
    int passes() const { return m_passes; }
    bool ranOut() const { return m_ranOut; }
    QByteArray profile() const
    {
        png_charp name = nullptr;
        png_bytep data = nullptr;
        png_uint_32 length = 0;
        int method = 0;
        const bool found = png_get_iCCP(m_png, m_info, &name, &method, &data, &length) & PNG_INFO_iCCP;
        return found ? QByteArray(reinterpret_cast<const char *>(data), qsizetype(length)) : QByteArray();
    }

private:
    bool hasProfile() const { return png_get_valid(m_png, m_info, PNG_INFO_iCCP | PNG_INFO_sRGB) != 0; }
    static void escape(png_structp png, png_const_charp)
    {
        std::longjmp(static_cast<PngReader *>(png_get_error_ptr(png))->m_escape, 1);
    }
    static void read(png_structp png, png_bytep out, size_t length)
    {
        auto *self = static_cast<PngReader *>(png_get_io_ptr(png));
        if (size_t(self->m_bytes.size() - self->m_at) < length) {
            self->m_ranOut = true;
            png_error(png, "end of data");
        }
        std::memcpy(out, self->m_bytes.data() + self->m_at, length);
        self->m_at += qsizetype(length);
    }

    QByteArrayView m_bytes;
    qsizetype m_at = 0;
    png_structp m_png;
    png_infop m_info;
    std::jmp_buf m_escape{};
    int m_passes = 1;
    bool m_ranOut = false;
};

}

Result<Raster> decodePng(QByteArrayView bytes)
{
    PngReader reader(bytes);
    const auto broken = [&] { return unreadable(reader.ranOut() ? "DOC-TRUNCATED" : "DOC-CORRUPT", "PNG"); };
    if (!reader.start())
        return broken();
    const QSize size = reader.size();
    const QSize target = printSize(size);
    const size_t stride = size_t(size.width()) * 4;
    // Interlacing scatters every row over seven passes: only then does the whole picture have to stand in memory.
    const bool interlaced = reader.passes() > 1;
    std::vector<uchar> rows(interlaced ? stride * size_t(size.height()) : stride);
    for (int pass = 0; interlaced && pass < reader.passes(); ++pass) {
        for (int y = 0; y < size.height(); ++y) {
            if (!reader.readRow(rows.data() + size_t(y) * stride))
                return broken();
        }
    }
    RowScaler scaler(size, target);
    std::vector<uchar> rgb(size_t(size.width()) * 3);
    for (int y = 0; y < size.height(); ++y) {
        if (!interlaced && !reader.readRow(rows.data()))
            return broken();
        flattenRow(rows.data() + (interlaced ? size_t(y) * stride : 0), rgb.data(), size.width());
        scaler.addRow(rgb.data());
    }
    if (!reader.finish())
        return broken();
    return Raster{scaler.take(), reader.profile(), target != size};
}

}
