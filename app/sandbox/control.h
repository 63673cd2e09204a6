#pragma once

#include "sandbox/loopback_http.h"
#include "sandbox/network.h"

namespace nadi::sandbox
{

/// The JSON side for tests and trainers (docs/sandbox.md). Every request needs the ticket of the ready line.
class Control
{
public:
    Control(Network &network, Secret ticket)
        : m_network(network)
        , m_ticket(std::move(ticket))
    {
    }

    LocalResponse handle(const LocalRequest &request);

private:
    std::optional<QJsonValue> read(const LocalRequest &request);
    bool change(const QString &what, const QJsonObject &body, QJsonObject &answer);
    bool changeConsent(const QJsonObject &body, QJsonObject &answer);
    bool changeAbha(const QString &what, const QJsonObject &body);
    std::optional<QJsonValue> phoneOf(const LocalRequest &request, QStringView what);
    bool changePerson(const QJsonObject &body);
    QJsonArray tokensJson() const;
    QJsonObject stateOf(const QString &address) const;

    Network &m_network;
    Secret m_ticket;
};

}
