#include "journeys/identity_desk.h"

#include "abha_link.h"
#include "compose/installation.h"
#include "demo_clinic.h"
#include "sandbox_session.h"
#include "start.h"
#include "storage/facility_repository.h"
#include "storage/patient_repository.h"

#include <QJsonDocument>
#include <QQuickItem>
#include <QQuickWindow>
#include <QTest>
#include <QUrl>

#include <cstdio>

namespace nadi::test
{
using namespace Qt::StringLiterals;

namespace
{
constexpr auto patience = std::chrono::seconds(30);
}

IdentityDesk::IdentityDesk(QString pictures)
    : m_pictures(std::move(pictures))
{
}

IdentityDesk::~IdentityDesk() = default;

bool IdentityDesk::start()
{
    if (!m_network.startSandbox(10))
        return false;
    m_control = std::make_unique<Control>(m_network.sandboxLine());
    return open();
}

bool IdentityDesk::startBridge()
{
    const auto facility = desktop::DemoClinic::describe().facility;
    return m_control->change(u"facility"_s,
               {{u"facility"_s, facility.id.value()}, {u"listing"_s, u"linked"_s}, {u"name"_s, facility.hipName}})
        && m_network.startBridge();
}

clinic::Work IdentityDesk::work(storage::Connection &db)
{
    return {db, m_clock, m_ids, desktop::DemoClinic::describe().clerk};
}

bool IdentityDesk::restart()
{
    m_pilot.reset();
    m_desktop.reset();
    return open();
}

bool IdentityDesk::open()
{
    const auto settings
        = Settings::load({}, desktop::bridgeEnvironment(m_network.environment(), m_network.sandboxLine()));
    if (!settings)
        return false;
    auto installation = app::openInstallation(*settings, app::FirstUse::MakeKey, m_random);
    if (!installation)
        return false;
    m_sealer = std::move(installation->sealer);
    m_desktop = std::make_unique<desktop::Desktop>(desktop::DesktopParts{
        *settings, installation->database, m_sealer.get(), desktop::pageWorkerFrom(*settings), &m_clock, &m_ids});
    const auto demo = desktop::DemoClinic::describe();
    auto filled = m_desktop->store().run([this, demo](storage::Connection &db) -> Done {
        if (storage::PatientRepository(db).mark().value_or(0) > 0)
            return {};
        auto filling = work(db);
        return desktop::fillDemoClinic(filling);
    });
    filled.waitForFinished();
    auto link = desktop::linkToAbha(*settings, m_clock, m_ids);
    if (!filled.result() || !link)
        return false;
    m_desktop->use(std::move(*link));
    auto registries = desktop::linkToRegistries(*settings, m_clock, m_ids);
    if (!registries)
        return false;
    m_desktop->use(*std::move(registries));
    if (!m_desktop->open(demo.facility, demo.clerk, demo.clerkName))
        return false;
    m_pilot = std::make_unique<Pilot>(*m_desktop->window());
    m_desktop->window()->requestActivate();
    return QTest::qWaitForWindowActive(m_desktop->window())
        && m_pilot->waitUntil([this] { return app().board()->loaded(); }, patience);
}

bool IdentityDesk::openFile(const QString &name)
{
    QString found;
    auto looked = store().run([name, &found](storage::Connection &db) {
        return storage::PatientRepository(db).forEach({}, [&](const Patient &patient) {
            if (patient.name == name)
                found = patient.id.value();
        });
    });
    looked.waitForFinished();
    if (found.isEmpty())
        return false;
    app().openPatient(found);
    return m_pilot->waitUntil([this, name] { return app().patient()->patient().name == name; }, patience);
}

bool IdentityDesk::reach(const QString &stage)
{
    const bool there = m_pilot->waitUntil([&] { return abha().stage() == stage && !abha().waiting(); }, patience);
    if (!there)
        std::fprintf(stderr, "wanted %s, is %s: %s %s\n", qPrintable(stage), qPrintable(abha().stage()),
            qPrintable(abha().problem()), qPrintable(abha().problemCode()));
    return there;
}

bool IdentityDesk::agree()
{
    if (!reach(u"consent"_s))
        return false;
    m_pilot->press(Qt::Key_Space);
    m_pilot->press(Qt::Key_F9);
    return reach(abha().purpose() == u"demographic" ? u"demographic"_s : u"identify"_s);
}

void IdentityDesk::enter(const QString &typed)
{
    m_pilot->type(typed);
    m_pilot->press(Qt::Key_F9);
}

bool IdentityDesk::tabTo(const QString &name)
{
    constexpr int wholeChain = 60;
    for (int step = 0; step < wholeChain; ++step) {
        if (const auto *item = m_pilot->find(name); item && item->hasActiveFocus())
            return true;
        m_pilot->press(Qt::Key_Tab);
    }
    return false;
}

bool IdentityDesk::pressByKeyboard(const QString &name)
{
    if (!tabTo(name))
        return false;
    m_pilot->press(Qt::Key_Space);
    return true;
}

QString IdentityDesk::code(const QString &key)
{
    QUrl url(m_network.sandboxLine()[u"control"].toString());
    url = url.resolved(QUrl(u"/control/otp?"_s + key));
    // Its connection and buffers end with the answer, as the phone is another machine.
    auto otp = QJsonDocument::fromJson(Control(m_network.sandboxLine()).fetch(url)).object()[u"otp"].toString();
    if (onCode)
        onCode(otp);
    return otp;
}

bool IdentityDesk::createUpToAddress(const QString &person, const QString &aadhaar, const QString &mobile)
{
    app().registerWithAbha(true);
    if (!agree())
        return false;
    picture(u"create-"_s + person + u"-1-aadhaar"_s);
    enter(aadhaar);
    if (!reach(u"otp"_s))
        return false;
    picture(u"create-"_s + person + u"-2-otp"_s);
    m_pilot->type(code(u"person="_s + person));
    m_pilot->press(Qt::Key_Return);
    enter(mobile);
    return true;
}

bool IdentityDesk::identify(const QString &way, const QString &typed)
{
    app().goHome();
    app().registerWithAbha(false);
    if (!reach(u"identify"_s))
        return false;
    if (way != u"number")
        abha().chooseWay(way);
    if (!reach(u"identify"_s))
        return false;
    enter(typed);
    return true;
}

bool IdentityDesk::giveCode(const QString &key)
{
    if (!reach(u"otp"_s))
        return false;
    enter(code(key));
    return true;
}

bool IdentityDesk::attach()
{
    if (!reach(u"done"_s))
        return false;
    m_pilot->press(Qt::Key_F9);
    return reach(u"attached"_s);
}

void IdentityDesk::waitSeconds(int seconds)
{
    m_clock.advance(std::chrono::seconds(seconds));
    [[maybe_unused]] const bool set = m_control->change(u"clock"_s, {{u"advanceSeconds"_s, seconds}});
}

void IdentityDesk::picture(const QString &name)
{
    if (!m_pictures.isEmpty()) [[maybe_unused]]
        const bool taken = m_pilot->picture(m_pictures + u'/' + name + u".png"_s);
}

bool IdentityDesk::forgetCouncil(const DoctorId &doctor)
{
    auto forget = store().run([doctor](storage::Connection &db) -> Done {
        storage::FacilityRepository places(db);
        auto known = places.doctor(doctor);
        if (!known)
            return failed(known);
        known->council.clear();
        return places.save(*known);
    });
    forget.waitForFinished();
    return forget.result().has_value();
}

Result<Patient> IdentityDesk::patientByNumber(const QString &abhaNumber)
{
    auto read = store().run([abhaNumber](storage::Connection &db) -> Result<Patient> {
        const auto number = AbhaNumber::parse(abhaNumber);
        if (!number)
            return failed(number);
        const storage::PatientRepository patients(db);
        const auto id = patients.byAbhaNumber(*number);
        return id ? patients.patient(*id, {}) : failed(id);
    });
    read.waitForFinished();
    return read.result();
}

}
