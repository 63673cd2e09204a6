#include "documents/composer.h"
#include "tool.h"
#include "worker_fixture.h"

#include <QColorSpace>
#include <QGuiApplication>
#include <QRegularExpression>
#include <QTemporaryDir>

using namespace nadi;
using namespace nadi::documents;
using namespace nadi::test;

namespace
{

const auto day = UtcTime::fromMs(1'795'200'000'000);
const auto producer = QStringLiteral("Nadi 0.1.0");

QByteArray composed(const QList<ComposePage> &pages)
{
    const auto pdf = composePdf(pages, producer, day);
    return pdf ? *pdf : QByteArray();
}

/// Other programs' opinion of a PDF.
class Judged
{
public:
    explicit Judged(const QByteArray &pdf)
        : m_path(m_dir.filePath(QStringLiteral("composed.pdf")))
    {
        QFile file(m_path);
        if (file.open(QIODevice::WriteOnly))
            file.write(pdf);
    }
    bool isSound() const { return run(QStringLiteral("qpdf"), {QStringLiteral("--check"), m_path}).has_value(); }
    QString info() const { return QString::fromUtf8(run(QStringLiteral("pdfinfo"), {m_path}).value_or("")); }
    QImage page(int number) const
    {
        const auto n = QString::number(number);
        const auto png = run(QStringLiteral("pdftoppm"),
            {QStringLiteral("-r"), QStringLiteral("72"), QStringLiteral("-f"), n, QStringLiteral("-l"), n,
                QStringLiteral("-png"), m_path});
        return QImage::fromData(png.value_or(QByteArray()), "png");
    }

private:
    QTemporaryDir m_dir;
    QString m_path;
};

QImage withAlpha()
{
    QImage image(60, 90, QImage::Format_ARGB32);
    image.fill(QColor(0, 0, 0, 0));
    return image;
}

}

class TstComposer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        for (const auto &tool : {QStringLiteral("qpdf"), QStringLiteral("pdfinfo"), QStringLiteral("pdftoppm")}) {
            if (!isInstalled(tool))
                QSKIP(qPrintable(tool + QStringLiteral(" is not installed: composed PDFs cannot be judged")));
        }
    }

    void everyKindOfPageIsDrawnAsItIs_data()
    {
        QTest::addColumn<QByteArray>("image");
        QTest::newRow("JPEG") << saved(quadrants({300, 400}), "jpg", 95);
        QTest::newRow("PNG, true colour") << saved(quadrants({300, 400}), "png");
        QTest::newRow("PNG, palette") << saved(quadrants({300, 400}).convertToFormat(QImage::Format_Indexed8), "png");
    }
    void everyKindOfPageIsDrawnAsItIs()
    {
        QFETCH(QByteArray, image);
        const Judged pdf(composed({{image}}));
        QVERIFY(pdf.isSound());
        QCOMPARE(quadrantsOf(pdf.page(1)), QStringLiteral("RGBY"));
    }

    void jpegBytesAreEmbeddedUnchanged()
    {
        const auto jpeg = saved(quadrants({300, 400}), "jpg", 95);
        QVERIFY(composed({{jpeg}}).contains(jpeg));
    }

    void pagesTurnByQuarters_data()
    {
        QTest::addColumn<int>("turns");
        QTest::addColumn<QString>("seen");
        QTest::addColumn<bool>("landscape");
        QTest::newRow("none") << 0 << QStringLiteral("RGBY") << false;
        QTest::newRow("clockwise") << 1 << QStringLiteral("BRYG") << true;
        QTest::newRow("upside down") << 2 << QStringLiteral("YBGR") << false;
        QTest::newRow("counter-clockwise") << 3 << QStringLiteral("GYRB") << true;
        QTest::newRow("minus one") << -1 << QStringLiteral("GYRB") << true;
        QTest::newRow("five") << 5 << QStringLiteral("BRYG") << true;
    }
    void pagesTurnByQuarters()
    {
        QFETCH(int, turns);
        QFETCH(QString, seen);
        QFETCH(bool, landscape);
        // A4's own shape, so that the picture fills the sheet.
        const auto page = Judged(composed({{saved(quadrants({210, 297}), "jpg", 95), turns}})).page(1);
        QCOMPARE(quadrantsOf(page), seen);
        QCOMPARE(page.width() > page.height(), landscape);
    }

    void sheetsAreA4()
    {
        const Judged pdf(composed({{saved(quadrants({300, 200}), "png")}, {saved(quadrants({200, 300}), "png")}}));
        QVERIFY(pdf.info().contains(QStringLiteral("841.89 x 595.276 pts (A4)")));
        QVERIFY(pdf.info().contains(QRegularExpression(QStringLiteral("Pages:\\s+2\\n"))));
    }

    void metadataNamesTheProgramAndTheDateOnly()
    {
        const Judged pdf(composed({{saved(quadrants({20, 30}), "png")}}));
        const auto info = pdf.info();
        QVERIFY(info.contains(producer));
        for (const auto &key : {"Author", "Title", "Subject", "Keywords", "Creator:"})
            QVERIFY2(!info.contains(QString::fromLatin1(key)), key);
        QVERIFY2(info.contains(QStringLiteral("Nov 20")), qPrintable(info));
    }

    void aProducerCannotWriteIntoThePdf()
    {
        const auto pdf = composePdf({{saved(quadrants({20, 30}), "png")}}, QStringLiteral("x) /Author (y\\) \n"), day);
        QVERIFY(pdf);
        QVERIFY(Judged(*pdf).isSound());
        QVERIFY(!Judged(*pdf).info().contains(QStringLiteral("Author:")));
    }

    void equalInputGivesEqualBytes()
    {
        const QList<ComposePage> pages{
            {saved(quadrants({300, 200}), "jpg", 90)}, {saved(quadrants({200, 300}), "png")}};
        QCOMPARE(composed(pages), composed(pages));
    }

    void whatIsNotAPageIsRefused_data()
    {
        QTest::addColumn<QByteArray>("image");
        const auto jpeg = saved(quadrants({300, 200}), "jpg", 90);
        const auto png = saved(quadrants({300, 200}), "png");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("text") << QByteArray("prescription");
        QTest::newRow("half a JPEG") << jpeg.first(jpeg.size() / 2);
        QTest::newRow("half a PNG") << png.first(png.size() / 2);
        QTest::newRow("a PDF") << composed({{png}});
        // Never from the worker: it lays everything on white in 8 bits.
        QTest::newRow("a PNG with alpha") << saved(withAlpha(), "png");
        QTest::newRow("a PNG of 16 bits") << saved(quadrants({30, 20}).convertToFormat(QImage::Format_RGBX64), "png");
    }
    void whatIsNotAPageIsRefused()
    {
        QFETCH(QByteArray, image);
        const auto pdf = composePdf({{image}}, producer, day);
        QVERIFY(!pdf);
        QCOMPARE(pdf.error().code, QStringLiteral("PDF-IMAGE"));
    }

    void noPagesIsNoDocument() { QCOMPARE(composePdf({}, producer, day).error().code, QStringLiteral("PDF-EMPTY")); }
};

int main(int argc, char **argv)
{
    QGuiApplication app(argc, argv);
    TstComposer test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_composer.moc"
