#include "documents/pdf_image.h"

#include "documents/byte_cursor.h"
#include "documents/heads.h"
#include "documents/sniff.h"

namespace nadi::documents
{

namespace
{

tl::unexpected<Error> notAnImage(const char *why)
{
    return fail(ErrorKind::Invalid, QStringLiteral("PDF-IMAGE"), QString::fromLatin1(why));
}

QByteArray dictionaryOf(QSize size, QByteArrayView colours, int bits, QByteArrayView filter)
{
    return "/Type /XObject /Subtype /Image /Width " + QByteArray::number(size.width()) + " /Height "
        + QByteArray::number(size.height()) + " /ColorSpace " + colours.toByteArray() + " /BitsPerComponent "
        + QByteArray::number(bits) + ' ' + filter.toByteArray();
}

Result<PdfImage> fromJpeg(const QByteArray &image)
{
    const auto head = jpegHead(image);
    if (!head || head->size.isEmpty() || (head->channels != 1 && head->channels != 3))
        return notAnImage("JPEG");
    return PdfImage{head->size,
        dictionaryOf(head->size, head->channels == 1 ? "/DeviceGray" : "/DeviceRGB", 8, "/Filter /DCTDecode"), image};
}

struct PlainPng
{
    int bits = 0;
    QByteArray colours;
    int components = 1;
    QByteArray rows; ///< the zlib stream, PNG predictors inside, as PDF's FlateDecode takes it
};

std::optional<PlainPng> plainPng(QByteArrayView bytes)
{
    ByteCursor cursor(bytes);
    cursor.skip(8 + 8 + 8);
    PlainPng png;
    png.bits = cursor.u8();
    const int colourType = cursor.u8();
    cursor.skip(2);
    const int interlaced = cursor.u8();
    cursor.skip(4);
    if (interlaced || png.bits > 8 || (colourType != 0 && colourType != 2 && colourType != 3))
        return std::nullopt;
    png.components = colourType == 2 ? 3 : 1;
    png.colours = colourType == 0 ? "/DeviceGray" : "/DeviceRGB";
    while (!cursor.atEnd()) {
        const quint32 length = cursor.u32();
        const auto type = cursor.bytes(4);
        const auto chunk = cursor.bytes(length);
        cursor.skip(4);
        if (type == "tRNS")
            return std::nullopt;
        if (type == "PLTE" && colourType == 3)
            png.colours = "[/Indexed /DeviceRGB " + QByteArray::number(chunk.size() / 3 - 1) + " <"
                + chunk.toByteArray().toHex() + ">]";
        if (type == "IDAT")
            png.rows.append(chunk);
    }
    return png;
}

Result<PdfImage> fromPng(const QByteArray &image)
{
    const auto whole = preflight(image, {}, PageLimits{});
    if (!whole)
        return notAnImage("PNG");
    const auto size = whole->images.first().size;
    const auto png = plainPng(image);
    if (!png)
        return notAnImage("PNG with alpha, interlacing or 16 bits");
    const QByteArray predictor = "/Filter /FlateDecode /DecodeParms << /Predictor 15 /Colors "
        + QByteArray::number(png->components) + " /BitsPerComponent " + QByteArray::number(png->bits) + " /Columns "
        + QByteArray::number(size.width()) + " >>";
    return PdfImage{size, dictionaryOf(size, png->colours, png->bits, predictor), png->rows};
}

}

Result<PdfImage> pdfImage(const QByteArray &image)
{
    const auto kind = sniff(image);
    if (kind == FileKind::Jpeg)
        return fromJpeg(image);
    if (kind == FileKind::Png)
        return fromPng(image);
    return notAnImage("neither JPEG nor PNG");
}

}
