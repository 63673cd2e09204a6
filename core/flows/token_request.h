#pragma once

#include "flows/flow.h"

#include <variant>

namespace nadi::flows
{

/// Ask the gateway, under this business key.
struct AskForToken
{
    QString businessKey;
};
/// Somebody asks already: wait for that answer.
struct JoinTokenRequest
{
    TokenRequest request;
};
/// Not before `until`: the gateway blocked us (ABDM-1027), or the day's three requests are used up.
struct WaitForToken
{
    QString code;
    UtcTime until;
};
using TokenChoice = std::variant<AskForToken, JoinTokenRequest, WaitForToken>;

/// How a flow may come by a link token now, so that however many conversations of a patient need one, the gateway is
/// asked once, and never a fourth time a day (S-X7, abdm-v3-gateway.md 4.1). `lastKey`: the newest request that this
/// flow made or joined. Needs Facts::patient and Facts::tokenRequest.
TokenChoice chooseTokenRequest(const Facts &facts, const QString &lastKey);

/// Everything the gateway compares is known: name, gender, birth year and a verified address. Asking with a guess would
/// be answered with a mismatch and cost one of three requests (rule R7).
bool mayAskForToken(const Patient &person);

/// Wire body of the request. The ABHA number stays out of it and of the link request: it must be in the one exactly
/// when it was in the other (4.2), and a stored token does not say whether it was.
QJsonObject tokenRequestBody(const Patient &person);

/// What a token callback is worth to the flow of this patient. Unset: not a usable token of this person.
struct ReceivedToken
{
    enum class Worth { Usable, Useless, Foreign } worth = Worth::Useless;
    UtcTime expiresAt;
};
ReceivedToken weigh(const abdm::OnGenerateToken &answer, const Facts &facts);

namespace token_timing
{
inline constexpr std::chrono::hours block{24}; ///< after ABDM-1027
}

}
