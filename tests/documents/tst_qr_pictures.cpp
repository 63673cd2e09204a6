#include "documents/poster.h"
#include "documents/qr.h"

#include <QPainter>
#include <QTest>
#include <QTransform>

#include <random>

using namespace nadi::documents;

namespace
{

const QString wallText = QStringLiteral("https://phrsbx.abdm.gov.in/share-profile?hip-id=IN2710000999&counter-id=OPD1");

QString card()
{
    return QStringLiteral("{\"hidn\":\"91-4002-5177-3000\",\"hid\":\"asha.verma@sbx\",\"name\":\"आशा वर्मा\","
                          "\"gender\":\"F\",\"dob\":\"26/6/1990\",\"state name\":\"महाराष्ट्र\","
                          "\"address\":\"12, Sample Road, Model Town, Pune\"}");
}

/// As a camera sees it: somewhere in a grey picture, turned.
QImage inScene(const QImage &code, qreal degrees, const QSize &scene = {1280, 960})
{
    QImage out(scene, QImage::Format_RGB32);
    out.fill(QColor(120, 118, 110));
    QPainter painter(&out);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.translate(scene.width() / 2.0, scene.height() / 2.0);
    painter.rotate(degrees);
    painter.drawImage(QPointF(-code.width() / 2.0, -code.height() / 2.0), code);
    return out;
}

QImage noisy(QImage image, int strength, quint32 seed)
{
    std::mt19937 dice(seed);
    std::normal_distribution<double> noise(0, strength);
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x) {
            const int grey = std::clamp(int(qGray(image.pixel(x, y)) + noise(dice)), 0, 255);
            image.setPixel(x, y, qRgb(grey, grey, grey));
        }
    return image;
}

Poster poster()
{
    return {QStringLiteral("Kumbha Road Clinic"), QStringLiteral("Counter OPD1"),
        QStringLiteral("Scan with your ABHA app to get a token"),
        {QStringLiteral("Open your ABHA app"), QStringLiteral("Scan this code"), QStringLiteral("Agree to share")},
        wallText};
}

}

class TstQrPictures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsDrawnIsRead_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("facility link") << wallText;
        QTest::newRow("card in two scripts") << card();
        QTest::newRow("one character") << QStringLiteral("1");
        QTest::newRow("long") << QString(1'000, u'x');
    }
    void whatIsDrawnIsRead()
    {
        QFETCH(QString, text);
        const auto code = drawQr(text);
        QVERIFY(!code.isNull());
        QCOMPARE(readQr(code).value_or(QString()), text);
    }

    void turnedSmallAndNoisyPicturesAreRead_data()
    {
        QTest::addColumn<QImage>("picture");
        const auto code = drawQr(card(), 400);
        for (const int degrees : {0, 7, 45, 90, 133, 180, 270, 341})
            QTest::addRow("turned %d", degrees) << inScene(code, degrees);
        const auto small = drawQr(card(), 1);
        QTest::newRow("two pixels a module")
            << inScene(small.scaled(small.size() * 2, Qt::KeepAspectRatio, Qt::FastTransformation), 0);
        QTest::newRow("three pixels, turned a little")
            << inScene(small.scaled(small.size() * 3, Qt::KeepAspectRatio, Qt::FastTransformation), 3);
        QTest::newRow("noise") << noisy(inScene(code, 12), 25, 1);
        QTest::newRow("much noise") << noisy(inScene(code, 0), 45, 2);
        QTest::newRow("a frame of a large camera") << inScene(drawQr(card(), 900), 20, {4000, 3000});
    }
    void turnedSmallAndNoisyPicturesAreRead()
    {
        QFETCH(QImage, picture);
        QCOMPARE(readQr(picture).value_or(QString()), card());
    }

    void picturesWithoutACodeAreNothing_data()
    {
        QTest::addColumn<QImage>("picture");
        QImage blank(640, 480, QImage::Format_RGB32);
        blank.fill(Qt::white);
        QTest::newRow("null") << QImage();
        QTest::newRow("one pixel") << QImage(1, 1, QImage::Format_RGB32);
        QTest::newRow("blank") << blank;
        QTest::newRow("noise only") << noisy(blank, 200, 3);
        const auto code = drawQr(wallText);
        QTest::newRow("half a code") << code.copy(0, 0, code.width() / 2, code.height());
    }
    void picturesWithoutACodeAreNothing()
    {
        QFETCH(QImage, picture);
        QVERIFY(!readQr(picture));
    }

    void textThatDoesNotFitIsNoCode()
    {
        QVERIFY(drawQr(QString()).isNull());
        QVERIFY(drawQr(QString(5'000, u'x')).isNull());
        auto endless = poster();
        endless.qrText = QString(5'000, u'x');
        QCOMPARE(posterPdf(endless).error().code, QStringLiteral("POSTER-QR"));
        QCOMPARE(posterImage(endless).error().code, QStringLiteral("POSTER-QR"));
    }

    void thePosterCanBeScanned_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("usual") << poster().facilityName;
        QTest::newRow("Devanagari") << QStringLiteral("कुंभा रोड क्लिनिक");
        QTest::newRow("200 characters") << QStringLiteral("Clinic of Long Names ").repeated(10).left(200);
        QTest::newRow("empty") << QString();
    }
    void thePosterCanBeScanned()
    {
        QFETCH(QString, name);
        auto sheet = poster();
        sheet.facilityName = name;
        const auto image = posterImage(sheet, 100);
        QVERIFY(image.has_value());
        QCOMPARE(image->size(), QSize(826, 1169));
        QCOMPARE(readQr(*image).value_or(QString()), wallText);
        // As it hangs there: photographed at an angle, in bad light.
        const auto photo = noisy(image->transformed(QTransform().rotate(8)), 20, 4);
        QCOMPARE(readQr(photo).value_or(QString()), wallText);
        if (const auto folder = qEnvironmentVariable("NADI_SCREENS"); !folder.isEmpty())
            QVERIFY(image->save(folder + QStringLiteral("/poster-%1.png").arg(QLatin1String(QTest::currentDataTag()))));
    }

    void thePosterPrintsAsOnePageWithItsFonts()
    {
        const auto pdf = posterPdf(poster());
        QVERIFY(pdf.has_value());
        QVERIFY(pdf->startsWith("%PDF-"));
        QCOMPARE(pdf->count("/Type /Page\n"), 1);
        QVERIFY(pdf->contains("/FontFile2"));
    }
};

QTEST_MAIN(TstQrPictures)
#include "tst_qr_pictures.moc"
