#include "bridge/rate_limiter.h"

#include <algorithm>

namespace nadi::bridge
{

namespace
{

using namespace std::chrono_literals;

constexpr qint64 cost = 1'000;
constexpr int reserve = 10;

/// Consents, links and data requests are what patients and other hospitals wait on. Profile shares come from whoever
/// holds a phone: a flood of them must not cost the others anything (S-C12).
int shareOf(abdm::CallbackKind kind)
{
    using enum abdm::CallbackKind;
    return kind == PatientShare || kind == RunningTokenStatus || kind == Unserved ? 1 : reserve;
}

}

RateLimiter::RateLimiter(RateLimits limits)
    : m_limits(limits)
{
}

std::optional<std::chrono::seconds> RateLimiter::take(
    const QString &path, abdm::CallbackKind kind, const FacilityId &facility, std::chrono::milliseconds now)
{
    Bucket &bucket = bucketFor({path, facility}, kind, now);
    fill(bucket, now);
    if (bucket.level >= cost) {
        bucket.level -= cost;
        return std::nullopt;
    }
    const qint64 wait = (cost - bucket.level + bucket.perSecond - 1) / bucket.perSecond;
    return std::chrono::ceil<std::chrono::seconds>(std::chrono::milliseconds(wait));
}

void RateLimiter::fill(Bucket &bucket, std::chrono::milliseconds now) const
{
    const std::chrono::milliseconds whole = std::chrono::seconds(m_limits.burstSeconds);
    // After a long silence the product would overflow; more than a whole bucket never counts.
    const auto passed = std::clamp(now - bucket.filledAt, 0ms, whole);
    bucket.level = std::min(bucket.level + passed.count() * bucket.perSecond, whole.count() * bucket.perSecond);
    bucket.filledAt = std::max(bucket.filledAt, now);
}

RateLimiter::Bucket &RateLimiter::bucketFor(Key key, abdm::CallbackKind kind, std::chrono::milliseconds now)
{
    if (const auto found = m_buckets.find(key); found != m_buckets.end())
        return *found;
    if (m_buckets.size() >= m_limits.buckets) {
        // A full bucket and none at all decide alike.
        const std::chrono::milliseconds whole = std::chrono::seconds(m_limits.burstSeconds);
        m_buckets.removeIf([&](QHash<Key, Bucket>::iterator it) {
            fill(*it, now);
            return it->level >= whole.count() * it->perSecond;
        });
    }
    if (m_buckets.size() >= m_limits.buckets) {
        // Newcomers share one bucket per kind, so the bound is exceeded by the number of kinds at most.
        key = {QString::number(int(kind)), FacilityId()};
        if (const auto shared = m_buckets.find(key); shared != m_buckets.end())
            return *shared;
    }
    const qint64 perSecond = qint64(m_limits.perSecond) * shareOf(kind);
    return *m_buckets.insert(key, {m_limits.burstSeconds * cost * perSecond, perSecond, now});
}

}
