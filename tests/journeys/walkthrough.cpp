// nadi-walkthrough DIR: the six steps in the real window over the real bridge and the sandbox's network, first for a
// facility that is linked, then for one that is not. One line per step; pictures, sent documents and what the ABHA app
// decrypted go to DIR. Exit 0 only when every step worked and the app shows exactly what was confirmed.

#include "clinic/link_check.h"
#include "common/log.h"
#include "compose/installation.h"
#include "demo_clinic.h"
#include "journeys/control.h"
#include "journeys/people_steps.h"
#include "journeys/sample_prescription.h"
#include "journeys/sheet_steps.h"
#include "journeys/six_steps.h"
#include "journeys/typed_steps.h"
#include "sandbox_session.h"
#include "start.h"
#include "storage/facility_repository.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QQuickWindow>
#include <QTemporaryDir>
#include <QTest>

#include <cstdio>

using namespace nadi;
using namespace std::chrono_literals;

namespace
{

bool write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

bool complain(const char *what, const Error &error = {})
{
    std::fprintf(stderr, "walkthrough: %s %s %s\n", what, qPrintable(error.code), qPrintable(error.detail));
    return false;
}

/// One clinic with its own database, network and window.
class Clinic
{
public:
    bool open()
    {
        m_environment = desktop::sandboxEnvironment(QProcessEnvironment::systemEnvironment(), m_directory.path());
        const auto settings = Settings::load({}, m_environment);
        if (!settings)
            return complain("settings", settings.error());
        auto installation = app::openInstallation(*settings, app::FirstUse::MakeKey, m_random);
        if (!installation)
            return complain("installation", installation.error());
        m_sealer = std::move(installation->sealer);
        m_desktop = std::make_unique<desktop::Desktop>(desktop::DesktopParts{
            *settings, installation->database, m_sealer.get(), desktop::pageWorkerFrom(*settings), &m_clock, &m_ids});
        m_session = std::make_unique<desktop::SandboxSession>(
            *m_desktop, QCoreApplication::applicationDirPath(), m_directory.path(), m_environment);
        if (!m_session->open())
            return complain("the window did not load");
        if (!QTest::qWaitForWindowExposed(m_desktop->window()))
            return complain("the window did not show");
        // A bare virtual display has no window manager that would give the first window the keyboard.
        m_desktop->window()->requestActivate();
        if (!QTest::qWaitForWindowActive(m_desktop->window()))
            return complain("the window did not get the keyboard");
        return QTest::qWaitFor([this] { return m_session->network().isReady(); }, 30'000)
            || complain("the local network did not start");
    }

    /// What a manager did when the clinic was set up: the facility is linked before the first patient comes.
    bool linkFacility()
    {
        const auto demo = desktop::DemoClinic::describe();
        auto begun = m_desktop->store().run([this, demo](storage::Connection &db) {
            clinic::Work work{db, m_clock, m_ids, demo.clerk};
            return clinic::beginFacilityLink(work, demo.facility.id);
        });
        begun.waitForFinished();
        const auto listed = [&] {
            auto link = m_desktop->store().run(
                [&](storage::Connection &db) { return storage::FacilityRepository(db).link(demo.facility.id); });
            link.waitForFinished();
            return link.result() && link.result()->state == FacilityLinkState::Listed;
        };
        return QTest::qWaitFor(listed, 60'000) || complain("the facility was not linked");
    }

    QQuickWindow &window() { return *m_desktop->window(); }
    const QJsonObject &sandbox() { return m_session->network().sandbox(); }
    QString file(const QString &name) const { return m_directory.filePath(name); }

private:
    QTemporaryDir m_directory;
    QProcessEnvironment m_environment;
    SystemClock m_clock;
    SystemRandom m_random;
    RandomIdSource m_ids{m_random};
    std::unique_ptr<sealing::SealedBoxSealer> m_sealer;
    std::unique_ptr<desktop::Desktop> m_desktop;
    std::unique_ptr<desktop::SandboxSession> m_session;
};

/// What arrived on the phone: the newest record of a person, with the decrypted Bundle.
bool keepWhatArrived(Clinic &clinic, const QString &person, const QString &directory, const QString &branch)
{
    test::Control control(clinic.sandbox());
    const auto records = control.read(QStringLiteral("records"), person).toArray();
    if (records.isEmpty())
        return complain("nothing arrived in the ABHA app");
    const auto record = records.last().toObject();
    const auto bundle = record[u"bundle"].toObject();
    if (bundle[u"resourceType"].toString() != u"Bundle")
        return complain("what arrived is not a Bundle");
    const QDir dir(directory);
    write(dir.filePath(branch + QStringLiteral("-bundle.json")), QJsonDocument(bundle).toJson());
    write(dir.filePath(branch + QStringLiteral("-phone-record.json")), QJsonDocument(record).toJson());
    for (const auto &entry : bundle[u"entry"].toArray()) {
        const auto resource = entry[u"resource"].toObject();
        const auto data = resource[u"resourceType"].toString() == u"Binary" ? resource[u"data"].toString() : QString();
        if (data.isEmpty())
            continue;
        const auto bytes = QByteArray::fromBase64(data.toLatin1());
        const bool pdf = bytes.startsWith("%PDF");
        write(dir.filePath(branch + (pdf ? QStringLiteral("-document.pdf") : QStringLiteral("-document.jpg"))), bytes);
        return true;
    }
    return complain("the Bundle holds no document");
}

bool journey(const QString &branch, const QString &directory)
{
    Clinic clinic;
    if (!clinic.open())
        return false;
    const bool linked = branch == u"linked";
    if (linked && !clinic.linkFacility())
        return false;
    const auto patient = linked ? QStringLiteral("Asha Kulkarni") : QStringLiteral("Rehana Khan");
    const auto pdf = clinic.file(QStringLiteral("prescription.pdf"));
    const auto photo = clinic.file(QStringLiteral("IMG_2041.jpg"));
    if (!write(pdf, test::prescriptionPdf(patient, 2, linked ? 1 : 2))
        || !write(photo, test::prescriptionPhoto(patient)))
        return complain("samples were not written");

    test::Pilot pilot(clinic.window());
    const test::SixSteps::Plan plan = linked
        ? test::SixSteps::Plan{branch, QStringLiteral("asha k"), patient, {pdf}, 2, false}
        : test::SixSteps::Plan{branch, QStringLiteral("rehna"), patient, {photo, pdf}, 3, true};
    test::SixSteps steps(pilot, directory, plan);
    if (!steps.run())
        return false;
    std::printf(
        "%s  six steps %28lld ms\n", qPrintable(branch.leftJustified(8)), static_cast<long long>(steps.totalMs()));
    const auto address = linked ? QStringLiteral("asha.kulkarni@sbx") : QStringLiteral("rehana.khan@sbx");
    test::Phone(clinic.sandbox(), address).picture(QDir(directory).filePath(branch + QStringLiteral("-phone.png")));
    return keepWhatArrived(clinic, address, directory, branch);
}

/// Who the patient is: somebody without an ABHA gets one, is registered with it and comes to booking; nothing is typed
/// twice.
bool identityStep(const QString &directory)
{
    const QString who = QStringLiteral("Savitri Gaikwad");
    test::IdentityDesk desk(directory);
    if (!desk.start())
        return complain("the desk or the sandbox did not start");
    QElapsedTimer clock;
    clock.start();
    const auto say = [&clock](const char *step) {
        std::printf("identity  %-34s %6lld ms\n", step, static_cast<long long>(clock.restart()));
        return true;
    };
    const auto at = [&desk](const QString &stage, const QString &picture) {
        const bool there = desk.reach(stage);
        desk.picture(picture);
        return there || complain("the identity step did not get there");
    };
    desk.app().registerWithAbha(true);
    if (!at(QStringLiteral("consent"), QStringLiteral("identity-1-consent")) || !desk.agree()
        || !at(QStringLiteral("identify"), QStringLiteral("identity-2-aadhaar")) || !say("consent agreed and kept"))
        return false;
    desk.enter(QStringLiteral("999941010984"));
    if (!at(QStringLiteral("otp"), QStringLiteral("identity-3-otp")) || !say("code sent to the Aadhaar mobile"))
        return false;
    desk.pilot().type(desk.code(QStringLiteral("person=savitri")));
    desk.pilot().press(Qt::Key_Return);
    desk.enter(QStringLiteral("9000010101"));
    if (!at(QStringLiteral("address"), QStringLiteral("identity-4-address")) || !say("ABHA created"))
        return false;
    desk.pilot().press(Qt::Key_Return);
    desk.pilot().press(Qt::Key_F9);
    if (!at(QStringLiteral("done"), QStringLiteral("identity-5-compare")) || !say("address chosen, profile fetched"))
        return false;
    desk.pilot().press(Qt::Key_F9);
    if (!at(QStringLiteral("attached"), QStringLiteral("identity-6-card")) || !say("registered, card shown"))
        return false;
    desk.pilot().press(Qt::Key_F9);
    const bool booking = desk.pilot().waitUntil([&] { return desk.app().booking()->patient().name == who; });
    desk.picture(QStringLiteral("identity-7-booking"));
    return booking ? say("on to booking") : complain("the new patient did not come to booking");
}

/// The pages around who somebody is: without an ABHA, scanned, found twice, with a licence; and the registries.
bool people(const QString &directory)
{
    test::IdentityDesk desk(directory);
    desk.network().change(QStringLiteral("abha.drivingLicence"), QStringLiteral("true"));
    if (!desk.start() || !desk.startBridge())
        return complain("the desk, the sandbox or the bridge did not start");
    return test::PeopleSteps(desk).run();
}

/// Records that are typed reach the phone, and a corrected one takes the place of the first.
bool typedRecords(const QString &directory)
{
    test::IdentityDesk desk(directory);
    if (!desk.start() || !desk.startBridge())
        return complain("the desk, the sandbox or the bridge did not start");
    return test::TypedSteps(desk).run(directory);
}

/// A prescription that lacks something, and its way to paper.
bool sheet(const QString &directory)
{
    test::IdentityDesk desk(directory);
    return (desk.start() || complain("the desk or the sandbox did not start"))
        && test::SheetSteps(desk, directory).run();
}

}

int main(int argc, char **argv)
{
    installJsonLog(QStringLiteral("nadi-walkthrough"));
    QGuiApplication app(argc, argv);
    desktop::prepareApplication(QStringLiteral("en_IN"));
    const auto directory = app.arguments().value(1, QDir::currentPath());
    if (!QDir().mkpath(directory))
        return complain("the folder cannot be made") ? 0 : 2;
    const bool done = identityStep(directory) && people(directory) && typedRecords(directory) && sheet(directory)
        && journey(QStringLiteral("linked"), directory) && journey(QStringLiteral("unlinked"), directory);
    std::printf(done ? "walkthrough: every step worked\n" : "walkthrough: a step failed\n");
    return done ? 0 : 1;
}
