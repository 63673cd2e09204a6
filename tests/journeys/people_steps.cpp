#include "journeys/people_steps.h"

#include "clinic/desk.h"
#include "demo_clinic.h"
#include "domain/facility_qr.h"
#include "journeys/licence_form.h"

#include <QElapsedTimer>
#include <QQuickItem>

#include <cstdio>

namespace nadi::test
{
using namespace Qt::StringLiterals;

namespace
{

constexpr std::chrono::seconds patience(60);

/// A second file of a person of the demo clinic, as a hurried clerk makes one.
Result<Patient> registerTwin(clinic::Work &work)
{
    Patient person;
    person.name = u"Suneeta Rao"_s;
    person.mobile = u"9000020006"_s;
    person.gender = Gender::Female;
    person.birth = BirthDate::parse(u"1984-10-05").value();
    return clinic::registerPatient(work, person, desktop::DemoClinic::describe().facility.id);
}

}

bool PeopleSteps::until(const std::function<bool()> &condition)
{
    return m_desk.pilot().waitUntil(condition, patience);
}

bool PeopleSteps::reads(const QString &text)
{
    return until([&] { return m_desk.pilot().reads(text); });
}

bool PeopleSteps::run()
{
    struct Step
    {
        const char *name;
        bool (PeopleSteps::*act)();
    };
    static constexpr Step steps[] = {{"registered by keyboard, no ABHA", &PeopleSteps::registerByKeyboard},
        {"scanned, shared, decided", &PeopleSteps::scanAndShare}, {"merged and undone", &PeopleSteps::mergeAndUndo},
        {"driving licence", &PeopleSteps::licence}, {"national registries", &PeopleSteps::registries}};
    for (const auto &[name, act] : steps) {
        QElapsedTimer clock;
        clock.start();
        const bool done = (this->*act)();
        std::printf(
            "people    %-34s %6lld ms%s\n", name, static_cast<long long>(clock.elapsed()), done ? "" : "  FAILED");
        std::fflush(stdout);
        if (!done) {
            m_desk.picture(u"people-failed"_s);
            return false;
        }
    }
    return true;
}

bool PeopleSteps::registerByKeyboard()
{
    auto &pilot = m_desk.pilot();
    pilot.press(Qt::Key_N, Qt::ControlModifier);
    const auto ready = [&] {
        auto *name = pilot.find(u"Name"_s);
        return name && name->hasActiveFocus();
    };
    if (!until(ready))
        return false;
    pilot.type(u"Zubeida Ansari"_s);
    if (!m_desk.pressByKeyboard(u"Female"_s) || !m_desk.tabTo(u"Age or birth date"_s))
        return false;
    pilot.type(u"61"_s);
    m_desk.picture(u"people-01-register"_s);
    pilot.press(Qt::Key_Return);
    if (!until([&] { return m_desk.app().patient()->patient().name == u"Zubeida Ansari"; }))
        return false;
    m_desk.picture(u"people-02-registered"_s);
    pilot.press(Qt::Key_F2);
    const bool booking = until([&] { return m_desk.app().booking()->patient().name == u"Zubeida Ansari"; });
    m_desk.picture(u"people-03-booking"_s);
    m_desk.app().goHome();
    return booking;
}

bool PeopleSteps::scanAndShare()
{
    const auto facility = desktop::DemoClinic::describe().facility;
    const auto poster = facilityQrText({facility.registryId, u"OPD1"_s}, u"https://phrsbx.abdm.gov.in/share-profile"_s);
    if (!m_desk.control().change(
            u"scan"_s, {{u"person"_s, u"rehana.khan@sbx"_s}, {u"qr"_s, poster}, {u"intent"_s, QString()}})
        || !until([&] { return m_desk.app().shares()->waiting() == 1; }) || !reads(u"Rehana Khan"_s))
        return false;
    m_desk.picture(u"people-04-scanned"_s);
    m_desk.app().openShares();
    if (!until([&] { return m_desk.app().page() == u"shares" && m_desk.app().shares()->rows()->count() == 1; }))
        return false;
    m_desk.picture(u"people-05-scans"_s);
    m_desk.pilot().press(Qt::Key_Return); // the first row has the keyboard
    if (!until([&] { return m_desk.app().page() == u"share" && m_desk.app().share()->loaded(); }))
        return false;
    m_desk.picture(u"people-06-decide"_s);
    m_desk.pilot().press(Qt::Key_F9);
    const bool booking = until([&] { return m_desk.app().booking()->patient().name == u"Rehana Khan"; });
    m_desk.app().goHome();
    return booking;
}

bool PeopleSteps::mergeAndUndo()
{
    auto made = m_desk.store().run([this](storage::Connection &db) {
        auto work = m_desk.work(db);
        return registerTwin(work);
    });
    made.waitForFinished();
    m_desk.app().openDuplicates();
    auto &pilot = m_desk.pilot();
    if (!made.result() || !reads(u"Suneeta Rao"_s))
        return false;
    m_desk.picture(u"people-07-duplicates"_s);
    pilot.press(Qt::Key_Return);
    if (!until([&] { return m_desk.app().page() == u"merge" && m_desk.app().merging()->loaded(); }))
        return false;
    m_desk.picture(u"people-08-compare"_s);
    if (!pilot.click(u"Merge the files"_s, patience) || !pilot.waitFor(u"Reason"_s, patience))
        return false;
    pilot.find(u"Reason"_s)->forceActiveFocus();
    pilot.type(u"same person, same phone"_s);
    m_desk.picture(u"people-09-reason"_s);
    if (!pilot.click(u"Merge"_s, patience) || !until([&] { return m_desk.app().page() == u"patient"; }))
        return false;
    m_desk.app().openIdentity();
    if (!reads(u"was merged into this file"_s))
        return false;
    m_desk.picture(u"people-10-merged"_s);
    if (!pilot.click(u"Undo the merge"_s, patience)
        || !until([&] { return m_desk.app().identity()->merges()->count() == 0; }))
        return false;
    m_desk.picture(u"people-11-undone"_s);
    return true;
}

bool PeopleSteps::licence()
{
    m_desk.app().goHome();
    m_desk.app().registerWithAbha(false);
    if (!m_desk.reach(u"identify"_s) || !toTheLicence(m_desk) || !fillLicence(m_desk))
        return false;
    m_desk.picture(u"people-12-licence"_s);
    m_desk.pilot().press(Qt::Key_F9);
    const bool enrolled = m_desk.reach(u"done"_s);
    m_desk.picture(u"people-13-enrolled"_s);
    m_desk.app().goHome();
    return enrolled;
}

bool PeopleSteps::registries()
{
    auto &registry = *m_desk.app().registry();
    if (!m_desk.forgetCouncil(DoctorId(u"iravati"_s)))
        return false;
    m_desk.pilot().press(Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
    if (!until([&] { return m_desk.app().page() == u"registry" && registry.loaded(); }))
        return false;
    registry.choose(u"iravati"_s);
    if (!m_desk.tabTo(u"HPR number"_s))
        return false;
    m_desk.pilot().press(Qt::Key_Return);
    if (!until([&] { return registry.picked() == 0; }))
        return false;
    m_desk.picture(u"people-14-registry"_s);
    m_desk.pilot().press(Qt::Key_F9);
    const bool taken = reads(u"Number and council known"_s);
    m_desk.picture(u"people-15-taken-over"_s);
    m_desk.app().goHome();
    return taken;
}

}
