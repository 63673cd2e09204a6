#include "journeys/sample_prescription.h"

#include <QBuffer>
#include <QImage>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QTransform>

namespace nadi::test
{
namespace
{
constexpr const char16_t *lines[] = {
    u"1.  Ashwagandha churna            3 g, with warm milk, at night, 30 days",
    u"2.  Triphala guggulu              2 tablets, twice a day after food, 15 days",
    u"3.  Dashamoolarishta              15 ml with water, twice a day after food",
    u"     Diet: light and warm, no curd at night. Walk after dinner.",
    u"     Review after 15 days.",
};

void draw(QPainter &painter, QSizeF size, const QString &patient, int page)
{
    const auto unit = size.width() / 210; // one millimetre of an A4 page
    const auto text = [&](double x, double y, double height, const QString &words, bool bold = false) {
        QFont font(QStringLiteral("Noto Sans"));
        font.setPixelSize(std::max(1, int(height * unit)));
        font.setBold(bold);
        painter.setFont(font);
        painter.drawText(QPointF(x * unit, y * unit), words);
    };
    painter.setPen(QPen(QColor(28, 86, 67), 0.6 * unit));
    text(20, 28, 8, QStringLiteral("Kumbha Road clinic"), true);
    text(20, 36, 4, QStringLiteral("Dr Iravati Joshi, BAMS, MD (Ayurveda)   Reg. MCIM-I-45821"));
    painter.drawLine(QPointF(20 * unit, 42 * unit), QPointF(190 * unit, 42 * unit));
    painter.setPen(Qt::black);
    text(20, 54, 5, patient, true);
    text(150, 54, 4, QStringLiteral("Page %1").arg(page));
    text(20, 72, 9, QStringLiteral("Rx"), true);
    // Each page looks different from the others, or the desk is asked whether it is the same paper twice (B17).
    double y = 86 + 40 * (page - 1);
    for (const auto *line : lines) {
        text(20, y, 4.6, QString::fromUtf16(line));
        y += 12;
    }
    if (page > 1) // a stamp below the text, left on even pages and right on odd ones
        painter.fillRect(
            QRectF((page % 2 == 0 ? 20 : 110) * unit, 240 * unit, 70 * unit, 12 * page * unit), QColor(28, 86, 67));
}
}

QByteArray prescriptionPdf(const QString &patient, int pages, int firstPage)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        writer.setPageSize(QPageSize(QPageSize::A4));
        writer.setPageMargins({});
        writer.setResolution(150);
        QPainter painter(&writer);
        for (int page = firstPage; page < firstPage + pages; ++page) {
            if (page > firstPage)
                writer.newPage();
            draw(painter, QSizeF(writer.width(), writer.height()), patient, page);
        }
    }
    return bytes;
}

QByteArray prescriptionPhoto(const QString &patient)
{
    QImage upright(1500, 2120, QImage::Format_RGB888);
    upright.fill(QColor(250, 247, 238));
    {
        QPainter painter(&upright);
        painter.setRenderHint(QPainter::Antialiasing);
        draw(painter, upright.size(), patient, 1);
    }
    QByteArray jpeg;
    QBuffer buffer(&jpeg);
    buffer.open(QIODevice::WriteOnly);
    upright.transformed(QTransform().rotate(-90)).save(&buffer, "JPEG", 88);
    // APP1 with one TIFF entry: Orientation (0x0112) SHORT 6, "turn right to see upright" (Exif 2.3, 4.6.4).
    static constexpr char exif[] = "\xff\xe1\x00\x22"
                                   "Exif\0\0"
                                   "MM\0\x2a\0\0\0\x08"
                                   "\0\x01"
                                   "\x01\x12\0\x03\0\0\0\x01\0\x06\0\0"
                                   "\0\0\0\0";
    return jpeg.left(2) + QByteArray(exif, sizeof exif - 1) + jpeg.mid(2);
}

}
