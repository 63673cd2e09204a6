#include "clinic/registry_facts.h"
#include "demo_clinic.h"
#include "journeys/identity_desk.h"
#include "storage/audit_trail.h"
#include "storage/facility_repository.h"
#include "support/qml_warnings.h"

#include <QJsonArray>
#include <QQuickItem>
#include <QQuickWindow>
#include <QTest>

using namespace nadi;
using namespace nadi::test;
using namespace Qt::StringLiterals;

namespace
{
constexpr std::chrono::seconds patience(60);
}

/// Our clinic and its doctors beside the national registries: the real window by keyboard, HFR and HPR of nadi-sandbox
/// over HTTPS (abha-m1.md 6.1, 6.3).
class TstRegistries : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { desktop::prepareApplication(u"en_IN"_s); }
    void init()
    {
        failOnQmlWarnings();
        m_desk = std::make_unique<IdentityDesk>(qEnvironmentVariable("NADI_SCREENS"));
        QVERIFY(m_desk->start());
        QVERIFY(m_desk->forgetCouncil(DoctorId(u"iravati"_s)));
        m_desk->pilot().press(Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(until([this] { return m_desk->app().page() == u"registry" && registry().loaded(); }));
    }
    void cleanup() { m_desk.reset(); }

    void a_doctor_is_looked_up_compared_and_taken_over();
    void a_number_of_two_councils_is_a_choice_and_another_name_is_said();
    void a_doctor_that_hpr_has_not_verified_is_not_taken_over();
    void nobody_with_this_number_is_said();
    void a_number_that_cannot_be_one_is_said_before_anybody_is_asked();
    void a_facility_is_found_by_name_and_only_an_approved_one_is_taken_over();
    void a_registry_that_is_away_is_asked_again();
    void where_nothing_is_set_up_the_page_says_who_can();
    void what_somebody_else_changed_is_shown_before_it_is_taken_over();

private:
    ui::RegistryController &registry() { return *m_desk->app().registry(); }
    bool until(const std::function<bool()> &condition) { return m_desk->pilot().waitUntil(condition, patience); }
    bool reads(const QString &text)
    {
        return until([&] { return m_desk->pilot().reads(text); });
    }
    bool hasFocus(const QString &name)
    {
        return until([&] {
            auto *item = m_desk->pilot().find(name);
            return item && item->hasActiveFocus();
        });
    }
    /// From wherever the keyboard is to our row and into its form.
    bool chooseOurs(const QString &id, const QString &name)
    {
        auto *row = m_desk->pilot().find(name);
        if (!row)
            return false;
        row->forceActiveFocus();
        m_desk->pilot().press(Qt::Key_Return);
        return until([&] { return registry().chosen() == id; });
    }
    void retype(const QString &text)
    {
        m_desk->pilot().press(Qt::Key_A, Qt::ControlModifier);
        if (text.isEmpty())
            m_desk->pilot().press(Qt::Key_Delete);
        else
            m_desk->pilot().type(text);
    }
    bool lookUp()
    {
        m_desk->pilot().press(Qt::Key_Return);
        return until([this] { return registry().answered() && !registry().looking(); });
    }
    /// By registration number: the HPR number is emptied.
    bool lookUpRegistration(const QString &number)
    {
        if (!hasFocus(u"HPR number"_s))
            return false;
        retype({});
        m_desk->pilot().press(Qt::Key_Tab);
        if (!hasFocus(u"Registration at the council"_s))
            return false;
        retype(number);
        return lookUp();
    }
    clinic::RegistryFacts stored()
    {
        auto read = m_desk->store().run([this](storage::Connection &db) {
            auto work = m_desk->work(db);
            return clinic::registryFacts(work, desktop::DemoClinic::describe().facility.id);
        });
        read.waitForFinished();
        return read.result().value();
    }
    Doctor storedDoctor(const QString &id)
    {
        for (const auto &doctor : stored().doctors)
            if (doctor.id.value() == id)
                return doctor;
        return {};
    }
    int takeOvers()
    {
        auto read = m_desk->store().run([](storage::Connection &db) { return storage::AuditTrail(db).last(100); });
        read.waitForFinished();
        const auto events = read.result().value_or(QList<storage::AuditEvent>());
        return int(std::count_if(
            events.begin(), events.end(), [](const auto &event) { return event.action.endsWith(u".registry"); }));
    }

    std::unique_ptr<IdentityDesk> m_desk;
};

void TstRegistries::a_doctor_is_looked_up_compared_and_taken_over()
{
    m_desk->picture(u"registry-1-clinic"_s);
    // Our clinic is the first row; the doctors follow by name.
    QVERIFY(hasFocus(u"Kumbha Road clinic, IN27"_s));
    m_desk->pilot().press(Qt::Key_Down);
    m_desk->pilot().press(Qt::Key_Return);
    QVERIFY(until([this] { return registry().chosen() == u"iravati"; }));
    QVERIFY(hasFocus(u"HPR number"_s));
    bool waited = false;
    connect(&registry(), &ui::RegistryController::looked, &registry(), [&] { waited |= registry().looking(); });
    QVERIFY(lookUp());
    QVERIFY(waited);
    QVERIFY(reads(u"Maharashtra Council of Indian Medicine"_s));
    QCOMPARE(registry().picked(), 0); // the only one
    QVERIFY(!registry().namesDiffer());
    QCOMPARE(registry().reason(), QString());
    m_desk->picture(u"registry-2-doctor"_s);

    QCOMPARE(storedDoctor(u"iravati"_s).council, QString());
    m_desk->pilot().press(Qt::Key_F9);
    QVERIFY(reads(u"Number and council known"_s));
    const auto taken = storedDoctor(u"iravati"_s);
    QCOMPARE(taken.council, u"Maharashtra Council of Indian Medicine"_s);
    QCOMPARE(taken.registrationNumber, u"MCIM-I-45821"_s);
    QCOMPARE(taken.hprId, u"71-1001-2002-3003"_s);
    QCOMPARE(takeOvers(), 1);
    // Once is enough.
    QVERIFY(until([this] { return registry().reason() == u"Our data says the same already."; }));
    m_desk->pilot().press(Qt::Key_F9);
    m_desk->picture(u"registry-3-taken"_s);
    m_desk->pilot().press(Qt::Key_Escape);
    QVERIFY(until([this] { return m_desk->app().page() == u"attention"; }));
    QCOMPARE(takeOvers(), 1);
}

void TstRegistries::a_number_of_two_councils_is_a_choice_and_another_name_is_said()
{
    QVERIFY(chooseOurs(u"iravati"_s, u"Dr Iravati Joshi, MCIM"_s));
    QVERIFY(lookUpRegistration(u"45821"_s));
    QCOMPARE(registry().found()->count(), 2);
    QCOMPARE(registry().picked(), -1); // nobody is chosen for the person
    auto *entry = m_desk->pilot().find(u"Dr Anil Menon, 72"_s);
    QVERIFY(entry);
    entry->forceActiveFocus();
    m_desk->pilot().press(Qt::Key_Return);
    QVERIFY(until([this] { return registry().namesDiffer(); }));
    QVERIFY(reads(u"The names differ."_s));
    m_desk->picture(u"registry-two-councils"_s);
}

void TstRegistries::a_doctor_that_hpr_has_not_verified_is_not_taken_over()
{
    const auto before = storedDoctor(u"sushila"_s);
    QVERIFY(chooseOurs(u"sushila"_s, u"Dr Sushila Rane, MCIM"_s));
    QVERIFY(lookUp());
    QVERIFY(reads(u"HPR has not verified this doctor yet."_s));
    m_desk->picture(u"registry-not-verified"_s);
    m_desk->pilot().press(Qt::Key_F9);
    QCOMPARE(storedDoctor(u"sushila"_s), before);
    QCOMPARE(takeOvers(), 0);
}

void TstRegistries::nobody_with_this_number_is_said()
{
    QVERIFY(chooseOurs(u"tanmay"_s, u"Dr Tanmay Gokhale, MCIM"_s));
    QVERIFY(lookUpRegistration(u"MCIM-I-00000"_s));
    QVERIFY(reads(u"HPR knows nobody with this number."_s));
    m_desk->picture(u"registry-nobody"_s);
}

void TstRegistries::a_number_that_cannot_be_one_is_said_before_anybody_is_asked()
{
    QVERIFY(chooseOurs(u"tanmay"_s, u"Dr Tanmay Gokhale, MCIM"_s));
    QVERIFY(hasFocus(u"HPR number"_s));
    retype(u"71-1001"_s);
    m_desk->pilot().press(Qt::Key_Return);
    QVERIFY(reads(u"An HPR number has 14 digits."_s));
    QVERIFY(!registry().looking() && !registry().answered());
}

void TstRegistries::a_facility_is_found_by_name_and_only_an_approved_one_is_taken_over()
{
    const auto before = stored().facility;
    QVERIFY(chooseOurs(before.id.value(), u"Kumbha Road clinic, IN27"_s));
    QVERIFY(hasFocus(u"HFR number"_s));
    retype({});
    m_desk->pilot().press(Qt::Key_Tab);
    QVERIFY(hasFocus(u"Name or a part of it"_s));
    retype(u"kumbha road"_s);
    QVERIFY(lookUp());
    QCOMPARE(registry().found()->count(), 3); // private ones in Maharashtra
    const auto pickRow = [this](const QString &name) {
        auto *row = m_desk->pilot().find(name);
        if (!row)
            return false;
        row->forceActiveFocus();
        m_desk->pilot().press(Qt::Key_Return);
        return until([this] { return registry().picked() >= 0; });
    };
    QVERIFY(pickRow(u"Kumbha Road clinic, Nashik branch, IN27"_s));
    QVERIFY(reads(u"Only an approved facility can be taken over."_s));
    m_desk->picture(u"registry-facilities"_s);
    m_desk->pilot().press(Qt::Key_F9);
    QCOMPARE(stored().facility, before);

    // Another one, by its number alone.
    QVERIFY(chooseOurs(u"iravati"_s, u"Dr Iravati Joshi, MCIM"_s));
    QVERIFY(chooseOurs(before.id.value(), u"Kumbha Road clinic, IN27"_s));
    QVERIFY(hasFocus(u"HFR number"_s));
    retype(u"IN3310005512"_s);
    QVERIFY(lookUp());
    QCOMPARE(registry().picked(), 0);
    QVERIFY(registry().namesDiffer());
    m_desk->picture(u"registry-facility-other"_s);
    m_desk->pilot().press(Qt::Key_F9);
    QVERIFY(until([this] { return takeOvers() == 1; }));
    const auto taken = stored().facility;
    QCOMPARE(taken.registryId, u"IN3310005512"_s);
    QCOMPARE(taken.name, before.name);
    QVERIFY(until([this] { return registry().reason() == u"Our data says the same already."; }));
}

void TstRegistries::a_registry_that_is_away_is_asked_again()
{
    QVERIFY(m_desk->control().change(u"faults"_s,
        {{u"seed"_s, 1},
            {u"rules"_s,
                QJsonArray{QJsonObject{
                    {u"at"_s, u"call"_s}, {u"match"_s, u"fetch-professional-info"_s}, {u"do"_s, u"drop-before"_s}}}}}));
    QVERIFY(chooseOurs(u"iravati"_s, u"Dr Iravati Joshi, MCIM"_s));
    QVERIFY(hasFocus(u"HPR number"_s));
    m_desk->pilot().press(Qt::Key_Return);
    QVERIFY(reads(u"The national registry does not answer now."_s));
    QVERIFY(!registry().looking());
    m_desk->picture(u"registry-away"_s);
    QVERIFY(m_desk->control().change(u"faults"_s, {}));
    QVERIFY(m_desk->pilot().click(u"Try again"_s, patience));
    QVERIFY(until([this] { return registry().answered(); }));
    QCOMPARE(registry().problem(), QString());
    QCOMPARE(registry().found()->count(), 1);
}

void TstRegistries::where_nothing_is_set_up_the_page_says_who_can()
{
    m_desk->app().goHome();
    m_desk->dropRegistries();
    m_desk->app().openRegistry();
    QVERIFY(reads(u"Looking up is not set up here."_s));
    QVERIFY(reads(u"registry.facilitySearchUrl"_s));
    m_desk->picture(u"registry-not-set-up"_s);
    m_desk->pilot().press(Qt::Key_F9);
    QCOMPARE(takeOvers(), 0);
}

void TstRegistries::what_somebody_else_changed_is_shown_before_it_is_taken_over()
{
    QVERIFY(chooseOurs(u"iravati"_s, u"Dr Iravati Joshi, MCIM"_s));
    QVERIFY(lookUp());
    auto changed = storedDoctor(u"iravati"_s);
    changed.qualification = u"BAMS, PhD"_s;
    auto saved = m_desk->store().run(
        [changed](storage::Connection &db) { return storage::FacilityRepository(db).save(changed); });
    saved.waitForFinished();
    QVERIFY(saved.result());
    m_desk->pilot().press(Qt::Key_F9);
    QVERIFY(reads(u"Somebody else changed this a moment ago."_s));
    QCOMPARE(storedDoctor(u"iravati"_s), changed);
    QVERIFY(m_desk->pilot().click(u"Show the newest"_s, patience));
    QVERIFY(until([this] { return registry().problem().isEmpty() && !registry().busy(); }));
    m_desk->pilot().press(Qt::Key_F9);
    QVERIFY(until([this] { return takeOvers() == 1; }));
    const auto taken = storedDoctor(u"iravati"_s);
    QCOMPARE(taken.qualification, changed.qualification);
    QCOMPARE(taken.council, u"Maharashtra Council of Indian Medicine"_s);
}

QTEST_MAIN(TstRegistries)
#include "tst_registries.moc"
