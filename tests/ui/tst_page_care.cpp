#include "desk_window.h"
#include "documents/photographed.h"
#include "storage/audit_trail.h"
#include "storage/record_repository.h"
#include "ui/session/row_model.h"

#include <QRegularExpression>

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
    void init()
    {
        QTest::failOnWarning(QRegularExpression(
            QStringLiteral("qrc:.*(Error|is not a|Unable|Cannot|unavailable|Unexpected|Binding loop)")));
    }

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
