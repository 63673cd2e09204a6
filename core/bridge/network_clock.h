#pragma once

#include "common/clock.h"

#include <mutex>
#include <optional>

namespace nadi::bridge
{

/// How far this computer's clock is from the gateway's, for everything that expires (S-M4). What an earlier run found
/// says nothing: the computer was off in between. Any thread.
class NetworkClock
{
public:
    explicit NetworkClock(const Clock &clock)
        : m_clock(clock)
    {
    }
    /// From an answer that was dated: our clock minus the server's.
    void heard(std::chrono::milliseconds skew);
    /// Our clock minus the gateway's now, also when somebody turned ours since; none before the first dated answer.
    std::optional<std::chrono::milliseconds> skew() const;

private:
    const Clock &m_clock;
    mutable std::mutex m_mutex;
    std::optional<UtcTime> m_networkStart; ///< the gateway's time at the zero of our monotonic clock
};

}
