#pragma once

#include "common/result.h"

#include <QJsonObject>
#include <QObject>
#include <QProcess>
#include <QProcessEnvironment>

namespace nadi::desktop
{

/// The network of one PC for training: nadi-sandbox and, against it, nadi-bridge. Both end with this object.
class LocalNetwork : public QObject
{
    Q_OBJECT

public:
    /// `programs` is the folder of the two programs, `directory` takes certificates and secrets, `environment` holds
    /// the settings that the bridge shares with the window.
    LocalNetwork(QString programs, QString directory, QProcessEnvironment environment, QObject *parent = nullptr);
    ~LocalNetwork() override;

    void start();
    bool isReady() const { return m_ready; }
    /// The sandbox's ready line: gateway, control, ticket, phone, …
    const QJsonObject &sandbox() const { return m_sandboxLine; }
    /// The bridge's ready line: port, health.
    const QJsonObject &bridge() const { return m_bridgeLine; }

Q_SIGNALS:
    void ready();
    /// One of the two did not start, or ended. The window goes on without the network.
    void broken(const QString &program);

private:
    void startBridge();
    void watch(QProcess &process, QJsonObject &line, void (LocalNetwork::*next)());
    void finish();
    QString program(const QString &name) const;

    QString m_programs;
    QString m_directory;
    QProcessEnvironment m_environment;
    QProcess m_sandbox;
    QProcess m_bridge;
    QJsonObject m_sandboxLine;
    QJsonObject m_bridgeLine;
    bool m_ready = false;
    bool m_ending = false;
};

/// The bridge's settings against a sandbox, from the sandbox's ready line.
QProcessEnvironment bridgeEnvironment(QProcessEnvironment environment, const QJsonObject &sandbox);

}
