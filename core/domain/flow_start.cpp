#include "domain/flow_start.h"

namespace nadi
{

QJsonObject deliveryStart(const CareContextRef &careContext, HiType type, QDate issuedOn,
    const QString &patientReference, SmsInvitation invitation, CareContextKind kind)
{
    QJsonObject start{
        {QStringLiteral("phase"), QStringLiteral("ready")},
        {QStringLiteral("careContext"), careContext.value()},
        {QStringLiteral("hiType"), toWire(type)},
        {QStringLiteral("issuedOn"), issuedOn.toString(Qt::ISODate)},
        {QStringLiteral("patientReference"), patientReference},
        {QStringLiteral("mayInvite"), invitation == SmsInvitation::Agreed},
    };
    if (kind == CareContextKind::Visit)
        start.insert(QStringLiteral("visit"), true);
    return start;
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
