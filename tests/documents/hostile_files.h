#pragma once

#include "picture_files.h"

#include <QList>
#include <QSize>

namespace nadi::test
{

// Heads that claim a size, with nothing behind them: what a bomb looks like before it is decoded.

inline QByteArray jpegClaiming(quint16 width, quint16 height)
{
    return "\xFF\xD8\xFF\xC0" + bigEndian(quint16(11)) + '\x08' + bigEndian(height) + bigEndian(width)
        + QByteArray("\x01\x01\x11\x00", 4) + QByteArray("\xFF\xDA\x00\x08\x01\x01\x00\x00\x3F\x00\x00", 11)
        + "\xFF\xD9";
}

inline QByteArray tiffEntry(quint16 tag, quint16 type, quint32 value)
{
    return bigEndian(tag) + bigEndian(type) + bigEndian(quint32(1)) + bigEndian(value);
}

/// One directory per size. The last one points to `last`: 0 ends the chain, another offset makes a loop.
inline QByteArray tiffClaiming(const QList<QSize> &pages, quint32 last = 0)
{
    constexpr quint32 directorySize = 2 + 2 * 12 + 4;
    QByteArray tiff = "MM" + bigEndian(quint16(42)) + bigEndian(quint32(8));
    for (qsizetype i = 0; i < pages.size(); ++i) {
        const bool more = i + 1 < pages.size();
        tiff += bigEndian(quint16(2)) + tiffEntry(256, 4, quint32(pages[i].width()))
            + tiffEntry(257, 4, quint32(pages[i].height()))
            + bigEndian(more ? quint32(tiff.size()) + directorySize : last);
    }
    return tiff;
}

inline QByteArray webpClaiming(int width, int height)
{
    const quint32 packed = quint32(width - 1) | quint32(height - 1) << 14;
    QByteArray content = "\x2F";
    for (int shift = 0; shift < 32; shift += 8)
        content += char(packed >> shift & 0xFF);
    content += QByteArray(3, '\0');
    const auto littleEndian = [](quint32 value) { return bigEndian(qbswap(value)); };
    const QByteArray body = "WEBPVP8L" + littleEndian(quint32(content.size())) + content;
    return "RIFF" + littleEndian(quint32(body.size())) + body;
}

inline QByteArray box(const QByteArray &type, const QByteArray &content)
{
    return bigEndian(quint32(content.size() + 8)) + type + content;
}

inline QByteArray heicClaiming(quint32 width, quint32 height)
{
    const QByteArray flags(4, '\0');
    const auto extents = box("ispe", flags + bigEndian(width) + bigEndian(height));
    return box("ftyp", "heic" + flags + "mif1heic") + box("meta", flags + box("iprp", box("ipco", extents)));
}

/// A PDF from its numbered objects, cross-reference table and all.
inline QByteArray pdfOfObjects(const QList<QByteArray> &objects)
{
    QByteArray pdf = "%PDF-1.7\n";
    QList<qsizetype> offsets;
    for (qsizetype i = 0; i < objects.size(); ++i) {
        offsets.append(pdf.size());
        pdf += QByteArray::number(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
    }
    const auto table = pdf.size();
    const auto count = QByteArray::number(objects.size() + 1);
    pdf += "xref\n0 " + count + "\n0000000000 65535 f \n";
    for (const auto offset : std::as_const(offsets))
        pdf += QByteArray::number(offset).rightJustified(10, '0') + " 00000 n \n";
    return pdf + "trailer\n<< /Size " + count + " /Root 1 0 R >>\nstartxref\n" + QByteArray::number(table)
        + "\n%%EOF\n";
}

inline QByteArray pdfStream(const QByteArray &dictionary, const QByteArray &data)
{
    return "<< " + dictionary + " /Length " + QByteArray::number(data.size()) + " >>\nstream\n" + data + "\nendstream";
}

/// `count` pages that share one content; `catalog` goes into the catalog, `page` into each page.
inline QByteArray pdfWith(int count, const QByteArray &content = "0 0 0 rg 100 100 200 300 re f",
    const QByteArray &catalog = {}, const QByteArray &page = {}, const QByteArray &contentFilter = {})
{
    QByteArray kids;
    QList<QByteArray> objects{
        "<< /Type /Catalog /Pages 2 0 R " + catalog + " >>", {}, pdfStream(contentFilter, content)};
    for (int i = 0; i < count; ++i) {
        objects.append("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 3 0 R " + page + " >>");
        kids += QByteArray::number(objects.size()) + " 0 R ";
    }
    objects[1] = "<< /Type /Pages /Count " + QByteArray::number(count) + " /Kids [" + kids + "] >>";
    return pdfOfObjects(objects);
}

/// An empty ZIP: its end record alone.
inline const QByteArray emptyZip = QByteArray("PK\x05\x06", 4) + QByteArray(18, '\0');

}
