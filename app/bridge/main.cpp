#include "certificate_watch.h"
#include "common/crash_note.h"
#include "common/log.h"
#include "compose/installation.h"
#include "crypto/self_test.h"
#include "options.h"
#include "stop_signals.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <cstdio>

using namespace nadi;
using namespace Qt::StringLiterals;

namespace
{

int refuse(const Error &error)
{
    qCCritical(lcBridge) << "cannot start:" << error.code << error.detail;
    return 1;
}

/// One line for whoever started us.
void sayReady(const bridge::Bridge &bridge)
{
    const QJsonObject line{{u"ready"_s, true}, {u"port"_s, bridge.port()}, {u"publicUrl"_s, bridge.publicUrl()},
        {u"health"_s, bridge.healthUrl()}};
    std::puts(QJsonDocument(line).toJson(QJsonDocument::Compact).constData());
    std::fflush(stdout);
}

}

int main(int argc, char **argv)
{
    installCrashNote("nadi-bridge");
    forbidMemoryDumps();
    QCoreApplication app(argc, argv);
    installJsonLog(u"nadi-bridge"_s);
    const auto options = app::parseOptions(app.arguments());
    if (!options)
        return refuse(options.error());
    const auto settings = Settings::load(options->settingsFile, QProcessEnvironment::systemEnvironment());
    if (!settings)
        return refuse(settings.error());
    for (const auto &line : settings->describe())
        qCInfo(lcBridge).noquote() << line;

    if (const auto sound = crypto::selfTest(); !sound)
        return refuse(sound.error());
    if (options->selfTest)
        return 0;
    SystemClock clock;
    SystemRandom random;
    auto parts = app::partsFrom(*settings);
    if (!parts)
        return refuse(parts.error());
    const auto installation = app::openInstallation(*settings, app::FirstUse::MakeKey, random);
    if (!installation)
        return refuse(installation.error());
    parts->database = installation->database;
    parts->sealer = installation->sealer.get();

    auto bridge = bridge::Bridge::start(std::move(*parts), clock, random);
    if (!bridge)
        return refuse(bridge.error());
    const app::CertificateWatch certificate(**bridge, *settings, clock);
    sayReady(**bridge);

    app::StopSignals signals;
    QObject::connect(&signals, &app::StopSignals::stopRequested, &app, &QCoreApplication::quit);
    std::unique_ptr<app::ParentWatch> parent;
    if (options->withParent) {
        parent = std::make_unique<app::ParentWatch>();
        QObject::connect(parent.get(), &app::ParentWatch::parentGone, &app, &QCoreApplication::quit);
    }
    return QCoreApplication::exec();
}
