#include "hostile_files.h"
#include "support/seeded_random.h"
#include "worker_fixture.h"
#include "workshop.h"

#include <QGuiApplication>
#include <QTcpServer>

using namespace nadi;
using namespace nadi::documents;
using namespace nadi::test;

namespace
{

QByteArray jpeg()
{
    return saved(quadrants({640, 480}), "jpg", 90);
}
QByteArray png()
{
    return saved(prescriptionImage({640, 480}), "png");
}

QByteArray encrypted(const QByteArray &pdf, const QString &password)
{
    const Workshop shop;
    shop.put(QStringLiteral("plain.pdf"), pdf);
    return shop.made(QStringLiteral("qpdf"),
        {QStringLiteral("--encrypt"), password, QStringLiteral("owner"), QStringLiteral("256"), QStringLiteral("--"),
            QStringLiteral("plain.pdf"), QStringLiteral("locked.pdf")},
        QStringLiteral("locked.pdf"));
}

QByteArray deflated(const QByteArray &bytes)
{
    return qCompress(bytes, 9).sliced(4);
}

/// A gigabyte of drawing commands in one megabyte, and that packed again.
QByteArray pdfThatUnpacksForEver()
{
    const auto once = deflated(QByteArray("0 0 m 9 9 l S\n").repeated(20'000'000));
    return pdfWith(1, deflated(once), {}, {}, "/Filter [/FlateDecode /FlateDecode]");
}

QByteArray pdfWithImage(int width, int height)
{
    QList<QByteArray> objects{"<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Count 1 /Kids [4 0 R] >>",
        pdfStream({}, "500 0 0 500 0 0 cm /I Do"),
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 3 0 R /Resources << /XObject << /I 5 0 R >> >> "
        ">>"};
    objects.append(pdfStream(
        "/Type /XObject /Subtype /Image /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /FlateDecode /Width "
            + QByteArray::number(width) + " /Height " + QByteArray::number(height),
        deflated(QByteArray(1 << 20, 'x'))));
    return pdfOfObjects(objects);
}

/// Pages that hold each other.
QByteArray pdfWithoutGround()
{
    return pdfOfObjects({"<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Count 2 /Kids [3 0 R 3 0 R] >>",
        "<< /Type /Pages /Parent 2 0 R /Count 2 /Kids [2 0 R 2 0 R] >>"});
}

/// Forms that draw themselves.
QByteArray pdfThatDrawsItself()
{
    const QByteArray resources = "/Resources << /XObject << /F 5 0 R >> >>";
    return pdfOfObjects(
        {"<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Count 1 /Kids [4 0 R] >>", pdfStream({}, "/F Do"),
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 3 0 R " + resources + " >>",
            pdfStream("/Type /XObject /Subtype /Form /BBox [0 0 595 842] " + resources, "0 0 9 9 re f /F Do /F Do")});
}

}

/// The table of branches B15 to B25: what is wrong with a file has one name, whatever the worker died of.
class TstHostile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFaultHasItsName_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QStringList>("codes");
        const auto row = [](const char *what, const QByteArray &bytes, const char *name, const QStringList &codes) {
            QTest::newRow(what) << bytes << QString::fromLatin1(name) << codes;
        };
        const auto truncated = QStringList{QStringLiteral("DOC-TRUNCATED")};
        const auto corrupt = QStringList{QStringLiteral("DOC-CORRUPT")};
        const auto type = QStringList{QStringLiteral("DOC-TYPE")};
        const auto pixels = QStringList{QStringLiteral("DOC-PIXELS")};
        row("B18 too many bytes", QByteArray(20 * 1024 * 1024 + 1, 'x'), "scan.pdf", {QStringLiteral("DOC-SIZE")});
        row("B18 51 pages", pdfWith(51), "scan.pdf", {QStringLiteral("DOC-PAGES")});
        row("B18 50,000 x 50,000 PNG", pngClaiming(50'000, 50'000), "scan.png", pixels);
        row("B18 60 megapixel JPEG", jpegClaiming(10'000, 6'000), "scan.jpg", pixels);
        row("B19 nothing", {}, "scan.pdf", {QStringLiteral("DOC-EMPTY")});
        row("B19 no pages", pdfWith(0), "scan.pdf", {QStringLiteral("DOC-EMPTY")});
        row("B19 half a PDF", pdfWith(9).first(600), "scan.pdf", truncated);
        row("B19 half a JPEG", jpeg().first(4000), "scan.jpg", truncated);
        row("B19 half a PNG", png().first(3000), "scan.png", truncated);
        row("B19 half a JPEG with an end", jpeg().first(4000) + "\xFF\xD9", "scan.jpg", corrupt);
        row("B19 PNG with damaged rows", png().replace(2000, 16, QByteArray(16, '\x55')), "scan.png", corrupt);
        row("B19 PNG that is only a head", pngClaiming(800, 600), "scan.png", corrupt);
        row("B19 TIFF without rows", tiffClaiming({{800, 600}}), "scan.tif", corrupt);
        row("B19 TIFF in a circle", tiffClaiming({{800, 600}, {8, 8}}, 8), "scan.tif", corrupt);
        row("B19 WebP without pixels", webpClaiming(800, 600), "scan.webp", corrupt + truncated);
        row("B19 HEIC without a picture", heicClaiming(800, 600), "scan.heic", corrupt);
        row("B19 a PDF called JPEG", pdfWith(1), "scan.jpg", type);
        row("B19 a program called PDF", QByteArray("MZ").leftJustified(5000, 'x'), "scan.pdf", type);
        row("B19 PDF and ZIP in one", pdfWith(1) + emptyZip, "scan.pdf", type);
        row("B19 PDF without anything", "%PDF-1.4\nnothing here\n%%EOF\n", "scan.pdf", corrupt);
        row("B19 pages that hold each other", pdfWithoutGround(), "scan.pdf",
            corrupt + QStringList{QStringLiteral("DOC-EMPTY")});
        row("B22 AVIF", box("ftyp", QByteArray("avif\0\0\0\0mif1avif", 16)), "photo.avif", type);
    }
    void everyFaultHasItsName()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, name);
        QFETCH(QStringList, codes);
        const auto code = codeOf(clean(bytes, name));
        QVERIFY2(codes.contains(code), qPrintable(code.isEmpty() ? QStringLiteral("taken") : code));
    }

    void lockedPdfsAskForTheirPassword()
    {
        const auto pdf = encrypted(pdfWith(2), QStringLiteral("s3cret"));
        MADE_OR_SKIP(pdf, "qpdf");
        QCOMPARE(codeOf(clean(pdf)), QStringLiteral("DOC-ENCRYPTED"));
        QCOMPARE(codeOf(clean(pdf, {}, "wrong")), QStringLiteral("DOC-PASSWORD"));
        const auto opened = clean(pdf, {}, "s3cret");
        QVERIFY2(opened, qPrintable(codeOf(opened)));
        QCOMPARE(opened->pages.size(), 2);
    }

    void bombsEndAtTheirLimit_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("drawing commands without end") << pdfThatUnpacksForEver();
        QTest::newRow("picture of 900 megapixels") << pdfWithImage(30'000, 30'000);
        QTest::newRow("picture of four billion megapixels") << pdfWithImage(2'000'000'000, 2'000'000'000);
        QTest::newRow("form that draws itself") << pdfThatDrawsItself();
        QTest::newRow("arrays in arrays") << pdfWith(1, {}, "/X " + QByteArray(900'000, '['));
        QTest::newRow("page as large as a field") << pdfWith(1).replace("0 0 595 842", "0 0 999999 999999");
    }
    void bombsEndAtTheirLimit()
    {
        QFETCH(QByteArray, bytes);
        PageLimits limits;
        limits.cpuSeconds = 2;
        QElapsedTimer timer;
        timer.start();
        const auto result = clean(bytes, QStringLiteral("rx.pdf"), {}, limits);
        // On a busy machine two seconds of processor take longer; the limit of the clock and the kill hold in any case.
        const auto last = limits.wallTime + std::chrono::seconds(10);
        QVERIFY2(timer.elapsed() < last.count(), qPrintable(QString::number(timer.elapsed())));
        // Drawing what can be drawn is as good an end as a named refusal; hanging and growing are not.
        const QStringList ends{QString(), QStringLiteral("DOC-TIME"), QStringLiteral("DOC-MEMORY"),
            QStringLiteral("DOC-CORRUPT"), QStringLiteral("DOC-CRASH")};
        QVERIFY2(ends.contains(codeOf(result)), qPrintable(codeOf(result)));
        QCOMPARE(codeOf(clean(png())), QString());
    }

    void activeContentStaysStill()
    {
        QTcpServer beacon;
        QVERIFY(beacon.listen(QHostAddress::LocalHost));
        const auto url = "(http://127.0.0.1:" + QByteArray::number(beacon.serverPort()) + "/beacon)";
        const QByteArray actions = "/OpenAction << /S /JavaScript /JS (app.launchURL" + url
            + ") >> /AA << /WC << /S /Launch /F (/bin/sh) >> >> "
              "/Names << /EmbeddedFiles << /Names [(a.exe) << /Type /Filespec /F (a.exe) >>] >> >> "
              "/AcroForm << /Fields [] /XFA (<x/>) >>";
        const QByteArray annotations = "/AA << /O << /S /URI /URI " + url
            + " >> >> /Annots [<< /Type /Annot /Subtype /Link /Rect [0 0 500 500] /A << /S /SubmitForm /F " + url
            + " >> >>]";
        const auto document
            = clean(pdfWith(1, "0 0 1 rg 100 100 200 300 re f", actions, annotations), QStringLiteral("rx.pdf"));
        QVERIFY2(document, qPrintable(codeOf(document)));
        QCOMPARE(decoded(document->pages.first()).pixelColor(400, 1800), QColor(Qt::blue));
        QVERIFY(!beacon.hasPendingConnections());
    }

    void filesOnDiskHaveTheSameNames()
    {
        const Workshop shop;
        shop.put(QStringLiteral("rx.pdf"), pdfWith(1));
        shop.put(QStringLiteral("large.pdf"), QByteArray(20 * 1024 * 1024 + 1, 'x'));
        shop.put(QStringLiteral("empty.pdf"), {});
        shop.put(QStringLiteral("photo.png"), jpeg());
        PageWorker worker(pagesProgram(), {});
        const auto code
            = [&](const char *name) { return codeOf(await(worker.cleanFile(shop.path(QString::fromLatin1(name))))); };
        QCOMPARE(code("rx.pdf"), QString());
        QCOMPARE(code("large.pdf"), QStringLiteral("DOC-SIZE"));
        QCOMPARE(code("empty.pdf"), QStringLiteral("DOC-EMPTY"));
        QCOMPARE(code("photo.png"), QStringLiteral("DOC-TYPE"));
        QCOMPARE(code("missing.pdf"), QStringLiteral("DOC-READ"));
        QCOMPARE(code("."), QStringLiteral("DOC-READ"));
    }

    void changedBytesNeverHurtTheCaller()
    {
        SeededRandom random(23);
        const QList<QByteArray> seeds{pdfWith(2), jpeg(), png()};
        PageLimits limits;
        limits.cpuSeconds = 2;
        PageWorker worker(pagesProgram(), limits);
        for (int i = 0; i < 45; ++i) {
            auto bytes = seeds[i % seeds.size()];
            for (int changes = 0; changes < 12; ++changes)
                bytes[qsizetype(random.next() % quint64(bytes.size()))] = char(random.next());
            const auto code = codeOf(await(worker.clean(bytes, {})));
            QVERIFY2(code.isEmpty() || code.startsWith(QStringLiteral("DOC-")), qPrintable(code));
            QVERIFY2(code != u"DOC-WORKER", "the worker itself goes on working");
        }
    }
};

int main(int argc, char **argv)
{
    QGuiApplication app(argc, argv);
    TstHostile test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_hostile.moc"
