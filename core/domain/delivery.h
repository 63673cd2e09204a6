#pragma once

#include "common/utc_time.h"
#include "domain/ids.h"

namespace nadi
{

/// Delivery states of users-and-journeys.md 5.3. Linked and Opened are different facts.
enum class DeliveryState {
    Ready, ///< a human confirmed; held (facility or patient not ready) when `reason` says so
    Queued,
    WaitingNetwork,
    TokenRequested,
    LinkSubmitted,
    Linked, ///< the link callback said success: visible in the ABHA app
    Transferred, ///< a consented fetch completed: opened in the ABHA app
    NoAbhaNotified, ///< SMS invitation accepted
    NeedsAttention,
    Withdrawn,
    GaveUp,
};

QString toWord(DeliveryState state);
DeliveryState deliveryStateFromWord(QStringView word);
bool isTerminal(DeliveryState state);

/// The read model of one delivery. Times are zero until the fact happened.
struct Delivery
{
    RecordId record;
    FlowId flow;
    PatientId patient;
    FacilityId facility;
    DeliveryState state = DeliveryState::Ready;
    QString reason; ///< stable code: "FACILITY", "NO-ABHA", "ABDM-1207", …; empty when nothing holds it
    QString supportCode; ///< short, searchable: "NX-7K3F-92"
    int attempt = 0;
    UtcTime confirmedAt; ///< a human confirmed
    UtcTime acceptedAt; ///< the gateway answered 202 to the link request
    UtcTime linkedAt; ///< callback said linked
    UtcTime openedAt; ///< the ABHA app's fetch completed
    UtcTime nextTryAt;
    UtcTime updatedAt;
};

/// One line of the story of a flow: what the success page, the patient file and support read.
struct TimelineEntry
{
    FlowId flow;
    qint64 sequence = 0; ///< order of truth; never the wall clock (S-M5)
    UtcTime at;
    QString actor; ///< "system", "gateway", or a user id
    QString what; ///< stable word: "delivery.link-accepted"; ui/ has the sentence
    QString code; ///< result code, if any
    RequestId request; ///< REQUEST-ID of the attempt, if any
    int attempt = 0;
};

}
