#include "clinic/attach_abha.h"
#include "documents/qr.h"
#include "journeys/licence_form.h"
#include "support/qml_warnings.h"

#include <QQuickWindow>
#include <QTest>

using namespace nadi;
using namespace nadi::test;
using namespace Qt::StringLiterals;

namespace
{
constexpr std::chrono::seconds patience(60);
}

/// Creation by driving licence (abha-m1.md 3.2), by face and by a registered device (3.3): only where their settings
/// are on. The real window by keyboard against nadi-sandbox over HTTPS.
class TstOtherWays : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { desktop::prepareApplication(u"en_IN"_s); }
    void init() { failOnQmlWarnings(); }
    void cleanup() { m_desk.reset(); }

    void none_is_offered_where_nothing_is_set();
    void a_driving_licence_gives_an_enrolment_number_and_the_patient_goes_on_to_booking();
    void pictures_that_are_too_large_are_said();
    void a_face_in_the_persons_own_app_gives_an_abha();
    void a_face_that_is_not_recognised_begins_anew();
    void without_a_registered_device_it_says_so();
    void a_finger_at_a_registered_device_gives_an_abha();
    void an_iris_is_captured_the_same_way();
    void a_programme_creates_from_details_that_are_corrected_once();
    void a_private_clinic_hears_one_sentence_and_goes_on_with_a_code();

private:
    bool open(const QStringList &settings)
    {
        m_desk = std::make_unique<IdentityDesk>(qEnvironmentVariable("NADI_SCREENS"));
        for (const auto &setting : settings)
            m_desk->network().change(
                setting.section(u'=', 0, 0), setting.contains(u'=') ? setting.section(u'=', 1) : u"true"_s);
        if (!m_desk->start())
            return false;
        m_desk->app().registerWithAbha(false);
        return m_desk->reach(u"identify"_s);
    }
    bool until(const std::function<bool()> &condition) { return m_desk->pilot().waitUntil(condition, patience); }
    bool reads(const QString &text)
    {
        return until([&] { return m_desk->pilot().reads(text); });
    }
    /// What the phone reads from the screen: the transaction at the end of the address.
    QString transactionOnScreen()
    {
        const auto text = documents::readQr(m_desk->pilot().window().grabWindow());
        return text ? text->section(u"txnId="_s, 1) : QString();
    }
    bool toTheFaceQr()
    {
        if (!m_desk->pressByKeyboard(u"By face, with the ABHA app"_s) || !m_desk->agree())
            return false;
        m_desk->pilot().type(u"9000010114"_s);
        m_desk->pilot().press(Qt::Key_Return); // on to the Aadhaar number
        m_desk->enter(u"999941011334"_s);
        return m_desk->reach(u"face-qr"_s) && until([this] { return !transactionOnScreen().isEmpty(); });
    }

    bool toTheDevice(const QString &aadhaar, const QString &mobile)
    {
        if (!m_desk->pressByKeyboard(u"With a fingerprint or iris device"_s) || !m_desk->agree())
            return false;
        m_desk->pilot().type(mobile);
        m_desk->pilot().press(Qt::Key_Return); // on to the Aadhaar number
        m_desk->enter(aadhaar);
        return m_desk->reach(u"capture"_s);
    }
    /// From the page that asks who it is to the Aadhaar number, by keyboard.
    bool giveDetails(const QString &name)
    {
        auto &pilot = m_desk->pilot();
        if (!m_desk->pressByKeyboard(u"From details, for a government programme"_s) || !m_desk->agree()
            || !m_desk->reach(u"demographic"_s))
            return false;
        pilot.type(name);
        pilot.press(Qt::Key_Tab);
        pilot.type(u"1975-05-15"_s);
        if (!m_desk->pressByKeyboard(u"Male"_s) || !m_desk->tabTo(u"State"_s))
            return false;
        pilot.type(u"MM"_s); // Madhya Pradesh, then Maharashtra
        if (!m_desk->tabTo(u"District, number in the Local Government Directory"_s))
            return false;
        pilot.type(u"487"_s);
        pilot.press(Qt::Key_Tab);
        pilot.type(u"9000010115"_s);
        m_desk->picture(u"details-1-typed"_s);
        pilot.press(Qt::Key_F9);
        return m_desk->reach(u"identify"_s);
    }

    std::unique_ptr<IdentityDesk> m_desk;
};

void TstOtherWays::none_is_offered_where_nothing_is_set()
{
    QVERIFY(open({}));
    QVERIFY(reads(u"There is no ABHA yet: create one"_s));
    QVERIFY(!m_desk->pilot().sees(u"With a driving licence"_s));
    QVERIFY(!m_desk->pilot().sees(u"By face, with the ABHA app"_s));
    QVERIFY(!m_desk->pilot().sees(u"With a fingerprint or iris device"_s));
}

void TstOtherWays::a_driving_licence_gives_an_enrolment_number_and_the_patient_goes_on_to_booking()
{
    QVERIFY(open({u"abha.drivingLicence"_s}));
    QVERIFY(toTheLicence(*m_desk));
    QVERIFY(fillLicence(*m_desk));
    m_desk->picture(u"licence-2-details"_s);
    m_desk->pilot().press(Qt::Key_F9);
    QVERIFY(m_desk->reach(u"done"_s));
    QVERIFY(reads(u"An enrolment number, not yet an ABHA"_s));
    m_desk->picture(u"licence-3-enrolled"_s);
    const auto number = m_desk->abha().file()->number();
    QVERIFY(!number.isEmpty());
    QVERIFY(m_desk->attach());
    m_desk->picture(u"licence-4-kept"_s);
    m_desk->pilot().press(Qt::Key_F9);
    QVERIFY(until([this] { return m_desk->app().booking()->patient().name == u"Imran Sheikh"; }));
    // It stands in the file as a number of another system; nobody is taken for verified by it.
    const auto id = PatientId(m_desk->app().booking()->patient().id);
    auto read = m_desk->store().run([this, id](storage::Connection &db) {
        auto work = m_desk->work(db);
        return clinic::identifiersOf(work, id);
    });
    read.waitForFinished();
    const auto identifiers = read.result().value();
    QVERIFY(std::any_of(identifiers.begin(), identifiers.end(), [&](const Identifier &one) {
        return one.system == IdentifierSystem::External
            && one.value == normalisedIdentifier(IdentifierSystem::External, number);
    }));
    QVERIFY(std::none_of(identifiers.begin(), identifiers.end(),
        [](const Identifier &one) { return one.system == IdentifierSystem::AbhaNumber || one.verifiedAt.isSet(); }));
    QVERIFY(!m_desk->app().booking()->patient().verified);
}

void TstOtherWays::pictures_that_are_too_large_are_said()
{
    QVERIFY(open({u"abha.drivingLicence"_s}));
    QVERIFY(toTheLicence(*m_desk));
    QVERIFY(fillLicence(*m_desk, 1200));
    m_desk->pilot().press(Qt::Key_F9);
    QVERIFY(reads(u"Both sides of the licence are needed as pictures of at most 100 KB."_s));
    QCOMPARE(m_desk->abha().stage(), u"licence"_s);
}

void TstOtherWays::a_face_in_the_persons_own_app_gives_an_abha()
{
    QVERIFY(open({u"abha.faceAuth"_s}));
    QVERIFY(toTheFaceQr());
    m_desk->picture(u"face-qr"_s);
    QVERIFY(m_desk->control().change(u"face"_s, {{u"txnId"_s, transactionOnScreen()}, {u"status"_s, u"VERIFIED"_s}}));
    QVERIFY(m_desk->reach(u"address"_s));
    m_desk->pilot().press(Qt::Key_F9);
    QVERIFY(m_desk->attach());
    QVERIFY(m_desk->patientByNumber(m_desk->abha().file()->number()));
}

void TstOtherWays::a_face_that_is_not_recognised_begins_anew()
{
    QVERIFY(open({u"abha.faceAuth"_s}));
    QVERIFY(toTheFaceQr());
    QVERIFY(m_desk->control().change(u"face"_s, {{u"txnId"_s, transactionOnScreen()}, {u"status"_s, u"FAILED"_s}}));
    QVERIFY(reads(u"The face was not recognised."_s));
    QVERIFY(m_desk->pilot().sees(u"Continue without"_s));
}

void TstOtherWays::without_a_registered_device_it_says_so()
{
    QVERIFY(open({u"abha.biometrics"_s}));
    QVERIFY(toTheDevice(u"999941011541"_s, u"9000010117"_s));
    m_desk->pilot().press(Qt::Key_F9);
    QVERIFY(reads(u"No registered fingerprint or iris device answers at this computer."_s));
    QCOMPARE(m_desk->abha().stage(), u"capture"_s);
    m_desk->picture(u"device-none"_s);
    QVERIFY(m_desk->pilot().sees(u"Continue without"_s));
}

void TstOtherWays::a_finger_at_a_registered_device_gives_an_abha()
{
    QVERIFY(open({u"abha.biometrics"_s}));
    QVERIFY(toTheDevice(u"999941011541"_s, u"9000010117"_s));
    const auto device = [this](const QString &status, const QString &person) {
        return m_desk->control().change(u"device"_s, {{u"status"_s, status}, {u"person"_s, person}});
    };
    // The cable, a finger that is not there, somebody else's, then the right one.
    QVERIFY(device(u"NOTREADY"_s, {}));
    m_desk->pilot().press(Qt::Key_F9);
    QVERIFY(reads(u"The device is not ready."_s));
    QVERIFY(device(u"READY"_s, {}));
    m_desk->pilot().press(Qt::Key_F9);
    QVERIFY(reads(u"The device captured nothing."_s));
    m_desk->picture(u"device-nothing"_s);
    QVERIFY(device(u"READY"_s, u"new8"_s));
    m_desk->pilot().press(Qt::Key_F9);
    QVERIFY(reads(u"Biometric data did not match"_s));
    QVERIFY(device(u"READY"_s, u"new7"_s));
    m_desk->pilot().press(Qt::Key_F9);
    QVERIFY(m_desk->reach(u"address"_s));
    m_desk->pilot().press(Qt::Key_F9);
    QVERIFY(m_desk->attach());
    QVERIFY(m_desk->patientByNumber(m_desk->abha().file()->number()));
}

void TstOtherWays::an_iris_is_captured_the_same_way()
{
    QVERIFY(open({u"abha.biometrics"_s}));
    QVERIFY(toTheDevice(u"999941011616"_s, u"9000010118"_s));
    QVERIFY(m_desk->control().change(u"device"_s, {{u"status"_s, u"READY"_s}, {u"person"_s, u"new8"_s}}));
    QVERIFY(m_desk->pressByKeyboard(u"Iris"_s));
    m_desk->pilot().press(Qt::Key_F9);
    QVERIFY(m_desk->reach(u"address"_s));
}

void TstOtherWays::a_programme_creates_from_details_that_are_corrected_once()
{
    QVERIFY(open({u"abha.demographic"_s, u"abha.benefitName=COVIN"_s}));
    QVERIFY(m_desk->control().change(u"abha"_s, {{u"programme"_s, u"COVIN"_s}}));
    QVERIFY(giveDetails(u"Joseph Diaz"_s));
    m_desk->enter(u"999941011404"_s);
    QVERIFY(m_desk->reach(u"demographic"_s));
    QVERIFY(reads(u"Name, birth date or sex differ from Aadhaar."_s));
    m_desk->picture(u"details-2-differ"_s);
    // What was typed stands; only the name is typed again.
    m_desk->pilot().press(Qt::Key_A, Qt::ControlModifier);
    m_desk->pilot().type(u"Joseph Dias"_s);
    m_desk->pilot().press(Qt::Key_F9);
    QVERIFY(m_desk->reach(u"identify"_s));
    m_desk->enter(u"999941011404"_s);
    QVERIFY(m_desk->reach(u"done"_s));
    QVERIFY(m_desk->attach());
    const auto number = m_desk->abha().file()->number();
    QVERIFY(m_desk->patientByNumber(number));
    QVERIFY(!m_desk->abha().file()->card().isNull());
}

void TstOtherWays::a_private_clinic_hears_one_sentence_and_goes_on_with_a_code()
{
    QVERIFY(open({u"abha.demographic"_s}));
    QVERIFY(giveDetails(u"Joseph Dias"_s));
    m_desk->enter(u"999941011404"_s);
    QVERIFY(m_desk->reach(u"ended"_s));
    QVERIFY(reads(u"Only an approved government programme may create an ABHA from details"_s));
    QVERIFY(reads(u"ABDM-1021"_s)); // for the administrator, in small
    m_desk->picture(u"details-3-private"_s);
    m_desk->pilot().press(Qt::Key_F9);
    QVERIFY(m_desk->reach(u"consent"_s));
    QCOMPARE(m_desk->abha().purpose(), u"aadhaar"_s);
}

QTEST_MAIN(TstOtherWays)
#include "tst_other_ways.moc"
