#include "decoders.h"
#include "row_scaler.h"

#include <jerror.h>
#include <jpeglib.h>

#include <csetjmp>
#include <cstdio>
#include <cstdlib>
#include <vector>

namespace nadi::pages
{

namespace
{

// libjpeg leaves by longjmp: everything with a destructor is a member, so that no frame of ours is jumped over.
class JpegReader
{
public:
    explicit JpegReader(QByteArrayView bytes)
        : m_bytes(bytes)
    {
        m_info.err = jpeg_std_error(&m_errors);
        m_info.client_data = this;
        m_errors.error_exit = [](j_common_ptr info) { std::longjmp(self(info)->m_escape, 1); };
        m_errors.emit_message = [](j_common_ptr info, int level) { self(info)->note(level); };
        m_errors.output_message = [](j_common_ptr) { };
        jpeg_create_decompress(&m_info);
    }
    ~JpegReader() { jpeg_destroy_decompress(&m_info); }
    Q_DISABLE_COPY_MOVE(JpegReader)

    bool start()
    {
        if (setjmp(m_escape))
            return false;
        jpeg_mem_src(&m_info, reinterpret_cast<const uchar *>(m_bytes.data()), m_bytes.size());
        jpeg_save_markers(&m_info, JPEG_APP0 + 2, 0xFFFF);
        if (jpeg_read_header(&m_info, TRUE) != JPEG_HEADER_OK)
            return false;
        m_cmyk = m_info.jpeg_color_space == JCS_CMYK || m_info.jpeg_color_space == JCS_YCCK;
        m_info.out_color_space = m_cmyk ? JCS_CMYK : JCS_RGB;
        m_info.scale_denom = 8;
        m_info.scale_num = coarsestScale();
        jpeg_start_decompress(&m_info);
        return true;
    }
    bool readRow(uchar *row)
    {
        if (setjmp(m_escape))
            return false;
        return jpeg_read_scanlines(&m_info, &row, 1) == 1;
    }
    QByteArray profile()
    {
        JOCTET *data = nullptr;
        unsigned length = 0;
        if (!jpeg_read_icc_profile(&m_info, &data, &length))
            return {};
        QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(length));
        std::free(data);
        return bytes;
    }

    QSize original() const { return QSize(int(m_info.image_width), int(m_info.image_height)); }
    QSize decoded() const { return QSize(int(m_info.output_width), int(m_info.output_height)); }
    bool isCmyk() const { return m_cmyk; }
    bool isInverted() const { return m_info.saw_Adobe_marker; } // Adobe writes ink as 255 - ink
    bool isDamaged() const { return m_damaged; }
    bool isCut() const { return m_cut; }

private:
    static JpegReader *self(j_common_ptr info) { return static_cast<JpegReader *>(info->client_data); }

    // The decoder can drop to n/8 of the size for a fraction of the work; the rest is averaged by RowScaler.
    unsigned coarsestScale() const
    {
        const QSize wanted = printSize(original());
        for (unsigned n = 1; n < 8; ++n) {
            if (m_info.image_width * n / 8 >= unsigned(wanted.width())
                && m_info.image_height * n / 8 >= unsigned(wanted.height()))
                return n;
        }
        return 8;
    }
    // Missing rows would come out grey: a prescription must not lose a line in silence.
    void note(int level)
    {
        if (level >= 0)
            return;
        const int code = m_errors.msg_code;
        m_cut = m_cut || code == JWRN_JPEG_EOF;
        m_damaged = m_damaged || code == JWRN_HIT_MARKER || code == JWRN_HUFF_BAD_CODE || code == JWRN_MUST_RESYNC;
    }

    QByteArrayView m_bytes;
    jpeg_decompress_struct m_info{};
    jpeg_error_mgr m_errors{};
    std::jmp_buf m_escape{};
    bool m_cmyk = false;
    bool m_cut = false;
    bool m_damaged = false;
};

// Without a profile for ink the plain formula is what viewers show.
void cmykToRgb(const uchar *cmyk, uchar *rgb, int pixels, bool inverted)
{
    for (int i = 0; i < pixels; ++i, cmyk += 4, rgb += 3) {
        const int black = inverted ? cmyk[3] : 255 - cmyk[3];
        for (int c = 0; c < 3; ++c)
            rgb[c] = uchar((inverted ? cmyk[c] : 255 - cmyk[c]) * black / 255);
    }
}

}

Result<Raster> decodeJpeg(QByteArrayView bytes)
{
    JpegReader reader(bytes);
    if (!reader.start())
        return unreadable("DOC-CORRUPT", "JPEG");
    const QSize target = printSize(reader.original());
    RowScaler scaler(reader.decoded(), target);
    const int width = reader.decoded().width();
    std::vector<uchar> row(size_t(width) * 4);
    std::vector<uchar> rgb(size_t(width) * 3);
    while (!scaler.isComplete()) {
        if (!reader.readRow(row.data()))
            return unreadable(reader.isCut() ? "DOC-TRUNCATED" : "DOC-CORRUPT", "JPEG rows");
        if (reader.isCmyk())
            cmykToRgb(row.data(), rgb.data(), width, reader.isInverted());
        scaler.addRow(reader.isCmyk() ? rgb.data() : row.data());
    }
    if (reader.isCut())
        return unreadable("DOC-TRUNCATED", "JPEG");
    if (reader.isDamaged())
        return unreadable("DOC-CORRUPT", "JPEG data");
    // A profile of inks says nothing about the RGB made above.
    return Raster{scaler.take(), reader.isCmyk() ? QByteArray() : reader.profile(), target != reader.original()};
}

}
