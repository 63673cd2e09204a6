#include "bridge/call_verdict.h"

#include "bridge/clock_watch.h"
#include "common/utc_time.h"

namespace nadi::bridge
{

using namespace Qt::StringLiterals;

namespace
{

using storage::OutboxState;
using Tell = CallVerdict::Tell;

std::chrono::milliseconds delayAfter(const abdm::RetryPlan &plan, const AttemptInfo &info)
{
    if (plan.delays.isEmpty())
        return {};
    const auto planned = plan.delays[std::min<qsizetype>(std::max(0, info.attempt - 1), plan.delays.size() - 1)];
    const double scaled = double(planned.count()) * info.scalePercent / 100.0;
    return std::chrono::milliseconds(qint64(scaled * (0.8 + 0.4 * info.jitter))); // ± 20 %
}

CallVerdict again(const abdm::CallAnswer &answer, const abdm::RetryPlan &plan, const AttemptInfo &info,
    const QString &code, bool networkDown, std::chrono::milliseconds atLeast = {})
{
    const auto delay = std::max({delayAfter(plan, info), answer.retryAfter, atLeast});
    if (plan.delays.isEmpty() || delay > info.left)
        return {OutboxState::Expired, Tell::Refused, code, {}, networkDown};
    return {OutboxState::Pending, Tell::Delayed, code, delay, networkDown};
}

CallVerdict refused(const abdm::CallAnswer &answer, const abdm::RetryPlan &plan, const AttemptInfo &info)
{
    const QString &code = answer.refusal.code;
    switch (abdm::classify(answer.refusal, info.operation)) {
    case abdm::RefusalClass::Retry:
    case abdm::RefusalClass::TooEarly:
    case abdm::RefusalClass::TokenExpired: // also after the renewed session: the gateway may be confused for a while
        return again(answer, plan, info, code, false);
    case abdm::RefusalClass::AlreadyDone:
        // "Already linked" is the end of the matter, unless it may be said of one of several; every other duplicate
        // still has its callback to come.
        if (code == u"ABDM-1056")
            return {info.together > 1 ? OutboxState::Refused : OutboxState::Confirmed, Tell::Refused, code, {}, false};
        return {OutboxState::Accepted, Tell::Accepted, {}, {}, false};
    case abdm::RefusalClass::BlockedForADay:
    case abdm::RefusalClass::Final:
        break;
    }
    // What was refused under a wrong time of ours was not judged at all (S-M2).
    if (answer.skew && judgeClock(*answer.skew) == ClockVerdict::Unusable)
        return again(answer, plan, info, u"CLOCK"_s, true);
    return {OutboxState::Refused, Tell::Refused, code, {}, false};
}

}

CallVerdict judgeCall(const abdm::CallAnswer &answer, const abdm::RetryPlan &plan, const AttemptInfo &info)
{
    switch (answer.outcome) {
    case abdm::CallOutcome::Accepted:
        return {OutboxState::Accepted, Tell::Accepted, {}, {}, false};
    case abdm::CallOutcome::Refused:
        return refused(answer, plan, info);
    case abdm::CallOutcome::NotSent:
        return again(answer, plan, info, answer.refusal.code.isEmpty() ? u"NOT-SENT"_s : answer.refusal.code,
            answer.refusal.code.isEmpty());
    case abdm::CallOutcome::Unknown:
        break;
    }
    const QString code = u"ANSWER-UNKNOWN"_s;
    if (plan.resendWhenUnknown)
        return again(answer, plan, info, code, true, plan.callbackFirst * info.scalePercent / 100);
    // The effect may exist: only its callback or the flow's own patience ends this (S-O6).
    return {OutboxState::Unknown, Tell::Delayed, code, info.left, true};
}

bool mayBeRepeated(const storage::OutboxMessage &message, UtcTime now)
{
    const auto *plan = abdm::retryPlanFor(message.operation);
    if (!plan || plan->delays.isEmpty())
        return false;
    // Counted from when it was queued, which is before it was sent: the safe side.
    return plan->resendWhenUnknown || now < message.createdAt + plan->recognised;
}

}
