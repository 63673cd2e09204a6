#pragma once

#include "bridge/https_server.h"
#include "common/settings.h"
#include "crypto/tls_identity.h"
#include "sandbox/network.h"

#include <QJsonObject>
#include <QObject>

namespace nadi::sandbox
{

class LoopbackHttp;
class Control;
class Phone;

struct SandboxOptions
{
    NetworkOptions network;
    QString directory; ///< where the CA, the bridge's certificate and the client secret are written, owner-only
    quint16 gatewayPort = 0; ///< 0 takes a free one
    quint16 controlPort = 0;
    QJsonObject faultPlan;
    std::optional<quint64> faultSeed;
    QString stateFile; ///< empty: nothing survives
};

/// The running sandbox: the network behind real HTTPS, and the control side with the phone on plain loopback HTTP.
class Sandbox : public QObject
{
    Q_OBJECT

public:
    /// Errors: SANDBOX-PRODUCTION (it never starts where production settings are), SANDBOX-FILES, LISTEN, and its
    /// parts'.
    static Result<std::unique_ptr<Sandbox>> start(
        SandboxOptions options, const Settings &settings, const Clock &clock, Random &random);
    ~Sandbox() override;

    /// What the program prints when it is ready (docs/sandbox.md).
    QJsonObject readyLine() const;
    Network &network() { return *m_network; }
    QByteArray ticket() const { return m_ticket.reveal(); }
    const crypto::PemIdentity &identity() const { return m_identity; }
    quint16 gatewayPort() const { return m_server->port(); }
    /// Writes the state file, when there is one.
    Done save() const;

private:
    explicit Sandbox(SandboxOptions options);
    Done open(const Clock &clock, Random &random);
    Done writeFiles();
    Done listen();
    void restore();

    SandboxOptions m_options;
    crypto::PemIdentity m_identity;
    Secret m_ticket;
    std::unique_ptr<Network> m_network;
    std::unique_ptr<Control> m_control;
    std::unique_ptr<Phone> m_phone;
    std::unique_ptr<LoopbackHttp> m_local;
    std::unique_ptr<bridge::HttpsServer> m_server; ///< first to go: its threads call the network
};

}
