#pragma once

#include "bridge/body_answers.h"
#include "bridge/counters.h"
#include "bridge/facility_router.h"
#include "bridge/identity_policy.h"
#include "bridge/inbox_writer.h"
#include "bridge/key_ring.h"
#include "bridge/rate_limiter.h"

#include <memory>
#include <mutex>
#include <shared_mutex>

namespace nadi::bridge
{

/// The door of the bridge: documented callback paths only, verified before the body, stored before the answer. Called
/// on the server's threads.
class Intake
{
public:
    Intake(KeyRing &keys, IdentityPolicy policy, RateLimits rates, InboxWriter &writer, const Clock &clock,
        Counters &counters, BodyAnswers *bodyAnswers = nullptr);

    HttpHandler handler();
    /// After the clinic changed its facilities.
    void setDirectory(FacilityDirectory directory);

private:
    using Decide = std::function<void(std::optional<HttpResponse>)>;
    using Respond = std::function<void(HttpResponse)>;
    void admit(const HttpRequest &head, const Decide &decide);
    std::optional<HttpResponse> judge(const Result<QJsonObject> &claims);
    void accept(const HttpRequest &request, const Respond &respond);
    std::optional<HttpResponse> throttle(const QString &route, abdm::CallbackKind kind, const Addressee &addressee);
    /// `stored` instead of 202 when it is new there.
    void store(storage::InboxMessage message, const Respond &respond, const std::function<void()> &stored = {});
    void storeAwaiting(storage::InboxMessage message, const Respond &respond);
    void noteTimestamp(const HttpRequest &request);

    KeyRing &m_keys;
    const IdentityPolicy m_policy;
    InboxWriter &m_writer;
    const Clock &m_clock;
    Counters &m_counters;
    mutable std::shared_mutex m_lock;
    FacilityDirectory m_directory;
    BodyAnswers *m_bodyAnswers; ///< none: every callback is answered 202 at once
    std::mutex m_rateLock;
    RateLimiter m_limiter;
};

}
