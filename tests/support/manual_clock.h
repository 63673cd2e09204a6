#pragma once

#include "common/clock.h"

namespace nadi::test
{

/// Time that only moves when a test says so.
class ManualClock final : public Clock
{
public:
    explicit ManualClock(UtcTime now = UtcTime::fromMs(1'795'200'000'000)) // 2026-11-20T18:40:00Z
        : m_now(now)
    {
    }
    UtcTime now() const override { return m_now; }
    std::chrono::milliseconds monotonic() const override { return m_monotonic; }
    void advance(std::chrono::milliseconds by)
    {
        m_now = m_now + by;
        m_monotonic += by;
    }
    /// The wall clock jumps; the monotonic one does not.
    void jump(std::chrono::milliseconds by) { m_now = m_now + by; }

private:
    UtcTime m_now;
    std::chrono::milliseconds m_monotonic{0};
};

}
