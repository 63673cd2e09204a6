#include "worker_fixture.h"

#include <QCryptographicHash>
#include <QGuiApplication>
#include <QPdfWriter>

using namespace nadi;
using namespace nadi::test;

namespace
{

QByteArray pdfOf(int pages)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setPageSize(QPageSize(QPageSize::A4));
    QPainter painter(&writer);
    for (int i = 0; i < pages; ++i) {
        if (i > 0)
            writer.newPage();
        painter.drawText(1000, 1000, QStringLiteral("Page %1").arg(i + 1));
    }
    painter.end();
    return buffer.data();
}

}

class TstPageWorker : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPdfBecomesItsPages()
    {
        const auto bytes = pdfOf(3);
        const auto document = clean(bytes, QStringLiteral("rx.pdf"));
        QVERIFY2(document, qPrintable(codeOf(document)));
        QCOMPARE(document->mime, QStringLiteral("application/pdf"));
        QCOMPARE(document->pages.size(), 3);
        QCOMPARE(document->originalHash, QCryptographicHash::hash(bytes, QCryptographicHash::Sha256));
        for (const auto &page : document->pages) {
            const auto image = decoded(page);
            QCOMPARE(image.size(), QSize(page.width, page.height));
            QVERIFY2(qAbs(page.width - 1654) < 4 && qAbs(page.height - 2339) < 4, "A4 at 200 dpi");
            QVERIFY(!page.reduced);
            QVERIFY2(page.sharpness > 0.5, qPrintable(QString::number(page.sharpness)));
        }
    }

    void aPictureKeepsItsPixels_data()
    {
        QTest::addColumn<QString>("format");
        for (const char *format : {"jpg", "png"})
            QTest::newRow(format) << QString::fromLatin1(format);
    }
    void aPictureKeepsItsPixels()
    {
        QFETCH(QString, format);
        const auto document
            = clean(saved(quadrants({640, 480}), format.toLatin1().constData(), 95), QStringLiteral("photo.") + format);
        QVERIFY2(document, qPrintable(codeOf(document)));
        QCOMPARE(document->pages.size(), 1);
        const auto &page = document->pages.first();
        QCOMPARE(QSize(page.width, page.height), QSize(640, 480));
        QCOMPARE(quadrantsOf(decoded(page)), QStringLiteral("RGBY"));
        QVERIFY(!page.reduced);
    }
};

int main(int argc, char **argv)
{
    QGuiApplication app(argc, argv);
    TstPageWorker test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_page_worker.moc"
