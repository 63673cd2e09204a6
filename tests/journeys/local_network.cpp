#include "journeys/local_network.h"

#include <QFile>
#include <QJsonDocument>

#include <csignal>

namespace nadi::test
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int startMs = 20'000;

}

LocalNetwork::~LocalNetwork()
{
    stopBridge();
    if (m_sandbox) {
        m_sandbox->closeWriteChannel();
        if (!m_sandbox->waitForFinished(5'000))
            m_sandbox->kill();
    }
}

bool LocalNetwork::start(QProcess &process, const QString &program, const QStringList &arguments, QJsonObject &line)
{
    process.setProgram(QStringLiteral(NADI_BIN_DIR "/") + program);
    process.setArguments(arguments);
    process.start();
    if (!process.waitForStarted(startMs))
        return false;
    while (!process.canReadLine())
        if (!process.waitForReadyRead(startMs))
            return false;
    line = QJsonDocument::fromJson(process.readLine()).object();
    return line[u"ready"].toBool();
}

bool LocalNetwork::startSandbox(const QStringList &more)
{
    m_sandbox = std::make_unique<QProcess>();
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"NADI_APP_MODE"_s, u"sandbox"_s);
    m_sandbox->setProcessEnvironment(environment);
    m_sandbox->setProcessChannelMode(QProcess::ForwardedErrorChannel);
    return start(*m_sandbox, u"nadi-sandbox"_s,
        QStringList{u"--dir"_s, m_dir.filePath(u"sandbox"_s), u"--pace"_s, u"1"_s} + more, m_sandboxLine);
}

QProcessEnvironment LocalNetwork::bridgeEnvironment() const
{
    auto environment = QProcessEnvironment::systemEnvironment();
    const auto set
        = [&](const char *name, const QString &value) { environment.insert(QString::fromLatin1(name), value); };
    set("NADI_APP_MODE", u"sandbox"_s);
    set("NADI_DATABASE_LOCATION", database().location);
    set("NADI_KEYS_FILE", m_dir.filePath(u"clinic.key"_s));
    set("NADI_GATEWAY_BASE_URL", m_sandboxLine[u"gateway"].toString());
    set("NADI_GATEWAY_REGISTRY_URL", m_sandboxLine[u"registry"].toString());
    set("NADI_GATEWAY_CLIENT_ID", m_sandboxLine[u"clientId"].toString());
    set("NADI_GATEWAY_CLIENT_SECRET_FILE", m_sandboxLine[u"clientSecretFile"].toString());
    set("NADI_GATEWAY_CA_FILE", m_sandboxLine[u"caFile"].toString());
    set("NADI_BRIDGE_CERTIFICATE_FILE", m_sandboxLine[u"bridgeCertificateFile"].toString());
    set("NADI_BRIDGE_CERTIFICATE_KEY_FILE", m_sandboxLine[u"bridgeKeyFile"].toString());
    set("NADI_BRIDGE_PUSH_PRIVATE_HOSTS", u"true"_s);
    set("NADI_BRIDGE_RETRY_SCALE_PERCENT", u"5"_s);
    // After a restart callbacks still find the bridge where it was, as behind a public URL.
    if (m_bridgeLine.contains(u"port"_s))
        set("NADI_BRIDGE_LISTEN_PORT", QString::number(m_bridgeLine[u"port"].toInt()));
    return environment;
}

bool LocalNetwork::startBridge()
{
    QFile keyFile(m_dir.filePath(u"clinic.key"_s));
    if (!keyFile.exists()) {
        if (!keyFile.open(QIODevice::WriteOnly) || !keyFile.setPermissions(QFile::ReadOwner | QFile::WriteOwner))
            return false;
        keyFile.write(key().reveal());
        keyFile.close();
    }
    m_bridge = std::make_unique<QProcess>();
    m_bridge->setProcessEnvironment(bridgeEnvironment());
    if (qEnvironmentVariableIsSet("NADI_TEST_SHOW_LOG"))
        m_bridge->setProcessChannelMode(QProcess::ForwardedErrorChannel);
    return start(*m_bridge, u"nadi-bridge"_s, {u"--with-parent"_s}, m_bridgeLine);
}

void LocalNetwork::killBridge()
{
    ::kill(pid_t(m_bridge->processId()), SIGKILL);
    m_bridge->waitForFinished(5'000);
    m_bridgeLog += m_bridge->readAllStandardError();
}

void LocalNetwork::stopBridge()
{
    if (!m_bridge)
        return;
    m_bridge->terminate();
    if (!m_bridge->waitForFinished(10'000))
        m_bridge->kill();
    m_bridgeLog += m_bridge->readAllStandardError();
    m_bridge.reset();
}

storage::DatabaseConfig LocalNetwork::database() const
{
    return {
        storage::Backend::Sqlite, m_dir.filePath(u"clinic.db"_s), TenantId(u"default"_s), storage::Durability::Full};
}

Secret LocalNetwork::key() const
{
    return Secret(QByteArray(32, 'k'));
}

}
