#include "abha_views.h"
#include "desk_window.h"
#include "storage/abha_repository.h"
#include "storage/audit_trail.h"
#include "storage/patient_repository.h"
#include "support/qml_warnings.h"

#include <QClipboard>
#include <QGuiApplication>

using namespace nadi;
using namespace nadi::ui;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
namespace views = nadi::test::abha_views;
using identity::Purpose;
using identity::Stage;
using identity::Way;

namespace
{

/// Every stage by name; the time is the desk's.
QList<std::pair<QString, identity::View>> stages(UtcTime now)
{
    auto found = views::at(Stage::ChooseFound, Purpose::Verify, Way::FindByMobile);
    found.found = {{1, QStringLiteral("xx-xxxx-xxxx-3000"), QStringLiteral("Asha Verma"), Gender::Female, {}}};
    auto mobileOtp = views::otp(now);
    mobileOtp.stage = Stage::MobileOtp;
    mobileOtp.mobile = QStringLiteral("9876543210");
    return {
        {QStringLiteral("consent"), views::at(Stage::Consent, Purpose::CreateByAadhaar, Way::Aadhaar)},
        {QStringLiteral("identify"), views::at(Stage::Identify, Purpose::Verify, Way::AbhaNumber)},
        {QStringLiteral("aadhaar"), views::at(Stage::Identify, Purpose::CreateByAadhaar, Way::Aadhaar)},
        {QStringLiteral("method"), views::method()},
        {QStringLiteral("otp"), views::otp(now)},
        {QStringLiteral("found"), found},
        {QStringLiteral("accounts"), views::accounts(now)},
        {QStringLiteral("mobile-otp"), mobileOtp},
        {QStringLiteral("address"), views::address()},
        {QStringLiteral("fetching"), views::at(Stage::Fetching, Purpose::Verify, Way::AbhaNumber)},
        {QStringLiteral("done"), views::done()},
        {QStringLiteral("ended"),
            views::ended(
                QStringLiteral("ABDM-1114"), identity::Problem::Offer::Create, QStringLiteral("User not found."))},
        {QStringLiteral("licence"), views::at(Stage::LicenceDetails, Purpose::CreateByLicence, Way::Mobile)},
    };
}

QString waitingPatient(test::DeskWindow &desk, const char *role = "patient")
{
    auto *model = desk.app().board()->waiting();
    return model->data(model->index(0), model->roleNames().key(role)).toString();
}

/// A person of the demo clinic who has none.
QString withoutAbha(test::DeskWindow &desk)
{
    auto read = desk.desktop().store().run([](storage::Connection &db) -> Result<QString> {
        QString found;
        const auto looked = storage::PatientRepository(db).forEach({}, [&](const Patient &patient) {
            if (!patient.abhaNumber && !patient.abhaAddress && found.isEmpty())
                found = patient.id.value();
        });
        return looked ? Result<QString>(found) : failed(looked);
    });
    read.waitForFinished();
    return read.result().value_or(QString());
}

}

/// The page "who the patient is" in the real window, store and clinic rules; what AbhaDesk would say is given.
class TstAbhaWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnQmlWarnings(); }
    void every_stage_has_its_page_and_every_control_a_name_data();
    void every_stage_has_its_page_and_every_control_a_name();
    void creation_is_offered_where_somebody_is_identified();
    void consent_is_never_preset_and_kept_before_it_counts();
    void aadhaar_is_checked_here_and_leaves_no_text();
    void code_page_says_where_it_went_and_wants_a_mobile();
    void code_can_be_sent_again_after_a_minute();
    void accounts_say_who_is_who();
    void address_rules_turn_while_typing();
    void verified_values_cannot_be_changed();
    void proof_is_attached_after_comparing();
    void new_person_registers_without_typing_and_books();
    void abha_of_another_file_is_a_decision();
    void two_files_with_one_abha_go_to_the_merge();
    void going_on_without_is_one_key_and_noted();
    void card_is_saved_and_printed_as_drawn();
    void esc_comes_back_to_the_file();
    /// Last: a language stays for the life of a program.
    void stages_can_be_looked_at_data();
    void stages_can_be_looked_at();

private:
    static void openFor(test::DeskWindow &desk, const QString &patient)
    {
        desk.app().openPatient(patient);
        QTRY_VERIFY(desk.app().patient()->loaded());
        desk.app().openAbha(false);
        QTRY_COMPARE(desk.app().page(), QStringLiteral("abha"));
        QTRY_VERIFY(!desk.app().abha()->newPerson());
        QTRY_VERIFY(!desk.app().abha()->busy());
    }
    static SecretDigits *digits(test::DeskWindow &desk)
    {
        return desk.window().findChild<SecretDigits *>(QStringLiteral("digits"));
    }
    static void activate(test::DeskWindow &desk)
    {
        desk.window().requestActivate();
        QVERIFY(QTest::qWaitForWindowActive(&desk.window()));
    }
};

void TstAbhaWindow::every_stage_has_its_page_and_every_control_a_name_data()
{
    QTest::addColumn<int>("row");
    int row = 0;
    for (const auto &[name, view] : stages({}))
        QTest::newRow(qPrintable(name)) << row++;
}

void TstAbhaWindow::every_stage_has_its_page_and_every_control_a_name()
{
    QFETCH(int, row);
    test::DeskWindow desk;
    QVERIFY(desk.isOpen());
    QTRY_VERIFY(desk.app().board()->loaded());
    openFor(desk, waitingPatient(desk));
    const auto [name, view] = stages(desk.clock.now()).at(row);
    desk.app().abha()->show(view);
    desk.show(QStringLiteral("abha-") + name);
    QStringList nameless;
    const std::function<void(QAccessibleInterface *)> walk = [&](QAccessibleInterface *node) {
        if (!node)
            return;
        const bool acts = node->role() == QAccessible::Button || node->role() == QAccessible::EditableText
            || node->role() == QAccessible::RadioButton || node->role() == QAccessible::CheckBox
            || node->role() == QAccessible::ListItem || node->role() == QAccessible::Graphic;
        if (acts && !node->state().invisible && node->text(QAccessible::Name).trimmed().isEmpty())
            nameless += QString::fromLatin1(node->object()->metaObject()->className());
        for (int i = 0; i < node->childCount(); ++i)
            walk(node->child(i));
    };
    walk(QAccessible::queryAccessibleInterface(&desk.window()));
    QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(QStringLiteral(", "))));
    QVERIFY(desk.byName(QStringLiteral("Continue without")));
}

void TstAbhaWindow::stages_can_be_looked_at_data()
{
    QTest::addColumn<QString>("theme");
    QTest::addColumn<int>("scale");
    QTest::addColumn<QString>("language");
    QTest::newRow("dark") << QStringLiteral("dark") << 100 << QStringLiteral("en");
    QTest::newRow("contrast") << QStringLiteral("contrast") << 100 << QStringLiteral("en");
    QTest::newRow("double") << QStringLiteral("light") << 200 << QStringLiteral("en");
    QTest::newRow("hindi") << QStringLiteral("light") << 100 << QStringLiteral("hi");
}

void TstAbhaWindow::stages_can_be_looked_at()
{
    QFETCH(QString, theme);
    QFETCH(int, scale);
    QFETCH(QString, language);
    QProcessEnvironment environment;
    environment.insert(QStringLiteral("NADI_APP_LANGUAGE"), language);
    environment.insert(QStringLiteral("NADI_APP_THEME"), theme);
    environment.insert(QStringLiteral("NADI_APP_SCALE_PERCENT"), QString::number(scale));
    test::DeskWindow desk(environment);
    QVERIFY(desk.isOpen());
    QTRY_VERIFY(desk.app().board()->loaded());
    openFor(desk, waitingPatient(desk));
    for (const auto &[name, view] : stages(desk.clock.now())) {
        desk.app().abha()->show(view);
        QTRY_COMPARE(desk.window().grabWindow().size(), QSize(1366, 768));
        desk.show(QStringLiteral("abha-%1-%2").arg(name, QString::fromLatin1(QTest::currentDataTag())));
    }
}

void TstAbhaWindow::creation_is_offered_where_somebody_is_identified()
{
    test::DeskWindow desk;
    QVERIFY(desk.isOpen());
    QTRY_VERIFY(desk.app().board()->loaded());
    openFor(desk, waitingPatient(desk));
    desk.app().abha()->show(views::at(Stage::Identify, Purpose::Verify, Way::AbhaNumber));
    QTRY_VERIFY(desk.canPress(QStringLiteral("There is no ABHA yet: create one")));
    desk.app().abha()->show(
        views::ended(QStringLiteral("ABDM-1114"), identity::Problem::Offer::Create, QStringLiteral("User not found.")));
    QTRY_VERIFY(desk.canPress(QStringLiteral("Create an ABHA")));
}

void TstAbhaWindow::code_page_says_where_it_went_and_wants_a_mobile()
{
    test::DeskWindow desk;
    QVERIFY(desk.isOpen());
    QTRY_VERIFY(desk.app().board()->loaded());
    desk.app().registerWithAbha(true); // nobody's mobile is known yet
    QTRY_COMPARE(desk.app().page(), QStringLiteral("abha"));
    QTRY_VERIFY(!desk.app().abha()->busy());
    activate(desk);
    const auto view = views::otp(desk.clock.now());
    desk.app().abha()->show(view);
    QVERIFY(view.destination.endsWith(QStringLiteral("******3210")));
    QTRY_VERIFY(desk.byName(view.destination, QAccessible::StaticText));
    auto *field = digits(desk);
    QTRY_VERIFY(field && field->hasActiveFocus());
    for (const char digit : {'4', '7', '1', '1', '0', '2'})
        QTest::keyClick(&desk.window(), digit);
    QCOMPARE(field->count(), 6);
    QVERIFY2(!desk.canPress(QStringLiteral("Check the code")), "the service refuses a creation without a mobile");
    desk.window().findChild<QQuickItem *>(QStringLiteral("communicationMobile"))->setProperty("text", u"9876543210"_s);
    QTRY_VERIFY(desk.canPress(QStringLiteral("Check the code")));
    // A verification asks for the code alone.
    auto proving = view;
    proving.purpose = Purpose::Verify;
    desk.app().abha()->show(proving);
    QVERIFY(!desk.app().abha()->asksMobile());
}

void TstAbhaWindow::accounts_say_who_is_who()
{
    test::DeskWindow desk;
    QVERIFY(desk.isOpen());
    QTRY_VERIFY(desk.app().board()->loaded());
    openFor(desk, waitingPatient(desk));
    desk.app().abha()->show(views::accounts(desk.clock.now()));
    const auto *accounts = desk.app().abha()->accounts();
    const auto cell
        = [&](const char *role) { return accounts->data(accounts->index(0), accounts->roleNames().key(role)); };
    QCOMPARE(accounts->rowCount({}), 2);
    QCOMPARE(cell("name").toString(), u"Asha Ramesh Verma"_s);
    const auto detail = cell("detail").toString();
    QVERIFY2(
        detail.contains(u"3000"_s) && detail.contains(u"@sbx"_s) && detail.contains(u"36 y"_s), qPrintable(detail));
    QVERIFY2(!detail.contains(u"4002"_s), "the number is masked");
    QVERIFY(!cell("photo").value<QImage>().isNull());
    QTRY_VERIFY(desk.canPress(u"None of these"_s));
}

void TstAbhaWindow::verified_values_cannot_be_changed()
{
    test::DeskWindow desk;
    QVERIFY(desk.isOpen());
    QTRY_VERIFY(desk.app().board()->loaded());
    desk.app().registerWithAbha(false);
    QTRY_VERIFY(!desk.app().abha()->busy());
    desk.app().abha()->show(views::done());
    QTRY_VERIFY(desk.canPress(QStringLiteral("Register and go on")));
    const auto *file = desk.app().abha()->file();
    QVERIFY(desk.byName(file->number(), QAccessible::StaticText));
    QVERIFY(desk.byName(file->address(), QAccessible::StaticText));
    QStringList editable;
    const std::function<void(QAccessibleInterface *)> walk = [&](QAccessibleInterface *node) {
        if (!node || !node->object() || node->state().invisible || node->object()->objectName() == u"search")
            return;
        if (node->role() == QAccessible::EditableText && !node->state().readOnly)
            editable += node->text(QAccessible::Name);
        for (int i = 0; i < node->childCount(); ++i)
            walk(node->child(i));
    };
    walk(QAccessible::queryAccessibleInterface(&desk.window()));
    editable.removeDuplicates();
    editable.sort();
    QCOMPARE(editable, (QStringList{QStringLiteral("Mobile"), QStringLiteral("Place")}));
}

void TstAbhaWindow::consent_is_never_preset_and_kept_before_it_counts()
{
    test::DeskWindow desk;
    QVERIFY(desk.isOpen());
    QTRY_VERIFY(desk.app().board()->loaded());
    const auto patient = waitingPatient(desk);
    openFor(desk, patient);
    activate(desk);
    auto *abha = desk.app().abha();
    abha->show(views::at(Stage::Consent, Purpose::CreateByAadhaar, Way::Aadhaar));
    QVERIFY(abha->consentText().startsWith(QStringLiteral("I, hereby declare that I am voluntarily sharing")));
    auto *tick = desk.window().findChild<QQuickItem *>(QStringLiteral("agree"));
    QVERIFY(tick && !tick->property("checked").toBool());
    // F9 does nothing before the tick.
    QTest::keyClick(&desk.window(), Qt::Key_F9);
    abha->setLanguage(QStringLiteral("hi"));
    QVERIFY(abha->consentText().contains(QStringLiteral("आधार")));
    QVERIFY(abha->consentNote().contains(QStringLiteral("अंग्रेज़ी")));
    const auto kept = [&] {
        auto read = desk.desktop().store().run(
            [patient](storage::Connection &db) { return storage::AbhaRepository(db).consents(PatientId(patient)); });
        read.waitForFinished();
        return read.result().value();
    };
    QVERIFY(kept().isEmpty());
    QTest::keyClick(&desk.window(), Qt::Key_Space);
    QVERIFY(tick->property("checked").toBool());
    QTest::keyClick(&desk.window(), Qt::Key_F9);
    QTRY_COMPARE(kept().size(), 1);
    QCOMPARE(kept()[0].version, QStringLiteral("1.4"));
    QCOMPARE(kept()[0].language, QStringLiteral("hi"));
    QCOMPARE(kept()[0].manner, QStringLiteral("screen"));
}

void TstAbhaWindow::aadhaar_is_checked_here_and_leaves_no_text()
{
    test::DeskWindow desk;
    QVERIFY(desk.isOpen());
    QTRY_VERIFY(desk.app().board()->loaded());
    openFor(desk, waitingPatient(desk));
    activate(desk);
    desk.app().abha()->show(views::at(Stage::Identify, Purpose::CreateByAadhaar, Way::Aadhaar));
    auto *field = digits(desk);
    QTRY_VERIFY(field && field->hasActiveFocus());
    QGuiApplication::clipboard()->setText(QStringLiteral("2345 6789 ab"));
    QTest::keyClick(&desk.window(), Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(field->count(), 8);
    for (const char digit : {'0', '1', 'x', '2', '4', '9'})
        QTest::keyClick(&desk.window(), digit);
    QCOMPARE(field->count(), 12);
    auto *readable = QAccessible::queryAccessibleInterface(field);
    QVERIFY(readable->text(QAccessible::Value).isEmpty());
    QCOMPARE(readable->text(QAccessible::Description), QStringLiteral("12 of 12 digits typed"));
    for (int i = 0; i < field->metaObject()->propertyCount(); ++i)
        QVERIFY2(!field->metaObject()->property(i).read(field).toString().contains(QStringLiteral("2345")),
            field->metaObject()->property(i).name());
    // Leaving empties it.
    QTest::keyClick(&desk.window(), Qt::Key_Tab);
    QCOMPARE(field->count(), 0);
    QGuiApplication::clipboard()->clear();
}

void TstAbhaWindow::code_can_be_sent_again_after_a_minute()
{
    test::DeskWindow desk;
    QVERIFY(desk.isOpen());
    QTRY_VERIFY(desk.app().board()->loaded());
    openFor(desk, waitingPatient(desk));
    auto *abha = desk.app().abha();
    abha->show(views::otp(desk.clock.now()));
    QVERIFY(desk.byName(QStringLiteral("Code, 6 digits"), QAccessible::EditableText));
    QVERIFY(!abha->canResend());
    QCOMPARE(abha->resendWords(), QStringLiteral("A new code can be sent in 1 min 00 s."));
    QCOMPARE(abha->spoken(), abha->resendWords());
    desk.clock.advance(10s);
    QTRY_COMPARE(abha->resendWords(), QStringLiteral("A new code can be sent in 50 s."));
    // Said every 15 s only.
    QCOMPARE(abha->spoken(), QStringLiteral("A new code can be sent in 1 min 00 s."));
    desk.clock.advance(5s);
    QTRY_COMPARE(abha->spoken(), QStringLiteral("A new code can be sent in 45 s."));
    desk.clock.advance(45s);
    QTRY_VERIFY(abha->canResend());
    QTRY_VERIFY(desk.canPress(QStringLiteral("Send a new code")));
    auto used = views::otp(desk.clock.now());
    used.resendsLeft = 0;
    abha->show(used);
    QVERIFY(!desk.canPress(QStringLiteral("Send a new code")));
}

void TstAbhaWindow::address_rules_turn_while_typing()
{
    test::DeskWindow desk;
    QVERIFY(desk.isOpen());
    QTRY_VERIFY(desk.app().board()->loaded());
    openFor(desk, waitingPatient(desk));
    activate(desk);
    auto *abha = desk.app().abha();
    abha->show(views::address());
    QVERIFY(abha->suggestions().size() >= 3);
    QTRY_VERIFY(desk.byName(QStringLiteral("asha.2661990"))
        || desk.byName(QStringLiteral("asha.2661990"), QAccessible::RadioButton));
    auto *own = desk.window().findChild<QQuickItem *>(QStringLiteral("ownAddress"));
    QVERIFY(own);
    own->setProperty("text", QStringLiteral("asha..v"));
    QTRY_VERIFY(desk.byName(QStringLiteral("At most one dot: not kept"), QAccessible::StaticText));
    QVERIFY(!desk.canPress(QStringLiteral("Use asha..v@sbx")));
    own->setProperty("text", QStringLiteral("asha.verma90"));
    QTRY_VERIFY(desk.byName(QStringLiteral("At most one dot: kept"), QAccessible::StaticText));
    QVERIFY(desk.canPress(QStringLiteral("Use asha.verma90@sbx")));
}

void TstAbhaWindow::proof_is_attached_after_comparing()
{
    test::DeskWindow desk;
    QVERIFY(desk.isOpen());
    QTRY_VERIFY(desk.app().board()->loaded());
    // Somebody else's file and Asha's ABHA: nobody attaches that without writing why.
    const auto patient = withoutAbha(desk);
    QVERIFY(!patient.isEmpty());
    openFor(desk, patient);
    activate(desk);
    auto *abha = desk.app().abha();
    abha->show(views::done());
    QCOMPARE(abha->stage(), QStringLiteral("done"));
    QVERIFY(abha->file()->needsReason());
    desk.show(QStringLiteral("abha-compare-differs"));
    QVERIFY(!desk.canPress(QStringLiteral("Attach to this file")));
    auto *why = desk.window().findChild<QQuickItem *>(QStringLiteral("reason"));
    why->setProperty("text", QStringLiteral("Aadhaar card seen at the desk"));
    QTRY_VERIFY(desk.canPress(QStringLiteral("Attach to this file")));
    QTest::keyClick(&desk.window(), Qt::Key_F9);
    QTRY_COMPARE(abha->stage(), QStringLiteral("attached"));
    desk.show(QStringLiteral("abha-attached"));
    auto read = desk.desktop().store().run(
        [patient](storage::Connection &db) { return storage::PatientRepository(db).patient(PatientId(patient), {}); });
    read.waitForFinished();
    const auto now = read.result().value();
    QCOMPARE(now.name, QStringLiteral("Asha Ramesh Verma"));
    QCOMPARE(now.abhaNumber->digits(), QStringLiteral("91400251773000"));
    QVERIFY(now.abhaVerifiedAt.isSet());
    QTest::keyClick(&desk.window(), Qt::Key_F9);
    QTRY_COMPARE(desk.app().page(), QStringLiteral("patient"));
}

void TstAbhaWindow::new_person_registers_without_typing_and_books()
{
    test::DeskWindow desk;
    QVERIFY(desk.isOpen());
    QTRY_VERIFY(desk.app().board()->loaded());
    desk.app().registerWithAbha(false);
    QTRY_COMPARE(desk.app().page(), QStringLiteral("abha"));
    QTRY_VERIFY(!desk.app().abha()->busy());
    activate(desk);
    desk.app().abha()->show(views::done());
    desk.show(QStringLiteral("abha-new-person"));
    QTRY_VERIFY(desk.canPress(QStringLiteral("Register and go on")));
    QTest::keyClick(&desk.window(), Qt::Key_F9);
    QTRY_COMPARE(desk.app().abha()->stage(), QStringLiteral("attached"));
    QTest::keyClick(&desk.window(), Qt::Key_F9);
    QTRY_COMPARE(desk.app().page(), QStringLiteral("booking"));
    QTRY_COMPARE(desk.app().booking()->patient().name, QStringLiteral("Asha Ramesh Verma"));
}

void TstAbhaWindow::abha_of_another_file_is_a_decision()
{
    test::DeskWindow desk;
    QVERIFY(desk.isOpen());
    QTRY_VERIFY(desk.app().board()->loaded());
    desk.app().registerWithAbha(false);
    QTRY_VERIFY(!desk.app().abha()->busy());
    desk.app().abha()->show(views::done());
    desk.app().abha()->file()->attach({}, {}, {});
    QTRY_COMPARE(desk.app().abha()->stage(), QStringLiteral("attached"));
    // A second new person with the same ABHA: the first file is offered, no second one is made.
    desk.app().goHome();
    desk.app().registerWithAbha(false);
    QTRY_VERIFY(!desk.app().abha()->busy());
    desk.app().abha()->show(views::done());
    desk.app().abha()->file()->attach({}, {}, {});
    QTRY_COMPARE(desk.app().abha()->stage(), QStringLiteral("conflict"));
    desk.show(QStringLiteral("abha-known-person"));
    // For a file of ours it can be moved with a reason.
    openFor(desk, withoutAbha(desk));
    desk.app().abha()->show(views::done());
    desk.app().abha()->file()->attach({}, {}, QStringLiteral("seen"));
    QTRY_COMPARE(desk.app().abha()->stage(), QStringLiteral("conflict"));
    desk.show(QStringLiteral("abha-conflict"));
    QVERIFY(!desk.canPress(QStringLiteral("Move the ABHA here")));
    desk.app().abha()->file()->move(QStringLiteral("attached to the wrong person"));
    QTRY_COMPARE(desk.app().abha()->stage(), QStringLiteral("attached"));
}

void TstAbhaWindow::two_files_with_one_abha_go_to_the_merge()
{
    test::DeskWindow desk;
    QVERIFY(desk.isOpen());
    QTRY_VERIFY(desk.app().board()->loaded());
    desk.app().registerWithAbha(false);
    QTRY_VERIFY(!desk.app().abha()->busy());
    desk.app().abha()->show(views::done());
    desk.app().abha()->file()->attach({}, {}, {});
    QTRY_COMPARE(desk.app().abha()->stage(), QStringLiteral("attached"));
    openFor(desk, withoutAbha(desk));
    desk.app().abha()->show(views::done());
    desk.app().abha()->file()->attach({}, {}, QStringLiteral("seen"));
    QTRY_COMPARE(desk.app().abha()->stage(), QStringLiteral("conflict"));
    QTRY_VERIFY(desk.canPress(QStringLiteral("Merge the two files")));
    desk.press(QStringLiteral("Merge the two files"));
    QTRY_COMPARE(desk.app().page(), QStringLiteral("merge"));
    QTRY_VERIFY(desk.app().merging()->loaded());
    const QStringList both{desk.app().merging()->stays().name, desk.app().merging()->goes().name};
    QVERIFY2(both.contains(QStringLiteral("Asha Ramesh Verma")) && both[0] != both[1], qPrintable(both.join(u',')));
}

void TstAbhaWindow::going_on_without_is_one_key_and_noted()
{
    test::DeskWindow desk;
    QVERIFY(desk.isOpen());
    QTRY_VERIFY(desk.app().board()->loaded());
    const auto patient = waitingPatient(desk);
    openFor(desk, patient);
    activate(desk);
    QTest::keyClick(&desk.window(), Qt::Key_F7);
    QTRY_COMPARE(desk.app().page(), QStringLiteral("patient"));
    auto read = desk.desktop().store().run(
        [patient](storage::Connection &db) { return storage::AbhaRepository(db).lastDecline(PatientId(patient)); });
    read.waitForFinished();
    QVERIFY(read.result().value().isSet());
}

void TstAbhaWindow::card_is_saved_and_printed_as_drawn()
{
    test::DeskWindow desk;
    QVERIFY(desk.isOpen());
    QTRY_VERIFY(desk.app().board()->loaded());
    desk.app().registerWithAbha(false);
    QTRY_VERIFY(!desk.app().abha()->busy());
    const auto view = views::done();
    desk.app().abha()->show(view);
    auto *file = desk.app().abha()->file();
    const auto png = desk.file(QStringLiteral("card.png"));
    file->saveCard(QUrl::fromLocalFile(png));
    QTRY_VERIFY(file->told().startsWith(QStringLiteral("The card is saved")));
    QFile saved(png);
    QVERIFY(saved.open(QIODevice::ReadOnly));
    QCOMPARE(saved.readAll(), view.card);
    const auto pdf = desk.file(QStringLiteral("card.pdf"));
    file->printCard(QUrl::fromLocalFile(pdf));
    QTRY_VERIFY(file->told().startsWith(QStringLiteral("The card is with the printer")));
    QFile printed(pdf);
    QVERIFY(printed.open(QIODevice::ReadOnly));
    QVERIFY(printed.read(4) == "%PDF");
    file->saveCard(QUrl::fromLocalFile(QStringLiteral("/nowhere/at/all.png")));
    QTRY_VERIFY(file->told().startsWith(QStringLiteral("The card could not be saved")));
}

void TstAbhaWindow::esc_comes_back_to_the_file()
{
    test::DeskWindow desk;
    QVERIFY(desk.isOpen());
    QTRY_VERIFY(desk.app().board()->loaded());
    openFor(desk, waitingPatient(desk));
    activate(desk);
    desk.app().abha()->show(views::done());
    QTest::keyClick(&desk.window(), Qt::Key_Escape);
    QTRY_COMPARE(desk.app().page(), QStringLiteral("patient"));
    // Nothing of the person survives.
    QVERIFY(desk.app().abha()->file()->name().isEmpty());
}

QTEST_MAIN(TstAbhaWindow)
#include "tst_abha_window.moc"
