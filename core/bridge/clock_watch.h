#pragma once

#include "bridge/steady_clock.h"
#include "storage/connection.h"

namespace nadi::bridge
{

enum class ClockVerdict {
    Right,
    Off, ///< by more than a minute: the window says so
    Unusable, ///< by more than five: the gateway refuses what we send
};
/// `skew` is our clock minus the gateway's. Pure.
ClockVerdict judgeClock(std::chrono::milliseconds skew);

/// What the gateway's Date headers say about this computer's clock (S-M2). The last finding is in `meta` for the
/// window; while the clock is unusable one message a minute tries whether somebody set it right, and the others wait.
class ClockWatch
{
public:
    ClockWatch(storage::Connection &db, const SteadyClock &steady)
        : m_db(db)
        , m_steady(steady)
    {
    }
    /// After each answer; nothing when it named no time.
    void heard(std::optional<std::chrono::milliseconds> skew);
    bool isUnusable() const { return m_verdict == ClockVerdict::Unusable; }
    /// Until the next try; zero when messages may go.
    std::chrono::milliseconds pause() const;
    /// A message goes to try the clock.
    void tries();

private:
    void store(std::chrono::seconds skew);

    storage::Connection &m_db;
    const SteadyClock &m_steady;
    ClockVerdict m_verdict = ClockVerdict::Right;
    std::optional<std::chrono::seconds> m_stored; ///< nothing heard since the start
    UtcTime m_nextTry;
};

}
