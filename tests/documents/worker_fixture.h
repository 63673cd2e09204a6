#pragma once

#include "documents/worker.h"

#include <QBuffer>
#include <QElapsedTimer>
#include <QFile>
#include <QFutureWatcher>
#include <QImage>
#include <QPainter>
#include <QSignalSpy>
#include <QTest>

namespace nadi::test
{

inline QString pagesProgram()
{
    return QStringLiteral(NADI_BIN_DIR "/nadi-pages");
}

/// Waits in the event loop, as the window does.
template <class T>
Result<T> await(QFuture<Result<T>> future)
{
    QFutureWatcher<Result<T>> watcher;
    QSignalSpy finished(&watcher, &QFutureWatcherBase::finished);
    watcher.setFuture(future);
    if (finished.isEmpty() && !finished.wait(60'000))
        return fail(ErrorKind::Timeout, QStringLiteral("TEST-TIMEOUT"));
    if (future.resultCount() == 0)
        return fail(ErrorKind::Internal, QStringLiteral("TEST-CANCELLED"));
    return future.result();
}

inline Result<documents::CleanDocument> clean(const QByteArray &bytes, const QString &name = {},
    const QByteArray &password = {}, const documents::PageLimits &limits = {}, const QString &program = pagesProgram())
{
    documents::PageWorker worker(program, limits);
    return await(worker.clean(bytes, name, password));
}

/// "" for success, for tables.
inline QString codeOf(const Result<documents::CleanDocument> &result)
{
    return result ? QString() : result.error().code;
}

inline QImage decoded(const documents::CleanPage &page)
{
    return QImage::fromData(page.image).convertToFormat(QImage::Format_RGB32);
}

/// Red top left, green top right, blue bottom left, yellow bottom right: tells every turn and mirror image apart.
inline QImage quadrants(QSize size)
{
    QImage image(size, QImage::Format_RGB32);
    QPainter painter(&image);
    const int w = size.width() / 2;
    const int h = size.height() / 2;
    painter.fillRect(0, 0, w, h, QColor(220, 30, 30));
    painter.fillRect(w, 0, size.width() - w, h, QColor(30, 180, 30));
    painter.fillRect(0, h, w, size.height() - h, QColor(30, 30, 220));
    painter.fillRect(w, h, size.width() - w, size.height() - h, QColor(230, 220, 30));
    return image;
}

/// R, G, B or Y in reading order; '?' where a colour is not one of the four.
inline QString quadrantsOf(const QImage &image)
{
    QString seen;
    for (const auto &[x, y] : {std::pair(1, 1), std::pair(3, 1), std::pair(1, 3), std::pair(3, 3)}) {
        const QColor c = image.pixelColor(image.width() * x / 4, image.height() * y / 4);
        const bool r = c.red() > 140;
        const bool g = c.green() > 120;
        const bool b = c.blue() > 140;
        seen += QLatin1Char(r && g && !b ? 'Y' : r && !g && !b ? 'R' : g && !r && !b ? 'G' : b && !r && !g ? 'B' : '?');
    }
    return seen;
}

inline QByteArray saved(const QImage &image, const char *format, int quality = -1)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, format, quality);
    return buffer.data();
}

/// A page as a doctor's PC prints it.
inline QImage prescriptionImage(QSize size)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    QFont font(QStringLiteral("Noto Sans"));
    font.setPixelSize(size.height() / 40);
    painter.setFont(font);
    for (int line = 1; line < 20; ++line)
        painter.drawText(size.width() / 12, size.height() * line / 22,
            QStringLiteral("Tab. Metformin 500 mg 1-0-1 for 30 days, line %1").arg(line));
    return image;
}

}
