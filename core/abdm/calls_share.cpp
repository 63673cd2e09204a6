#include "abdm/answer_body.h"
#include "abdm/share_calls.h"

namespace nadi::abdm
{

QJsonObject OnShare::body() const
{
    // All values are text; a date instead of seconds was answered with ABDM-9999.
    const QJsonObject profile{
        {QStringLiteral("context"), counter},
        {QStringLiteral("tokenNumber"), QString::number(tokenNumber)},
        {QStringLiteral("expiry"), QString::number(expiry.count())},
    };
    const QJsonObject acknowledgement{
        {QStringLiteral("status"), QStringLiteral("SUCCESS")},
        {QStringLiteral("abhaAddress"), abhaAddress.value()},
        {QStringLiteral("profile"), profile},
    };
    return answerBody(u"acknowledgement", acknowledgement, error, inReplyTo);
}

QJsonObject RunningTokenOnStatus::body() const
{
    const QJsonObject token{
        {QStringLiteral("hipId"), hip.value()},
        {QStringLiteral("context"), counter},
        {QStringLiteral("runningTokenNumber"), QString::number(runningNumber)},
        {QStringLiteral("averageTokenServiceTimeInMinutes"), averageMinutes},
    };
    return answerBody(u"token", token, error, inReplyTo);
}

}
