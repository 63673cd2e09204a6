#include "bridge/network_clock.h"

namespace nadi::bridge
{

void NetworkClock::heard(std::chrono::milliseconds skew)
{
    const std::lock_guard lock(m_mutex);
    m_networkStart = m_clock.now() - skew - m_clock.monotonic();
}

std::optional<std::chrono::milliseconds> NetworkClock::skew() const
{
    const std::lock_guard lock(m_mutex);
    if (!m_networkStart)
        return {};
    return m_clock.now() - (*m_networkStart + m_clock.monotonic());
}

}
