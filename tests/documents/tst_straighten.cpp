#include "domain/page_quality.h"
#include "photographed.h"
#include "worker_fixture.h"

#include <QGuiApplication>

using namespace nadi;
using namespace nadi::test;
using documents::Rendition;

namespace
{

const QColor table(70, 55, 45);
const QSize frame(1700, 2200);

Result<documents::CleanDocument> cleaned(const QImage &photo, Rendition rendition = {})
{
    documents::PageWorker worker(pagesProgram(), {});
    return await(worker.clean(asJpeg(photo, 88), QStringLiteral("photo.jpg"), {}, rendition));
}

/// Measured by the rule and the footer of the letterhead, not by the code under test: the long black line is followed
/// from its left to its right end.
double tiltOfRule(const QImage &page)
{
    const auto grey = page.convertToFormat(QImage::Format_Grayscale8);
    const auto darkest = [&](int x) {
        double weight = 0;
        double sum = 0;
        for (int y = grey.height() * 4 / 100; y < grey.height() * 16 / 100; ++y) {
            const int ink = std::max(0, 140 - int(grey.constScanLine(y)[x]));
            const int below = grey.constScanLine(y + 14)[x];
            const int above = grey.constScanLine(y - 14)[x];
            if (ink > 0 && below > 150 && above > 150) { // thin and alone: the rule
                weight += ink;
                sum += double(ink) * y;
            }
        }
        return weight > 0 ? sum / weight : -1;
    };
    QList<QPointF> along;
    for (int x = grey.width() * 76 / 100; x < grey.width() * 90 / 100; x += 3)
        if (const double y = darkest(x); y > 0)
            along += QPointF(x, y);
    if (along.size() < 20)
        return 99;
    QPointF mean;
    for (const auto &p : along)
        mean += p / along.size();
    double xy = 0;
    double xx = 0;
    for (const auto &p : along) {
        xy += (p.x() - mean.x()) * (p.y() - mean.y());
        xx += (p.x() - mean.x()) * (p.x() - mean.x());
    }
    return qRadiansToDegrees(std::atan2(xy, xx));
}

/// Share of pixels that are clearly ink, of the sheet's area in the letterhead.
qint64 inkOf(const QImage &page, double shrink)
{
    const auto grey = page.convertToFormat(QImage::Format_Grayscale8);
    qint64 ink = 0;
    // The outermost two in a hundred are the sheet's edge, not its writing.
    const int dx = grey.width() / 50;
    const int dy = grey.height() / 50;
    for (int y = dy; y < grey.height() - dy; ++y)
        for (int x = dx; x < grey.width() - dx; ++x)
            ink += grey.constScanLine(y)[x] < 128;
    return qint64(double(ink) / (shrink * shrink));
}

}

class TstStraighten : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSheetOnATableIsTurnedLevelAndCutOut_data()
    {
        QTest::addColumn<double>("degrees");
        for (const double degrees : {-12.0, -7.5, -4.0, -2.0, -1.0, -0.4, 0.0, 0.7, 1.5, 3.0, 5.0, 8.0, 12.0})
            QTest::addRow("%.1f", degrees) << degrees;
    }
    void aSheetOnATableIsTurnedLevelAndCutOut()
    {
        QFETCH(double, degrees);
        const auto page = letterheadPage(3);
        const auto photo = photographed(page,
            {.degrees = degrees,
                .scale = 0.98,
                .shift = {20, -15},
                .light = 0.92,
                .shadow = 0.15,
                .noise = 5,
                .table = table,
                .frame = frame});
        const auto document = cleaned(photo);
        QVERIFY2(document, qPrintable(codeOf(document)));
        const auto &clean = document->pages.first();
        const auto level = decoded(clean);
        QVERIFY(clean.cropped);
        QVERIFY2(qAbs(clean.turnedDegrees + degrees) < 0.5, qPrintable(QString::number(clean.turnedDegrees)));
        const double tilt = tiltOfRule(level);
        QVERIFY2(qAbs(tilt) < 1.0, qPrintable(QString::number(tilt)));
        QVERIFY2(qAbs(level.width() - 1240 * 0.98) < 50, qPrintable(QString::number(level.width())));
        QVERIFY2(qAbs(level.height() - 1754 * 0.98) < 60, qPrintable(QString::number(level.height())));
        const double kept = double(inkOf(level, 0.98)) / double(inkOf(page, 1));
        QVERIFY2(kept > 0.9 && kept < 1.2, qPrintable(QString::number(kept)));
    }

    void aScanWithoutBorderIsTurnedByItsWriting_data()
    {
        QTest::addColumn<double>("degrees");
        for (const double degrees : {-6.0, -3.0, -1.0, 0.5, 2.0, 4.5})
            QTest::addRow("%.1f", degrees) << degrees;
    }
    void aScanWithoutBorderIsTurnedByItsWriting()
    {
        QFETCH(double, degrees);
        const auto page = letterheadPage(4);
        const auto document = cleaned(photographed(page, {.degrees = degrees, .scale = 0.9, .noise = 3}));
        QVERIFY2(document, qPrintable(codeOf(document)));
        const auto &clean = document->pages.first();
        QVERIFY(!clean.cropped);
        QVERIFY2(qAbs(clean.turnedDegrees + degrees) < 0.5, qPrintable(QString::number(clean.turnedDegrees)));
        const auto level = decoded(clean);
        QVERIFY2(level.width() >= 1240 && level.height() >= 1754, "nothing is cut off where no border is clear");
        const double kept = double(inkOf(level, 0.9)) / double(inkOf(page, 1));
        QVERIFY2(kept > 0.9 && kept < 1.15, qPrintable(QString::number(kept)));
    }

    void whatIsNotClearStaysAsItIs_data()
    {
        QTest::addColumn<QImage>("photo");
        QTest::newRow("level page") << letterheadPage(3);
        QImage banded = letterheadPage(3);
        {
            QPainter painter(&banded);
            painter.fillRect(0, 0, banded.width(), 220, QColor(15, 40, 80));
        }
        QTest::newRow("dark band across the top is part of the page") << banded;
        QImage side = letterheadPage(3);
        {
            QPainter painter(&side);
            painter.fillRect(0, 0, 120, side.height(), QColor(15, 40, 80));
            painter.fillRect(0, 0, side.width(), 160, QColor(15, 40, 80));
        }
        QTest::newRow("dark corner piece") << side;
        QTest::newRow("lying on its side by thirty degrees")
            << photographed(letterheadPage(3), {.degrees = 30, .noise = 4, .table = table, .frame = {2200, 2200}});
        QImage empty(paper, QImage::Format_RGB32);
        empty.fill(QColor(240, 238, 230));
        QTest::newRow("empty sheet") << empty;
        QTest::newRow("noise") << photographed(empty, {.light = 0.5, .noise = 90});
        QTest::newRow("four colours") << quadrants({640, 480});
    }
    void whatIsNotClearStaysAsItIs()
    {
        QFETCH(QImage, photo);
        const auto document = cleaned(photo);
        QVERIFY2(document, qPrintable(codeOf(document)));
        const auto &clean = document->pages.first();
        QCOMPARE(clean.turnedDegrees, 0.0);
        QVERIFY(!clean.cropped);
        QCOMPARE(QSize(clean.width, clean.height), photo.size());
    }

    void aHiddenCornerIsNoClearBorder()
    {
        auto photo = photographed(letterheadPage(3), {.degrees = 2, .noise = 4, .table = table, .frame = frame});
        QPainter painter(&photo);
        painter.setBrush(table);
        painter.drawEllipse(QPoint(1400, 1950), 420, 420); // a cup
        painter.end();
        const auto document = cleaned(photo);
        QVERIFY(document);
        QVERIFY(!document->pages.first().cropped);
    }

    void straighteningIsUndone()
    {
        const auto photo
            = photographed(letterheadPage(3), {.degrees = 5, .light = 0.9, .noise = 5, .table = table, .frame = frame});
        const auto document = cleaned(photo, {.straighten = Rendition::Straighten::No});
        QVERIFY(document);
        const auto &clean = document->pages.first();
        QCOMPARE(clean.turnedDegrees, 0.0);
        QVERIFY(!clean.cropped);
        QCOMPARE(QSize(clean.width, clean.height), photo.size());
    }

    void lightIsMeasuredOnThePaper_data()
    {
        QTest::addColumn<double>("light");
        QTest::addColumn<QColor>("under");
        QTest::addColumn<int>("mark");
        for (const auto &[light, mark] : {std::pair(1.0, PageMark::Good), std::pair(0.8, PageMark::Good),
                 std::pair(0.6, PageMark::Good), std::pair(0.35, PageMark::Dim), std::pair(0.28, PageMark::Dim),
                 std::pair(0.12, PageMark::TooDark), std::pair(0.06, PageMark::TooDark)}) {
            QTest::addRow("%.2f on a table", light) << light << table << int(mark);
            QTest::addRow("%.2f filling the picture", light) << light << QColor(Qt::white) << int(mark);
        }
        QTest::addRow("bright floor under a dark photo") << 0.12 << QColor(110, 90, 80) << int(PageMark::TooDark);
    }
    void lightIsMeasuredOnThePaper()
    {
        QFETCH(double, light);
        QFETCH(QColor, under);
        QFETCH(int, mark);
        const auto photo = photographed(letterheadPage(3),
            {.degrees = 1, .light = light, .noise = 2, .table = under, .frame = under == Qt::white ? paper : frame});
        const auto document = cleaned(photo);
        QVERIFY2(document, qPrintable(codeOf(document)));
        const auto &clean = document->pages.first();
        QVERIFY2(qAbs(clean.light - light) < 0.06, qPrintable(QString::number(clean.light)));
        QCOMPARE(int(markOf({clean.sharpness, clean.light})), mark);
    }

    void blurIsMeasuredOnThePaperToo_data()
    {
        QTest::addColumn<int>("blur");
        QTest::addColumn<bool>("readable");
        QTest::newRow("sharp") << 1 << true;
        QTest::newRow("a little soft") << 2 << true;
        QTest::newRow("hopeless") << 14 << false;
    }
    void blurIsMeasuredOnThePaperToo()
    {
        QFETCH(int, blur);
        QFETCH(bool, readable);
        const auto photo = photographed(
            letterheadPage(3), {.degrees = 2, .light = 0.9, .blur = blur, .table = table, .frame = frame});
        const auto document = cleaned(photo);
        QVERIFY2(document, qPrintable(codeOf(document)));
        const auto &clean = document->pages.first();
        QVERIFY2(isUnreadable(markOf({clean.sharpness, clean.light})) != readable,
            qPrintable(QString::number(clean.sharpness)));
    }

    void aSharpTableDoesNotHideABlurredPage()
    {
        auto photo = photographed(letterheadPage(3), {.light = 0.9, .blur = 14, .table = table, .frame = frame});
        QPainter painter(&photo);
        painter.setPen(QPen(Qt::black, 2));
        for (int y = 0; y < photo.height(); y += 9)
            painter.drawLine(0, y, 150, y); // wood
        painter.end();
        const auto document = cleaned(photo);
        QVERIFY(document);
        const auto &clean = document->pages.first();
        QVERIFY(clean.cropped);
        QVERIFY2(clean.sharpness < 0.15, qPrintable(QString::number(clean.sharpness)));
    }
};

int main(int argc, char **argv)
{
    QGuiApplication app(argc, argv);
    TstStraighten test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_straighten.moc"
