#include "clinic_start.h"
#include "common/crash_note.h"
#include "common/log.h"
#include "compose/installation.h"
#include "desktop.h"
#include "first_frame.h"
#include "renderer.h"
#include "sandbox_session.h"
#include "start.h"

#include <QGuiApplication>

using namespace nadi;
using namespace Qt::StringLiterals;

namespace
{

int refuse(const Error &error)
{
    qCCritical(lcUi) << "cannot start:" << error.code << error.detail;
    return 2;
}

desktop::KeyFacts keyFactsOf(const app::Installation &installation, const Settings &settings)
{
    if (settings.text(u"app.mode"_s) == u"sandbox")
        return {};
    // A key file that the settings name was chosen; one that nobody named is the fallback.
    return {crypto::toRecoveryText(installation.key.key),
        installation.key.place == crypto::KeyPlace::File && settings.text(u"keys.file"_s).isEmpty()};
}

}

int main(int argc, char **argv)
{
    installCrashNote("nadi");
    forbidMemoryDumps();
    installJsonLog(u"nadi"_s);
    QGuiApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"nadi"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(NADI_VERSION));
    const auto options = desktop::readOptions(application);

    QTemporaryDir sandboxDirectory;
    auto environment = QProcessEnvironment::systemEnvironment();
    if (options.sandbox)
        environment = desktop::sandboxEnvironment(environment, sandboxDirectory.path());
    const auto settings = Settings::load(options.settingsFile, environment);
    if (!settings)
        return refuse(settings.error());
    desktop::chooseRenderer();
    desktop::prepareApplication(settings->text(u"app.language"_s));

    const SystemClock clock;
    SystemRandom random;
    RandomIdSource ids(random);
    const auto installation = app::openInstallation(*settings, app::FirstUse::MakeKey, random);
    if (!installation)
        return options.selfTest ? refuse(installation.error()) : desktop::explain(installation.error(), *settings);

    desktop::Desktop desktop({*settings, installation->database, installation->sealer.get(),
        desktop::pageWorkerFrom(*settings), &clock, &ids});
    if (auto abha = desktop::linkToAbha(*settings, clock, ids))
        desktop.use(std::move(*abha));
    else // booking and care go on; the page says that there is no ABHA service
        qCCritical(lcUi) << "no ABHA service:" << abha.error().code << abha.error().detail;
    if (auto registries = desktop::linkToRegistries(*settings, clock, ids))
        desktop.use(*std::move(registries));
    else // most clinics have no session of their own for this at the desk; the page says so
        qCInfo(lcUi) << "no look-ups in the registries:" << registries.error().code << registries.error().detail;
    const auto opened = [&options](QQuickWindow &window) {
        if (options.selfTest)
            desktop::reportFirstFrame(window);
    };
    std::unique_ptr<desktop::SandboxSession> sandbox;
    std::unique_ptr<desktop::ClinicStart> start;
    if (options.sandbox) {
        sandbox = std::make_unique<desktop::SandboxSession>(
            desktop, QCoreApplication::applicationDirPath(), sandboxDirectory.path(), environment);
        if (!sandbox->open())
            return refuse({ErrorKind::Internal, u"QML"_s, {}});
        opened(*desktop.window());
    } else {
        // A self-test looks at the window, and nobody is there to take the recovery key down.
        start = std::make_unique<desktop::ClinicStart>(desktop,
            options.selfTest ? desktop::KeyFacts{} : keyFactsOf(*installation, *settings),
            qEnvironmentVariable("USER", u"desk"_s));
        QObject::connect(start.get(), &desktop::ClinicStart::opened, opened);
        start->begin();
    }
    return QGuiApplication::exec();
}
