#include "abdm/endpoint.h"
#include "domain/flow_start.h"
#include "flows/answer_codes.h"
#include "flows/conversation.h"
#include "flows/steps.h"
#include "flows/token_renewal_state.h"
#include "flows/token_request.h"

#include <algorithm>
#include <array>

namespace nadi::flows
{
namespace
{

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

constexpr std::array<std::chrono::milliseconds, 4> looks{15s, 60s, 5min, 1h};
constexpr std::array<std::chrono::milliseconds, 3> pauses{15min, 1h, 6h};
constexpr std::chrono::milliseconds giveUp = 24h; ///< a lost callback: nobody waits for this token yet

template <size_t N>
std::chrono::milliseconds at(const std::array<std::chrono::milliseconds, N> &delays, int index)
{
    return delays[size_t(std::min(index, int(N) - 1))];
}

class TokenRenewalStep : private Conversation
{
public:
    TokenRenewalStep(TokenRenewalFlow flow, const Facts &facts)
        : Conversation(facts)
        , f(std::move(flow))
    {
    }

    Step run(const Event &event)
    {
        std::visit(Overloaded{
                       [this](const Started &) { begin(); },
                       [](const CallAccepted &) {},
                       [this](const CallRefused &e) { refused(e); },
                       [](const CallDelayed &) {},
                       [this](const CallbackArrived &e) { arrived(e); },
                       [this](const Woken &) { woken(); },
                       [](const Decided &) {},
                   },
            event);
        if (f.phase == RenewalPhase::Renewed || f.phase == RenewalPhase::Stopped)
            emit(Finish{});
        else
            emit(WakeAt{f.wakeAt});
        return {f.toJson(), std::move(effects)};
    }

private:
    void begin()
    {
        if (f.phase == RenewalPhase::Ready)
            ask();
    }

    bool isRenewed() const { return facts.linkToken && facts.linkToken->expiresAt > f.oldExpiresAt; }

    void ask()
    {
        if (isRenewed())
            return end(RenewalPhase::Renewed);
        if (facts.now >= f.oldExpiresAt)
            return stop(u"TOKEN-EXPIRED"_s);
        if (facts.facilityLink.state != FacilityLinkState::Listed)
            return stop(u"FACILITY"_s);
        if (!facts.patient || !mayAskForToken(*facts.patient))
            return stop(u"PERSON-INCOMPLETE"_s);
        std::visit(Overloaded{
                       [this](const AskForToken &choice) { send(choice.businessKey); },
                       [this](const JoinTokenRequest &other) { wait(other.request.businessKey); },
                       [this](const WaitForToken &later) { pause(later.code, later.until); },
                   },
            chooseTokenRequest(facts, f.lastTokenKey));
    }

    void send(const QString &key)
    {
        f.call = key;
        // An order of its own: deliveries of the patient go on with the old token meanwhile.
        emit(SendCall{abdm::operation::generateToken.toString(), key,
            facts.facility.id.value() + u'/' + facts.patient->id.value() + "/token"_L1,
            tokenRequestBody(*facts.patient), {}, f.oldExpiresAt});
        tell(u"token.renewal-asked");
        wait(key);
    }

    void wait(const QString &key)
    {
        f.phase = RenewalPhase::Waiting;
        f.lastTokenKey = key;
        f.askedAt = facts.now;
        f.polls = 0;
        f.wakeAt = soon(at(looks, 0));
    }

    void refused(const CallRefused &event)
    {
        if (f.call.isEmpty() || event.businessKey != f.call || meansAlreadyReceived(event.code))
            return;
        f.call.clear();
        failedWith(event.code);
    }

    void failedWith(const QString &code)
    {
        if (code == "ABDM-1027"_L1)
            return pause(code, facts.now + token_timing::block);
        if (meansTryLater(code))
            return pause(code, soon(at(pauses, f.pauses)));
        stop(code);
    }

    void arrived(const CallbackArrived &event)
    {
        const auto *answer = std::get_if<abdm::OnGenerateToken>(&event.callback);
        const auto &key = event.repliesTo;
        if (!answer || !key.startsWith("token:"_L1) || f.savedToken == key)
            return;
        const bool current = key == f.call && f.phase == RenewalPhase::Waiting;
        const auto token = answer->error ? ReceivedToken{} : weigh(*answer, facts);
        if (token.worth != ReceivedToken::Worth::Usable) {
            const auto code = answer->error ? answer->error->code : u"TOKEN-USELESS"_s;
            conclude(key, false, code);
            if (!current)
                return;
            f.call.clear();
            return failedWith(code);
        }
        // Kept in every phase: one of three requests of the day was spent on it.
        f.savedToken = key;
        f.call.clear();
        emit(SaveLinkToken{*facts.patient->abhaAddress, answer->linkToken, token.expiresAt});
        conclude(key, true);
        end(RenewalPhase::Renewed);
    }

    void woken()
    {
        if (!f.wakeAt.isSet() || facts.now < f.wakeAt)
            return;
        if (f.phase == RenewalPhase::Paused)
            return ask();
        if (f.phase != RenewalPhase::Waiting)
            return;
        if (isRenewed()) {
            conclude(f.call, true);
            return end(RenewalPhase::Renewed);
        }
        const auto &last = facts.tokenRequest;
        const bool joined = f.call.isEmpty();
        if (joined && last && last->businessKey == f.lastTokenKey && !last->open)
            return last->refusal.isEmpty() ? ask() : failedWith(last->refusal);
        if (facts.now >= f.askedAt + giveUp || facts.now >= f.oldExpiresAt) {
            conclude(f.call, false, u"OVERDUE"_s);
            return stop(u"NO-ANSWER"_s);
        }
        f.wakeAt = soon(at(looks, ++f.polls));
    }

    void pause(const QString &code, UtcTime until)
    {
        if (until >= f.oldExpiresAt)
            return stop(code);
        f.phase = RenewalPhase::Paused;
        f.reason = code;
        f.wakeAt = until;
        ++f.pauses;
        tell(u"token.renewal-paused", code);
    }

    void stop(const QString &code)
    {
        f.reason = code;
        tell(u"token.not-renewed", code);
        f.phase = RenewalPhase::Stopped;
        f.call.clear();
        f.wakeAt = {};
    }

    void end(RenewalPhase phase)
    {
        if (f.phase != phase)
            tell(u"token.renewed");
        f.phase = phase;
        f.call.clear();
        f.reason.clear();
        f.wakeAt = {};
    }

    TokenRenewalFlow f;
};

}

Result<Step> stepTokenRenewal(const QJsonObject &state, const Event &event, const Facts &facts)
{
    auto flow = TokenRenewalFlow::fromJson(state);
    if (!flow)
        return failed(flow);
    return TokenRenewalStep(*std::move(flow), facts).run(event);
}

}
