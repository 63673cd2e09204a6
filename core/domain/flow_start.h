#pragma once

#include "domain/clinic.h"
#include "domain/hi_type.h"

#include <QDate>
#include <QJsonObject>

namespace nadi
{

// What the clinic writes so that a conversation with the network begins: the first state of a flow (storage::FlowRow)
// and an inbox event of source "clinic". Here, because core/clinic does not know core/flows.

namespace flow_kind
{
inline constexpr QStringView delivery = u"delivery"; ///< key: record id
inline constexpr QStringView facilityLink = u"facility-link"; ///< key: facility id
inline constexpr QStringView consent = u"consent"; ///< key: consent id
inline constexpr QStringView transfer = u"transfer"; ///< key: transaction id
inline constexpr QStringView share = u"share"; ///< key: REQUEST-ID of the callback
inline constexpr QStringView runningToken = u"running-token"; ///< key: REQUEST-ID of the callback
}

/// Inbox routes of own events. The body is a JSON object {"actor","reason",…}.
namespace flow_event
{
inline constexpr QStringView start = u"start";
inline constexpr QStringView retry = u"retry";
inline constexpr QStringView withdraw = u"withdraw";
inline constexpr QStringView giveUp = u"give-up";
inline constexpr QStringView patientVerified = u"patient-verified";
inline constexpr QStringView facilityListed = u"facility-listed";
}

/// {"phase":"ready","careContext","hiType","issuedOn","patientReference"}
QJsonObject deliveryStart(
    const CareContextRef &careContext, HiType type, QDate issuedOn, const QString &patientReference);
/// {"phase":"ready"}
QJsonObject facilityLinkStart();

}
