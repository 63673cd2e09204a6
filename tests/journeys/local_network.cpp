#include "journeys/local_network.h"

#include "common/settings.h"
#include "sandbox_session.h"

#include <QFile>
#include <QJsonDocument>
#include <QTest>

namespace nadi::test
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int startMs = 30'000;
constexpr int endMs = 5'000;

QString program(const QString &name)
{
    return QStringLiteral(NADI_BIN_DIR "/") + name;
}

}

LocalNetwork::LocalNetwork()
    : m_environment(desktop::sandboxEnvironment(QProcessEnvironment::systemEnvironment(), m_directory.path()))
{
    // Retries as in the field would make a test of hours; their order and number stay.
    m_environment.insert(u"NADI_BRIDGE_RETRY_SCALE_PERCENT"_s, u"5"_s);
    m_environment.insert(u"NADI_BRIDGE_LEASE_MS"_s, u"1000"_s);
}

LocalNetwork::~LocalNetwork()
{
    if (m_bridge)
        killBridge();
    m_sandbox.closeWriteChannel();
    if (!m_sandbox.waitForFinished(endMs))
        m_sandbox.kill();
    m_sandbox.waitForFinished(endMs);
}

void LocalNetwork::change(const QString &setting, const QString &value)
{
    m_environment.insert(Settings::environmentName(setting), value);
}

bool LocalNetwork::isReady(QProcess &process, QJsonObject &line)
{
    line = {};
    const auto said = [&] {
        while (line.isEmpty() && process.canReadLine()) {
            const auto object = QJsonDocument::fromJson(process.readLine()).object();
            if (object[u"ready"].toBool())
                line = object;
        }
        return !line.isEmpty() || process.state() == QProcess::NotRunning;
    };
    return QTest::qWaitFor(said, startMs) && !line.isEmpty();
}

bool LocalNetwork::startSandbox(int pacePercent, const QStringList &options)
{
    m_sandbox.setProcessEnvironment(m_environment);
    m_sandbox.setStandardErrorFile(file(u"sandbox.log"_s), QIODevice::Append);
    m_sandbox.start(program(u"nadi-sandbox"_s),
        QStringList{u"--dir"_s, m_directory.path(), u"--pace"_s, QString::number(pacePercent)} + options);
    return isReady(m_sandbox, m_sandboxLine);
}

bool LocalNetwork::startBridge(Port port)
{
    m_bridge = std::make_unique<QProcess>();
    auto environment = desktop::bridgeEnvironment(m_environment, m_sandboxLine);
    if (port == Port::Same && m_port != 0)
        environment.insert(u"NADI_BRIDGE_LISTEN_PORT"_s, QString::number(m_port));
    m_bridge->setProcessEnvironment(environment);
    m_bridge->setStandardErrorFile(file(u"bridge.log"_s), QIODevice::Append);
    m_bridge->start(program(u"nadi-bridge"_s), {u"--with-parent"_s});
    QJsonObject line;
    const bool ready = isReady(*m_bridge, line);
    if (port == Port::Same)
        m_port = line[u"port"].toInt();
    return ready;
}

int LocalNetwork::secondBridge()
{
    QProcess second;
    second.setProcessEnvironment(desktop::bridgeEnvironment(m_environment, m_sandboxLine));
    second.setStandardErrorFile(file(u"bridge.log"_s), QIODevice::Append);
    second.start(program(u"nadi-bridge"_s), {u"--with-parent"_s});
    return second.waitForFinished(startMs) ? second.exitCode() : -1;
}

void LocalNetwork::killBridge()
{
    m_bridge->kill();
    m_bridge->waitForFinished(-1);
}

QByteArray LocalNetwork::bridgeLog() const
{
    QFile log(file(u"bridge.log"_s));
    return log.open(QIODevice::ReadOnly) ? log.readAll() : QByteArray();
}

}
