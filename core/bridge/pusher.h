#pragma once

#include "bridge/counters.h"
#include "bridge/courier.h"
#include "bridge/facts_loader.h"
#include "bridge/network_clock.h"
#include "bridge/push_address.h"
#include "crypto/fidelius.h"

#include <QHostInfo>
#include <QNetworkAccessManager>

namespace nadi::bridge
{

/// Executes PushRecord: document, gatekeeper, address, encryption, POST. Lives on a thread of its own with its own
/// connection, because composing and encrypting a record may take longer than a consent may wait.
class Pusher : public QObject
{
    Q_OBJECT

public:
    struct Parts
    {
        storage::DatabaseConfig database;
        const storage::Sealer &sealer;
        abdm::GatewayConfig gateway;
        PushAddressRules addresses;
        crypto::KeyForm keyForm = crypto::KeyForm::X509;
        const Clock &clock;
        NetworkClock &network;
        IdSource &ids;
        Random &random;
    };

    explicit Pusher(Parts parts);
    ~Pusher() override;

    /// On the thread the pusher lives on, before the first page.
    Done open();
    /// Answers exactly once by done().
    void push(const storage::OutboxMessage &page);

Q_SIGNALS:
    void done(const nadi::storage::OutboxMessage &page, const nadi::bridge::PushResult &result);

private:
    struct Flight;
    using FlightPtr = std::shared_ptr<Flight>;

    void resolve(const FlightPtr &flight);
    void askSession(const FlightPtr &flight);
    void send(const FlightPtr &flight, const Secret &session);
    void answered(const FlightPtr &flight, QNetworkReply *reply);
    void end(const FlightPtr &flight, abdm::CallAnswer answer);
    void refuse(const FlightPtr &flight, const Error &error);
    Done mayLeave(const Flight &flight);

    Parts m;
    std::unique_ptr<storage::Connection> m_db;
    std::unique_ptr<abdm::Gateway> m_gateway;
    std::unique_ptr<QNetworkAccessManager> m_network;
};

}
