#include "abdm/patient_groups.h"

namespace nadi::abdm
{
namespace
{
QJsonObject idOnly(const QString &id)
{
    return {{QStringLiteral("id"), id}};
}
}

QJsonObject GenerateToken::body() const
{
    QJsonObject out{
        {QStringLiteral("abhaAddress"), abhaAddress.value()},
        {QStringLiteral("name"), name},
        {QStringLiteral("gender"), toWire(gender)},
        {QStringLiteral("yearOfBirth"), yearOfBirth},
    };
    // A JSON number here, a digit string in link/carecontext: the contract differs between the two calls (4.1, 4.2).
    if (abhaNumber)
        out.insert(QStringLiteral("abhaNumber"), abhaNumber->digits().toLongLong());
    return out;
}

QJsonObject LinkCareContext::body() const
{
    QJsonObject out{
        {QStringLiteral("abhaAddress"), abhaAddress.value()},
        {QStringLiteral("patient"), patientGroups({patientReference, patientDisplay, contexts})},
    };
    if (abhaNumber)
        out.insert(QStringLiteral("abhaNumber"), abhaNumber->digits());
    return out;
}

QJsonObject ContextNotify::body() const
{
    const QJsonObject notification{
        {QStringLiteral("patient"), idOnly(abhaAddress.value())},
        {QStringLiteral("careContext"),
            QJsonObject{
                {QStringLiteral("patientReference"), patientReference},
                {QStringLiteral("careContextReference"), careContext.value()},
            }},
        {QStringLiteral("hiTypes"), QJsonArray{toWire(hiType)}},
        {QStringLiteral("date"), date.toIso()},
        {QStringLiteral("hip"), idOnly(hip.value())},
    };
    return {{QStringLiteral("notification"), notification}};
}

QJsonObject SmsNotify::body() const
{
    const QJsonObject notification{
        {QStringLiteral("phoneNo"), phoneNo},
        {QStringLiteral("hip"), QJsonObject{{QStringLiteral("name"), hipName}, {QStringLiteral("id"), hip.value()}}},
    };
    return {{QStringLiteral("notification"), notification}};
}

}
