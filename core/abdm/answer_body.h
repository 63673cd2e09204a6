#pragma once

#include "abdm/calls.h"

namespace nadi::abdm
{

/// The body of an answer to a callback: exactly one of `success` under `key` and the error, and the REQUEST-ID header
/// of the callback, never a field of its body (0.3).
inline QJsonObject answerBody(
    QStringView key, const QJsonValue &success, const std::optional<CallError> &error, const RequestId &inReplyTo)
{
    QJsonObject out{
        {QStringLiteral("response"), QJsonObject{{QStringLiteral("requestId"), inReplyTo.value()}}},
    };
    if (error)
        out.insert(QStringLiteral("error"),
            QJsonObject{{QStringLiteral("code"), error->code}, {QStringLiteral("message"), error->message}});
    else
        out.insert(key, success);
    return out;
}

}
