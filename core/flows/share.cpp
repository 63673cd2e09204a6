#include "abdm/endpoint.h"
#include "abdm/share_calls.h"
#include "domain/hip_id.h"
#include "flows/one_answer.h"
#include "flows/share_check.h"
#include "flows/steps.h"

#include <algorithm>

namespace nadi::flows
{

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

abdm::CallError checkShare(const abdm::PatientShare &share)
{
    if (share.intent != u"PROFILE_SHARE")
        return {u"ABDM-1149"_s, u"Intent is not supported by the HIP"_s};
    if (!isCounterContext(share.counter))
        return {u"ABDM-1050"_s, u"Invalid Profile Share Metadata Keys"_s};
    if (share.profile.abhaAddress.value().isEmpty())
        return {u"ABDM-9999"_s, u"HIP could not read the shared profile"_s};
    return {};
}

namespace
{

constexpr std::chrono::milliseconds errorAnswerWithin = 5min; // the app gave up long before
constexpr std::chrono::milliseconds statusWithin = 60s;
constexpr std::chrono::seconds shortestExpiry = 60s; // on a rescan the rest is told, but never a number that is gone

class ShareStep : public OneAnswer
{
public:
    using OneAnswer::OneAnswer;

private:
    void arrived(const CallbackArrived &event) override
    {
        if (const auto *share = std::get_if<abdm::PatientShare>(&event.callback))
            return shared(*share, event.request);
        if (const auto *status = std::get_if<abdm::RunningTokenStatus>(&event.callback))
            return asked(*status, event.request);
    }

    void shared(const abdm::PatientShare &share, const RequestId &request)
    {
        abdm::OnShare answer{share.profile.abhaAddress, share.counter, 0, {}, request, {}};
        UtcTime deadline = facts.now + errorAnswerWithin;
        if (const auto error = checkShare(share); !error.code.isEmpty()) {
            f.reason = error.code;
            answer.error = error;
            tell(u"share.unusable", error.code);
        } else if (facts.share) {
            const auto &token = facts.share->token;
            f.share = facts.share->id;
            answer.tokenNumber = token.number;
            const auto left = std::chrono::duration_cast<std::chrono::seconds>(token.expiresAt - facts.now);
            answer.expiry = std::max(left, shortestExpiry);
            deadline = std::max(token.expiresAt, facts.now + errorAnswerWithin);
            tell(facts.share->repeated ? u"share.repeated" : u"share.received", QString::number(token.number));
            emit(NoteShare{f.share, {}});
            keepLinkToken(share);
        }
        reply(abdm::operation::onShare, answer.body(), request, deadline);
    }

    void keepLinkToken(const abdm::PatientShare &share)
    {
        if (share.linkToken.isEmpty())
            return;
        const auto expiry = abdm::linkTokenExpiry(share.linkToken);
        if (expiry && *expiry > facts.now)
            emit(SaveLinkToken{share.profile.abhaAddress, share.linkToken, *expiry});
        else
            tell(u"share.link-token-unreadable");
    }

    void asked(const abdm::RunningTokenStatus &status, const RequestId &request)
    {
        abdm::RunningTokenOnStatus answer{hipIdOf(facts.facility), status.counter, 0, 0, request, {}};
        if (facts.queue) {
            answer.runningNumber = facts.queue->running;
            answer.averageMinutes = facts.queue->averageMinutes;
            tell(u"running-token.told", QString::number(answer.runningNumber));
        } else {
            f.reason = u"ABDM-1031"_s;
            answer.error = abdm::CallError{f.reason, u"No tokens found for the given context"_s};
            tell(u"running-token.none", f.reason);
        }
        reply(abdm::operation::runningTokenOnStatus, answer.body(), request, facts.now + statusWithin);
    }

    void reply(QStringView operation, const QJsonObject &body, const RequestId &request, UtcTime deadline)
    {
        if (!send(operation, body, request, deadline))
            tell(u"share.no-request-id");
    }

    void accepted() override
    {
        tell(u"share.answered", f.reason);
        if (!f.share.isEmpty())
            emit(NoteShare{f.share, u"ok"_s});
    }

    void refused(const QString &code) override
    {
        f.reason = code;
        tell(u"share.answer-refused", code);
        // The phone shows no number: the desk has to know (truth on the screen).
        if (!f.share.isEmpty())
            emit(NoteShare{f.share, code});
    }
};

}

Result<Step> stepShare(const QJsonObject &state, const Event &event, const Facts &facts)
{
    auto flow = ShareFlow::fromJson(state);
    if (!flow)
        return failed(flow);
    return ShareStep(*std::move(flow), facts).run(event);
}

}
