#pragma once

#include "crypto/sealed_box.h"
#include "journeys/control.h"
#include "storage/connection.h"

#include <QProcess>
#include <QTemporaryDir>

#include <memory>

namespace nadi::test
{

/// nadi-sandbox and nadi-bridge as processes around one clinic file, as `./nadi run` starts them.
class LocalNetwork
{
public:
    /// Runs the sandbox; percentages shorten its delays.
    bool startSandbox(const QStringList &more = {});
    bool startBridge();
    /// kill -9: nothing is said, nothing is finished.
    void killBridge();
    void stopBridge();

    const QJsonObject &sandboxLine() const { return m_sandboxLine; }
    const QJsonObject &bridgeLine() const { return m_bridgeLine; }
    storage::DatabaseConfig database() const;
    Secret key() const;
    QByteArray bridgeLog() const { return m_bridgeLog; }
    ~LocalNetwork();

private:
    bool start(QProcess &process, const QString &program, const QStringList &arguments, QJsonObject &line);
    QProcessEnvironment bridgeEnvironment() const;

    QTemporaryDir m_dir;
    std::unique_ptr<QProcess> m_sandbox;
    std::unique_ptr<QProcess> m_bridge;
    QJsonObject m_sandboxLine;
    QJsonObject m_bridgeLine;
    QByteArray m_bridgeLog;
};

}
