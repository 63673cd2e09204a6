#include "documents/page_likeness.h"
#include "photographed.h"

#include <QElapsedTimer>
#include <QGuiApplication>
#include <QTest>

using namespace nadi;
using namespace nadi::test;
using namespace nadi::documents;

namespace
{

PageLook lookAt(const QImage &image)
{
    const auto grey = image.scaledToWidth(384, Qt::SmoothTransformation).convertToFormat(QImage::Format_Grayscale8);
    GreyPicture picture{grey.size(), {}};
    for (int y = 0; y < grey.height(); ++y)
        picture.pixels.append(reinterpret_cast<const char *>(grey.constScanLine(y)), grey.width());
    return lookOf(picture);
}

QImage jpeg(const QImage &image, int quality)
{
    return QImage::fromData(asJpeg(image, quality));
}

/// A photo from below: the upper edge is 4 % shorter than the lower one.
QImage aslant(const QImage &image)
{
    const double w = image.width();
    const double h = image.height();
    QTransform seen;
    QTransform::quadToQuad(QPolygonF({{0, 0}, {w, 0}, {w, h}, {0, h}}),
        QPolygonF({{w * 0.02, h * 0.01}, {w * 0.98, h * 0.02}, {w, h}, {0, h * 0.99}}), seen);
    QImage photo(image.size(), QImage::Format_RGB32);
    photo.fill(Qt::white);
    QPainter painter(&photo);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.setTransform(seen);
    painter.drawImage(0, 0, image);
    return photo;
}

QImage handwritten(int seed, bool onForm)
{
    SeededRandom random{quint64(seed)};
    QImage page = onForm ? letterheadPage(1, 0) : QImage(paper, QImage::Format_RGB32);
    if (!onForm)
        page.fill(QColor(250, 246, 235));
    QPainter painter(&page);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(QColor(30, 30, 120), 5));
    for (int line = 0; line < 9; ++line) {
        const int length = 300 + int(random.next() % 650);
        QPainterPath stroke(QPointF(120, 360 + line * 130));
        for (int x = 0; x < length; x += 26)
            stroke.quadTo(120 + x + 10, 310 + line * 130 + int(random.next() % 90), 146 + x,
                350 + line * 130 + int(random.next() % 24));
        painter.drawPath(stroke);
    }
    return page;
}

}

/// B17. What stands between the two tables is documents::nearDuplicate.
class TstPageLikeness : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPagePhotographedTwiceIsSeen_data()
    {
        QTest::addColumn<QImage>("first");
        QTest::addColumn<QImage>("second");
        const auto page = letterheadPage(3);
        const auto first = photographed(page, {.light = 0.9, .noise = 4});
        const auto row = [&](const char *name, const Shot &shot, int quality) {
            QTest::newRow(name) << first << jpeg(photographed(page, shot, 9), quality);
        };
        row("the same light", {.light = 0.9, .noise = 4}, 85);
        row("evening light", {.light = 0.45, .noise = 6}, 85);
        row("a shadow across it", {.light = 0.95, .shadow = 0.6, .noise = 4}, 85);
        row("held a little askew", {.degrees = 2.5, .noise = 4}, 85);
        row("askew the other way", {.degrees = -3.5, .light = 0.8, .noise = 4}, 85);
        row("nearer, so that the edge is cut", {.scale = 1.08, .shift = {12, -9}, .noise = 4}, 85);
        row("farther away", {.scale = 0.9, .shift = {-20, 25}, .noise = 4}, 85);
        row("poor JPEG", {.light = 0.85, .noise = 8}, 25);
        row("out of focus", {.noise = 3, .blur = 4}, 85);
        row("all of it",
            {.degrees = 1.5, .scale = 0.95, .shift = {15, 10}, .light = 0.7, .shadow = 0.3, .noise = 8, .blur = 2}, 50);
        row("smaller picture", {.noise = 4, .frame = paper}, 60);
        QTest::newRow("held over it at a slant") << first << jpeg(aslant(first), 80);
        const auto hand = handwritten(5, true);
        QTest::newRow("handwriting on a form")
            << photographed(hand, {.noise = 5})
            << jpeg(photographed(hand, {.degrees = -2, .scale = 1.04, .light = 0.7, .shadow = 0.3, .noise = 7}, 4), 60);
        const auto loose = handwritten(6, false);
        QTest::newRow("handwriting on plain paper")
            << photographed(loose, {.noise = 5})
            << jpeg(photographed(loose, {.degrees = 2, .shift = {18, -14}, .light = 0.6, .noise = 7}, 4), 60);
        const auto brief = letterheadPage(8, 2);
        QTest::newRow("two lines on a letterhead") << photographed(
            brief, {.noise = 5}) << jpeg(photographed(brief, {.degrees = 2, .light = 0.8, .noise = 5}, 4), 70);
    }
    void aPagePhotographedTwiceIsSeen()
    {
        QFETCH(QImage, first);
        QFETCH(QImage, second);
        const double alike = likeness(lookAt(first), lookAt(second));
        qInfo("%.3f", alike);
        QVERIFY2(alike >= nearDuplicate + 0.05, qPrintable(QString::number(alike)));
    }

    void differentPagesAreNot_data()
    {
        QTest::addColumn<QImage>("first");
        QTest::addColumn<QImage>("second");
        const auto page = photographed(letterheadPage(3), {.noise = 4});
        const auto row = [&](const char *name, const QImage &other) {
            QTest::newRow(name) << page << jpeg(photographed(other, {.degrees = 1, .light = 0.8, .noise = 5}, 9), 80);
        };
        for (int seed = 11; seed < 19; ++seed)
            row(qPrintable(QStringLiteral("same letterhead, other text %1").arg(seed)), letterheadPage(seed));
        row("same letterhead, half the text", letterheadPage(3, 5));
        row("same letterhead, nothing on it", letterheadPage(3, 0));
        row("the same page with one more line", letterheadPage(3, 15));
        row("handwriting", handwritten(5, false));
        QTest::newRow("same form, other handwriting") << handwritten(5, true) << handwritten(6, true);
        QTest::newRow("same form, third handwriting") << handwritten(5, true) << handwritten(9, true);
        QTest::newRow("other handwriting on plain paper") << handwritten(5, false) << handwritten(6, false);
        for (int seed = 21; seed < 29; seed += 2)
            QTest::addRow("two short letters %d", seed) << letterheadPage(seed, 2) << letterheadPage(seed + 1, 2);
        QTest::newRow("one line each") << letterheadPage(23, 1) << letterheadPage(24, 1);
        QTest::newRow("upside down") << page << page.transformed(QTransform().rotate(180));
        QImage empty(paper, QImage::Format_RGB32);
        empty.fill(Qt::white);
        QTest::newRow("empty sheets") << empty << empty;
        QTest::newRow("two empty sheets with grain")
            << photographed(empty, {.noise = 8}) << photographed(empty, {.noise = 8}, 7);
    }
    void differentPagesAreNot()
    {
        QFETCH(QImage, first);
        QFETCH(QImage, second);
        const double alike = likeness(lookAt(first), lookAt(second));
        qInfo("%.3f", alike);
        QVERIFY2(alike <= nearDuplicate - 0.05, qPrintable(QString::number(alike)));
    }

    void brokenPicturesHaveNoLook()
    {
        QVERIFY(lookOf({}).ink.isEmpty());
        QVERIFY(lookOf({QSize(100, 100), QByteArray(99, 'x')}).ink.isEmpty());
        QVERIFY(lookOf({QSize(-1, 100), QByteArray(100, 'x')}).ink.isEmpty());
        QCOMPARE(likeness({}, {}), 0.0);
        QCOMPARE(likeness(lookAt(letterheadPage(1)), {}), 0.0);
    }

    void aPairTakesMilliseconds()
    {
        QList<PageLook> looks;
        for (int seed = 0; seed < 6; ++seed)
            looks += lookAt(letterheadPage(seed));
        QElapsedTimer timer;
        timer.start();
        constexpr int pairs = 12;
        for (int i = 0; i < pairs; ++i)
            likeness(looks[i % 6], looks[(i + 1) % 6]);
        const double each = double(timer.nsecsElapsed()) / 1e6 / pairs;
        qInfo("%.1f ms per pair", each);
        QVERIFY2(each < 200, "a generous bound: the machine is shared");
    }
};

int main(int argc, char **argv)
{
    QGuiApplication app(argc, argv);
    TstPageLikeness test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_page_likeness.moc"
