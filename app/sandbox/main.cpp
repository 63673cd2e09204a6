#include "common/crash_note.h"
#include "common/log.h"
#include "sandbox/options.h"
#include "sandbox/until_end.h"

#include <QGuiApplication>
#include <QJsonDocument>

#include <cstdio>

int main(int argc, char **argv)
{
    nadi::installCrashNote("nadi-sandbox");
    nadi::installJsonLog(QStringLiteral("nadi-sandbox"));
    // The words on an ABHA card need fonts; nothing is ever shown.
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QGuiApplication app(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("nadi-sandbox"));
    QCoreApplication::setApplicationVersion(QStringLiteral(NADI_VERSION));

    const auto command = nadi::sandbox::readCommandLine(app);
    const nadi::SystemClock clock;
    nadi::SystemRandom random;
    const auto sandbox = command.and_then(
        [&](const auto &c) { return nadi::sandbox::Sandbox::start(c.options, c.settings, clock, random); });
    if (!sandbox) {
        qCCritical(lcSandbox) << "not started:" << sandbox.error().code << sandbox.error().detail;
        return 2;
    }
    std::puts(QJsonDocument((*sandbox)->readyLine()).toJson(QJsonDocument::Compact).constData());
    std::fflush(stdout);
    nadi::sandbox::quitWhenAbandoned(app);
    return app.exec();
}
