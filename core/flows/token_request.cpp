#include "flows/token_request.h"

#include "abdm/calls.h"
#include "flows/business_keys.h"

namespace nadi::flows
{

using namespace Qt::StringLiterals;

TokenChoice chooseTokenRequest(const Facts &facts, const QString &lastKey)
{
    const auto &facility = facts.facility.id;
    const auto &patient = facts.patient->id;
    int number = tokenNumber(lastKey, facility, patient, facts.now) + 1;
    if (const auto &last = facts.tokenRequest) {
        if (last->open && last->businessKey != lastKey)
            return JoinTokenRequest{*last};
        if (last->refusal == "ABDM-1027"_L1 && facts.now < last->askedAt + token_timing::block)
            return WaitForToken{last->refusal, last->askedAt + token_timing::block};
        number = std::max(number, tokenNumber(last->businessKey, facility, patient, facts.now) + 1);
    }
    if (number > tokenRequestsPerDay) {
        const auto midnight = facts.now.toDateTime().date().addDays(1).startOfDay(Qt::UTC);
        return WaitForToken{u"TOKEN-LIMIT"_s, UtcTime::fromDateTime(midnight)};
    }
    return AskForToken{tokenKey(facility, patient, facts.now, number)};
}

bool mayAskForToken(const Patient &person)
{
    return person.abhaAddress && person.abhaVerifiedAt.isSet() && !person.name.trimmed().isEmpty() && person.birth.year
        && person.gender != Gender::Unknown;
}

QJsonObject tokenRequestBody(const Patient &person)
{
    return abdm::GenerateToken{std::nullopt, *person.abhaAddress, person.name, person.gender, *person.birth.year}
        .body();
}

ReceivedToken weigh(const abdm::OnGenerateToken &answer, const Facts &facts)
{
    using enum ReceivedToken::Worth;
    const auto address = AbhaAddress::parse(answer.abhaAddress);
    if (!address || !facts.patient || facts.patient->abhaAddress != *address)
        return {Foreign, {}};
    const auto expiry = abdm::linkTokenExpiry(answer.linkToken);
    if (!expiry || *expiry <= facts.now)
        return {Useless, {}};
    return {Usable, *expiry};
}

}
