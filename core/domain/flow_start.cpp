#include "domain/flow_start.h"

namespace nadi
{

QJsonObject deliveryStart(const CareContextRef &careContext, HiType type, QDate issuedOn,
    const QString &patientReference, SmsInvitation invitation)
{
    return {
        {QStringLiteral("phase"), QStringLiteral("ready")},
        {QStringLiteral("careContext"), careContext.value()},
        {QStringLiteral("hiType"), toWire(type)},
        {QStringLiteral("issuedOn"), issuedOn.toString(Qt::ISODate)},
        {QStringLiteral("patientReference"), patientReference},
        {QStringLiteral("mayInvite"), invitation == SmsInvitation::Agreed},
    };
}

QJsonObject facilityLinkStart()
{
    return {{QStringLiteral("phase"), QStringLiteral("ready")}};
}

QJsonObject tokenRenewalStart(UtcTime oldExpiresAt)
{
    return {
        {QStringLiteral("phase"), QStringLiteral("ready")},
        {QStringLiteral("oldExpiresAt"), double(oldExpiresAt.ms())},
    };
}

}
