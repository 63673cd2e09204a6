#include "booking_desk.h"
#include "storage/audit_trail.h"
#include "storage/meta.h"
#include "support/qml_warnings.h"

#include <QImage>
#include <QPainter>
#include <QSignalSpy>

using namespace nadi;
using namespace nadi::ui;
using test::cell;

namespace
{

QString makePage(const QString &file, const QString &words)
{
    QImage page(1240, 1754, QImage::Format_RGB32);
    page.fill(Qt::white);
    QPainter painter(&page);
    QFont font;
    font.setPixelSize(44);
    painter.setFont(font);
    painter.drawText(QRect(100, 120, 1040, 1500), Qt::AlignLeft | Qt::TextWordWrap, words);
    painter.end();
    page.save(file);
    return file;
}

}

/// The six steps through the real window, store and page worker; only the network is not there.
class TstWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// An error in the QML is a page that is broken somewhere.
    void init() { test::failOnQmlWarnings(); }
    void home_shows_the_day();
    void search_says_why_and_opens_the_file();
    void search_is_ready_before_anybody_types();
    void search_tells_that_the_names_are_still_being_read();
    void opening_is_noted_once_and_looking_again_is_not();
    void six_steps_end_in_the_truth_data();
    void six_steps_end_in_the_truth();
    void restart_returns_to_the_same_step();
    void hostile_file_is_named_and_nothing_is_stored();
    void keyboard_alone_finds_opens_and_leaves();
    void a_wrong_clock_is_said_until_it_is_right_data();
    void a_wrong_clock_is_said_until_it_is_right();
    void camera_and_file_dialog_do_not_break_the_page();
    void draft_is_thrown_away_only_when_asked();
    void every_control_has_a_name_data();
    void every_control_has_a_name();
    void window_can_be_looked_at_data();
    void window_can_be_looked_at();
};

void TstWindow::home_shows_the_day()
{
    test::DeskWindow desk;
    QVERIFY(desk.isOpen());
    auto *board = desk.app().board();
    QTRY_VERIFY(board->loaded());
    QCOMPARE(board->waiting()->count(), 4);
    QCOMPARE(board->expected()->count(), 7);
    QCOMPARE(cell(board->waiting(), 0, "name").toString(), QStringLiteral("Asha Kulkarni"));
    QVERIFY(board->summary().contains(QStringLiteral("11 booked")));
    const QString next = cell(board->expected(), 0, "appointment").toString();
    board->markArrived(next);
    QTRY_COMPARE(board->waiting()->count(), 5);
}

void TstWindow::search_is_ready_before_anybody_types()
{
    test::DeskWindow desk;
    QVERIFY(desk.isOpen());
    const auto built = [&desk] {
        auto looked = desk.desktop().store().run([people = desk.desktop().services()->people](storage::Connection &) {
            return Result<bool>(people->state == PatientLookUp::State::Built && people->index.size() > 0);
        });
        looked.waitForFinished();
        return looked.result().value_or(false);
    };
    QTRY_VERIFY_WITH_TIMEOUT(built(), 30'000);
}

void TstWindow::search_tells_that_the_names_are_still_being_read()
{
    test::DeskWindow desk;
    QVERIFY(desk.isOpen());
    // As right after the start of a large clinic: a person a time.
    auto begun
        = desk.desktop().store().run([people = desk.desktop().services()->people](storage::Connection &) -> Done {
              people->state = PatientLookUp::State::Empty;
              people->slice = 1;
              return {};
          });
    begun.waitForFinished();
    auto *search = desk.app().search();
    int told = 0;
    connect(search, &PatientSearchController::textChanged, this, [&] { told += search->preparing(); });
    search->search(QStringLiteral("Asha"));
    QTRY_VERIFY_WITH_TIMEOUT(search->answered(), 30'000);
    QVERIFY(told > 0);
    QVERIFY(!search->preparing());
    QVERIFY(search->hits()->count() > 0);
}

void TstWindow::search_says_why_and_opens_the_file()
{
    test::DeskWindow desk;
    QVERIFY(desk.isOpen());
    auto *search = desk.app().search();
    search->search(QStringLiteral("9000020006"));
    QTRY_VERIFY(search->answered());
    QCOMPARE(search->hits()->count(), 1);
    QCOMPARE(cell(search->hits(), 0, "name").toString(), QStringLiteral("Sunita Rao"));
    QCOMPARE(cell(search->hits(), 0, "why").toString(), QStringLiteral("mobile ••••• 0006"));
    desk.app().openPatient(cell(search->hits(), 0, "patient").toString());
    QTRY_VERIFY(desk.app().patient()->loaded());
    QCOMPARE(desk.app().patient()->patient().name, QStringLiteral("Sunita Rao"));
    QCOMPARE(desk.app().page(), QStringLiteral("patient"));
}

void TstWindow::opening_is_noted_once_and_looking_again_is_not()
{
    test::DeskWindow desk;
    QVERIFY(desk.isOpen());
    QTRY_VERIFY(desk.app().board()->loaded());
    const auto reads = [&desk] {
        auto counted = desk.desktop().store().run([](storage::Connection &db) -> Result<QStringList> {
            const auto events = storage::AuditTrail(db).last(1000);
            if (!events)
                return failed(events);
            QStringList words;
            for (const auto &event : *events)
                if (event.action.endsWith(QStringLiteral(".read")))
                    words.prepend(event.action + QLatin1Char(' ') + event.reason);
            return words;
        });
        counted.waitForFinished();
        return counted.result().value();
    };
    auto *search = desk.app().search();
    for (const auto &typed : {QStringLiteral("su"), QStringLiteral("sun"), QStringLiteral("sunita")})
        search->search(typed);
    QTRY_VERIFY(search->answered());
    QCOMPARE(reads(), QStringList());
    const auto patient = cell(search->hits(), 0, "patient").toString();
    auto *file = desk.app().patient();
    desk.app().openPatient(patient);
    QTRY_VERIFY(file->loaded() && !file->busy());
    for (int look = 0; look < 3; ++look) {
        file->refresh();
        QTRY_VERIFY(!file->busy());
    }
    desk.app().board()->refresh();
    QTRY_VERIFY(!desk.app().board()->busy());
    QStringList expected{QStringLiteral("patient.read file")};
    QCOMPARE(reads(), expected);
    QVERIFY(desk.app().book(patient));
    QTRY_VERIFY(desk.app().booking()->loaded());
    QCOMPARE(reads(), expected += QStringLiteral("patient.read booking"));
    desk.app().openPatient(patient);
    QTRY_VERIFY(!file->busy());
    QCOMPARE(reads(), expected += QStringLiteral("patient.read file"));
}

void TstWindow::six_steps_end_in_the_truth_data()
{
    QTest::addColumn<QString>("theme");
    QTest::addColumn<int>("scale");
    QTest::newRow("usual") << QStringLiteral("light") << 100;
    QTest::newRow("double size") << QStringLiteral("dark") << 200;
}

void TstWindow::six_steps_end_in_the_truth()
{
    QFETCH(QString, theme);
    QFETCH(int, scale);
    QProcessEnvironment environment;
    environment.insert(QStringLiteral("NADI_APP_THEME"), theme);
    environment.insert(QStringLiteral("NADI_APP_SCALE_PERCENT"), QString::number(scale));
    test::DeskWindow desk(environment);
    QVERIFY(desk.isOpen());
    test::findAndBook(desk, QStringLiteral("Gurpreet Singh"));
    desk.show(QStringLiteral("02-booking-") + QString::fromLatin1(QTest::currentDataTag()));
    QTRY_VERIFY(desk.canPress(QStringLiteral("Confirm booking")));
    desk.press(QStringLiteral("Confirm booking"));
    QTRY_COMPARE(desk.app().page(), QStringLiteral("link-check"));
    QTRY_VERIFY(desk.app().linkCheck()->loaded());
    // The clinic was never listed: the linkage is asked for by itself, and care goes on.
    QTRY_VERIFY(desk.app().linkCheck()->linking());
    desk.show(QStringLiteral("03-link-check-") + QString::fromLatin1(QTest::currentDataTag()));
    QTRY_VERIFY(desk.canPress(QStringLiteral("Continue, share later")));
    desk.press(QStringLiteral("Continue, share later"));
    QTRY_COMPARE(desk.app().page(), QStringLiteral("add"));
    auto *add = desk.app().add();
    QTRY_VERIFY(add->loaded());
    desk.show(QStringLiteral("04-add-empty-") + QString::fromLatin1(QTest::currentDataTag()));
    QVERIFY(!add->reason().isEmpty());

    const auto page = makePage(desk.file(QStringLiteral("page.png")),
        QStringLiteral("Tab. Ashwagandha 500 mg\nTwice a day with warm milk, 30 days"));
    add->addFiles({QUrl::fromLocalFile(page)});
    QTRY_COMPARE_WITH_TIMEOUT(add->pages()->count(), 1, 15'000);
    add->addFiles({QUrl::fromLocalFile(
        makePage(desk.file(QStringLiteral("second.jpg")), QStringLiteral("Avipattikar churna, before meals")))});
    QTRY_COMPARE_WITH_TIMEOUT(add->pages()->count(), 2, 15'000);
    const auto second = cell(add->pages(), 1, "page").toString();
    add->turn(second);
    QTRY_COMPARE(cell(add->pages(), 1, "quarterTurns").toInt(), 1);
    add->moveBy(second, -1);
    QTRY_COMPARE(cell(add->pages(), 0, "page").toString(), second);
    // The same file again is not added, and says so (B15).
    add->addFiles({QUrl::fromLocalFile(page)});
    QTRY_COMPARE_WITH_TIMEOUT(add->files()->count(), 1, 15'000);
    QTRY_COMPARE(cell(add->files(), 0, "code").toString(), QStringLiteral("DOC-DUPLICATE"));
    desk.show(QStringLiteral("04-add-pages-") + QString::fromLatin1(QTest::currentDataTag()));
    add->dismiss(cell(add->files(), 0, "number").toInt());
    QTRY_VERIFY(desk.canPress(QStringLiteral("Look and confirm")));
    desk.press(QStringLiteral("Look and confirm"));

    QTRY_COMPARE(desk.app().page(), QStringLiteral("confirm"));
    QTRY_VERIFY(desk.app().confirmation()->loaded());
    QCOMPARE(desk.app().confirmation()->pages()->count(), 2);
    QVERIFY(!desk.app().confirmation()->differs());
    desk.show(QStringLiteral("05-confirm-") + QString::fromLatin1(QTest::currentDataTag()));
    QTRY_VERIFY(desk.canPress(QStringLiteral("Send to ABHA app")));
    desk.press(QStringLiteral("Send to ABHA app"));

    QTRY_COMPARE(desk.app().page(), QStringLiteral("success"));
    auto *success = desk.app().success();
    QTRY_VERIFY(success->loaded());
    QVERIFY(success->supportCode().startsWith(QStringLiteral("NX-")));
    QCOMPARE(success->standing(), int(Standing::Waiting));
    // Confirmed is a fact; nothing else is.
    QCOMPARE(cell(success->stages(), 0, "standing").toInt(), int(Standing::Done));
    for (int stage = 1; stage < success->stages()->count(); ++stage)
        QVERIFY(cell(success->stages(), stage, "standing").toInt() != int(Standing::Done));
    desk.show(QStringLiteral("06-success-") + QString::fromLatin1(QTest::currentDataTag()));
    QTRY_VERIFY(desk.canPress(QStringLiteral("Next patient")));
    desk.press(QStringLiteral("Next patient"));
    QTRY_COMPARE(desk.app().page(), QStringLiteral("home"));
}

void TstWindow::restart_returns_to_the_same_step()
{
    QTemporaryDir dir;
    const auto file = dir.filePath(QStringLiteral("clinic.db"));
    QString name;
    {
        test::DeskWindow desk({}, file);
        QVERIFY(desk.isOpen());
        test::findAndBook(desk, QStringLiteral("Thomas Kurian"));
        QTRY_VERIFY(desk.canPress(QStringLiteral("Confirm booking")));
        desk.press(QStringLiteral("Confirm booking"));
        QTRY_COMPARE(desk.app().page(), QStringLiteral("link-check"));
        desk.app().goOnFromLinkCheck();
        QTRY_VERIFY(desk.app().add()->loaded());
        desk.app().add()->addFiles({QUrl::fromLocalFile(
            makePage(desk.file(QStringLiteral("page.png")), QStringLiteral("Triphala at night")))});
        QTRY_COMPARE_WITH_TIMEOUT(desk.app().add()->pages()->count(), 1, 15'000);
        name = desk.app().add()->patient().name;
    }
    test::DeskWindow again({}, file);
    QVERIFY(again.isOpen());
    QTRY_COMPARE(again.app().page(), QStringLiteral("add"));
    QTRY_COMPARE(again.app().add()->pages()->count(), 1);
    QCOMPARE(again.app().add()->patient().name, name);
}

void TstWindow::hostile_file_is_named_and_nothing_is_stored()
{
    test::DeskWindow desk;
    QVERIFY(desk.isOpen());
    test::findAndBook(desk, QStringLiteral("Fatima Sheikh"));
    desk.app().booking()->confirm();
    QTRY_COMPARE(desk.app().page(), QStringLiteral("link-check"));
    desk.app().goOnFromLinkCheck();
    QTRY_VERIFY(desk.app().add()->loaded());
    QFile file(desk.file(QStringLiteral("prescription.pdf")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("MZ this is a program, not a page");
    file.close();
    auto *add = desk.app().add();
    add->addFiles(
        {QUrl::fromLocalFile(file.fileName()), QUrl::fromLocalFile(desk.file(QStringLiteral("missing.pdf")))});
    QTRY_VERIFY_WITH_TIMEOUT(!add->reading(), 15'000);
    QCOMPARE(add->files()->count(), 2);
    for (int row = 0; row < 2; ++row) {
        QVERIFY(!cell(add->files(), row, "sentence").toString().isEmpty());
        QVERIFY(!cell(add->files(), row, "action").toString().isEmpty());
    }
    QCOMPARE(add->pages()->count(), 0);
    QVERIFY(add->record().isEmpty());
    desk.show(QStringLiteral("04-add-problems"));
}

void TstWindow::keyboard_alone_finds_opens_and_leaves()
{
    test::DeskWindow desk;
    QVERIFY(desk.isOpen());
    auto *window = &desk.window();
    window->requestActivate();
    QVERIFY(QTest::qWaitForWindowActive(window));
    QTest::keyClick(window, Qt::Key_F3);
    for (const char letter : std::string("asha"))
        QTest::keyClick(window, letter);
    QTRY_VERIFY(desk.app().search()->answered());
    QTRY_VERIFY(desk.app().search()->hits()->count() > 0);
    desk.show(QStringLiteral("01-search"));
    QTest::keyClick(window, Qt::Key_Return);
    QTRY_COMPARE(desk.app().page(), QStringLiteral("patient"));
    QTRY_VERIFY(desk.app().patient()->loaded());

    // A dialog has Esc for itself; the page under it stays.
    QTest::keyClick(window, Qt::Key_F1);
    QTRY_VERIFY(desk.byName(QStringLiteral("Keys"), QAccessible::Dialog));
    desk.show(QStringLiteral("01-help"));
    QTest::keyClick(window, Qt::Key_Escape);
    QTRY_VERIFY(!desk.byName(QStringLiteral("Keys"), QAccessible::Dialog));
    QCOMPARE(desk.app().page(), QStringLiteral("patient"));

    QTest::keyClick(window, Qt::Key_F2);
    QTRY_COMPARE(desk.app().page(), QStringLiteral("booking"));
    QTest::keyClick(window, Qt::Key_Escape);
    QTRY_COMPARE(desk.app().page(), QStringLiteral("patient"));
    QTest::keyClick(window, Qt::Key_N, Qt::ControlModifier);
    QTRY_VERIFY(desk.byName(QStringLiteral("New patient"), QAccessible::Dialog));
    for (const char letter : std::string("Ira Sen"))
        QTest::keyClick(window, letter);
    QTest::keyClick(window, Qt::Key_Return);
    // Sex is missing: the dialog stays with what was typed and says it at the field.
    QTRY_VERIFY(desk.app().registration()->errors().contains(QStringLiteral("gender")));
    QVERIFY(desk.byName(QStringLiteral("New patient"), QAccessible::Dialog));
    desk.show(QStringLiteral("01-new-patient"));
    QTest::keyClick(window, Qt::Key_Escape);
    QTest::keyClick(window, Qt::Key_Escape);
    QTRY_COMPARE(desk.app().page(), QStringLiteral("home"));
}

void TstWindow::a_wrong_clock_is_said_until_it_is_right_data() // B49
{
    QTest::addColumn<QString>("seconds");
    QTest::addColumn<QString>("said");
    QTest::addColumn<bool>("stops");
    QTest::newRow("two minutes fast") << QStringLiteral("120") << QStringLiteral("2 minutes fast") << false;
    QTest::newRow("ten minutes slow") << QStringLiteral("-600") << QStringLiteral("10 minutes slow") << true;
}

void TstWindow::a_wrong_clock_is_said_until_it_is_right()
{
    QFETCH(QString, seconds);
    QFETCH(QString, said);
    QFETCH(bool, stops);
    test::DeskWindow desk;
    QVERIFY(desk.isOpen());
    auto *network = desk.app().network();
    const auto bridgeFinds = [&desk](const QString &skew) {
        auto set = desk.desktop().store().run(
            [skew](storage::Connection &db) { return storage::Meta(db).set(storage::metaClockSkewSeconds, skew); });
        set.waitForFinished();
        return set.result().has_value();
    };
    QVERIFY(bridgeFinds(seconds));
    network->refresh();
    QTRY_VERIFY2(network->clockSentence().contains(said), qPrintable(network->clockSentence()));
    QTRY_VERIFY(desk.byName(network->clockSentence(), QAccessible::AlertMessage));
    QCOMPARE(network->clockSentence().contains(QStringLiteral("Nothing is sent")), stops);
    QVERIFY(bridgeFinds(QStringLiteral("0")));
    network->refresh();
    QTRY_VERIFY(network->clockSentence().isEmpty());
    QTRY_VERIFY(!desk.byName(said, QAccessible::AlertMessage));
}

void TstWindow::camera_and_file_dialog_do_not_break_the_page()
{
    test::DeskWindow desk;
    QVERIFY(desk.isOpen());
    test::findAndBook(desk, QStringLiteral("Suresh Patil"));
    desk.app().booking()->confirm();
    QTRY_COMPARE(desk.app().page(), QStringLiteral("link-check"));
    desk.app().goOnFromLinkCheck();
    QTRY_VERIFY(desk.app().add()->loaded());
    QTRY_VERIFY(desk.canPress(QStringLiteral("Camera")));
    desk.press(QStringLiteral("Camera"));
    desk.show(QStringLiteral("04-add-camera"));
    if (desk.canPress(QStringLiteral("Close")))
        desk.press(QStringLiteral("Close"));
    desk.window().requestActivate();
    QVERIFY(QTest::qWaitForWindowActive(&desk.window()));
    QTest::keyClick(&desk.window(), Qt::Key_F8);
    desk.show(QStringLiteral("04-add-dialog"));
    desk.app().add()->addPhoto(QImage(800, 1100, QImage::Format_RGB32));
    QTRY_COMPARE_WITH_TIMEOUT(desk.app().add()->pages()->count(), 1, 15'000);
}

void TstWindow::draft_is_thrown_away_only_when_asked()
{
    test::DeskWindow desk;
    QVERIFY(desk.isOpen());
    test::findAndBook(desk, QStringLiteral("Vikram Deshmukh"));
    desk.app().booking()->confirm();
    QTRY_COMPARE(desk.app().page(), QStringLiteral("link-check"));
    desk.app().goOnFromLinkCheck();
    QTRY_VERIFY(desk.app().add()->loaded());
    desk.app().add()->addPhoto(QImage(800, 1100, QImage::Format_RGB32));
    QTRY_COMPARE_WITH_TIMEOUT(desk.app().add()->pages()->count(), 1, 15'000);
    // Back does not lose it.
    desk.app().back();
    desk.app().back();
    QTRY_COMPARE(desk.app().page(), QStringLiteral("patient"));
    QTRY_COMPARE(desk.app().patient()->history()->count(), 1);
    QVERIFY(cell(desk.app().patient()->history(), 0, "draft").toBool());
    desk.app().openRecord(cell(desk.app().patient()->history(), 0, "record").toString(), true);
    QTRY_COMPARE(desk.app().add()->pages()->count(), 1);
    QTRY_VERIFY(desk.canPress(QStringLiteral("Throw the draft away")));
    desk.press(QStringLiteral("Throw the draft away"));
    QTRY_VERIFY(desk.canPress(QStringLiteral("Throw away")));
    desk.press(QStringLiteral("Throw away"));
    QTRY_COMPARE(desk.app().page(), QStringLiteral("patient"));
    QTRY_COMPARE(desk.app().patient()->history()->count(), 0);
}

void TstWindow::every_control_has_a_name_data()
{
    QTest::addColumn<QString>("page");
    for (const char *page : {"home", "attention", "patient", "booking"})
        QTest::addRow("%s", page) << QString::fromLatin1(page);
}

void TstWindow::every_control_has_a_name()
{
    QFETCH(QString, page);
    test::DeskWindow desk;
    QVERIFY(desk.isOpen());
    QTRY_VERIFY(desk.app().board()->loaded());
    const auto patient = cell(desk.app().board()->waiting(), 0, "patient").toString();
    if (page == u"attention")
        desk.app().openAttention();
    else if (page == u"patient")
        desk.app().openPatient(patient);
    else if (page == u"booking")
        desk.app().book(patient);
    QTRY_COMPARE(desk.app().page(), page);
    QStringList nameless;
    const std::function<void(QAccessibleInterface *)> walk = [&](QAccessibleInterface *node) {
        if (!node)
            return;
        const bool acts = node->role() == QAccessible::Button || node->role() == QAccessible::EditableText
            || node->role() == QAccessible::RadioButton || node->role() == QAccessible::ComboBox
            || node->role() == QAccessible::ListItem;
        if (acts && !node->state().invisible && node->text(QAccessible::Name).trimmed().isEmpty())
            nameless += QString::fromLatin1(node->object()->metaObject()->className());
        for (int i = 0; i < node->childCount(); ++i)
            walk(node->child(i));
    };
    walk(QAccessible::queryAccessibleInterface(&desk.window()));
    QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(QStringLiteral(", "))));
}

void TstWindow::window_can_be_looked_at_data()
{
    QTest::addColumn<QString>("theme");
    QTest::addColumn<int>("scale");
    QTest::addColumn<QString>("language");
    for (const char *theme : {"light", "dark", "contrast"})
        QTest::addRow("%s", theme) << QString::fromLatin1(theme) << 100 << QStringLiteral("en");
    QTest::newRow("double size") << QStringLiteral("light") << 200 << QStringLiteral("en");
    // Last: a language stays for the life of a program.
    QTest::newRow("hindi") << QStringLiteral("light") << 100 << QStringLiteral("hi");
}

void TstWindow::window_can_be_looked_at()
{
    QFETCH(QString, theme);
    QFETCH(int, scale);
    QProcessEnvironment environment;
    QFETCH(QString, language);
    environment.insert(QStringLiteral("NADI_APP_LANGUAGE"), language);
    environment.insert(QStringLiteral("NADI_APP_THEME"), theme);
    environment.insert(QStringLiteral("NADI_APP_SCALE_PERCENT"), QString::number(scale));
    environment.insert(QStringLiteral("NADI_APP_MODE"), QStringLiteral("sandbox"));
    test::DeskWindow desk(environment);
    QVERIFY(desk.isOpen());
    QTRY_VERIFY(desk.app().board()->loaded());
    desk.show(QStringLiteral("01-home-") + QString::fromLatin1(QTest::currentDataTag()));
    const auto picture = desk.window().grabWindow();
    QCOMPARE(picture.size(), QSize(1366, 768));
    // Something was drawn: more than the ground and its strip.
    QSet<QRgb> colours;
    for (int x = 0; x < picture.width(); ++x)
        colours.insert(picture.pixel(x, 125));
    QVERIFY(colours.size() > 5);
    const auto patient = cell(desk.app().board()->waiting(), 0, "patient").toString();
    desk.app().openPatient(patient);
    QTRY_VERIFY(desk.app().patient()->loaded());
    desk.show(QStringLiteral("01-patient-") + QString::fromLatin1(QTest::currentDataTag()));
    desk.app().book(patient);
    QTRY_VERIFY(desk.app().booking()->loaded());
    desk.show(QStringLiteral("02-booking-") + QString::fromLatin1(QTest::currentDataTag()));
}

QTEST_MAIN(TstWindow)
#include "tst_window.moc"
