#include "card_paper.h"

#include <QPainter>
#include <QPrinter>
#include <QPrinterInfo>
#include <QSaveFile>
#include <QtConcurrent>

namespace nadi::ui
{
namespace
{
// A card is as wide as on the person's phone would be too small to scan: a third of the page reads well.
constexpr double cardWidthMm = 120;
constexpr double mmPerInch = 25.4;

Done print(const QImage &card, const QString &pdf)
{
    if (pdf.isEmpty() && QPrinterInfo::defaultPrinter().isNull())
        return fail(ErrorKind::NotFound, QStringLiteral("CARD-PRINTER"));
    QPrinter printer(QPrinter::HighResolution);
    printer.setPageSize(QPageSize(QPageSize::A4));
    printer.setDocName(QStringLiteral("ABHA"));
    if (!pdf.isEmpty()) {
        printer.setOutputFormat(QPrinter::PdfFormat);
        printer.setOutputFileName(pdf);
    }
    QPainter painter;
    if (!painter.begin(&printer))
        return fail(ErrorKind::Unavailable, QStringLiteral("CARD-PRINT"));
    const double width = cardWidthMm / mmPerInch * printer.resolution();
    const double height = width * card.height() / card.width();
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(QRectF(0, 0, width, height), card);
    return painter.end() ? Done() : fail(ErrorKind::Unavailable, QStringLiteral("CARD-PRINT"));
}
}

QFuture<Done> saveBytes(const QString &file, const QByteArray &bytes)
{
    return QtConcurrent::run([file, bytes]() -> Done {
        QSaveFile out(file);
        if (!out.open(QIODevice::WriteOnly) || out.write(bytes) != bytes.size() || !out.commit())
            return fail(ErrorKind::Storage, QStringLiteral("CARD-WRITE"));
        return {};
    });
}

QFuture<Done> printCard(const QImage &card, const QString &pdf)
{
    return QtConcurrent::run([card, pdf] { return print(card, pdf); });
}

}
