#pragma once

// Private to abdm/abha.

#include "abdm/abha/refusal_reader.h"
#include "abdm/abha/requests.h"
#include "abdm/abha/service.h"
#include "abdm/session.h"
#include "abdm/transport.h"

#include <functional>
#include <memory>

namespace nadi::abdm::abha
{

/// One call and all it needs to be sent a second time where that is safe.
struct Job
{
    std::function<Request(const QString &cipher)> request;
    Secret plain; ///< what `cipher` is made of; empty when the call encrypts nothing
    enum class Spends { Nothing, Otp } spends = Spends::Nothing;
    /// "X-token" and the like, sent as "Bearer <token>".
    QByteArray tokenHeader;
    Secret token;
    QList<std::pair<QByteArray, QByteArray>> headers;
    std::function<void(const Answer<Reply> &)> done;
};

/// Sends jobs: session, key, common headers, the two repeats that are safe. Everything between a service function and
/// the transport.
class Caller
{
public:
    Caller(AbhaConfig config, GatewayConfig gateway, Encrypt encrypt, const Clock &clock, IdSource &ids);

    void run(Job job);
    void hangUp() { m_transport.hangUp(); }
    const AbhaConfig &config() const { return m_config; }
    UtcTime now() const { return m_clock.now(); }

private:
    struct Flight;
    using FlightPtr = std::shared_ptr<Flight>;
    void encrypt(const FlightPtr &flight);
    void fetchKey(const FlightPtr &flight);
    void fly(const FlightPtr &flight);
    void attempt(const FlightPtr &flight, const SessionToken &session);
    void land(const FlightPtr &flight, int generation, HttpAnswer answer);
    bool mayRepeatWithNewKey(const Flight &flight, const Refusal &refusal);
    HttpCall httpCall(const Flight &flight, const SessionToken &session);

    AbhaConfig m_config;
    GatewayConfig m_gateway;
    Encrypt m_encrypt;
    const Clock &m_clock;
    IdSource &m_ids;
    QByteArray m_key; ///< DER, as fetched
    std::chrono::milliseconds m_keyUntil{};
    Session m_session;
    Transport m_transport; ///< first to go: it ends what is in flight, and the session hears of it
};

}
