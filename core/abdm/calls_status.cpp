#include "abdm/answer_body.h"
#include "abdm/status_calls.h"

namespace nadi::abdm
{

QJsonObject PatientOnStatus::body() const
{
    const QJsonObject acknowledgement{{QStringLiteral("status"), QStringLiteral("OK")}};
    return answerBody(u"acknowledgement", acknowledgement, std::nullopt, inReplyTo);
}

}
