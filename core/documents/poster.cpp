#include "documents/poster.h"

#include "documents/qr.h"

#include <QBuffer>
#include <QPageLayout>
#include <QPainter>
#include <QPdfWriter>

namespace nadi::documents
{
namespace
{

// Everything in points of an A4 page.
constexpr QRectF page(0, 0, 595, 842);
constexpr qreal margin = 48;
constexpr qreal qrSide = 300;
const QColor ink(0x1E, 0x23, 0x1F);

class Sheet
{
public:
    Sheet(QPainter &painter, const Poster &poster)
        : m_painter(painter)
        , m_poster(poster)
    {
        m_painter.setPen(ink);
    }

    void draw(const QImage &modules)
    {
        m_top = margin;
        text(m_poster.facilityName, 30, QFont::Bold, 84);
        text(m_poster.caption, 20, QFont::Normal, 72);
        code(modules);
        text(m_poster.counterLabel, 30, QFont::Bold, 56);
        int number = 0;
        for (const auto &step : m_poster.steps.mid(0, 3))
            text(QStringLiteral("%1. %2").arg(++number).arg(step), 15, QFont::Normal, 44);
    }

private:
    void text(const QString &words, qreal points, QFont::Weight weight, qreal height)
    {
        const QRectF box(margin, m_top, page.width() - 2 * margin, height);
        constexpr int flags = Qt::AlignCenter | Qt::TextWordWrap;
        QFont font;
        font.setFamilies({QStringLiteral("Noto Sans"), QStringLiteral("Noto Sans Devanagari")});
        font.setWeight(weight);
        // A name of 200 characters gets smaller, never cut.
        for (qreal size = points; size >= 8; size -= 1) {
            font.setPixelSize(int(size)); // the painter's unit is the point
            m_painter.setFont(font);
            if (box.contains(m_painter.boundingRect(box, flags, words)))
                break;
        }
        m_painter.drawText(box, flags, words);
        m_top += height + 10;
    }

    /// As rectangles, not as a picture: sharp on every printer.
    void code(const QImage &modules)
    {
        const qreal module = qrSide / modules.width();
        const QPointF corner((page.width() - qrSide) / 2, m_top);
        m_painter.setPen(Qt::NoPen);
        m_painter.fillRect(QRectF(corner, QSizeF(qrSide, qrSide)), Qt::white);
        for (int y = 0; y < modules.height(); ++y)
            for (int x = 0; x < modules.width(); ++x)
                if (qGray(modules.pixel(x, y)) < 128)
                    m_painter.fillRect(
                        QRectF(corner.x() + x * module, corner.y() + y * module, module, module), Qt::black);
        m_painter.setPen(ink);
        m_top += qrSide + 16;
    }

    QPainter &m_painter;
    const Poster &m_poster;
    qreal m_top = 0;
};

Result<QImage> modulesOf(const Poster &poster)
{
    auto modules = drawQr(poster.qrText, 1);
    if (modules.isNull())
        return fail(ErrorKind::Invalid, QStringLiteral("POSTER-QR"));
    return modules;
}

Done writeFailed()
{
    return fail(ErrorKind::Internal, QStringLiteral("POSTER-WRITE"));
}

}

Result<QByteArray> posterPdf(const Poster &poster)
{
    const auto modules = modulesOf(poster);
    if (!modules)
        return failed(modules);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        writer.setPageLayout({QPageSize(QPageSize::A4), QPageLayout::Portrait, QMarginsF()});
        writer.setResolution(72 * 10);
        writer.setTitle(poster.facilityName);
        QPainter painter;
        if (!painter.begin(&writer))
            return failed(writeFailed());
        painter.scale(10, 10);
        Sheet(painter, poster).draw(*modules);
        if (!painter.end())
            return failed(writeFailed());
    }
    return bytes;
}

Result<QImage> posterImage(const Poster &poster, int dotsPerInch)
{
    const auto modules = modulesOf(poster);
    if (!modules)
        return failed(modules);
    const qreal scale = dotsPerInch / 72.0;
    QImage image((page.size() * scale).toSize(), QImage::Format_RGB32);
    if (image.isNull())
        return failed(writeFailed());
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::TextAntialiasing);
    painter.scale(scale, scale);
    Sheet(painter, poster).draw(*modules);
    return image;
}

}
