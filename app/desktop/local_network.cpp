#include "local_network.h"

#include "common/log.h"
#include "common/settings.h"

#include <QDir>
#include <QJsonDocument>
#include <QUrl>

namespace nadi::desktop
{
using namespace Qt::StringLiterals;

namespace
{

// Time to end by itself before it is killed; the bridge finishes the message it works on.
constexpr int patienceMs = 3000;

void end(QProcess &process)
{
    if (process.state() == QProcess::NotRunning)
        return;
    process.terminate();
    process.closeWriteChannel();
    if (!process.waitForFinished(patienceMs)) {
        process.kill();
        process.waitForFinished(patienceMs);
    }
}

}

QProcessEnvironment bridgeEnvironment(QProcessEnvironment environment, const QJsonObject &sandbox)
{
    const auto set = [&environment](const QString &key, const QString &value) {
        environment.insert(Settings::environmentName(key), value);
    };
    const QString gateway = sandbox[u"gateway"].toString();
    set(u"gateway.baseUrl"_s, gateway);
    set(u"gateway.registryUrl"_s, sandbox[u"registry"].toString());
    set(u"registry.facilitySearchUrl"_s, sandbox[u"facilitySearch"].toString());
    set(u"registry.professionalUrl"_s, sandbox[u"professionals"].toString());
    set(u"gateway.clientId"_s, sandbox[u"clientId"].toString());
    set(u"gateway.clientSecretFile"_s, sandbox[u"clientSecretFile"].toString());
    set(u"gateway.caFile"_s, sandbox[u"caFile"].toString());
    set(u"sms.webhookUrl"_s, sandbox[u"sms"].toString());
    set(u"sms.secretFile"_s, sandbox[u"clientSecretFile"].toString());
    set(u"abha.baseUrl"_s, sandbox[u"abha"].toString());
    set(u"abha.webUrl"_s, sandbox[u"abhaWeb"].toString());
    // The sandbox plays the registered device as well, beside its control side.
    const auto device = QString::number(QUrl(sandbox[u"device"].toString()).port());
    set(u"abha.deviceFirstPort"_s, device);
    set(u"abha.deviceLastPort"_s, device);
    set(u"bridge.certificateFile"_s, sandbox[u"bridgeCertificateFile"].toString());
    set(u"bridge.certificateKeyFile"_s, sandbox[u"bridgeKeyFile"].toString());
    set(u"bridge.pushPrivateHosts"_s, u"true"_s);
    return environment;
}

LocalNetwork::LocalNetwork(QString programs, QString directory, QProcessEnvironment environment, QObject *parent)
    : QObject(parent)
    , m_programs(std::move(programs))
    , m_directory(std::move(directory))
    , m_environment(std::move(environment))
{
    watch(m_sandbox, m_sandboxLine, &LocalNetwork::startBridge);
    watch(m_bridge, m_bridgeLine, &LocalNetwork::finish);
}

LocalNetwork::~LocalNetwork()
{
    m_ending = true;
    end(m_bridge);
    end(m_sandbox);
}

QString LocalNetwork::program(const QString &name) const
{
    return QDir(m_programs).filePath(name);
}

void LocalNetwork::watch(QProcess &process, QJsonObject &line, void (LocalNetwork::*next)())
{
    process.setProcessEnvironment(m_environment);
    // Their JSON log lines go on with ours.
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    connect(&process, &QProcess::readyReadStandardOutput, this, [this, &process, &line, next] {
        while (process.canReadLine()) {
            const auto said = QJsonDocument::fromJson(process.readLine()).object();
            if (!said[u"ready"].toBool())
                continue;
            line = said;
            (this->*next)();
        }
    });
    const auto gone = [this, &process] {
        if (m_ending)
            return;
        m_ready = false;
        const auto name = QFileInfo(process.program()).fileName();
        qCWarning(lcUi) << "part of the local network is gone:" << name;
        Q_EMIT broken(name);
    };
    connect(&process, &QProcess::finished, this, gone);
    connect(&process, &QProcess::errorOccurred, this, [gone](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            gone();
    });
}

void LocalNetwork::start()
{
    m_sandbox.start(program(u"nadi-sandbox"_s), {u"--dir"_s, m_directory, u"--pace"_s, u"40"_s});
}

void LocalNetwork::startBridge()
{
    m_bridge.setProcessEnvironment(bridgeEnvironment(m_environment, m_sandboxLine));
    m_bridge.start(program(u"nadi-bridge"_s), {u"--with-parent"_s});
}

void LocalNetwork::finish()
{
    m_ready = true;
    Q_EMIT ready();
}

}
