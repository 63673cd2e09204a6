#include "paper.h"

#include <QPainter>
#include <QPrinter>
#include <QPrinterInfo>
#include <QSaveFile>
#include <QtConcurrent>

namespace nadi::ui
{
namespace
{

// As wide as on the person's phone would be too small to scan.
constexpr double cardWidthMm = 120;
constexpr double mmPerInch = 25.4;

QRectF areaOf(const QPrinter &printer, const QImage &picture, OnPage place)
{
    const QRectF page = QRectF(QPointF(), printer.pageRect(QPrinter::DevicePixel).size());
    if (place == OnPage::Whole)
        return {QPointF(), QSizeF(picture.size()).scaled(page.size(), Qt::KeepAspectRatio)};
    const double width = cardWidthMm / mmPerInch * printer.resolution();
    return {0, 0, width, width * picture.height() / picture.width()};
}

Done print(const QImage &picture, OnPage place, const QString &title, const QString &pdf)
{
    if (pdf.isEmpty() && QPrinterInfo::defaultPrinter().isNull())
        return fail(ErrorKind::NotFound, QStringLiteral("PAPER-PRINTER"));
    QPrinter printer(QPrinter::HighResolution);
    printer.setPageSize(QPageSize(QPageSize::A4));
    printer.setDocName(title);
    if (!pdf.isEmpty()) {
        printer.setOutputFormat(QPrinter::PdfFormat);
        printer.setOutputFileName(pdf);
    }
    QPainter painter;
    if (!painter.begin(&printer))
        return fail(ErrorKind::Unavailable, QStringLiteral("PAPER-PRINT"));
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(areaOf(printer, picture, place), picture);
    return painter.end() ? Done() : fail(ErrorKind::Unavailable, QStringLiteral("PAPER-PRINT"));
}

}

QFuture<Done> saveBytes(const QString &file, const QByteArray &bytes)
{
    return QtConcurrent::run([file, bytes]() -> Done {
        QSaveFile out(file);
        if (!out.open(QIODevice::WriteOnly) || out.write(bytes) != bytes.size() || !out.commit())
            return fail(ErrorKind::Storage, QStringLiteral("PAPER-WRITE"));
        return {};
    });
}

QFuture<Done> printPicture(const QImage &picture, OnPage place, const QString &title, const QString &pdf)
{
    return QtConcurrent::run([picture, place, title, pdf] { return print(picture, place, title, pdf); });
}

}
