#pragma once

#include "common/clock.h"

namespace nadi::bridge
{

/// Due times and leases: starts at the wall clock and then follows the monotonic one, so that a person who changes the
/// clock neither starves a queue nor empties it at once (S-M3). Expiry of consents and tokens uses the real wall clock.
class SteadyClock
{
public:
    explicit SteadyClock(const Clock &clock)
        : m_clock(clock)
        , m_start(clock.now())
        , m_startMonotonic(clock.monotonic())
    {
    }
    UtcTime now() const { return m_start + (m_clock.monotonic() - m_startMonotonic); }

private:
    const Clock &m_clock;
    const UtcTime m_start;
    const std::chrono::milliseconds m_startMonotonic;
};

}
