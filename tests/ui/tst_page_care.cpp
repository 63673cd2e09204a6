#include "desk_window.h"
#include "documents/photographed.h"
#include "storage/audit_trail.h"
#include "storage/record_repository.h"
#include "support/qml_warnings.h"
#include "ui/session/row_model.h"
#include "ui/words/size_words.h"

#include <QImageWriter>
#include <QQmlComponent>
#include <QQmlEngine>
#include <QQuickWindow>
#include <QSGRendererInterface>
#include <QVideoFrame>
#include <QVideoSink>

#include <memory>

using namespace nadi;
using namespace nadi::ui;

namespace
{

const QColor table(70, 55, 45);
const QSize frame(1700, 2200);

QVariant cell(RowModel *model, int row, const char *role)
{
    return model->data(model->index(row), model->roleNames().key(role));
}

/// The step "add" of a patient whose visit is today.
class AddStep
{
public:
    explicit AddStep(const QProcessEnvironment &environment = {})
        : desk(environment)
    {
    }
    bool open()
    {
        if (!desk.isOpen() || !QTest::qWaitFor([this] { return desk.app().board()->loaded(); }))
            return false;
        desk.app().openPatient(cell(desk.app().board()->waiting(), 0, "patient").toString());
        if (!QTest::qWaitFor([this] { return desk.app().patient()->loaded(); }) || !desk.app().addPrescription())
            return false;
        return QTest::qWaitFor([this] { return add()->loaded(); });
    }
    AddPrescriptionController *add() { return desk.app().add(); }
    QString photo(const QString &name, const QImage &picture, int quality = 88)
    {
        QFile file(desk.file(name));
        return file.open(QIODevice::WriteOnly) && file.write(test::asJpeg(picture, quality)) > 0 ? file.fileName()
                                                                                                 : QString();
    }
    bool addPhoto(const QString &name, const QImage &picture)
    {
        const int before = add()->pages()->count();
        add()->addFiles({QUrl::fromLocalFile(photo(name, picture))});
        return QTest::qWaitFor([this, before] { return add()->pages()->count() == before + 1; }, 20'000);
    }
    Record record()
    {
        auto read = desk.desktop().store().run(
            [id = add()->record()](storage::Connection &db) { return storage::RecordRepository(db).record(id); });
        read.waitForFinished();
        return read.result().value();
    }
    QStringList audited(const QString &action)
    {
        auto read = desk.desktop().store().run([action](storage::Connection &db) -> Result<QStringList> {
            const auto events = storage::AuditTrail(db).last(200);
            if (!events)
                return failed(events);
            QStringList reasons;
            for (const auto &event : *events)
                if (event.action == action)
                    reasons += event.reason;
            return reasons;
        });
        read.waitForFinished();
        return read.result().value();
    }

    test::DeskWindow desk;
};

/// An uncompressed colour scan at 300 dpi, as office scanners write it.
QByteArray largeScan()
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QImageWriter writer(&buffer, "png");
    writer.setCompression(0);
    writer.write(test::letterheadPage(3).scaled(2480, 3508, Qt::IgnoreAspectRatio, Qt::SmoothTransformation));
    return buffer.data();
}

/// A PDF with the same scan in it, and not squeezed either.
QByteArray largePdf()
{
    const QImage scan = test::letterheadPage(3)
                            .scaled(2480, 3508, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
                            .convertToFormat(QImage::Format_RGB888);
    QByteArray rows;
    for (int y = 0; y < scan.height(); ++y)
        rows.append(reinterpret_cast<const char *>(scan.constScanLine(y)), scan.width() * 3);
    QByteArray pdf = "%PDF-1.4\n";
    QList<qsizetype> at;
    const auto object = [&](const QByteArray &body) {
        at += pdf.size();
        pdf += QByteArray::number(at.size()) + " 0 obj\n" + body + "\nendobj\n";
    };
    object("<< /Type /Catalog /Pages 2 0 R >>");
    object("<< /Type /Pages /Count 1 /Kids [3 0 R] >>");
    object("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /XObject << /P 4 0 R >> >>"
           " /Contents 5 0 R >>");
    object("<< /Type /XObject /Subtype /Image /Width 2480 /Height 3508 /ColorSpace /DeviceRGB /BitsPerComponent 8"
           " /Length "
        + QByteArray::number(rows.size()) + " >>\nstream\n" + rows + "\nendstream");
    const QByteArray draw = "q 595 0 0 842 0 0 cm /P Do Q";
    object("<< /Length " + QByteArray::number(draw.size()) + " >>\nstream\n" + draw + "\nendstream");
    const auto table = pdf.size();
    pdf += "xref\n0 6\n0000000000 65535 f \n";
    for (const auto offset : at)
        pdf += QByteArray::number(offset).rightJustified(10, '0') + " 00000 n \n";
    return pdf + "trailer << /Size 6 /Root 1 0 R >>\nstartxref\n" + QByteArray::number(table) + "\n%%EOF\n";
}

QImage sharp()
{
    return test::photographed(test::letterheadPage(3), {.light = 0.9, .noise = 4});
}

QImage again()
{
    return test::photographed(
        test::letterheadPage(3), {.degrees = 1.5, .scale = 0.97, .light = 0.7, .noise = 5, .blur = 3}, 7);
}

}

/// Step 4 when photos are not what they should be: taken twice (B17), or too large (B18), or badly (B23).
class TstPageCare : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnQmlWarnings(); }

    void aPagePhotographedTwiceIsShownBesideItself_data()
    {
        QTest::addColumn<QString>("press");
        QTest::addColumn<int>("stay");
        QTest::newRow("the sharper one is preset") << QStringLiteral("Keep better") << 1;
        QTest::newRow("both") << QStringLiteral("Keep both") << 2;
    }
    void aPagePhotographedTwiceIsShownBesideItself()
    {
        QFETCH(QString, press);
        QFETCH(int, stay);
        AddStep step;
        QVERIFY(step.open());
        QVERIFY(step.addPhoto(QStringLiteral("again.jpg"), again()));
        QVERIFY(step.addPhoto(QStringLiteral("other.jpg"), test::letterheadPage(12)));
        QVERIFY(step.addPhoto(QStringLiteral("sharp.jpg"), sharp()));
        QTRY_VERIFY_WITH_TIMEOUT(step.add()->alike()->waiting(), 10'000);
        QTRY_VERIFY(step.desk.byName(QStringLiteral("The same page twice?"), QAccessible::Dialog));
        // The first photo is blurred, the third is sharp: the third is preset.
        const auto before = step.record();
        step.desk.show(QStringLiteral("04-add-alike"));
        QTRY_VERIFY(step.desk.byName(QStringLiteral("Keep page 3")));
        QCOMPARE(step.add()->alike()->better(), before.pages[2].id.value());
        QTRY_VERIFY(step.desk.canPress(press));
        step.desk.press(press);
        QTRY_VERIFY(!step.desk.byName(QStringLiteral("The same page twice?"), QAccessible::Dialog));
        QTRY_COMPARE(step.add()->pages()->count(), stay + 1);
        QTRY_VERIFY(!step.add()->busy());
        QVERIFY(!step.add()->alike()->waiting());
        const auto after = step.record();
        QCOMPARE(after.pages.size(), stay + 1);
        QVERIFY(std::ranges::find(after.pages, before.pages[2].id, &RecordPage::id) != after.pages.cend());
        QCOMPARE(step.audited(QStringLiteral("record.page-remove")).size(), 2 - stay);
    }

    void theOtherOfTheTwoMayBeKeptToo()
    {
        AddStep step;
        QVERIFY(step.open());
        QVERIFY(step.addPhoto(QStringLiteral("sharp.jpg"), sharp()));
        QVERIFY(step.addPhoto(QStringLiteral("again.jpg"), again()));
        QTRY_VERIFY_WITH_TIMEOUT(step.add()->alike()->waiting(), 10'000);
        const auto second = step.record().pages[1].id;
        QTRY_VERIFY(step.desk.byName(QStringLiteral("Keep page 2")));
        step.desk.press(QStringLiteral("Keep page 2"));
        QTRY_VERIFY(step.desk.canPress(QStringLiteral("Keep better")));
        step.desk.press(QStringLiteral("Keep better"));
        QTRY_COMPARE(step.add()->pages()->count(), 1);
        QCOMPARE(step.record().pages.first().id, second);
    }

    void bothKeptAreNotAskedAboutAgain()
    {
        AddStep step;
        QVERIFY(step.open());
        QVERIFY(step.addPhoto(QStringLiteral("sharp.jpg"), sharp()));
        QVERIFY(step.addPhoto(QStringLiteral("again.jpg"), again()));
        QTRY_VERIFY_WITH_TIMEOUT(step.add()->alike()->waiting(), 10'000);
        QTRY_VERIFY(step.desk.byName(QStringLiteral("The same page twice?"), QAccessible::Dialog));
        step.desk.window().requestActivate();
        QVERIFY(QTest::qWaitForWindowActive(&step.desk.window()));
        QTest::keyClick(&step.desk.window(), Qt::Key_Escape); // leaves everything as it was
        QTRY_VERIFY(!step.add()->alike()->waiting());
        QTRY_VERIFY(!step.add()->busy());
        QCOMPARE(step.add()->pages()->count(), 2);
        QCOMPARE(step.desk.app().page(), QStringLiteral("add"));
        const auto draft = step.record();
        // The draft is opened again, as after a restart: nothing is known but what is stored.
        step.add()->begin(draft.patient, draft.doctor, draft.appointment, draft.id);
        QTRY_VERIFY(step.add()->loaded());
        QTRY_VERIFY(!step.add()->alike()->looking());
        QCOMPARE(step.add()->pages()->count(), 2);
        QVERIFY(!step.add()->alike()->waiting());
    }

    void anAskewPhotoIsStraightenedAndThatIsUndone()
    {
        AddStep step;
        QVERIFY(step.open());
        QVERIFY(step.addPhoto(QStringLiteral("askew.jpg"),
            test::photographed(
                test::letterheadPage(3), {.degrees = 6, .light = 0.9, .noise = 4, .table = table, .frame = frame})));
        auto page = step.record().pages.first();
        QCOMPARE(page.straightening, Straightening::On);
        QVERIFY(page.cropped);
        QVERIFY(qAbs(page.turnedDegrees + 6) < 0.5);
        const auto source = cell(step.add()->pages(), 0, "source").toString();
        step.desk.show(QStringLiteral("04-add-straightened"));
        QTRY_VERIFY(step.desk.canPress(QStringLiteral("Show as taken")));
        step.desk.press(QStringLiteral("Show as taken"));
        QTRY_VERIFY_WITH_TIMEOUT(step.desk.canPress(QStringLiteral("Straighten")), 15'000);
        page = step.record().pages.first();
        QCOMPARE(page.straightening, Straightening::Off);
        QCOMPARE(QSize(page.width, page.height), frame);
        QVERIFY(cell(step.add()->pages(), 0, "source").toString() != source); // the picture is fetched anew
        step.desk.show(QStringLiteral("04-add-as-taken"));
        // By keyboard there and back.
        step.desk.window().requestActivate();
        QVERIFY(QTest::qWaitForWindowActive(&step.desk.window()));
        step.desk.byName(QStringLiteral("Page 1: Reads well"))->forceActiveFocus();
        QTest::keyClick(&step.desk.window(), Qt::Key_S);
        QTRY_COMPARE_WITH_TIMEOUT(step.record().pages.first().straightening, Straightening::On, 15'000);
        QVERIFY(step.audited(QStringLiteral("record.page-replace")).contains(QStringLiteral("straighten-off")));
    }

    void anUnreadablePageStopsUntilSomebodySaysWhy_data()
    {
        QTest::addColumn<QImage>("picture");
        QTest::addColumn<QString>("mark");
        QTest::newRow("dark") << test::photographed(test::letterheadPage(3), {.light = 0.1, .noise = 1})
                              << QStringLiteral("Too dark to read");
        QTest::newRow("blurred") << test::photographed(test::letterheadPage(3), {.light = 0.9, .blur = 16})
                                 << QStringLiteral("Too blurred to read");
    }
    void anUnreadablePageStopsUntilSomebodySaysWhy()
    {
        QFETCH(QImage, picture);
        QFETCH(QString, mark);
        AddStep step;
        QVERIFY(step.open());
        QVERIFY(step.addPhoto(QStringLiteral("bad.jpg"), picture));
        QTRY_VERIFY(step.desk.byName(mark, QAccessible::StaticText));
        QVERIFY(step.desk.byName(QStringLiteral("Page 1: ") + mark));
        QCOMPARE(step.add()->reason(), QStringLiteral("Page 1 cannot be read."));
        QVERIFY(!step.desk.canPress(QStringLiteral("Look and confirm")));
        QVERIFY(!step.desk.canPress(QStringLiteral("Send it as it is")));
        auto *why = step.desk.byName(QStringLiteral("Why does it go as it is?"), QAccessible::EditableText);
        QVERIFY(why);
        step.desk.show(QStringLiteral("04-add-unreadable"));
        why->setProperty("text", QStringLiteral("The paper itself is faded"));
        QTRY_VERIFY(step.desk.canPress(QStringLiteral("Send it as it is")));
        step.desk.press(QStringLiteral("Send it as it is"));
        QTRY_VERIFY(step.desk.canPress(QStringLiteral("Look and confirm")));
        QCOMPARE(step.record().pages.first().unreadableReason, QStringLiteral("The paper itself is faded"));
        QCOMPARE(step.audited(QStringLiteral("record.unreadable-accept")),
            QStringList{QStringLiteral("The paper itself is faded")});
        step.desk.press(QStringLiteral("Look and confirm"));
        QTRY_VERIFY(step.desk.app().confirmation()->loaded());
    }

    void aFileOverTheLimitIsShrunkWhenAsked_data()
    {
        QTest::addColumn<bool>("pdf");
        QTest::newRow("scan") << false;
        QTest::newRow("scanned PDF") << true;
    }
    void aFileOverTheLimitIsShrunkWhenAsked()
    {
        QFETCH(bool, pdf);
        AddStep step;
        QVERIFY(step.open());
        const auto bytes = pdf ? largePdf() : largeScan();
        QVERIFY(bytes.size() > documents::PageLimits().fileBytes);
        const auto name = pdf ? QStringLiteral("scan.pdf") : QStringLiteral("scan.png");
        QFile file(step.desk.file(name));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
        file.close();
        step.add()->addFiles({QUrl::fromLocalFile(file.fileName())});
        QTRY_COMPARE_WITH_TIMEOUT(step.add()->files()->count(), 1, 10'000);
        QTRY_COMPARE(cell(step.add()->files(), 0, "code").toString(), QStringLiteral("DOC-SIZE"));
        QVERIFY(cell(step.add()->files(), 0, "measure").toString().contains(sizeWords(bytes.size())));
        QCOMPARE(step.add()->pages()->count(), 0);
        step.desk.show(QStringLiteral("04-add-oversize"));
        QTRY_VERIFY(step.desk.canPress(QStringLiteral("Shrink for screen quality")));

        step.desk.press(QStringLiteral("Shrink for screen quality"));
        QTRY_VERIFY_WITH_TIMEOUT(step.add()->smaller()->waiting(), 30'000);
        QTRY_VERIFY(step.desk.byName(QStringLiteral("Shrink for screen quality?"), QAccessible::Dialog));
        QVERIFY(step.desk.byName(QStringLiteral("Before"), QAccessible::Graphic));
        QVERIFY(step.desk.byName(QStringLiteral("After"), QAccessible::Graphic));
        step.desk.show(QStringLiteral("04-add-shrink") + (pdf ? QStringLiteral("-pdf") : QString()));
        QCOMPARE(step.add()->pages()->count(), 0); // nothing before the person says so
        step.desk.press(QStringLiteral("Leave it"));
        QTRY_VERIFY(step.desk.canPress(QStringLiteral("Shrink for screen quality")));
        QCOMPARE(step.add()->pages()->count(), 0);

        step.desk.press(QStringLiteral("Shrink for screen quality"));
        QTRY_VERIFY_WITH_TIMEOUT(step.desk.canPress(QStringLiteral("Use the smaller copy")), 30'000);
        step.desk.press(QStringLiteral("Use the smaller copy"));
        QTRY_COMPARE_WITH_TIMEOUT(step.add()->pages()->count(), 1, 20'000);
        const auto record = step.record();
        const auto &page = record.pages.first();
        QVERIFY(page.shrunk);
        QVERIFY(page.reduced);
        QVERIFY(page.width <= 1240 && page.height <= 1754);
        auto kept = step.desk.desktop().store().run([&record](storage::Connection &db) {
            return storage::RecordRepository(db).original(record.id, record.pages.first().originalHash);
        });
        kept.waitForFinished();
        QCOMPARE(kept.result().value().size(), bytes.size()); // the original stays
        QTRY_VERIFY(step.desk.canPress(QStringLiteral("Look and confirm")));
        step.desk.press(QStringLiteral("Look and confirm"));
        QTRY_VERIFY(step.desk.app().confirmation()->loaded());
        QVERIFY(!step.desk.app().confirmation()->copyText().isEmpty());
        step.desk.show(QStringLiteral("05-confirm-shrunk"));
    }

    void aFileBeyondEveryLimitIsOnlyRefused()
    {
        AddStep step;
        QVERIFY(step.open());
        QFile file(step.desk.file(QStringLiteral("huge.tif")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QVERIFY(file.resize(documents::PageLimits().shrinkableBytes + 1));
        file.close();
        step.add()->addFiles({QUrl::fromLocalFile(file.fileName())});
        QTRY_VERIFY_WITH_TIMEOUT(!step.add()->reading(), 10'000);
        QCOMPARE(cell(step.add()->files(), 0, "code").toString(), QStringLiteral("DOC-SIZE"));
        QVERIFY(!cell(step.add()->files(), 0, "mayShrink").toBool());
        QVERIFY(cell(step.add()->files(), 0, "measure").toString().contains(QStringLiteral("64")));
    }

    /// There is no camera where tests run: frames are made here, and arrive as a camera's would.
    void theCamerasPictureIsDrawnWithoutAGraphicsCard()
    {
        QQuickWindow window;
        if (window.rendererInterface()->graphicsApi() != QSGRendererInterface::Software)
            QSKIP("this run draws by a graphics card; VideoOutput is used there");
        window.resize(320, 240);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        QQmlEngine engine;
        engine.addImportPath(QStringLiteral("qrc:/qt/qml"));
        QQmlComponent component(&engine);
        component.setData("import Nadi.Components\nCameraPicture { width: 320; height: 240 }", QUrl());
        const std::unique_ptr<QQuickItem> item(qobject_cast<QQuickItem *>(component.beginCreate(engine.rootContext())));
        QVERIFY2(item, qPrintable(component.errorString()));
        item->setParentItem(window.contentItem());
        component.completeCreate();
        QTRY_VERIFY(item->property("frameByFrame").toBool());
        QTRY_VERIFY(item->property("videoSink").value<QVideoSink *>());
        auto *sink = item->property("videoSink").value<QVideoSink *>();
        for (const QColor &colour : {QColor(200, 30, 30), QColor(30, 30, 200)}) {
            QVideoFrame frame(QVideoFrameFormat(QSize(320, 240), QVideoFrameFormat::Format_BGRA8888));
            QVERIFY(frame.map(QVideoFrame::WriteOnly));
            QImage pixels(frame.bits(0), 320, 240, frame.bytesPerLine(0), QImage::Format_RGB32);
            pixels.fill(colour);
            frame.unmap();
            sink->setVideoFrame(frame);
            QTRY_COMPARE(window.grabWindow().pixelColor(160, 120), colour);
        }
    }

    void theCoreRefusesAnUnreadablePageToo()
    {
        AddStep step;
        QVERIFY(step.open());
        QVERIFY(step.addPhoto(
            QStringLiteral("bad.jpg"), test::photographed(test::letterheadPage(3), {.light = 0.1, .noise = 1})));
        const auto draft = step.record();
        step.desk.app().confirmation()->begin(draft.id);
        QTRY_VERIFY(step.desk.app().confirmation()->loaded());
        step.desk.app().confirmation()->confirm();
        QTRY_COMPARE(step.desk.app().confirmation()->problemCode(), QStringLiteral("REC-UNREADABLE"));
        QCOMPARE(step.record().state, RecordState::Draft);
    }
};

QTEST_MAIN(TstPageCare)
#include "tst_page_care.moc"
