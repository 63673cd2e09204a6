// The only file of Nadi that uses Poppler (GPL-2.0 or GPL-3.0): the nadi-pages binary is conveyed under the GPL
// (README.md).

#include "decode_pdf.h"

#include "row_scaler.h"

#include <poppler-qt6.h>

#include <algorithm>
#include <memory>

namespace nadi::pages
{

namespace
{

constexpr double wantedDpi = 200;
constexpr double pointsPerInch = 72;

double dpiFor(QSizeF points)
{
    const double longSide = std::max({points.width(), points.height(), 1.0});
    const double shortSide = std::max(std::min(points.width(), points.height()), 1.0);
    return std::min({wantedDpi, printLongSide * pointsPerInch / longSide, printShortSide * pointsPerInch / shortSide});
}

Result<Raster> draw(const Poppler::Page &page)
{
    const double dpi = dpiFor(page.pageSizeF());
    const QImage drawn = page.renderToImage(dpi, dpi);
    if (drawn.isNull())
        return unreadable("DOC-CORRUPT", "PDF page");
    QImage rgb(drawn.size(), QImage::Format_RGB888);
    if (rgb.isNull())
        throw std::bad_alloc();
    for (int y = 0; y < drawn.height(); ++y) { // by hand: Qt's own conversion wants threads, which the sandbox has not
        const auto *from = reinterpret_cast<const QRgb *>(drawn.constScanLine(y));
        uchar *to = rgb.scanLine(y);
        for (int x = 0; x < drawn.width(); ++x, to += 3) {
            to[0] = uchar(qRed(from[x]));
            to[1] = uchar(qGreen(from[x]));
            to[2] = uchar(qBlue(from[x]));
        }
    }
    return Raster{rgb, {}, dpi < wantedDpi};
}

}

Done drawPdf(
    const QByteArray &bytes, const QByteArray &password, int maxPages, const OnStart &onStart, const OnPage &onPage)
{
    Poppler::setDebugErrorFunction([](const QString &, const QVariant &) { }, {});
    const std::unique_ptr<Poppler::Document> document = Poppler::Document::loadFromData(bytes, password, password);
    if (!document)
        return unreadable("DOC-CORRUPT", "PDF");
    if (document->isLocked())
        return unreadable(password.isEmpty() ? "DOC-ENCRYPTED" : "DOC-PASSWORD", "PDF");
    const int pages = document->numPages();
    if (pages < 1)
        return unreadable("DOC-EMPTY", "PDF without pages");
    if (pages > maxPages)
        return fail(ErrorKind::Limit, QStringLiteral("DOC-PAGES"), QString::number(pages));
    document->setRenderBackend(Poppler::Document::SplashBackend);
    document->setRenderHint(Poppler::Document::Antialiasing);
    document->setRenderHint(Poppler::Document::TextAntialiasing);
    document->setPaperColor(Qt::white);
    onStart(pages);
    for (int i = 0; i < pages; ++i) {
        const std::unique_ptr<Poppler::Page> page(document->page(i));
        const auto drawn = page ? draw(*page) : unreadable("DOC-CORRUPT", "PDF page");
        if (!drawn)
            return failed(drawn);
        onPage(*drawn);
    }
    return {};
}

}
