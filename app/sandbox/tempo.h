#pragma once

#include <chrono>
#include <random>

namespace nadi::sandbox
{

/// How fast the network plays. Delays are those the reference saw (section 12); training and tests shorten them.
class Tempo
{
public:
    Tempo(int pacePercent, int timerPercent, quint64 seed)
        : m_pace(pacePercent)
        , m_timers(timerPercent)
        , m_dice(seed)
    {
    }

    std::chrono::milliseconds scaled(std::chrono::milliseconds seen) const { return seen * m_pace / 100; }
    std::chrono::milliseconds between(std::chrono::milliseconds least, std::chrono::milliseconds most)
    {
        return scaled(
            std::chrono::milliseconds(std::uniform_int_distribution<qint64>(least.count(), most.count())(m_dice)));
    }
    /// The clocks that are rules (60 s, 20 min) have their own scale, so that a quick network is not a strict one.
    std::chrono::milliseconds rule(std::chrono::milliseconds limit) const { return limit * m_timers / 100; }
    quint64 roll(quint64 sides) { return std::uniform_int_distribution<quint64>(0, sides - 1)(m_dice); }

private:
    int m_pace;
    int m_timers;
    std::mt19937_64 m_dice;
};

}
