#include "abdm/answer_body.h"

namespace nadi::abdm
{

QJsonObject ConsentOnNotify::body() const
{
    const QJsonObject acknowledgement{
        {QStringLiteral("status"), QStringLiteral("OK")},
        {QStringLiteral("consentId"), consent.value()},
    };
    return answerBody(u"acknowledgement", acknowledgement, error, inReplyTo);
}

}
