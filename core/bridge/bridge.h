#pragma once

#include "abdm/gateway.h"
#include "bridge/https_server.h"
#include "bridge/sms_setup.h"
#include "common/settings.h"
#include "storage/connection.h"

#include <QObject>

#include <memory>

namespace nadi::bridge
{

struct BridgeParts
{
    storage::DatabaseConfig database;
    const storage::Sealer *sealer = nullptr; ///< outlives the bridge
    abdm::GatewayConfig gateway;
    HttpsServer::Listen listen;
    QString publicUrl; ///< empty: https://localhost:<port>
    Settings settings;
    SmsSetup sms = {}; ///< empty: no codes, patients link at the desk
};

/// The whole service: intake -> inbox -> flows -> outbox -> courier. app/bridge/main.cpp builds one and waits.
class Bridge : public QObject
{
    Q_OBJECT

public:
    /// Opens the database, recovers leases, starts listening. Errors of its parts, DB-…, LISTEN, TLS-…, BRIDGE-RUNNING.
    static Result<std::unique_ptr<Bridge>> start(BridgeParts parts, const Clock &clock, Random &random);
    ~Bridge() override;

    quint16 port() const;
    QString publicUrl() const;
    /// On loopback only: https://localhost:<another port>/health
    QString healthUrl() const;
    /// New certificate for new connections, without a restart (S-T3).
    Done replaceCertificate(const QByteArray &certificatePem, const QByteArray &keyPem);
    /// Counters for the health page and tests: no patient data.
    QJsonObject health() const;

private:
    Bridge();
    struct Private;
    std::unique_ptr<Private> d;
};

}
