#include "abdm/answer_body.h"
#include "abdm/discovery_calls.h"

namespace nadi::abdm
{

QJsonObject OnDiscover::body() const
{
    auto out = answerBody(u"patient", patientGroups(patient), error, inReplyTo);
    out.insert(QStringLiteral("transactionId"), transaction.value());
    if (!error)
        out.insert(QStringLiteral("matchedBy"), QJsonArray::fromStringList(matchedBy));
    return out;
}

QJsonObject OnLinkInit::body() const
{
    const QJsonObject meta{
        {QStringLiteral("communicationMedium"), QStringLiteral("MOBILE")},
        {QStringLiteral("communicationHint"), hint},
        {QStringLiteral("communicationExpiry"), expiry.toIso()},
    };
    const QJsonObject link{
        {QStringLiteral("referenceNumber"), linkReference},
        {QStringLiteral("authenticationType"), authenticationType},
        {QStringLiteral("meta"), meta},
    };
    auto out = answerBody(u"link", link, error, inReplyTo);
    out.insert(QStringLiteral("transactionId"), transaction.value());
    return out;
}

QJsonObject OnLinkConfirm::body() const
{
    return answerBody(u"patient", patientGroups(patient), error, inReplyTo);
}

}
