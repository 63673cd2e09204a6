#include "desk_window.h"
#include "documents/qr.h"
#include "support/memory_search.h"
#include "ui/people/qr_reader.h"
#include "ui/session/scanner_watch.h"

#include <QRandomGenerator>
#include <QSignalSpy>

using namespace nadi;
using namespace nadi::ui;

namespace
{

const auto ashasCard = QStringLiteral(
    "{\"hidn\":\"91-4021-7755-0165\",\"hid\":\"asha.kulkarni@sbx\",\"name\":\"Asha Kulkarni\",\"gender\":\"F\","
    "\"statelgd\":\"27\",\"distlgd\":\"490\",\"dob\":\"14/3/1980\",\"state name\":\"Maharashtra\","
    "\"district_name\":\"Pune\",\"mobile\":\"9000010001\",\"address\":\"12, Sample Road, Pune\"}");
const auto strangersApp
    = QStringLiteral("{\"phr\":\"nobody.here@sbx\",\"name\":\"Ila Deshpande\",\"gender\":\"F\",\"dob\":\"5-10-1984\"}");

}

/// The patient's ABHA QR, by a keyboard-type reader wherever the focus is, and by the camera.
class TstScanner : public QObject
{
    Q_OBJECT

private:
    /// As a reader types: no pause between the keys, Enter at the end.
    static void type(test::DeskWindow &desk, const QString &code)
    {
        // QTest's own keys run the event loop in between, and a loaded machine makes a pause of that.
        for (const QChar c : code)
            press(desk.window(), c);
        press(desk.window(), u'\r', Qt::Key_Return);
    }

    static void press(QWindow &window, QChar c, Qt::Key key = Qt::Key_unknown)
    {
        QKeyEvent event(QEvent::KeyPress, key, Qt::NoModifier, QString(c));
        QCoreApplication::sendEvent(&window, &event);
    }

    static QString searched(test::DeskWindow &desk)
    {
        const auto *field = desk.window().findChild<QQuickItem *>(QStringLiteral("search"));
        return field ? field->property("text").toString() : QString();
    }

private Q_SLOTS:
    void aReaderOpensTheFileWhereverTheFocusIs_data()
    {
        QTest::addColumn<QString>("page");
        QTest::newRow("home") << QStringLiteral("home");
        QTest::newRow("search field") << QStringLiteral("search");
        QTest::newRow("scans") << QStringLiteral("shares");
        QTest::newRow("attention") << QStringLiteral("attention");
    }
    void aReaderOpensTheFileWhereverTheFocusIs()
    {
        QFETCH(QString, page);
        test::DeskWindow desk;
        QVERIFY(desk.isOpen());
        desk.window().requestActivate();
        QVERIFY(QTest::qWaitForWindowActive(&desk.window()));
        if (page == u"shares")
            desk.app().openShares();
        else if (page == u"attention")
            desk.app().openAttention();
        else if (page == u"search")
            QTest::keyClick(&desk.window(), Qt::Key_F3);
        type(desk, ashasCard);
        QTRY_COMPARE_WITH_TIMEOUT(desk.app().page(), QStringLiteral("patient"), 30'000);
        QTRY_COMPARE_WITH_TIMEOUT(desk.app().patient()->patient().name, QStringLiteral("Asha Kulkarni"), 30'000);
        QVERIFY2(searched(desk).isEmpty(), "nothing of the code went into the search");
    }

    void aPersonsTypingIsGivenBack()
    {
        test::DeskWindow desk;
        QVERIFY(desk.isOpen());
        desk.window().requestActivate();
        QVERIFY(QTest::qWaitForWindowActive(&desk.window()));
        QTest::keyClick(&desk.window(), Qt::Key_F3);
        auto *focused = desk.window().activeFocusItem();
        QVERIFY(focused);
        QTest::sendKeyEvent(QTest::Click, &desk.window(), Qt::Key_BraceLeft, QStringLiteral("{"), Qt::NoModifier);
        QTRY_COMPARE(focused->property("text").toString(), QStringLiteral("{"));
        QTest::sendKeyEvent(QTest::Click, &desk.window(), Qt::Key_A, QStringLiteral("a"), Qt::NoModifier);
        QTRY_COMPARE(focused->property("text").toString(), QStringLiteral("{a"));
    }

    /// A typed Aadhaar number or OTP: none of its digits is known to what watches the keyboard, not even for a moment.
    void typedDigitsAreNotKept()
    {
        const test::ManualClock clock; // stands: every key is fast
        QWindow window;
        ScannerWatch watch(window, clock);
        QByteArray digits;
        for (int i = 0; i < 12; ++i)
            digits += char('0' + QRandomGenerator::global()->bounded(10));
        for (const char digit : digits)
            press(window, QChar(QLatin1Char(digit)));
        const test::Canary typed(std::exchange(digits, {}));
        QCOMPARE(test::MemorySearch::count(typed), 0);
    }

    void aReaderUnderAnotherLayoutIsNamed()
    {
        const test::ManualClock clock;
        QWindow window;
        ScannerWatch watch(window, clock);
        QSignalSpy unreadable(&watch, &ScannerWatch::unreadable);
        auto swapped = ashasCard;
        for (const auto &[from, to] : {std::pair(u'{', u'('), {u'}', u')'}, {u'"', u'@'}, {u':', u';'}, {u',', u'<'}})
            swapped.replace(from, to);
        for (const QChar c : swapped)
            press(window, c);
        QCOMPARE(unreadable.size(), 0);
        press(window, u'\r', Qt::Key_Return);
        QCOMPARE(unreadable.size(), 1);
    }

    void oneKeyOpensTheCameraFromAnyPageAndEscClosesIt_data()
    {
        QTest::addColumn<QString>("page");
        QTest::newRow("home") << QStringLiteral("home");
        QTest::newRow("scans") << QStringLiteral("shares");
        QTest::newRow("identity step") << QStringLiteral("abha");
    }
    void oneKeyOpensTheCameraFromAnyPageAndEscClosesIt()
    {
        QFETCH(QString, page);
        test::DeskWindow desk;
        QVERIFY(desk.isOpen());
        desk.window().requestActivate();
        QVERIFY(QTest::qWaitForWindowActive(&desk.window()));
        if (page == u"shares")
            desk.app().openShares();
        else if (page == u"abha")
            desk.app().registerWithAbha(false);
        QTRY_COMPARE_WITH_TIMEOUT(desk.app().page(), page, 30'000);
        const auto title = QStringLiteral("Scan the patient's ABHA QR");
        QVERIFY(!desk.byName(title, QAccessible::Dialog));
        QTest::keyClick(&desk.window(), Qt::Key_B, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(desk.byName(title, QAccessible::Dialog), 30'000);
        desk.show(QStringLiteral("scan-dialog-") + page);
        QTest::keyClick(&desk.window(), Qt::Key_B, Qt::ControlModifier); // open already: no second one
        QTest::keyClick(&desk.window(), Qt::Key_Escape);
        QTRY_VERIFY_WITH_TIMEOUT(!desk.byName(title, QAccessible::Dialog), 30'000);
        QCOMPARE(desk.app().page(), page);
    }

    void aStrangerIsOfferedForRegistration()
    {
        test::DeskWindow desk;
        QVERIFY(desk.isOpen());
        QSignalSpy unknown(desk.app().scan(), &ScanController::unknown);
        desk.app().scan()->read(strangersApp);
        QTRY_COMPARE(unknown.size(), 1);
        QCOMPARE(unknown[0][0].value<AbhaQr>().name, QStringLiteral("Ila Deshpande"));
    }

    void otherCodesAreNamed_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("says");
        QTest::newRow("the clinic's own poster")
            << QStringLiteral("https://phrsbx.abdm.gov.in/share-profile?hip-id=IN2710000999&counter-id=OPD1")
            << QStringLiteral("poster");
        QTest::newRow("a payment code") << QStringLiteral("upi://pay?pa=clinic@bank")
                                        << QStringLiteral("not from an ABHA");
        QTest::newRow("cut off") << ashasCard.left(60) << QStringLiteral("keyboard layout");
    }
    void otherCodesAreNamed()
    {
        QFETCH(QString, code);
        QFETCH(QString, says);
        test::DeskWindow desk;
        QVERIFY(desk.isOpen());
        QSignalSpy refused(desk.app().scan(), &ScanController::refused);
        desk.app().scan()->read(code);
        QCOMPARE(refused.size(), 1);
        QVERIFY2(refused[0][0].toString().contains(says), qPrintable(refused[0][0].toString()));
        QCOMPARE(desk.app().page(), QStringLiteral("home"));
    }

    void theCamerasPicturesAreRead()
    {
        QrReader reader;
        QSignalSpy read(&reader, &QrReader::read);
        QSignalSpy nothing(&reader, &QrReader::nothingFound);
        QImage empty(640, 480, QImage::Format_RGB32);
        empty.fill(Qt::gray);
        reader.look(empty);
        QTRY_COMPARE(nothing.size(), 1);
        const auto frame = documents::drawQr(ashasCard, 400).convertToFormat(QImage::Format_RGB32);
        reader.look(frame);
        QTRY_COMPARE(read.size(), 1);
        QCOMPARE(read[0][0].toString(), ashasCard);
    }
};

QTEST_MAIN(TstScanner)
#include "tst_scanner.moc"
