#pragma once

#include "flows/flow.h"
#include "storage/inbox.h"
#include "storage/outbox.h"

namespace nadi::bridge
{

// Events that we write into the inbox ourselves, so that they are worked on exactly once like a callback. Routes of the
// courier; those of the clinic are in domain/flow_start.h.

namespace own_event
{
inline constexpr QStringView callAccepted = u"call-accepted";
inline constexpr QStringView callRefused = u"call-refused";
inline constexpr QStringView callDelayed = u"call-delayed";
inline constexpr QStringView pushDone = u"push-done";
inline constexpr QStringView pushFailed = u"push-failed";
}

storage::InboxMessage acceptedMessage(const storage::OutboxMessage &call, const QByteArray &body);
/// `together`: so many messages left in that call.
storage::InboxMessage refusedMessage(const storage::OutboxMessage &call, const QString &code, int together = 1);
storage::InboxMessage delayedMessage(const storage::OutboxMessage &call, const flows::CallDelayed &delay);
/// `code` is empty when the page arrived.
storage::InboxMessage pushedMessage(const storage::OutboxMessage &page, const QString &code);
/// From one flow (or the listing) to another: "opened", "facility-listed".
storage::InboxMessage decidedMessage(const FlowId &flow, const FacilityId &facility, const QString &what);
/// `code` is empty when the message left; `details` then holds what is kept of the digits.
storage::InboxMessage linkCodeMessage(const storage::OutboxMessage &order, const QString &code, QJsonObject details);
storage::InboxMessage answeredInBodyMessage(const FlowId &flow, const FacilityId &facility, const RequestId &callback);

/// One callback answered a call in which several messages left: the same for the flow of each further one, worked on by
/// itself. Source of such messages: sharedAnswer.
inline constexpr QStringView sharedAnswer = u"shared-answer";
storage::InboxMessage sharedAnswerMessage(const storage::InboxMessage &callback, const storage::OutboxMessage &call);
/// REQUEST-ID of the callback itself.
RequestId requestOfSharedAnswer(const storage::InboxMessage &message);

/// What an own message says. Error: EVENT-FORM.
Result<flows::Event> eventOf(const storage::InboxMessage &message);

}
