#include "common/log.h"
#include "crypto/key_store.h"
#include "desktop.h"
#include "sandbox_session.h"
#include "sealing/box_sealer.h"
#include "start.h"

#include <QCommandLineParser>
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
    QGuiApplication app(argc, argv);
    QCoreApplication::setApplicationName(u"nadi"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(NADI_VERSION));
    const auto options = desktop::readOptions(app);

    QTemporaryDir sandboxDirectory;
    auto environment = QProcessEnvironment::systemEnvironment();
    if (options.sandbox)
        environment = desktop::sandboxEnvironment(environment, sandboxDirectory.path());
    const auto settings = Settings::load(options.settingsFile, environment);
    if (!settings)
        return refuse(settings.error());
    desktop::prepareApplication(settings->text(u"app.language"_s));

    const SystemClock clock;
    SystemRandom random;
    RandomIdSource ids(random);
    const auto database = desktop::databaseFrom(*settings);
    const auto key
        = crypto::loadOrCreateKey(u"nadi"_s, settings->text(u"keys.file"_s), database.location + u".key"_s, random);
    if (!key)
        return refuse(key.error());
    const auto sealer = sealing::SealedBoxSealer::withKey(key->key, random);
    if (!sealer)
        return refuse(sealer.error());

    desktop::Desktop desktop({*settings, database, sealer->get(), desktop::pageWorkerFrom(*settings), &clock, &ids});
    std::unique_ptr<desktop::SandboxSession> sandbox;
    if (options.sandbox) {
        sandbox = std::make_unique<desktop::SandboxSession>(
            desktop, QCoreApplication::applicationDirPath(), sandboxDirectory.path(), environment);
        if (!sandbox->open())
            return refuse({ErrorKind::Internal, u"QML"_s, {}});
    } else {
        desktop::openFirstFacility(desktop);
    }
    return QGuiApplication::exec();
}
