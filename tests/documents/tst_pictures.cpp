#include "picture_files.h"
#include "support/seeded_random.h"
#include "worker_fixture.h"
#include "workshop.h"

#include <QColorSpace>
#include <QGuiApplication>
#include <QImageWriter>

using namespace nadi;
using namespace nadi::test;

namespace
{

const QByteArray canary = "CANARY-9876543210";
const QSize photo(640, 480);

/// A page as a fax machine scans it, black and white; made once.
QByteArray faxPage()
{
    static const QByteArray page = [] {
        const Workshop shop;
        shop.put(QStringLiteral("page.png"), saved(prescriptionImage({1728, 2292}), "png"));
        return shop.made(QStringLiteral("convert-im6"),
            {QStringLiteral("page.png"), QStringLiteral("-type"), QStringLiteral("Bilevel"),
                QStringLiteral("-compress"), QStringLiteral("Group4"), QStringLiteral("page.tif")},
            QStringLiteral("page.tif"));
    }();
    return page;
}

}

class TstPictures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void photosAreTurnedUprightByTheirExif_data()
    {
        QTest::addColumn<int>("orientation");
        for (int orientation = 1; orientation <= 8; ++orientation)
            QTest::addRow("%d", orientation) << orientation;
    }
    void photosAreTurnedUprightByTheirExif()
    {
        QFETCH(int, orientation);
        const auto upright = quadrants(photo);
        const auto jpeg = withExif(saved(storedFor(upright, orientation), "jpg", 95), exifOf(orientation, canary));
        const auto document = clean(jpeg, QStringLiteral("IMG_0001.JPG"));
        QVERIFY2(document, qPrintable(codeOf(document)));
        const auto page = decoded(document->pages.first());
        QCOMPARE(page.size(), photo);
        QCOMPARE(quadrantsOf(page), QStringLiteral("RGBY"));
    }

    void positionAndDeviceDoNotSurvive_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const auto jpeg = saved(quadrants(photo), "jpg", 95);
        QTest::newRow("EXIF in JPEG") << withExif(jpeg, exifOf(1, canary));
        const auto comment = QByteArray("\xFF\xFE") + bigEndian(quint16(canary.size() + 2)) + canary;
        QTest::newRow("comment in JPEG") << jpeg.first(2) + comment + jpeg.sliced(2);
        QTest::newRow("after the end of a JPEG") << jpeg + canary;
        const auto png = saved(quadrants(photo), "png");
        const auto text = pngChunk("tEXt", QByteArray("Author\0", 7) + canary);
        QTest::newRow("text in PNG") << png.first(33) + text + png.sliced(33);
        QTest::newRow("EXIF in PNG") << png.first(33) + pngChunk("eXIf", exifOf(1, canary)) + png.sliced(33);
    }
    void positionAndDeviceDoNotSurvive()
    {
        QFETCH(QByteArray, bytes);
        QVERIFY(bytes.contains(canary));
        const auto document = clean(bytes);
        QVERIFY2(document, qPrintable(codeOf(document)));
        const auto &image = document->pages.first().image;
        QVERIFY(!image.contains(canary));
        QVERIFY(!image.contains("Exif"));
        QCOMPARE(quadrantsOf(decoded(document->pages.first())), QStringLiteral("RGBY"));
    }

    void orientationOfAPngAndATiffCountsToo()
    {
        const auto stored = saved(storedFor(quadrants(photo), 6), "png");
        const auto png = clean(stored.first(33) + pngChunk("eXIf", exifOf(6, canary)) + stored.sliced(33));
        QVERIFY(png);
        QCOMPARE(quadrantsOf(decoded(png->pages.first())), QStringLiteral("RGBY"));
        const Workshop shop;
        shop.put(QStringLiteral("stored.png"), stored);
        const auto made = shop.made(QStringLiteral("convert-im6"),
            {QStringLiteral("stored.png"), QStringLiteral("-orient"), QStringLiteral("right-top"),
                QStringLiteral("made.tif")},
            QStringLiteral("made.tif"));
        MADE_OR_SKIP(made, "convert-im6");
        const auto tiff = clean(made, QStringLiteral("made.tif"));
        QVERIFY2(tiff, qPrintable(codeOf(tiff)));
        QCOMPARE(quadrantsOf(decoded(tiff->pages.first())), QStringLiteral("RGBY"));
    }

    void heicFromAPhoneIsConverted()
    {
        const Workshop shop;
        shop.put(QStringLiteral("photo.png"), saved(quadrants(photo), "png"));
        const auto heic = shop.made(QStringLiteral("heif-enc"),
            {QStringLiteral("-q"), QStringLiteral("80"), QStringLiteral("photo.png"), QStringLiteral("-o"),
                QStringLiteral("photo.heic")},
            QStringLiteral("photo.heic"));
        MADE_OR_SKIP(heic, "heif-enc");
        const auto document = clean(heic, QStringLiteral("IMG_1.HEIC"));
        QVERIFY2(document, qPrintable(codeOf(document)));
        QCOMPARE(document->mime, QStringLiteral("image/heic"));
        QCOMPARE(decoded(document->pages.first()).size(), photo);
        QCOMPARE(quadrantsOf(decoded(document->pages.first())), QStringLiteral("RGBY"));
        QCOMPARE(codeOf(clean(heic.first(heic.size() * 2 / 3))), QStringLiteral("DOC-TRUNCATED"));
    }

    void webpIsConverted_data()
    {
        QTest::addColumn<QStringList>("options");
        QTest::newRow("lossy") << QStringList{QStringLiteral("-q"), QStringLiteral("90")};
        QTest::newRow("lossless") << QStringList{QStringLiteral("-lossless")};
    }
    void webpIsConverted()
    {
        QFETCH(QStringList, options);
        const Workshop shop;
        shop.put(QStringLiteral("photo.png"), saved(quadrants(photo), "png"));
        const auto webp = shop.made(QStringLiteral("cwebp"),
            QStringList{QStringLiteral("-quiet")} + options
                + QStringList{QStringLiteral("photo.png"), QStringLiteral("-o"), QStringLiteral("photo.webp")},
            QStringLiteral("photo.webp"));
        MADE_OR_SKIP(webp, "cwebp");
        const auto document = clean(webp, QStringLiteral("photo.webp"));
        QVERIFY2(document, qPrintable(codeOf(document)));
        QCOMPARE(decoded(document->pages.first()).size(), photo);
        QCOMPARE(quadrantsOf(decoded(document->pages.first())), QStringLiteral("RGBY"));
        QCOMPARE(codeOf(clean(webp.first(webp.size() / 2))), QStringLiteral("DOC-TRUNCATED"));
    }

    void aFaxOfSeveralPagesIsRead_data()
    {
        QTest::addColumn<QString>("compression");
        for (const char *compression : {"g4", "g3:2d", "g3:1d", "lzw", "zip", "none"})
            QTest::newRow(compression) << QString::fromLatin1(compression);
    }
    void aFaxOfSeveralPagesIsRead()
    {
        QFETCH(QString, compression);
        const Workshop shop;
        shop.put(QStringLiteral("page.tif"), faxPage());
        MADE_OR_SKIP(faxPage(), "convert-im6");
        const auto page = QStringLiteral("page.tif");
        const auto tiff = shop.made(QStringLiteral("tiffcp"),
            {QStringLiteral("-c"), compression, page, page, page, QStringLiteral("fax.tif")},
            QStringLiteral("fax.tif"));
        MADE_OR_SKIP(tiff, "tiffcp");
        const auto document = clean(tiff, QStringLiteral("fax.tif"));
        QVERIFY2(document, qPrintable(codeOf(document)));
        QCOMPARE(document->mime, QStringLiteral("image/tiff"));
        QCOMPARE(document->pages.size(), 3);
        for (const auto &image : document->pages) {
            QCOMPARE(QSize(image.width, image.height), QSize(1728, 2292));
            QVERIFY2(image.sharpness > 0.5, "writing is there");
            QCOMPARE(decoded(image).pixelColor(2, 2), QColor(Qt::white));
        }
    }

    void aCoarseFaxIsNotSquashed()
    {
        const Workshop shop;
        shop.put(QStringLiteral("page.png"), saved(prescriptionImage({1728, 1146}), "png"));
        const auto tiff = shop.made(QStringLiteral("convert-im6"),
            {QStringLiteral("page.png"), QStringLiteral("-units"), QStringLiteral("PixelsPerInch"),
                QStringLiteral("-density"), QStringLiteral("204x98"), QStringLiteral("-type"),
                QStringLiteral("Bilevel"), QStringLiteral("-compress"), QStringLiteral("Group4"),
                QStringLiteral("fax.tif")},
            QStringLiteral("fax.tif"));
        MADE_OR_SKIP(tiff, "convert-im6");
        const auto document = clean(tiff);
        QVERIFY2(document, qPrintable(codeOf(document)));
        const auto &page = document->pages.first();
        QCOMPARE(page.width, 1728);
        QVERIFY2(qAbs(page.height - 1146 * 204 / 98) <= 1, qPrintable(QString::number(page.height)));
    }

    void a48MegapixelPhotoIsReducedToPrintSize_data()
    {
        QTest::addColumn<bool>("progressive");
        QTest::newRow("baseline") << false;
        QTest::newRow("progressive") << true;
    }
    void a48MegapixelPhotoIsReducedToPrintSize()
    {
        QFETCH(bool, progressive);
        QBuffer buffer;
        QImageWriter writer(&buffer, "jpg");
        writer.setQuality(90);
        writer.setProgressiveScanWrite(progressive);
        QVERIFY(writer.write(quadrants({8000, 6000})));
        const auto jpeg = buffer.data();
        QElapsedTimer timer;
        timer.start();
        const auto document = clean(jpeg, QStringLiteral("photo.jpg"));
        QVERIFY2(document, qPrintable(codeOf(document)));
        const auto &page = document->pages.first();
        QVERIFY(page.reduced);
        QCOMPARE(QSize(page.width, page.height), QSize(3307, 2480));
        QCOMPARE(quadrantsOf(decoded(page)), QStringLiteral("RGBY"));
        QVERIFY2(page.image.size() < jpeg.size(), "reduced in bytes too");
        QVERIFY2(timer.elapsed() < documents::PageLimits().wallTime.count(), "within the worker's time");
    }

    void inkColoursLookAsTheyPrint()
    {
        const Workshop shop;
        shop.put(QStringLiteral("photo.png"), saved(quadrants(photo), "png"));
        const auto cmyk = shop.made(QStringLiteral("convert-im6"),
            {QStringLiteral("photo.png"), QStringLiteral("-colorspace"), QStringLiteral("CMYK"),
                QStringLiteral("photo.jpg")},
            QStringLiteral("photo.jpg"));
        MADE_OR_SKIP(cmyk, "convert-im6");
        const auto document = clean(cmyk);
        QVERIFY2(document, qPrintable(codeOf(document)));
        QCOMPARE(quadrantsOf(decoded(document->pages.first())), QStringLiteral("RGBY"));
    }

    void deepAndTransparentPngsBecomePlainPaper()
    {
        QImage image = quadrants(photo).convertToFormat(QImage::Format_RGBA64);
        image.setPixelColor(3, 3, QColor(0, 0, 0, 0));
        const auto document = clean(saved(image, "png"));
        QVERIFY2(document, qPrintable(codeOf(document)));
        const auto page = decoded(document->pages.first());
        QCOMPARE(quadrantsOf(page), QStringLiteral("RGBY"));
        QVERIFY(page.pixelColor(3, 3).lightness() > 240);
    }

    void interlacedPngsAreRead()
    {
        const Workshop shop;
        shop.put(QStringLiteral("photo.png"), saved(quadrants(photo), "png"));
        const auto png = shop.made(QStringLiteral("convert-im6"),
            {QStringLiteral("photo.png"), QStringLiteral("-interlace"), QStringLiteral("PNG"),
                QStringLiteral("made.png")},
            QStringLiteral("made.png"));
        MADE_OR_SKIP(png, "convert-im6");
        const auto document = clean(png);
        QVERIFY2(document, qPrintable(codeOf(document)));
        QCOMPARE(quadrantsOf(decoded(document->pages.first())), QStringLiteral("RGBY"));
    }

    void wideColoursComeOutAsSrgb()
    {
        QImage image(photo, QImage::Format_RGB32);
        image.setColorSpace(QColorSpace(QColorSpace::DisplayP3));
        image.fill(qRgb(200, 80, 60));
        const auto wanted = image.convertedToColorSpace(QColorSpace(QColorSpace::SRgb)).pixelColor(5, 5);
        for (const char *format : {"png", "jpg"}) {
            const auto document = clean(saved(image, format, 100));
            QVERIFY2(document, qPrintable(codeOf(document)));
            const auto seen = decoded(document->pages.first()).pixelColor(5, 5);
            QVERIFY2(qAbs(seen.red() - wanted.red()) <= 3 && qAbs(seen.green() - wanted.green()) <= 3
                    && qAbs(seen.blue() - wanted.blue()) <= 3,
                qPrintable(seen.name() + QStringLiteral(" instead of ") + wanted.name()));
        }
    }

    void lineArtStaysExactAndScansStaySmall()
    {
        const auto drawing = prescriptionImage({1240, 1754}).convertToFormat(QImage::Format_Grayscale8);
        const auto exact = clean(saved(drawing, "png"));
        QVERIFY(exact);
        QCOMPARE(exact->pages.first().mime, QStringLiteral("image/png"));
        QCOMPARE(decoded(exact->pages.first()), drawing.convertToFormat(QImage::Format_RGB32));
        SeededRandom random(5);
        QImage scan = drawing;
        for (int y = 0; y < scan.height(); ++y) {
            uchar *line = scan.scanLine(y);
            for (int x = 0; x < scan.width(); ++x)
                line[x] = uchar(qBound(0, line[x] - int(random.next() % 12), 255)); // the grain of paper
        }
        const auto photo = clean(saved(scan, "png"));
        QVERIFY(photo);
        QCOMPARE(photo->pages.first().mime, QStringLiteral("image/jpeg"));
    }

    void blurredPhotosAreMarked()
    {
        const auto sharp = prescriptionImage({1240, 1754});
        const auto blurred = sharp.scaled(sharp.size() / 12, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
                                 .scaled(sharp.size(), Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
        const auto good = clean(saved(sharp, "jpg", 85));
        const auto bad = clean(saved(blurred, "jpg", 85));
        QVERIFY(good && bad);
        QVERIFY2(good->pages.first().sharpness > 0.5, qPrintable(QString::number(good->pages.first().sharpness)));
        QVERIFY2(bad->pages.first().sharpness < 0.15, qPrintable(QString::number(bad->pages.first().sharpness)));
    }
};

int main(int argc, char **argv)
{
    QGuiApplication app(argc, argv);
    TstPictures test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_pictures.moc"
