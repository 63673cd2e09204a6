#include "abdm/calls.h"
#include "abdm/endpoint.h"
#include "flows/answer_codes.h"
#include "flows/business_keys.h"
#include "flows/delivery_step.h"

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
    const auto &person = *facts.patient;
    int number = tokenNumber(f.lastTokenKey, facts.facility.id, person.id, facts.now) + 1;
    if (const auto &last = facts.tokenRequest) {
        if (last->open && last->businessKey != f.lastTokenKey)
            return joinToken(*last);
        if (last->refusal == "ABDM-1027"_L1 && facts.now < last->askedAt + delivery_timing::block)
            return pause(last->refusal, last->askedAt + delivery_timing::block);
        number = std::max(number, tokenNumber(last->businessKey, facts.facility.id, person.id, facts.now) + 1);
    }
    if (number > tokenRequestsPerDay) {
        const auto midnight = facts.now.toDateTime().date().addDays(1).startOfDay(Qt::UTC);
        return pause(u"TOKEN-LIMIT"_s, UtcTime::fromDateTime(midnight));
    }
    // The ABHA number stays out of both calls: it must be in the link request exactly when it was in this one (4.2),
    // and a stored token does not say whether it was.
    const abdm::GenerateToken call{std::nullopt, *person.abhaAddress, person.name, person.gender, *person.birth.year};
    const auto key = tokenKey(facts.facility.id, person.id, facts.now, number);
    send(abdm::operation::generateToken, key, Phase::TokenQueued, call.body(), limit());
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
        conclude(key, false, answer.error->code);
        f.call.clear();
        return tokenFailed(answer.error->code);
    }
    if (f.savedToken == key)
        return;

    const auto address = AbhaAddress::parse(answer.abhaAddress);
    const auto expiry = abdm::linkTokenExpiry(answer.linkToken);
    const bool forSamePerson = address && facts.patient && facts.patient->abhaAddress == *address;
    if (!forSamePerson || !expiry || *expiry <= facts.now) {
        conclude(key, false, u"TOKEN-USELESS"_s);
        if (current) {
            f.call.clear();
            needAttention(forSamePerson ? u"TOKEN-USELESS"_s : u"TOKEN-FOREIGN"_s);
        }
        return;
    }
    // Kept in every phase: one of three requests of the day was spent on it, the next delivery needs none.
    f.savedToken = key;
    emit(SaveLinkToken{*address, answer.linkToken, *expiry});
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
        return pause(code, facts.now + delivery_timing::block);
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
