#include "documents/preflight.h"
#include "hostile_files.h"
#include "support/seeded_random.h"
#include "support/time_limit.h"

#include <QTest>

using namespace nadi;
using namespace nadi::documents;
using namespace nadi::test;

namespace
{

QString codeOf(const QByteArray &bytes, const QString &name = {}, const PageLimits &limits = {})
{
    const ProcessorTimer timer;
    const auto head = preflight(bytes, name, limits);
    if (timer.elapsed() > timeLimit(200)) // S-F3
        return QStringLiteral("slow: %1 ms").arg(timer.elapsed());
    return head ? QString() : head.error().code;
}

PageLimits limitedTo(void (*change)(PageLimits &))
{
    PageLimits limits;
    change(limits);
    return limits;
}

}

/// What is decided before any decoder sees a byte (S-F2, S-F3): at the limit passes, one more is refused.
class TstPreflight : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sidesAndPixelsHaveLimits_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("code");
        const auto tooLarge = QStringLiteral("DOC-PIXELS");
        const auto row = [](const char *format, const char *what, const QByteArray &bytes, const QString &code) {
            QTest::addRow("%s, %s", format, what) << bytes << code;
        };
        const auto format = [&](const char *name, auto claiming) {
            row(name, "side at the limit", claiming(12'000, 4), {});
            row(name, "side over", claiming(12'001, 4), tooLarge);
            row(name, "height over", claiming(4, 12'001), tooLarge);
            row(name, "pixels at the limit", claiming(10'000, 5'000), {});
            row(name, "pixels over", claiming(10'000, 5'001), tooLarge);
        };
        format("JPEG", [](int w, int h) { return jpegClaiming(quint16(w), quint16(h)); });
        format("PNG", [](int w, int h) { return pngClaiming(quint32(w), quint32(h)); });
        format("TIFF", [](int w, int h) { return tiffClaiming({{w, h}}); });
        format("TIFF, second page", [](int w, int h) { return tiffClaiming({{10, 10}, {w, h}}); });
        format("WebP", [](int w, int h) { return webpClaiming(w, h); });
        format("HEIC", [](int w, int h) { return heicClaiming(quint32(w), quint32(h)); });
        row("PNG", "50,000 x 50,000", pngClaiming(50'000, 50'000), tooLarge);
        row("PNG", "as large as the format can say", pngClaiming(0x7FFFFFFF, 0x7FFFFFFF), tooLarge);
        row("PNG", "larger than the format allows", pngClaiming(0xFFFFFFFF, 1), QStringLiteral("DOC-CORRUPT"));
        row("PNG", "no width", pngClaiming(0, 10), QStringLiteral("DOC-CORRUPT"));
        row("JPEG", "no height", jpegClaiming(10, 0), QStringLiteral("DOC-CORRUPT"));
        row("HEIC", "largest numbers", heicClaiming(0xFFFFFFFF, 0xFFFFFFFF), QStringLiteral("DOC-CORRUPT"));
    }
    void sidesAndPixelsHaveLimits()
    {
        QFETCH(QByteArray, bytes);
        QTEST(codeOf(bytes), "code");
    }

    void filesHaveASize()
    {
        const auto png = pngClaiming(4, 4);
        PageLimits limits;
        limits.fileBytes = png.size();
        QCOMPARE(codeOf(png, {}, limits), QString());
        --limits.fileBytes;
        QCOMPARE(codeOf(png, {}, limits), QStringLiteral("DOC-SIZE"));
        QCOMPARE(codeOf({}), QStringLiteral("DOC-EMPTY"));
    }

    void documentsHaveALimitOfPages()
    {
        const auto limits = limitedTo([](PageLimits &l) { l.pages = 3; });
        QCOMPARE(codeOf(tiffClaiming(QList<QSize>(3, {8, 8})), {}, limits), QString());
        QCOMPARE(codeOf(tiffClaiming(QList<QSize>(4, {8, 8})), {}, limits), QStringLiteral("DOC-PAGES"));
    }

    void aChainOfPagesThatBitesItsTailIsBroken()
    {
        QCOMPARE(codeOf(tiffClaiming({{8, 8}}, 8)), QStringLiteral("DOC-CORRUPT"));
        QCOMPARE(codeOf(tiffClaiming({{8, 8}, {8, 8}, {8, 8}}, 8)), QStringLiteral("DOC-CORRUPT"));
        QCOMPARE(codeOf(tiffClaiming({{8, 8}}, 0x7FFFFFFF)), QStringLiteral("DOC-TRUNCATED"));
    }

    void aNameMustNotLie_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("agrees");
        const auto row = [](const QByteArray &bytes, const char *name, bool agrees) {
            QTest::newRow(name) << bytes << QString::fromUtf8(name) << agrees;
        };
        row(jpegClaiming(8, 8), "photo.jpg", true);
        row(jpegClaiming(8, 8), "PHOTO.JPEG", true);
        row(jpegClaiming(8, 8), "photo.png", false);
        row(jpegClaiming(8, 8), "photo.pdf", false);
        row(jpegClaiming(8, 8), "photo.exe", false);
        row(jpegClaiming(8, 8), "photo.pdf.jpg", true);
        row(pngClaiming(8, 8), "png", true);
        row(pngClaiming(8, 8), "jpg", false);
        row(tiffClaiming({{8, 8}}), "fax.tif", true);
        row(webpClaiming(8, 8), "forwarded.jpg", false);
        row(heicClaiming(8, 8), "IMG_1.HEIC", true);
        row(pdfWith(1), "rx.pdf", true);
        row(pdfWith(1), "rx.docx", false);
        row(pdfWith(1), "Dr. Rao", true);
        row(pdfWith(1), "no extension", true);
        row(pdfWith(1), "../../etc/passwd.pdf", true);
        row(pdfWith(1), "CON.pdf", true);
        row(pdfWith(1), "\u202Efdp.exe", false);
    }
    void aNameMustNotLie()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, name);
        QFETCH(bool, agrees);
        QCOMPARE(codeOf(bytes, name), agrees ? QString() : QStringLiteral("DOC-TYPE"));
        QCOMPARE(codeOf(bytes, QString(500, u'x') + name),
            agrees || !name.contains(u'.') ? QString() : QStringLiteral("DOC-TYPE"));
    }

    void whatWeDoNotTakeIsNamed_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("text") << QByteArray("Tab. Metformin");
        QTest::newRow("one byte") << QByteArray("%");
        QTest::newRow("program") << QByteArray("MZ\x90\x00", 4) + QByteArray(400, '\0');
        QTest::newRow("web page") << QByteArray("<!doctype html><script>alert(1)</script>");
        QTest::newRow("web page before a PDF") << "<html>" + pdfWith(1);
        QTest::newRow("ZIP") << "PK\x03\x04" + QByteArray(30, '\0') + emptyZip;
        QTest::newRow("AVIF") << box("ftyp", QByteArray("avif\0\0\0\0mif1avif", 16));
        QTest::newRow("JPEG with a ZIP behind") << jpegClaiming(8, 8) + emptyZip;
        QTest::newRow("PDF with a ZIP behind") << pdfWith(1) + emptyZip;
        const auto zipWithComment = emptyZip.first(20) + QByteArray("\x0a\x00", 2) + "0123456789";
        QTest::newRow("PNG with a commented ZIP behind") << pngClaiming(8, 8) + zipWithComment;
        const auto comment = "\xFF\xFE" + bigEndian(quint16(10)) + "%PDF-1.4";
        QTest::newRow("JPEG that a PDF reader would open") << jpegClaiming(8, 8).insert(2, comment);
        auto animation = webpClaiming(8, 8);
        animation.insert(12, QByteArray("VP8X\x0A\x00\x00\x00\x02\x00\x00\x00\x07\x00\x00\x07\x00\x00", 18));
        animation[4] = char(animation[4] + 18);
        QTest::newRow("animated WebP") << animation;
    }
    void whatWeDoNotTakeIsNamed()
    {
        QFETCH(QByteArray, bytes);
        QCOMPARE(codeOf(bytes), QStringLiteral("DOC-TYPE"));
    }

    void pdfsNestThirtyTwoDeep()
    {
        const auto nested
            = [](int depth) { return pdfWith(1, {}, "/X " + QByteArray(depth - 1, '[') + QByteArray(depth - 1, ']')); };
        QCOMPARE(codeOf(nested(32)), QString());
        QCOMPARE(codeOf(nested(33)), QStringLiteral("DOC-CORRUPT"));
        QCOMPARE(codeOf(nested(1'000'000)), QStringLiteral("DOC-CORRUPT"));
        // Brackets in strings, comments and stream data nest nothing.
        const QByteArray brackets(200, '[');
        QCOMPARE(codeOf(pdfWith(1, brackets, "/T (" + brackets + ") % " + brackets + "\n")), QString());
    }

    void cutFilesAreNoticed_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("PDF") << pdfWith(3);
        QTest::newRow("JPEG") << jpegClaiming(8, 8);
        QTest::newRow("PNG") << pngClaiming(8, 8);
        QTest::newRow("WebP") << webpClaiming(8, 8);
        QTest::newRow("TIFF") << tiffClaiming({{8, 8}});
        QTest::newRow("HEIC") << heicClaiming(8, 8);
    }
    void cutFilesAreNoticed()
    {
        QFETCH(QByteArray, bytes);
        QCOMPARE(codeOf(bytes), QString());
        const QStringList allowed{QStringLiteral("DOC-TRUNCATED"), QStringLiteral("DOC-TYPE"),
            QStringLiteral("DOC-CORRUPT"), QStringLiteral("DOC-EMPTY")};
        for (qsizetype length = 0; length < bytes.size() - 6; ++length) // a PDF may lose its last line end
            QVERIFY2(allowed.contains(codeOf(bytes.first(length))),
                qPrintable(QString::number(length) + codeOf(bytes.first(length))));
        QCOMPARE(codeOf(bytes.first(bytes.size() * 3 / 4)), QStringLiteral("DOC-TRUNCATED"));
    }

    void paddingAfterAPdfIsNoDamage()
    {
        QCOMPARE(codeOf(pdfWith(1) + QByteArray(5000, '\0')), QString());
        QCOMPARE(codeOf("\xEF\xBB\xBF\r\n" + pdfWith(1)), QString());
    }

    void changedBytesNeverHurt()
    {
        SeededRandom random(20261120);
        const QList<QByteArray> seeds{pdfWith(2), jpegClaiming(80, 80), pngClaiming(8, 8), webpClaiming(8, 8),
            tiffClaiming({{8, 8}, {9, 9}}), heicClaiming(8, 8), exifOf(6, "x")};
        for (int i = 0; i < 20'000; ++i) {
            auto bytes = seeds[i % seeds.size()];
            for (quint64 changes = random.next() % 8 + 1; changes > 0; --changes)
                bytes[qsizetype(random.next() % quint64(bytes.size()))] = char(random.next());
            QVERIFY(!codeOf(bytes).startsWith(QStringLiteral("slow")));
        }
    }
};

QTEST_GUILESS_MAIN(TstPreflight)
#include "tst_preflight.moc"
