#pragma once

#include "abdm/callbacks.h"
#include "common/utc_time.h"
#include "domain/clinic.h"
#include "domain/delivery.h"
#include "domain/hi_type.h"
#include "domain/person.h"
#include "domain/share.h"
#include "flows/discovery_match.h"

#include <QJsonObject>

#include <optional>
#include <variant>
#include <vector>

namespace nadi::flows
{

// ---- What can happen to a flow

/// The clinic wrote the flow and wants it to begin.
struct Started
{
};
/// The gateway answered 2xx to the call with this business key. `body` for the few calls with an answer (listing,
/// registration).
struct CallAccepted
{
    QString businessKey;
    QByteArray body;
};
/// Final refusal, or the retry plan ended.
struct CallRefused
{
    QString businessKey;
    QString code;
    int together = 1; ///< so many links left in that one call and were refused with it (link_company.h)
};
/// The network is away; the courier keeps trying. `attempt` and `nextTryAt` are for the person.
struct CallDelayed
{
    QString businessKey;
    QString code;
    int attempt = 0;
    UtcTime nextTryAt;
    bool networkDown = false;
};
/// A callback that belongs to this flow.
struct CallbackArrived
{
    abdm::CallbackKind kind{};
    abdm::Callback callback;
    RequestId request; ///< REQUEST-ID header of the callback, to be echoed
    QString repliesTo; ///< business key of the call it answers; empty when it opens a conversation
    UtcTime receivedAt = {}; ///< for answers with a deadline; unset counts as now
    int together = 1; ///< so many links left in the call that it answers
};
/// The wake-up time that the flow asked for has passed.
struct Woken
{
};
/// A person (or a changed fact of the clinic) decided: "retry", "withdraw", "give-up", "facility-listed",
/// "patient-verified", "opened" (from a transfer), "push-done", "push-failed" (`details.businessKey` names the
/// PushRecord; `reason` the code).
struct Decided
{
    QString what;
    QString reason;
    QString actor;
    QJsonObject details;
};

using Event = std::variant<Started, CallAccepted, CallRefused, CallDelayed, CallbackArrived, Woken, Decided>;

// ---- What a flow wants

/// Queue one call to the gateway. `body` is the wire body; `linkTokenFor` asks the courier to add the sealed link token
/// of that ABHA address at this facility.
struct SendCall
{
    QString operation;
    QString businessKey;
    QString orderKey;
    QJsonObject body;
    std::optional<AbhaAddress> linkTokenFor;
    UtcTime deadline;
    UtcTime notBefore = {}; ///< it leaves then at the earliest
    bool alone = false; ///< a link that shares its call with no other (link_company.h)
};
/// The callback confirmed or refused the call: frees the order key. Never fails a step: concluding an unknown call or
/// one that is concluded already changes at most refused to confirmed (a late callback).
struct ConcludeCall
{
    QString businessKey;
    bool confirmed = true;
    QString code;
};
/// Every step of a flow that is not finished says when it wants to wake; an unset time is "no timer".
struct WakeAt
{
    UtcTime at;
};
/// One timeline line; `what` is a stable word.
struct Tell
{
    QString what;
    QString code;
    QString actor = QStringLiteral("system");
};
/// The delivery's read model moved.
struct MoveDelivery
{
    DeliveryState state{};
    QString reason;
    int attempt = 0;
    UtcTime nextTryAt;
};
/// The executor also tells the patient's other waiting deliveries "token-arrived".
struct SaveLinkToken
{
    AbhaAddress address;
    QByteArray token;
    UtcTime expiresAt;
};
struct DropLinkToken
{
    AbhaAddress address;
    QString reason;
};
/// With state Listed the executor also tells every unfinished delivery of the facility "facility-listed".
struct SaveFacilityLink
{
    FacilityLink link;
};
struct SaveConsent
{
    ConsentArtefact artefact;
};
/// Revoked or expired: forget the artefact, keep the stub.
struct EndConsent
{
    ConsentId consent;
    ConsentStatus status{};
};
/// Build, encrypt and push one page: one record of a care context. The executor asks the gatekeeper again right before
/// the bytes leave (S-N4) and answers with Decided "push-done" or "push-failed". The first page counts the transfer as
/// served.
struct PushRecord
{
    QString businessKey;
    ConsentId consent;
    TransactionId transaction;
    CareContextRef careContext;
    RecordId record;
    int pageNumber = 0;
    int pageCount = 1;
    QString dataPushUrl;
    QByteArray requesterKey;
    QByteArray requesterNonce;
    UtcTime deadline;
    UtcTime from; ///< asked for; unset in pages that were queued before it was kept
    UtcTime to;
};
/// The delivery of a record should know: it was "opened".
struct NotifyDelivery
{
    RecordId record;
    QString what;
};
/// The shares panel has something new: a scan, or what became of our answer to it (`answerCode` "ok" or the code).
struct NoteShare
{
    ShareId share;
    QString answerCode;
};
/// The same answer may go as the body of the HTTP response, while that still waits (discovery.answer). The executor
/// says "answered-in-body" when it did.
struct AnswerInBody
{
    RequestId request;
    QJsonObject body;
    UtcTime notBefore;
};
/// A one-time code to the mobile on the patient's file. Who sends it makes it, so that nobody else ever knows it: the
/// answer is Decided "code-sent" with {"salt","digest","hint"} in its details, or "code-not-sent" with the reason.
struct SendLinkCode
{
    QString businessKey;
    PatientId patient;
    std::chrono::milliseconds life{};
    UtcTime deadline;
};
/// What became of a discovery, for limits and for the desk: several files are a person's work (`several`).
struct NoteDiscovery
{
    abdm::DiscoverRequest request;
    DiscoveryOutcome outcome{};
    QList<PatientId> several;
};
/// The person's own app has this care context now: the delivery of every record in it should know.
struct ContextLinked
{
    CareContextRef careContext;
};
/// From here on the conversation is about this patient: its story stands in that file.
struct ConcernPatient
{
    PatientId patient;
};
/// The person proved with the code that this ABHA is theirs: it goes on the file.
struct KeepProvedAbha
{
    PatientId patient;
    QString abhaAddress;
    QString abhaNumber; ///< digits, or empty
};
/// The network ended this ABHA (4.5, B40): nothing is linked or sent under it any more, the file forgets it.
struct ForgetAbha
{
    QString abhaAddress; ///< may be empty
    QString abhaNumber; ///< digits, may be empty
};
/// An alarm for the IT monitor (S-N1: a consent whose acknowledgement was refused).
struct Alarm
{
    QString code;
};
/// Nothing more will happen by itself: no timer. Late callbacks and decisions are still stepped (B26: forward only).
struct Finish
{
};

using Effect = std::variant<SendCall, ConcludeCall, WakeAt, Tell, MoveDelivery, SaveLinkToken, DropLinkToken,
    SaveFacilityLink, SaveConsent, EndConsent, PushRecord, NotifyDelivery, NoteShare, AnswerInBody, SendLinkCode,
    NoteDiscovery, ContextLinked, ConcernPatient, KeepProvedAbha, ForgetAbha, Alarm, Finish>;

/// The newest link token request for a patient at a facility, whichever delivery made it: the outbox row of the first
/// of tokenRequestKeys() (needs.h) that exists. Keeps two deliveries from asking twice (S-X7).
struct TokenRequest
{
    QString businessKey;
    UtcTime askedAt;
    bool open = false; ///< not concluded yet: its callback may still come
    QString refusal; ///< code that ended it, empty when it was confirmed
};

/// Facts the runner looked up for this step: needs() says which. A flow sees only what is passed in.
struct Facts
{
    UtcTime now;
    std::optional<std::chrono::milliseconds> skew; ///< our clock minus the gateway's; none: unknown (S-M4)
    Facility facility;
    FacilityLink facilityLink;
    std::optional<Patient> patient;
    std::optional<LinkTokenInfo> linkToken; ///< valid with margin, for this patient at this facility
    std::optional<TokenRequest> tokenRequest;
    QString subject; ///< what the conversation is about (FlowRow::key): for delivery the record
    bool contextLinked = false; ///< for delivery: the gateway has confirmed its care context for another record
    QString bridgeId;
    QString bridgeUrl;
    /// For consent and transfer: the stored artefact, and which of its care contexts we hold as signed records.
    std::optional<ConsentArtefact> consent;
    struct HeldRecord
    {
        CareContextRef careContext;
        HiType type{};
        UtcTime issuedAt;
        QString patientAddress;
        RecordId record = {}; ///< a care context may hold several

        bool operator==(const HeldRecord &) const = default;
    };
    QList<HeldRecord> held;
    int servedBefore = 0; ///< data requests served in the consent's frequency window, without this transaction
    /// For share: the row of this scan with its queue token, written in the step's own transaction (S-O11).
    struct ReceivedShare
    {
        ShareId id;
        QueueToken token;
        bool repeated = false; ///< the person's living number, given once more (B45)
    };
    std::optional<ReceivedShare> share;
    /// For running-token: none when no number was given at that counter today.
    struct QueueStanding
    {
        int running = 0;
        int averageMinutes = 0;
    };
    std::optional<QueueStanding> queue;
    /// For discovery: who may be meant, looked up by keyed hash; and what of the conversation's patient (or of the one
    /// match) is not linked yet, newest first.
    QList<DiscoveryCandidate> candidates;
    QList<UnlinkedContext> unlinked;
    int asksBefore = 0; ///< discoveries of this ABHA address at this facility in the last hour
    int codesBefore = 0; ///< codes sent for it in the last day
    DiscoveryPolicy discovery;
    bool consentAccepted = false; ///< S-N1: acknowledgementAccepted(state of the consent's flow), start.h
    /// 0..1, for jitter; from the runner's Random so that a test can fix it.
    double jitter = 0.5;
};

struct Step
{
    QJsonObject state;
    std::vector<Effect> effects;
};

/// A flow by kind: (state, event, facts) -> (state, effects). Pure; the same input gives the same output. An event the
/// state does not expect changes nothing and tells nothing twice. Fails with FLOW-STATE when the stored state cannot be
/// read.
using StepFunction = Result<Step> (*)(const QJsonObject &state, const Event &event, const Facts &facts);

/// nullptr for an unknown kind. Kinds: domain/flow_start.h.
StepFunction stepFunction(QStringView kind);

}
