#include "documents/composer.h"
#include "worker_fixture.h"
#include "workshop.h"

#include <QGuiApplication>
#include <QPdfWriter>
#include <QTextDocument>

using namespace nadi;
using namespace nadi::documents;
using namespace nadi::test;

namespace
{

using Maker = QByteArray (*)(const Workshop &);

QStringList words(const char *line)
{
    return QString::fromLatin1(line).split(u' ', Qt::SkipEmptyParts);
}

QByteArray byQt(const Workshop &)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setPageSize(QPageSize(QPageSize::A4));
    QTextDocument document;
    document.setHtml(
        QStringLiteral("<h1>Prescription</h1><p>Tab. Metformin 500 mg 1-0-1</p><p>मेटफॉर्मिन மெட்ஃபோர்மின்</p>"));
    document.print(&writer);
    return buffer.data();
}

QByteArray byNadi(const Workshop &)
{
    const auto page = saved(prescriptionImage({1654, 2339}), "jpg", 85);
    return composePdf({{page}, {page}}, QStringLiteral("Nadi"), UtcTime::fromMs(1'795'200'000'000)).value();
}

QByteArray postScript()
{
    return "%!PS\n/Helvetica findfont 14 scalefont setfont 72 720 moveto (Prescription) show\n"
           "/Times-Roman findfont 12 scalefont setfont 72 690 moveto (Tab. Metformin 500 mg 1-0-1 for 30 days) show\n"
           "/Courier-Bold findfont 12 scalefont setfont 72 660 moveto (Asha Verma, F, 36) show\nshowpage\n";
}

QByteArray byGhostscript(const Workshop &shop)
{
    shop.put(QStringLiteral("page.ps"), postScript());
    return shop.made(QStringLiteral("gs"),
        words("-q -dSAFER -dBATCH -dNOPAUSE -sDEVICE=pdfwrite -sOutputFile=made.pdf page.ps"),
        QStringLiteral("made.pdf"));
}

// Fonts by name only: the worker has to bring them.
QByteArray withoutFonts(const Workshop &shop)
{
    shop.put(QStringLiteral("page.ps"), postScript());
    shop.put(
        QStringLiteral("fonts.ps"), "<< /NeverEmbed [/Helvetica /Times-Roman /Courier-Bold] >> setdistillerparams\n");
    return shop.made(QStringLiteral("gs"),
        words("-q -dSAFER -dBATCH -dNOPAUSE -sDEVICE=pdfwrite -dEmbedAllFonts=false -sOutputFile=made.pdf fonts.ps "
              "page.ps"),
        QStringLiteral("made.pdf"));
}

QByteArray byCairo(const Workshop &shop)
{
    shop.put(QStringLiteral("page.svg"),
        "<svg xmlns='http://www.w3.org/2000/svg' width='595' height='842'><rect width='200' height='80' "
        "fill='#0a7'/><text x='60' y='160' font-size='20' font-family='Noto Sans'>Tab. Metformin "
        "500 mg</text><circle cx='300' cy='400' r='90' fill='none' stroke='navy'/></svg>");
    return shop.made(QStringLiteral("rsvg-convert"), words("-f pdf -o made.pdf page.svg"), QStringLiteral("made.pdf"));
}

QByteArray byTex(const Workshop &shop)
{
    shop.put(QStringLiteral("page.tex"),
        "\\documentclass{article}\\begin{document}Tab. Metformin 500\\,mg $1-0-1$ "
        "\\newpage\\[\\frac{a}{b}\\]\\end{document}\n");
    return shop.made(QStringLiteral("pdflatex"), words("-interaction=batchmode page.tex"), QStringLiteral("page.pdf"));
}

QByteArray byLibreOffice(const Workshop &shop)
{
    shop.put(QStringLiteral("page.rtf"), "{\\rtf1 {\\b Prescription}\\par Tab. Metformin 500 mg 1-0-1\\par}");
    const auto profile = QStringLiteral("-env:UserInstallation=file://") + shop.path(QStringLiteral("profile"));
    return shop.made(QStringLiteral("soffice"), QStringList{profile} + words("--headless --convert-to pdf page.rtf"),
        QStringLiteral("page.pdf"));
}

QByteArray byLibtiff(const Workshop &shop)
{
    shop.put(QStringLiteral("page.png"), saved(prescriptionImage({1728, 2292}), "png"));
    shop.made(QStringLiteral("convert-im6"), words("page.png -type Bilevel -compress Group4 -density 204x196 fax.tif"),
        QStringLiteral("fax.tif"));
    return shop.made(QStringLiteral("tiff2pdf"), words("-o made.pdf fax.tif"), QStringLiteral("made.pdf"));
}

QByteArray byPoppler(const Workshop &shop)
{
    shop.put(QStringLiteral("one.pdf"), byQt(shop));
    shop.put(QStringLiteral("two.pdf"), byNadi(shop));
    return shop.made(QStringLiteral("pdfunite"), words("one.pdf two.pdf made.pdf"), QStringLiteral("made.pdf"));
}

QByteArray byQpdf(const Workshop &shop)
{
    shop.put(QStringLiteral("one.pdf"), byQt(shop));
    return shop.made(QStringLiteral("qpdf"), words("--linearize --object-streams=generate one.pdf made.pdf"),
        QStringLiteral("made.pdf"));
}

QByteArray lockedForPrinting(const Workshop &shop)
{
    shop.put(QStringLiteral("one.pdf"), byQt(shop));
    QStringList arguments = words("--encrypt USER owner 256 --print=none --extract=n -- one.pdf made.pdf");
    arguments[1].clear(); // no password to open
    return shop.made(QStringLiteral("qpdf"), arguments, QStringLiteral("made.pdf"));
}

/// The same page by Poppler's own program, outside any walls.
QImage reference(const Workshop &shop, int page)
{
    const auto number = QString::number(page);
    const auto bytes = run(QStringLiteral("pdftoppm"),
        words("-r 200 -png -f")
            + QStringList{number, QStringLiteral("-l"), number, shop.path(QStringLiteral("subject.pdf"))});
    return QImage::fromData(bytes.value_or(QByteArray()), "png").convertToFormat(QImage::Format_RGB32);
}

/// Share of pixels that differ visibly, in percent. Rounding may make one picture a pixel larger.
double differing(const QImage &a, const QImage &b)
{
    const int w = std::min(a.width(), b.width());
    const int h = std::min(a.height(), b.height());
    qint64 count = 0;
    for (int y = 0; y < h; ++y) {
        const auto *p = reinterpret_cast<const QRgb *>(a.constScanLine(y));
        const auto *q = reinterpret_cast<const QRgb *>(b.constScanLine(y));
        for (int x = 0; x < w; ++x)
            count += qAbs(qGray(p[x]) - qGray(q[x])) > 64;
    }
    return 100.0 * double(count) / (double(w) * h);
}

bool isBlank(const QImage &image)
{
    for (int y = 0; y < image.height(); ++y) {
        const auto *line = reinterpret_cast<const QRgb *>(image.constScanLine(y));
        if (std::any_of(line, line + image.width(), [](QRgb c) { return qGray(c) < 128; }))
            return false;
    }
    return true;
}

}

/// Documents as they come: made by the programs people use, drawn behind the walls as Poppler draws them outside.
class TstProducers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pagesLookAsTheirProducerMeant_data()
    {
        QTest::addColumn<quintptr>("maker");
        QTest::addColumn<QString>("program");
        QTest::addColumn<int>("pages");
        const auto row = [](const char *producer, Maker maker, const char *program, int pages) {
            QTest::newRow(producer) << quintptr(maker) << QString::fromLatin1(program) << pages;
        };
        row("Qt", byQt, "pdftoppm", 1);
        row("Nadi", byNadi, "pdftoppm", 2);
        row("Ghostscript", byGhostscript, "gs", 1);
        row("Ghostscript, fonts not embedded", withoutFonts, "gs", 1);
        row("Cairo (librsvg)", byCairo, "rsvg-convert", 1);
        row("TeX", byTex, "pdflatex", 2);
        row("LibreOffice", byLibreOffice, "soffice", 1);
        row("libtiff (tiff2pdf)", byLibtiff, "tiff2pdf", 1);
        row("Poppler (pdfunite)", byPoppler, "pdfunite", 3);
        row("qpdf, linearized", byQpdf, "qpdf", 1);
        row("qpdf, locked for printing", lockedForPrinting, "qpdf", 1);
    }
    void pagesLookAsTheirProducerMeant()
    {
        QFETCH(quintptr, maker);
        QFETCH(QString, program);
        QFETCH(int, pages);
        if (!isInstalled(program))
            QSKIP(qPrintable(program + QStringLiteral(" is not installed: its documents are not tested")));
        if (!isInstalled(QStringLiteral("pdftoppm")))
            QSKIP("pdftoppm is not installed: pages cannot be compared");
        const Workshop shop;
        const auto pdf = reinterpret_cast<Maker>(maker)(shop);
        QVERIFY2(!pdf.isEmpty(), qPrintable(program));
        shop.put(QStringLiteral("subject.pdf"), pdf);
        const auto document = clean(pdf, QStringLiteral("rx.pdf"));
        QVERIFY2(document, qPrintable(codeOf(document) + u' ' + (document ? QString() : document.error().detail)));
        QCOMPARE(document->pages.size(), pages);
        for (int i = 0; i < pages; ++i) {
            const auto page = decoded(document->pages[i]);
            QVERIFY(!isBlank(page));
            QVERIFY2(document->pages[i].sharpness > 0.15, qPrintable(QString::number(document->pages[i].sharpness)));
            const auto outside = reference(shop, i + 1);
            QVERIFY(!outside.isNull());
            QVERIFY(qAbs(page.width() - outside.width()) <= 1 && qAbs(page.height() - outside.height()) <= 1);
            QVERIFY2(differing(page, outside) < 0.5, qPrintable(QString::number(differing(page, outside))));
        }
    }
};

int main(int argc, char **argv)
{
    QGuiApplication app(argc, argv);
    TstProducers test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_producers.moc"
