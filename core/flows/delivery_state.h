#pragma once

#include "common/result.h"
#include "common/utc_time.h"
#include "domain/hi_type.h"
#include "domain/ids.h"

#include <QDate>
#include <QJsonObject>

namespace nadi::flows
{

/// Where a delivery stands. Finer than the read model (DeliveryState), which shows it to people.
enum class DeliveryPhase {
    Ready, ///< written by the clinic, not started
    Held, ///< facility or patient not ready: moves when they are
    Paused, ///< an answer said "later": goes through the gates again at wakeAt
    TokenQueued, ///< link token asked for, by this delivery or by another of the same patient
    TokenRequested, ///< the gateway accepted our request for one
    LinkQueued,
    LinkSubmitted,
    Linked, ///< confirmed; the context notify is still to be done
    Announced, ///< confirmed, and the gateway knows the new document (or refused to hear it)
    InviteQueued,
    InviteSubmitted,
    Invited,
    Attention,
    Withdrawn,
    GaveUp,
};

struct DeliveryFlow
{
    DeliveryPhase phase = DeliveryPhase::Ready;
    CareContextRef careContext;
    bool visit = false; ///< the context is that of a visit and may hold other records too
    HiType hiType = HiType::Prescription;
    QDate issuedOn;
    QString patientReference;

    QString reason; ///< why Held, Paused or Attention
    QString call; ///< business key of the call in flight
    int linkCalls = 0; ///< how many of each kind this delivery has made, over its whole life
    int notifyCalls = 0;
    int inviteCalls = 0;
    QString lastTokenKey; ///< newest token request that this delivery made or joined
    QString savedToken; ///< business key of the request whose token was stored: stored once
    int tokenDrops = 0; ///< a second useless token is for a person to look at
    int notifyTries = 0;
    int polls = 0; ///< looks for another delivery's token
    int pauses = 0; ///< "later" answers since it last began to be sent
    int toldAttempt = 0; ///< last attempt of the call in flight that the timeline has
    QString lateFailure; ///< last failure that came after success: recorded once, never shown (B26)
    bool mayInvite = false; ///< the patient agreed to an SMS
    bool alone = false; ///< its link was refused in a call of several: it leaves in a call of its own from then on
    bool submitted = false; ///< the gateway accepted a link request: the read model does not go back before that
    bool overdueTold = false;
    bool opened = false;
    bool awaitingLate = false; ///< in Attention only because no callback came: a late one goes on by itself
    UtcTime activeSince; ///< when it last began to be sent: the 48 hours count from here
    UtcTime waitingSince; ///< when the call in flight was accepted
    UtcTime wakeAt;

    QJsonObject toJson() const;
    /// What a patient's app shows for the context. Errors: those of neutralDisplay().
    Result<QString> display() const;
    static Result<DeliveryFlow> fromJson(const QJsonObject &state);
};

}
