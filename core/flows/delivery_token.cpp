#include "abdm/endpoint.h"
#include "flows/answer_codes.h"
#include "flows/business_keys.h"
#include "flows/delivery_step.h"
#include "flows/token_request.h"

namespace nadi::flows
{

using namespace Qt::StringLiterals;

bool DeliveryStep::hasToken() const
{
    const auto &token = facts.linkToken;
    return token && facts.patient && token->address == facts.patient->abhaAddress
        && token->facility == facts.facility.id && token->expiresAt > facts.now;
}

void DeliveryStep::askToken()
{
    std::visit(Overloaded{
                   [this](const AskForToken &ask) { sendTokenRequest(ask.businessKey); },
                   [this](const JoinTokenRequest &other) { joinToken(other.request); },
                   [this](const WaitForToken &wait) { pause(wait.code, wait.until); },
               },
        chooseTokenRequest(facts, f.lastTokenKey));
}

void DeliveryStep::sendTokenRequest(const QString &key)
{
    send(abdm::operation::generateToken, key, Phase::TokenQueued, tokenRequestBody(*facts.patient), limit());
    f.lastTokenKey = key;
    f.polls = 0;
    f.wakeAt = soon(delivery_timing::at(delivery_timing::tokenLook, 0));
    tell(u"delivery.token-asked");
    show(DeliveryState::Queued);
}

void DeliveryStep::joinToken(const TokenRequest &request)
{
    f.phase = Phase::TokenQueued;
    f.call.clear();
    f.reason.clear();
    f.lastTokenKey = request.businessKey;
    f.polls = 0;
    f.wakeAt = soon(delivery_timing::at(delivery_timing::tokenLook, 0));
    tell(u"delivery.token-awaited");
    show(DeliveryState::Queued);
}

void DeliveryStep::onToken(const abdm::OnGenerateToken &answer, const QString &key)
{
    const bool current = isAskingToken() && key == f.call;
    if (answer.error) {
        if (!current)
            return key == f.savedToken || isLinked() ? lateFailure(key, answer.error->code) : void();
        if (meansOwnCallReceived(answer.error->code))
            return;
        conclude(key, false, answer.error->code);
        f.call.clear();
        return tokenFailed(answer.error->code);
    }
    if (f.savedToken == key)
        return;

    const auto token = weigh(answer, facts);
    if (token.worth != ReceivedToken::Worth::Usable) {
        conclude(key, false, u"TOKEN-USELESS"_s);
        if (current) {
            f.call.clear();
            needAttention(token.worth == ReceivedToken::Worth::Foreign ? u"TOKEN-FOREIGN"_s : u"TOKEN-USELESS"_s);
        }
        return;
    }
    // Kept in every phase: one of three requests of the day was spent on it, the next delivery needs none.
    f.savedToken = key;
    emit(SaveLinkToken{*facts.patient->abhaAddress, answer.linkToken, token.expiresAt});
    conclude(key, true);
    const bool waiting = isAskingToken() || f.phase == Phase::Paused || (f.phase == Phase::Attention && f.awaitingLate);
    if (!waiting)
        return;
    if (!current)
        conclude(f.call, false, u"SUPERSEDED"_s);
    f.call.clear();
    f.awaitingLate = false;
    tell(u"delivery.token-received");
    enter(Token::JustSaved);
}

void DeliveryStep::tokenFailed(const QString &code)
{
    if (code == "ABDM-1027"_L1)
        return pause(code, facts.now + token_timing::block);
    if (code == "ABDM-1207"_L1 || code == "ABDM-1036"_L1)
        return needAttention(u"IDENTITY"_s, code);
    if (meansTryLater(code))
        return pause(code, soon(delivery_timing::at(delivery_timing::pauses, f.pauses + 2)));
    needAttention(code);
}

void DeliveryStep::lookForToken()
{
    if (hasToken()) {
        // Ours or another delivery's: either way the request has what it was made for.
        conclude(f.call, true);
        f.call.clear();
        return enter();
    }
    if (facts.now >= limit()) {
        f.awaitingLate = true;
        return needAttention(u"NO-ANSWER"_s);
    }
    const auto &last = facts.tokenRequest;
    const bool joined = f.call.isEmpty();
    if (joined && last && !last->open) {
        if (last->refusal == "ABDM-1027"_L1 || last->refusal == "ABDM-1207"_L1)
            return tokenFailed(last->refusal);
        return enter(Token::Useless);
    }
    const auto askedAt = joined && last ? last->askedAt : f.waitingSince;
    if (askedAt.isSet() && facts.now >= askedAt + delivery_timing::askAgain) {
        conclude(f.lastTokenKey, false, u"OVERDUE"_s);
        f.call.clear();
        if (joined && last)
            f.lastTokenKey = last->businessKey;
        return enter(Token::Useless);
    }
    if (f.waitingSince.isSet() && facts.now >= f.waitingSince + delivery_timing::overdue && !f.overdueTold) {
        f.overdueTold = true;
        tell(u"delivery.overdue");
    }
    f.wakeAt = soon(delivery_timing::at(delivery_timing::tokenLook, ++f.polls));
}

}
