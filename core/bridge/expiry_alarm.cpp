#include "bridge/expiry_alarm.h"

#include <array>

namespace nadi::bridge
{

namespace
{

constexpr qint64 secondsOfDay = 24 * 60 * 60;
constexpr std::array<qint64, 3> warnDays{1, 7, 21};

}

std::optional<qint64> ExpiryAlarm::due(const QDateTime &expires, UtcTime now)
{
    if (m_expires != expires) {
        m_expires = expires;
        m_warned = std::numeric_limits<qint64>::max();
    }
    const auto left = now.toDateTime().secsTo(expires);
    for (const auto days : warnDays) {
        if (left > days * secondsOfDay)
            continue;
        if (days >= m_warned)
            return std::nullopt;
        m_warned = days;
        return left < 0 ? -1 : left / secondsOfDay;
    }
    return std::nullopt;
}

}
