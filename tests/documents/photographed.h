#pragma once

#include "support/seeded_random.h"

#include <QBuffer>
#include <QImage>
#include <QPainter>
#include <QPainterPath>

#include <cmath>

namespace nadi::test
{

/// A4 at 150 dpi.
inline constexpr QSize paper(1240, 1754);

inline QString someWords(SeededRandom &random, int count)
{
    static const QStringList words{QStringLiteral("Tab."), QStringLiteral("Metformin"), QStringLiteral("500 mg"),
        QStringLiteral("1-0-1"), QStringLiteral("Ashwagandha"), QStringLiteral("twice"), QStringLiteral("daily"),
        QStringLiteral("after food"), QStringLiteral("for"), QStringLiteral("30 days"), QStringLiteral("Cap."),
        QStringLiteral("Amoxicillin"), QStringLiteral("syrup"), QStringLiteral("5 ml"), QStringLiteral("at night"),
        QStringLiteral("with warm milk"), QStringLiteral("review"), QStringLiteral("in two weeks"),
        QStringLiteral("BP 130/80"), QStringLiteral("no"), QStringLiteral("sugar"), QStringLiteral("Paracetamol"),
        QStringLiteral("if fever"), QStringLiteral("Vit. D3"), QStringLiteral("once a week")};
    QStringList line;
    for (int i = 0; i < count; ++i)
        line += words[int(random.next() % quint64(words.size()))];
    return line.join(QLatin1Char(' '));
}

/// A prescription on the clinic's letterhead; what is written on it follows from `seed`.
inline QImage letterheadPage(int seed, int lines = 14)
{
    SeededRandom random{quint64(seed)};
    QImage page(paper, QImage::Format_RGB32);
    page.fill(Qt::white);
    QPainter painter(&page);
    painter.fillRect(90, 80, 110, 110, QColor(20, 90, 120));
    QFont font(QStringLiteral("Noto Sans"));
    font.setPixelSize(46);
    font.setBold(true);
    painter.setFont(font);
    painter.drawText(230, 130, QStringLiteral("Nadi Clinic, Pune"));
    font.setBold(false);
    font.setPixelSize(24);
    painter.setFont(font);
    painter.drawText(230, 175, QStringLiteral("14 Tilak Road, 411002 · 020 5550 1234 · Reg. MH-20261"));
    painter.fillRect(90, 215, 1060, 4, Qt::black);
    painter.fillRect(90, 1640, 1060, 3, Qt::black);
    painter.drawText(90, 1680, QStringLiteral("Consultation 9 to 18, closed on Sunday. Bring this paper with you."));
    font.setPixelSize(32);
    painter.setFont(font);
    for (int line = 0; line < lines; ++line)
        painter.drawText(110, 320 + line * 84, someWords(random, 4 + int(random.next() % 5)));
    painter.setPen(QPen(QColor(30, 30, 140), 4));
    QPainterPath signature(QPointF(800, 1560));
    for (int i = 1; i < 9; ++i)
        signature.quadTo(800 + 35 * i - 20, 1480 + int(random.next() % 130), 800 + 35 * i, 1550);
    painter.drawPath(signature);
    return page;
}

/// How a phone saw it.
struct Shot
{
    double degrees = 0; ///< clockwise
    double scale = 1;
    QPointF shift{}; ///< pixels
    double light = 1; ///< brightness of the paper
    double shadow = 0; ///< how much darker the far corner is
    int noise = 0; ///< grey levels
    int blur = 1; ///< the picture goes through 1/n of its size
    QColor table = Qt::white;
    QSize frame = paper;
};

inline QImage photographed(const QImage &page, const Shot &shot, int seed = 1)
{
    QImage photo(shot.frame, QImage::Format_RGB32);
    photo.fill(shot.table);
    {
        QPainter painter(&photo);
        painter.setRenderHints(QPainter::SmoothPixmapTransform | QPainter::Antialiasing);
        painter.translate(shot.frame.width() / 2.0 + shot.shift.x(), shot.frame.height() / 2.0 + shot.shift.y());
        painter.rotate(shot.degrees);
        painter.scale(shot.scale, shot.scale);
        painter.drawImage(QPointF(-page.width() / 2.0, -page.height() / 2.0), page);
    }
    if (shot.blur > 1)
        photo = photo.scaled(photo.size() / shot.blur, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
                    .scaled(shot.frame, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    SeededRandom random{quint64(seed)};
    const double farthest = std::hypot(photo.width(), photo.height());
    for (int y = 0; y < photo.height(); ++y) {
        auto *line = reinterpret_cast<QRgb *>(photo.scanLine(y));
        for (int x = 0; x < photo.width(); ++x) {
            const double light = shot.light * (1 - shot.shadow * std::hypot(x, y) / farthest);
            const int grain = shot.noise ? int(random.next() % quint64(2 * shot.noise + 1)) - shot.noise : 0;
            const auto seen = [&](int value) { return qBound(0, int(value * light) + grain, 255); };
            line[x] = qRgb(seen(qRed(line[x])), seen(qGreen(line[x])), seen(qBlue(line[x])));
        }
    }
    return photo;
}

inline QByteArray asJpeg(const QImage &image, int quality)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "JPEG", quality);
    return buffer.data();
}

}
