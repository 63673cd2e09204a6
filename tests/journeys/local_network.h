#pragma once

#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

#include <memory>

namespace nadi::test
{

/// The real nadi-sandbox and the real nadi-bridge as processes that a test may kill, around one clinic file.
class LocalNetwork
{
public:
    LocalNetwork();
    ~LocalNetwork();

    /// `pacePercent` shortens the network's delays; `options` are further ones of nadi-sandbox (docs/sandbox.md).
    bool startSandbox(int pacePercent, const QStringList &options = {});
    enum class Port { Same, Another };
    /// After a restart callbacks find the bridge where it was, as behind a public URL; or they do not.
    bool startBridge(Port port = Port::Same);
    /// A setting of the clinic, by its key; before anything is started.
    void change(const QString &setting, const QString &value);
    /// Starts another one beside it and waits for its end; its exit code.
    int secondBridge();
    /// SIGKILL: no handler runs, nothing is flushed.
    void killBridge();

    /// What the sandbox printed when it was ready.
    const QJsonObject &sandboxLine() const { return m_sandboxLine; }
    /// The clinic's settings, for whatever opens its database: this test, the bridge, a window.
    const QProcessEnvironment &environment() const { return m_environment; }
    QString file(const QString &name) const { return m_directory.filePath(name); }
    QByteArray bridgeLog() const;
    qint64 bridgeProcess() const { return m_bridge ? m_bridge->processId() : 0; }

private:
    bool isReady(QProcess &process, QJsonObject &line);

    QTemporaryDir m_directory;
    QProcessEnvironment m_environment;
    QProcess m_sandbox;
    std::unique_ptr<QProcess> m_bridge;
    QJsonObject m_sandboxLine;
    int m_port = 0; ///< where callbacks find the bridge
};

}
