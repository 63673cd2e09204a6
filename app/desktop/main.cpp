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

}

int main(int argc, char **argv)
{
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
        return refuse(installation.error());

    desktop::Desktop desktop({*settings, installation->database, installation->sealer.get(),
        desktop::pageWorkerFrom(*settings), &clock, &ids});
    const auto opened = [&options](QQuickWindow &window) {
        if (options.selfTest)
            desktop::reportFirstFrame(window);
    };
    std::unique_ptr<desktop::SandboxSession> sandbox;
    if (options.sandbox) {
        sandbox = std::make_unique<desktop::SandboxSession>(
            desktop, QCoreApplication::applicationDirPath(), sandboxDirectory.path(), environment);
        if (!sandbox->open())
            return refuse({ErrorKind::Internal, u"QML"_s, {}});
        opened(*desktop.window());
    } else {
        desktop::openFirstFacility(desktop, opened);
    }
    return QGuiApplication::exec();
}
