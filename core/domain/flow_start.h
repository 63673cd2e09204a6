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
inline constexpr QStringView patientStatus = u"patient-status"; ///< key: REQUEST-ID of the callback
inline constexpr QStringView discovery = u"discovery"; ///< key: link reference of the transaction (flows/start.h)
inline constexpr QStringView tokenRenewal = u"token-renewal"; ///< key: facility id, patient id, end of the old token
}

/// Inbox routes of own events. The body is a JSON object {"actor","reason",…}.
namespace flow_event
{
inline constexpr QStringView start = u"start";
inline constexpr QStringView retry = u"retry";
inline constexpr QStringView withdraw = u"withdraw";
inline constexpr QStringView giveUp = u"give-up";
inline constexpr QStringView inviteAgreed = u"invite-agreed"; ///< the patient agreed to an SMS (B07)
inline constexpr QStringView patientVerified = u"patient-verified";
inline constexpr QStringView tokenArrived = u"token-arrived"; ///< to the patient's deliveries that wait for it
inline constexpr QStringView facilityListed = u"facility-listed";
inline constexpr QStringView linkedByPatient = u"linked-by-patient"; ///< to the delivery of a care context
inline constexpr QStringView codeSent = u"code-sent"; ///< {"businessKey","salt","digest","hint"}
inline constexpr QStringView codeNotSent = u"code-not-sent";
inline constexpr QStringView answeredInBody = u"answered-in-body"; ///< {"request"}
}

/// Whether a patient without ABHA agreed to be invited by SMS to collect the record (B07). Nobody is written to
/// unasked.
enum class SmsInvitation { NotAgreed, Agreed };

/// Whether a care context holds one document or everything of one visit: how a patient's app names it.
enum class CareContextKind { Document, Visit };

/// {"phase":"ready","careContext","visit","hiType","issuedOn","patientReference","mayInvite"}
QJsonObject deliveryStart(const CareContextRef &careContext, HiType type, QDate issuedOn,
    const QString &patientReference, SmsInvitation invitation = SmsInvitation::NotAgreed,
    CareContextKind kind = CareContextKind::Document);
/// {"phase":"ready"}
QJsonObject facilityLinkStart();
/// {"phase":"ready","oldExpiresAt": milliseconds}
QJsonObject tokenRenewalStart(UtcTime oldExpiresAt);

}
