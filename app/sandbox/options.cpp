#include "sandbox/options.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QJsonDocument>

namespace nadi::sandbox
{
using namespace Qt::StringLiterals;

namespace
{
Result<QJsonObject> readPlan(const QString &file)
{
    if (file.isEmpty())
        return QJsonObject();
    QFile plan(file);
    const auto object
        = plan.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(plan.readAll()).object() : QJsonObject();
    if (object.isEmpty())
        return fail(ErrorKind::Invalid, u"SANDBOX-OPTION"_s, u"faults"_s);
    return object;
}
}

Result<CommandLine> readCommandLine(const QCoreApplication &app)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(u"A local ABDM network for training, demonstration and tests."_s);
    parser.addHelpOption();
    parser.addVersionOption();
    const auto number = [&](const char *name, const char *meaning, const char *fallback) {
        parser.addOption(
            {QString::fromLatin1(name), QString::fromLatin1(meaning), u"number"_s, QString::fromLatin1(fallback)});
    };
    const auto path = [&](const char *name, const char *meaning) {
        parser.addOption({QString::fromLatin1(name), QString::fromLatin1(meaning), u"path"_s});
    };
    path("settings", "settings file");
    path("dir", "where certificates and the client secret are written");
    path("faults", "fault plan, JSON");
    path("state", "keep links, records and registrations in this file");
    number("fault-seed", "the standard mix of faults with this seed", "");
    number("seed", "seed of delays and of the choice of error shapes", "1");
    number("port", "port of the gateway", "0");
    number("control-port", "port of the control side and the phone", "0");
    number("pace", "percent of the real network's delays", "100");
    number("timers", "percent of the 60 second and 20 minute rules", "100");
    number("session-seconds", "life of a session", "1200");
    parser.addOption({u"body-answers"_s, u"take the answer to a discovery from the HTTP response as well"_s});
    parser.process(app);

    auto settings = Settings::load(parser.value(u"settings"_s), QProcessEnvironment::systemEnvironment());
    if (!settings)
        return failed(settings);
    auto plan = readPlan(parser.value(u"faults"_s));
    if (!plan)
        return failed(plan);
    SandboxOptions options;
    options.faultPlan = *plan;
    options.stateFile = parser.value(u"state"_s);
    options.directory = parser.value(u"dir"_s);
    std::unique_ptr<QTemporaryDir> ownDirectory;
    if (options.directory.isEmpty()) {
        ownDirectory = std::make_unique<QTemporaryDir>(QDir::temp().filePath(u"nadi-sandbox-"_s));
        if (!ownDirectory->isValid())
            return fail(ErrorKind::Storage, u"SANDBOX-FILES"_s, u"directory"_s);
        options.directory = ownDirectory->path();
    }
    if (!parser.value(u"fault-seed"_s).isEmpty())
        options.faultSeed = parser.value(u"fault-seed"_s).toULongLong();
    options.gatewayPort = quint16(parser.value(u"port"_s).toUInt());
    options.controlPort = quint16(parser.value(u"control-port"_s).toUInt());
    options.network.seed = parser.value(u"seed"_s).toULongLong();
    options.network.pacePercent = std::clamp(parser.value(u"pace"_s).toInt(), 1, 1000);
    options.network.timerPercent = std::clamp(parser.value(u"timers"_s).toInt(), 1, 1000);
    options.network.bodyAnswers = parser.isSet(u"body-answers"_s);
    options.network.sessionLife = std::chrono::seconds(std::max(1, parser.value(u"session-seconds"_s).toInt()));
    return CommandLine{std::move(options), std::move(*settings), std::move(ownDirectory)};
}

}
