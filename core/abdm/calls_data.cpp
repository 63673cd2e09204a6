#include "abdm/answer_body.h"

#include <QJsonArray>

#include <algorithm>

namespace nadi::abdm
{

QJsonObject HealthInformationOnRequest::body() const
{
    const QJsonObject hiRequest{
        {QStringLiteral("transactionId"), transaction.value()},
        {QStringLiteral("sessionStatus"), QStringLiteral("ACKNOWLEDGED")},
    };
    return answerBody(u"hiRequest", hiRequest, error, inReplyTo);
}

QJsonObject HealthInformationNotify::body() const
{
    QJsonArray responses;
    for (const auto &outcome : outcomes)
        responses.append(QJsonObject{
            {QStringLiteral("careContextReference"), outcome.careContext.value()},
            {QStringLiteral("hiStatus"), outcome.delivered ? QStringLiteral("DELIVERED") : QStringLiteral("ERRORED")},
            {QStringLiteral("description"), outcome.description},
        });
    const bool all
        = std::all_of(outcomes.begin(), outcomes.end(), [](const auto &outcome) { return outcome.delivered; });
    const QJsonObject status{
        {QStringLiteral("sessionStatus"), all ? QStringLiteral("TRANSFERRED") : QStringLiteral("FAILED")},
        {QStringLiteral("hipId"), hip.value()},
        {QStringLiteral("statusResponses"), responses},
    };
    const QJsonObject notification{
        {QStringLiteral("consentId"), consent.value()},
        {QStringLiteral("transactionId"), transaction.value()},
        {QStringLiteral("doneAt"), doneAt.toIso()},
        {QStringLiteral("notifier"),
            QJsonObject{{QStringLiteral("type"), QStringLiteral("HIP")}, {QStringLiteral("id"), hip.value()}}},
        {QStringLiteral("statusNotification"), status},
    };
    return {{QStringLiteral("notification"), notification}};
}

}
