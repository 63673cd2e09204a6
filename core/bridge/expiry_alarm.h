#pragma once

#include "common/utc_time.h"

#include <QDateTime>

#include <limits>
#include <optional>

namespace nadi::bridge
{

/// When to warn about a certificate that expires: 21, 7 and 1 days before, each once (S-T3). A bridge that starts late
/// says the most urgent of them only. Pure but for what was said already.
class ExpiryAlarm
{
public:
    /// Whole days that are left, negative when it is over, if this is a day to say so.
    std::optional<qint64> due(const QDateTime &expires, UtcTime now);

private:
    QDateTime m_expires; ///< another one is another certificate
    qint64 m_warned = std::numeric_limits<qint64>::max();
};

}
