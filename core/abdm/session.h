#pragma once

#include "abdm/gateway.h"
#include "abdm/transport.h"

#include <functional>

namespace nadi::abdm
{

/// A token, and which renewal it came from.
struct SessionToken
{
    Secret token;
    int generation = 0;
};

/// The token, or what the sessions endpoint did instead.
using SessionResult = tl::expected<SessionToken, HttpAnswer>;

/// The gateway session of 1.3: one renewal at a time for all who wait, at 80 % of its life by the monotonic clock.
class Session
{
public:
    Session(const GatewayConfig &config, Transport &transport, const Clock &clock, IdSource &ids);

    void withToken(std::function<void(const SessionResult &)> then);
    /// Forgets the token of that generation; a newer one stays, so that many refusals cost one renewal.
    void drop(int generation);
    /// A session that is never kept (S-X5).
    void fetchOnce(std::function<void(const SessionResult &)> then);

private:
    struct Fetched
    {
        SessionResult result;
        std::chrono::milliseconds life{};
    };
    void fetch(std::function<void(Fetched)> then);
    void renewed(Fetched fetched, std::chrono::milliseconds asked);

    const GatewayConfig &m_config;
    Transport &m_transport;
    const Clock &m_clock;
    IdSource &m_ids;
    std::optional<SessionToken> m_current;
    std::chrono::milliseconds m_renewAt{};
    int m_generation = 0;
    QList<std::function<void(const SessionResult &)>> m_waiting;
};

}
