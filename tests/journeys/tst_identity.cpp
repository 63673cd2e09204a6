#include "journeys/identity_desk.h"
#include "storage/abha_repository.h"
#include "storage/audit_trail.h"
#include "support/qml_warnings.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace nadi;
using namespace nadi::test;
using namespace Qt::StringLiterals;

/// Who the patient is, end to end: the real window by keyboard, the real ABHA desk, nadi-sandbox over HTTPS, and the
/// code read from the person's phone (FD-4, FD-5, B06 to B08, B38, B41, B42).
class TstIdentity : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        desktop::prepareApplication(u"en_IN"_s);
        m_desk = std::make_unique<IdentityDesk>(qEnvironmentVariable("NADI_SCREENS"));
        QVERIFY(m_desk->start());
    }
    void cleanupTestCase() { m_desk.reset(); }
    void init()
    {
        failOnQmlWarnings();
        QVERIFY(m_desk->control().change(u"faults"_s, {}));
        m_desk->app().goHome();
        // Locks of one test are over in the next.
        m_desk->waitSeconds(0);
    }

    void creates_with_the_aadhaar_mobile_and_books();
    void the_card_is_seen_saved_and_printed_again_from_the_file();
    void creates_with_another_mobile();
    void existing_account_is_attached_not_made_again();
    void verifies_by_number();
    void verifies_by_address();
    void verifies_with_every_code_that_the_account_offers_data();
    void verifies_with_every_code_that_the_account_offers();
    void scanned_abha_that_nobody_has_is_looked_up_at_once();
    void several_accounts_on_one_mobile_are_a_choice();
    void verifies_by_aadhaar();
    void unknown_aadhaar_leads_to_creation();
    void finds_by_mobile();
    void wrong_code_is_said_and_typed_again();
    void code_is_sent_again_after_a_minute();
    void code_that_does_not_come_leads_to_another_way();
    void taken_address_is_said();
    void unknown_mobile_keeps_creation_open();
    void service_down_goes_on_without();
    void half_finished_creation_goes_on_after_a_restart();
    void three_wrong_codes_lock_and_say_until_when();

private:
    bool createUpToAddress(const QString &person, const QString &aadhaar, const QString &mobile)
    {
        return m_desk->createUpToAddress(person, aadhaar, mobile);
    }
    bool otpFor(const QString &key) { return m_desk->giveCode(key); }
    bool attach() { return m_desk->attach(); }
    bool identify(const QString &way, const QString &typed) { return m_desk->identify(way, typed); }

    std::unique_ptr<IdentityDesk> m_desk;
};

void TstIdentity::creates_with_the_aadhaar_mobile_and_books()
{
    QVERIFY(createUpToAddress(u"savitri"_s, u"999941010984"_s, u"9000010101"_s));
    QVERIFY(m_desk->reach(u"address"_s));
    QVERIFY(m_desk->abha().suggestions().size() >= 3);
    m_desk->picture(u"create-savitri-3-address"_s);
    m_desk->pilot().press(Qt::Key_Return);
    m_desk->pilot().press(Qt::Key_F9);
    QVERIFY(m_desk->reach(u"done"_s));
    m_desk->picture(u"create-savitri-4-register"_s);
    QVERIFY(attach());
    QVERIFY(!m_desk->abha().file()->card().isNull());
    QVERIFY(!m_desk->abha().file()->qr().isNull());
    m_desk->picture(u"create-savitri-5-card"_s);
    const auto saved = m_desk->patientByNumber(m_desk->abha().file()->number());
    QVERIFY(saved);
    QCOMPARE(saved->name, u"Savitri Gaikwad"_s);
    QVERIFY(saved->abhaVerifiedAt.isSet());
    m_desk->pilot().press(Qt::Key_F9);
    QTRY_COMPARE(m_desk->app().page(), u"booking"_s);
    QTRY_COMPARE(m_desk->app().booking()->patient().name, u"Savitri Gaikwad"_s);
}

/// CRT_ABHA_114, another day: the window was closed, nobody proves anything again.
void TstIdentity::the_card_is_seen_saved_and_printed_again_from_the_file()
{
    QVERIFY(createUpToAddress(u"new8"_s, u"999941011616"_s, u"9000010118"_s));
    QVERIFY(m_desk->reach(u"address"_s));
    m_desk->pilot().press(Qt::Key_F9);
    QVERIFY(attach());
    const auto drawn = m_desk->abha().file()->card();
    const auto before = m_desk->network().file(u"card-then.png"_s);
    m_desk->abha().file()->saveCard(QUrl::fromLocalFile(before));
    // Its event is on its way to the trail once this is said, and the store finishes what is queued.
    QTRY_VERIFY_WITH_TIMEOUT(m_desk->abha().file()->told().startsWith(u"The card is saved."_s), 30'000);
    QVERIFY(m_desk->restart());
    QVERIFY(m_desk->openFile(u"Lata Shirke"_s));
    m_desk->app().openIdentity();
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->app().page(), u"identity"_s, 30'000);
    QVERIFY(!m_desk->pilot().sees(u"Save the card"_s)); // it comes when it is asked for
    QVERIFY(m_desk->pressByKeyboard(u"Show the card"_s));
    auto &card = *m_desk->app().identity()->card();
    QTRY_COMPARE_WITH_TIMEOUT(card.picture(), drawn, 30'000);
    QVERIFY(!card.qr().isNull());
    QVERIFY(m_desk->tabTo(u"Save the card"_s));
    QVERIFY(m_desk->pilot().sees(u"ABHA card"_s));
    m_desk->picture(u"card-from-the-file"_s);
    const auto after = m_desk->network().file(u"card-now.png"_s);
    card.save(QUrl::fromLocalFile(after));
    QTRY_VERIFY_WITH_TIMEOUT(card.told().startsWith(u"The card is saved."_s), 30'000);
    QFile one(before), other(after);
    QVERIFY(one.open(QIODevice::ReadOnly) && other.open(QIODevice::ReadOnly));
    QCOMPARE(other.readAll(), one.readAll());
    const auto pdf = m_desk->network().file(u"card.pdf"_s);
    card.print(QUrl::fromLocalFile(pdf));
    QTRY_COMPARE_WITH_TIMEOUT(card.told(), u"The card is with the printer."_s, 30'000);
    QVERIFY(QFile(pdf).size() > 1000);
    // Who looked, saved and printed stands in the trail.
    const auto told = [this] {
        auto looked = m_desk->store().run([](storage::Connection &db) {
            return storage::AuditTrail(db).last(50).map([](const auto &events) {
                QStringList actions;
                for (const auto &event : events)
                    if (event.action.startsWith(u"abha.card"))
                        actions += event.action;
                actions.sort();
                return actions;
            });
        });
        looked.waitForFinished();
        return looked.result().value_or(QStringList());
    };
    const QStringList wanted{u"abha.card"_s, u"abha.card.print"_s, u"abha.card.save"_s, u"abha.card.save"_s};
    QTRY_COMPARE_WITH_TIMEOUT(told(), wanted, 30'000);
}

void TstIdentity::creates_with_another_mobile()
{
    QVERIFY(createUpToAddress(u"imran"_s, u"999941011055"_s, u"9000077701"_s));
    QVERIFY(m_desk->reach(u"mobile-otp"_s));
    m_desk->picture(u"create-imran-mobile-otp"_s);
    m_desk->enter(m_desk->code(u"mobile=9000077701"_s));
    QVERIFY(m_desk->reach(u"address"_s));
    m_desk->pilot().press(Qt::Key_F9); // keeps the number as address
    QVERIFY(attach());
}

void TstIdentity::existing_account_is_attached_not_made_again()
{
    QVERIFY(m_desk->openFile(u"Asha Kulkarni"_s));
    m_desk->app().openAbha(true);
    QVERIFY(m_desk->agree());
    m_desk->enter(u"999941010071"_s);
    QVERIFY(m_desk->reach(u"otp"_s));
    m_desk->pilot().type(m_desk->code(u"person=asha"_s));
    m_desk->pilot().press(Qt::Key_F9);
    QVERIFY(m_desk->reach(u"done"_s));
    QVERIFY(m_desk->abha().file()->existedBefore());
    m_desk->picture(u"create-existing-account"_s);
    QVERIFY(attach());
    m_desk->pilot().press(Qt::Key_F9);
    QTRY_COMPARE(m_desk->app().page(), u"patient"_s);
}

void TstIdentity::verifies_by_number()
{
    QVERIFY(identify(u"number"_s, u"91-7019-4447-5428"_s));
    QVERIFY(m_desk->reach(u"method"_s));
    m_desk->picture(u"verify-number-1-method"_s);
    QCOMPARE(m_desk->abha().methods().size(), 2);
    m_desk->pilot().press(Qt::Key_1);
    QVERIFY(otpFor(u"mobile=9000010201"_s));
    QVERIFY(m_desk->reach(u"done"_s));
    QCOMPARE(m_desk->abha().file()->name(), u"Neha Joglekar"_s);
    m_desk->picture(u"verify-number-2-done"_s);
}

void TstIdentity::verifies_by_address()
{
    QVERIFY(identify(u"address"_s, u"kavya_1995@sbx"_s));
    QVERIFY(m_desk->reach(u"method"_s));
    m_desk->pilot().press(Qt::Key_1);
    QVERIFY(otpFor(u"mobile=9000010203"_s));
    QVERIFY(m_desk->reach(u"done"_s));
    QCOMPARE(m_desk->abha().file()->address(), u"kavya_1995@sbx"_s);
}

void TstIdentity::verifies_with_every_code_that_the_account_offers_data()
{
    QTest::addColumn<QString>("way");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<Qt::Key>("method");
    QTest::addColumn<QString>("phone");
    const auto number = u"91-7019-4447-5428"_s, address = u"neha.joglekar@sbx"_s;
    const auto ofAbha = u"mobile=9000010201"_s, ofAadhaar = u"mobile=9000010202"_s;
    QTest::newRow("number, ABHA mobile") << u"number"_s << number << Qt::Key_1 << ofAbha;
    QTest::newRow("number, Aadhaar mobile") << u"number"_s << number << Qt::Key_2 << ofAadhaar;
    QTest::newRow("address, ABHA mobile") << u"address"_s << address << Qt::Key_1 << ofAbha;
    QTest::newRow("address, Aadhaar mobile") << u"address"_s << address << Qt::Key_2 << ofAadhaar;
}

void TstIdentity::verifies_with_every_code_that_the_account_offers()
{
    QFETCH(QString, way);
    QFETCH(QString, typed);
    QFETCH(Qt::Key, method);
    QFETCH(QString, phone);
    QVERIFY(identify(way, typed));
    QVERIFY(m_desk->reach(u"method"_s));
    QCOMPARE(m_desk->abha().methods().size(), 2);
    m_desk->pilot().press(method);
    QVERIFY(otpFor(phone));
    QVERIFY(m_desk->reach(u"done"_s));
    QCOMPARE(m_desk->abha().file()->name(), u"Neha Joglekar"_s);
    QCOMPARE(m_desk->abha().file()->proof(),
        method == Qt::Key_2 ? u"proved by Aadhaar OTP"_s : u"proved by an OTP on the ABHA mobile"_s);
}

/// From the home page: the scan opens the identity step for a new person, with what the code says filled in.
void TstIdentity::scanned_abha_that_nobody_has_is_looked_up_at_once()
{
    m_desk->app().goHome();
    const QJsonObject code{{u"phr"_s, u"kavya_1995@sbx"_s}, {u"name"_s, u"Kavya"_s}, {u"gender"_s, u"O"_s},
        {u"statelgd"_s, u"4"_s}, {u"distlgd"_s, u"44"_s}, {u"dob"_s, u"xx-9-19xx"_s}, {u"address"_s, u"-"_s}};
    m_desk->app().scan()->read(QString::fromUtf8(QJsonDocument(code).toJson(QJsonDocument::Compact)));
    QTRY_COMPARE(m_desk->app().page(), u"abha"_s);
    QVERIFY(m_desk->reach(u"method"_s));
    m_desk->pilot().press(Qt::Key_1);
    QVERIFY(otpFor(u"mobile=9000010203"_s));
    QVERIFY(m_desk->reach(u"done"_s));
    QCOMPARE(m_desk->abha().file()->address(), u"kavya_1995@sbx"_s);
    QVERIFY(m_desk->abha().file()->newPerson());
}

void TstIdentity::several_accounts_on_one_mobile_are_a_choice()
{
    QVERIFY(identify(u"mobile"_s, u"+91 90000 10001"_s));
    QVERIFY(otpFor(u"mobile=9000010001"_s));
    QVERIFY(m_desk->reach(u"accounts"_s));
    QVERIFY(m_desk->abha().accounts()->count() >= 3);
    QTRY_VERIFY(m_desk->pilot().reads(u"in our files"_s));
    m_desk->picture(u"verify-mobile-accounts"_s);
    m_desk->pilot().press(Qt::Key_2);
    QVERIFY(m_desk->reach(u"done"_s));
}

void TstIdentity::verifies_by_aadhaar()
{
    m_desk->app().registerWithAbha(false);
    QVERIFY(m_desk->reach(u"identify"_s));
    m_desk->pilot().press(Qt::Key_4, Qt::AltModifier);
    QVERIFY(m_desk->agree());
    m_desk->enter(u"999941010074"_s); // the last digit is wrong
    QVERIFY(m_desk->pilot().waitFor(u"Aadhaar Number is not valid"_s));
    m_desk->picture(u"verify-aadhaar-invalid"_s);
    m_desk->pilot().press(Qt::Key_Delete);
    m_desk->enter(u"999941012175"_s);
    QVERIFY(otpFor(u"person=neha"_s));
    QVERIFY(m_desk->reach(u"done"_s));
    QCOMPARE(m_desk->abha().file()->name(), u"Neha Joglekar"_s);
}

void TstIdentity::unknown_aadhaar_leads_to_creation()
{
    m_desk->app().registerWithAbha(false);
    QVERIFY(m_desk->reach(u"identify"_s));
    m_desk->pilot().press(Qt::Key_4, Qt::AltModifier);
    QVERIFY(m_desk->agree());
    m_desk->enter(u"999941011334"_s);
    if (m_desk->abha().problem().isEmpty() && m_desk->pilot().waitUntil([this] {
            return m_desk->abha().stage() == u"otp" || !m_desk->abha().problem().isEmpty();
        })
        && m_desk->abha().stage() == u"otp")
        m_desk->enter(m_desk->code(u"person=new4"_s));
    QVERIFY(m_desk->pilot().waitFor(u"NO ABHA user registered with this Aadhaar Number"_s));
    m_desk->picture(u"verify-aadhaar-unknown"_s);
    QCOMPARE(m_desk->abha().problemAction(), u"Create an ABHA"_s);
    m_desk->abha().mend();
    QVERIFY(m_desk->reach(u"consent"_s));
    QVERIFY(m_desk->abha().creating());
}

void TstIdentity::finds_by_mobile()
{
    QVERIFY(identify(u"find"_s, u"9000010201"_s));
    QVERIFY(m_desk->reach(u"found"_s));
    m_desk->picture(u"find-by-mobile"_s);
    m_desk->pilot().press(Qt::Key_1);
    QVERIFY(m_desk->pilot().waitUntil(
        [this] { return m_desk->abha().stage() == u"method" || m_desk->abha().stage() == u"otp"; }));
    if (m_desk->abha().stage() == u"method")
        m_desk->pilot().press(Qt::Key_1);
    QVERIFY(otpFor(u"mobile=9000010201"_s));
    QVERIFY(m_desk->reach(u"done"_s));
}

void TstIdentity::wrong_code_is_said_and_typed_again()
{
    QVERIFY(identify(u"number"_s, u"91-7019-4447-5428"_s));
    QVERIFY(m_desk->reach(u"method"_s));
    m_desk->pilot().press(Qt::Key_1);
    QVERIFY(m_desk->reach(u"otp"_s));
    const auto right = m_desk->code(u"mobile=9000010201"_s);
    m_desk->enter(right == u"111111" ? u"222222"_s : u"111111"_s);
    QVERIFY(m_desk->pilot().waitFor(u"The code does not match. Type it again."_s));
    m_desk->picture(u"wrong-code"_s);
    QVERIFY(m_desk->reach(u"otp"_s));
    m_desk->enter(right);
    QVERIFY(m_desk->reach(u"done"_s));
}

void TstIdentity::code_is_sent_again_after_a_minute()
{
    QVERIFY(identify(u"number"_s, u"91-7019-4447-5428"_s));
    QVERIFY(m_desk->reach(u"method"_s));
    m_desk->pilot().press(Qt::Key_1);
    QVERIFY(m_desk->reach(u"otp"_s));
    QVERIFY(!m_desk->abha().canResend());
    m_desk->waitSeconds(61);
    QTRY_VERIFY(m_desk->abha().canResend());
    m_desk->pilot().press(Qt::Key_R, Qt::AltModifier);
    QTRY_VERIFY(!m_desk->abha().canResend() && !m_desk->abha().waiting());
    QCOMPARE(m_desk->abha().problem(), QString());
    m_desk->enter(m_desk->code(u"mobile=9000010201"_s));
    QVERIFY(m_desk->reach(u"done"_s));
}

/// B41: two more codes, then no more of them, and the page leads on.
void TstIdentity::code_that_does_not_come_leads_to_another_way()
{
    QVERIFY(identify(u"number"_s, u"91-7019-4447-5428"_s));
    QVERIFY(m_desk->reach(u"method"_s));
    m_desk->pilot().press(Qt::Key_1);
    QVERIFY(m_desk->reach(u"otp"_s));
    QVERIFY(m_desk->pilot().reads(u"0201"_s)); // the masked number it went to
    for (int again = 0; again < 2; ++again) {
        m_desk->waitSeconds(61);
        QTRY_VERIFY_WITH_TIMEOUT(m_desk->abha().canResend(), 30'000);
        m_desk->pilot().press(Qt::Key_R, Qt::AltModifier);
        QTRY_VERIFY_WITH_TIMEOUT(!m_desk->abha().canResend() && !m_desk->abha().waiting(), 30'000);
    }
    m_desk->waitSeconds(61);
    QVERIFY(!m_desk->abha().canResend());
    m_desk->picture(u"code-does-not-come"_s);
    QVERIFY(m_desk->pressByKeyboard(u"The code does not come: another way"_s));
    QVERIFY(m_desk->reach(u"identify"_s));
    QVERIFY(m_desk->pilot().sees(u"Continue without"_s));
    m_desk->abha().chooseWay(u"mobile"_s);
    m_desk->enter(u"9000010201"_s);
    QVERIFY(otpFor(u"mobile=9000010201"_s));
    QVERIFY(m_desk->reach(u"done"_s) || m_desk->abha().stage() == u"accounts");
}

void TstIdentity::taken_address_is_said()
{
    QVERIFY(createUpToAddress(u"new5"_s, u"999941011404"_s, u"9000010115"_s));
    QVERIFY(m_desk->reach(u"address"_s));
    m_desk->pilot().press(Qt::Key_Tab, Qt::ShiftModifier);
    m_desk->abha().chooseAddress(u"asha.kulkarni"_s);
    QVERIFY(m_desk->pilot().waitFor(u"This ABHA address is taken. Choose another."_s));
    m_desk->picture(u"address-taken"_s);
    QVERIFY(m_desk->reach(u"address"_s));
    m_desk->abha().chooseAddress(u"joseph.dias85"_s);
    QVERIFY(m_desk->reach(u"done"_s));
    QCOMPARE(m_desk->abha().file()->address(), u"joseph.dias85@sbx"_s);
}

void TstIdentity::unknown_mobile_keeps_creation_open()
{
    QVERIFY(identify(u"mobile"_s, u"12345"_s));
    QVERIFY(m_desk->pilot().waitFor(u"Please enter a valid mobile number"_s));
    QVERIFY(identify(u"mobile"_s, u"9000010000"_s));
    QVERIFY(m_desk->pilot().waitFor(u"No ABHA was found for this mobile number."_s));
    m_desk->picture(u"mobile-unknown"_s);
    QCOMPARE(m_desk->abha().problemAction(), u"Create an ABHA"_s);
}

void TstIdentity::service_down_goes_on_without()
{
    QVERIFY(m_desk->control().change(u"faults"_s,
        {{u"seed"_s, 1},
            {u"rules"_s,
                QJsonArray{QJsonObject{{u"at"_s, u"call"_s}, {u"match"_s, u"abha/api"_s}, {u"do"_s, u"503"_s}}}}}));
    QVERIFY(m_desk->openFile(u"Vikram Deshmukh"_s));
    m_desk->app().openAbha(false);
    QVERIFY(
        m_desk->pilot().waitUntil([this] { return !m_desk->abha().problem().isEmpty(); }, std::chrono::seconds(60)));
    QVERIFY(m_desk->abha().problem().startsWith(u"The ABHA service does not answer now."_s));
    m_desk->picture(u"service-down"_s);
    m_desk->pilot().press(Qt::Key_F7);
    QTRY_COMPARE(m_desk->app().page(), u"patient"_s);
}

void TstIdentity::half_finished_creation_goes_on_after_a_restart()
{
    QVERIFY(createUpToAddress(u"new6"_s, u"999941011470"_s, u"9000010116"_s));
    QVERIFY(m_desk->reach(u"address"_s));
    QTRY_VERIFY(!m_desk->abha().busy());
    QVERIFY(m_desk->restart());
    QTRY_COMPARE(m_desk->app().page(), u"abha"_s);
    QVERIFY(m_desk->reach(u"address"_s));
    m_desk->picture(u"resumed-at-the-address"_s);
}

void TstIdentity::three_wrong_codes_lock_and_say_until_when()
{
    QVERIFY(identify(u"number"_s, u"91-7019-4447-5428"_s));
    QVERIFY(m_desk->reach(u"method"_s));
    m_desk->pilot().press(Qt::Key_1);
    QVERIFY(m_desk->reach(u"otp"_s));
    const auto right = m_desk->code(u"mobile=9000010201"_s);
    for (int turn = 0; turn < 4 && !m_desk->abha().problem().startsWith(u"Too many tries"_s); ++turn) {
        m_desk->enter(right == u"111111" ? u"222222"_s : u"111111"_s);
        QTRY_VERIFY(!m_desk->abha().waiting());
        QTest::qWait(0);
    }
    QTRY_VERIFY(m_desk->abha().problem().startsWith(u"Too many tries. It opens again at"_s));
    m_desk->picture(u"locked"_s);
    QCOMPARE(m_desk->abha().problemAction(), u"Use another way"_s);
    QVERIFY(m_desk->pilot().sees(u"Continue without"_s));
}

QTEST_MAIN(TstIdentity)
#include "tst_identity.moc"
