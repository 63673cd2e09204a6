#pragma once

#include "abdm/callbacks.h"
#include "domain/ids.h"

#include <QHash>

#include <chrono>
#include <optional>

namespace nadi::bridge
{

struct RateLimits
{
    int perSecond = 50; ///< callbacks of one path for one facility
    int burstSeconds = 4; ///< so many seconds' worth may come at once
    qsizetype buckets = 4096; ///< paths times facilities held at a time
};

/// One token bucket per path and facility: a flood on one path leaves every other path, and the same path of the other
/// facilities, untouched. Paths a consent, a data request or a link waits on get a wider bucket (S-C12).
class RateLimiter
{
public:
    explicit RateLimiter(RateLimits limits);

    /// nullopt lets the callback in, otherwise when to come again. `now` is monotonic and never goes back.
    std::optional<std::chrono::seconds> take(
        const QString &path, abdm::CallbackKind kind, const FacilityId &facility, std::chrono::milliseconds now);
    qsizetype size() const { return m_buckets.size(); }

private:
    /// Exact integers: a callback costs 1000, a millisecond brings `perSecond`.
    struct Bucket
    {
        qint64 level = 0;
        qint64 perSecond = 0;
        std::chrono::milliseconds filledAt{};
    };
    using Key = std::pair<QString, FacilityId>;

    void fill(Bucket &bucket, std::chrono::milliseconds now) const;
    Bucket &bucketFor(Key key, abdm::CallbackKind kind, std::chrono::milliseconds now);

    RateLimits m_limits;
    QHash<Key, Bucket> m_buckets;
};

}
