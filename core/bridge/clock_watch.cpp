#include "bridge/clock_watch.h"

#include "common/log.h"
#include "storage/meta.h"

namespace nadi::bridge
{
namespace
{

using namespace std::chrono_literals;

constexpr auto tolerated = 60s;
constexpr auto mostUsable = 5min;
constexpr auto betweenTries = 60s;
// Not every second's change is written: each commit wakes the windows.
constexpr auto worthWriting = 30s;

}

ClockVerdict judgeClock(std::chrono::milliseconds skew)
{
    const auto off = std::chrono::abs(skew);
    if (off <= tolerated)
        return ClockVerdict::Right;
    return off <= mostUsable ? ClockVerdict::Off : ClockVerdict::Unusable;
}

void ClockWatch::heard(std::optional<std::chrono::milliseconds> skew)
{
    if (!skew)
        return;
    const auto verdict = judgeClock(*skew);
    const auto told = verdict == ClockVerdict::Right ? 0s : std::chrono::round<std::chrono::seconds>(*skew);
    const bool changed = verdict != m_verdict || !m_stored || std::chrono::abs(*m_stored - told) >= worthWriting;
    m_verdict = verdict;
    if (verdict == ClockVerdict::Unusable)
        m_nextTry = m_steady.now() + betweenTries;
    if (!changed)
        return;
    if (verdict != ClockVerdict::Right)
        qCWarning(lcBridge) << "CLOCK: this computer's clock is off by" << told.count() << "s";
    store(told);
}

void ClockWatch::store(std::chrono::seconds skew)
{
    const auto set = storage::Meta(m_db).set(storage::metaClockSkewSeconds, QString::number(skew.count()));
    if (set)
        m_stored = skew;
    else
        qCWarning(lcBridge) << "clock:" << set.error().code; // written with the next answer
}

std::chrono::milliseconds ClockWatch::pause() const
{
    return isUnusable() ? std::max(0ms, m_nextTry - m_steady.now()) : 0ms;
}

void ClockWatch::tries()
{
    m_nextTry = m_steady.now() + betweenTries;
}

}
