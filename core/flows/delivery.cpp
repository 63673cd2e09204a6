#include "abdm/endpoint.h"
#include "domain/flow_start.h"
#include "flows/answer_codes.h"
#include "flows/business_keys.h"
#include "flows/delivery_step.h"
#include "flows/steps.h"
#include "flows/token_request.h"

namespace nadi::flows
{

using namespace Qt::StringLiterals;

namespace
{

/// The courier's word for bytes that left and an answer that nobody saw: there is a network, and perhaps an effect.
constexpr auto answerUnknown = "ANSWER-UNKNOWN"_L1;

}

Result<Step> stepDelivery(const QJsonObject &state, const Event &event, const Facts &facts)
{
    auto flow = DeliveryFlow::fromJson(state);
    if (!flow)
        return failed(flow);
    return DeliveryStep(*std::move(flow), facts).run(event);
}

Step DeliveryStep::run(const Event &event)
{
    std::visit([this](const auto &e) { on(e); }, event);
    if (isFinished())
        emit(Finish{});
    else
        emit(WakeAt{f.wakeAt});
    return {f.toJson(), std::move(effects)};
}

bool DeliveryStep::isFinished() const
{
    return isStopped() || f.phase == Phase::Invited || (f.phase == Phase::Announced && f.opened);
}

// ---- Events

void DeliveryStep::on(const Started &)
{
    if (f.phase == Phase::Ready)
        enter();
}

void DeliveryStep::on(const CallAccepted &event)
{
    const bool queued = isQueued() || (f.phase == Phase::Linked && !f.waitingSince.isSet());
    if (!queued || f.call.isEmpty() || event.businessKey != f.call)
        return;
    f.waitingSince = facts.now;
    f.overdueTold = false;
    f.wakeAt = soon(delivery_timing::overdue);
    switch (f.phase) {
    case Phase::TokenQueued:
        f.phase = Phase::TokenRequested;
        tell(u"delivery.token-requested");
        return show(DeliveryState::TokenRequested);
    case Phase::LinkQueued:
        f.phase = Phase::LinkSubmitted;
        f.submitted = true;
        tell(u"delivery.link-accepted");
        return show(DeliveryState::LinkSubmitted);
    case Phase::InviteQueued:
        f.phase = Phase::InviteSubmitted;
        return tell(u"delivery.invite-accepted");
    default:
        return;
    }
}

void DeliveryStep::on(const CallRefused &event)
{
    if (f.call.isEmpty() || event.businessKey != f.call)
        return;
    if (meansOwnCallReceived(event.code))
        return on(CallAccepted{event.businessKey, {}});
    f.call.clear();
    if (isAskingToken())
        tokenFailed(event.code);
    else if (f.phase == Phase::LinkQueued || f.phase == Phase::LinkSubmitted)
        linkFailed(event.code, event.together);
    else if (f.phase == Phase::Linked)
        announceFailed(event.code);
    else
        needAttention(event.code);
}

void DeliveryStep::on(const CallDelayed &event)
{
    if (!isQueued() || event.businessKey != f.call || event.attempt <= f.toldAttempt)
        return;
    f.toldAttempt = event.attempt;
    // A token request whose answer was not seen is not sent again by the courier (S-O7): it may have arrived, so its
    // callback is waited for from here.
    if (f.phase == Phase::TokenQueued && event.code == answerUnknown)
        f.waitingSince = facts.now;
    // One line for a day without network, one line per answer of a network that is there (B04, B14).
    const bool down = event.networkDown && event.code != answerUnknown;
    show(down ? DeliveryState::WaitingNetwork : DeliveryState::Queued, event.code, event.attempt, event.nextTryAt);
    const auto reason = down ? u"NETWORK"_s : event.code;
    if (!down)
        tell(u"delivery.retrying", event.code);
    else if (f.reason != reason)
        tell(u"delivery.waiting-network", event.code);
    f.reason = reason;
}

void DeliveryStep::on(const CallbackArrived &event)
{
    const auto &key = event.repliesTo;
    const auto ours = [&](QStringView what) { return isCallKey(key, what, facts.facility.id, f.careContext.value()); };
    if (const auto *token = std::get_if<abdm::OnGenerateToken>(&event.callback); token && key.startsWith("token:"_L1))
        onToken(*token, key);
    else if (const auto *linked = std::get_if<abdm::OnLinkCareContext>(&event.callback); linked && ours(u"link"))
        onLink(*linked, key, event.together);
    else if (const auto *notify = std::get_if<abdm::OnNotify>(&event.callback)) {
        if (event.kind == abdm::CallbackKind::OnSmsNotify && ours(u"invite"))
            onInvite(*notify, key);
        else if (event.kind == abdm::CallbackKind::OnContextNotify && key == f.call && f.phase == Phase::Linked) {
            f.call.clear();
            conclude(key, notify->acknowledged, notify->error ? notify->error->code : QString());
            if (notify->acknowledged) {
                tell(u"delivery.announced");
                announced();
            } else {
                announceFailed(notify->error ? notify->error->code : u"CB-ERRORED"_s);
            }
        }
    }
}

void DeliveryStep::on(const Woken &)
{
    if (!f.wakeAt.isSet() || facts.now < f.wakeAt)
        return;
    switch (f.phase) {
    case Phase::Held:
    case Phase::Paused:
        return enter();
    case Phase::TokenQueued:
    case Phase::TokenRequested:
        return lookForToken();
    case Phase::LinkQueued:
    case Phase::LinkSubmitted:
        return waitForLink();
    case Phase::Linked:
        return waitForAnnouncement();
    case Phase::InviteQueued:
    case Phase::InviteSubmitted:
        // A second SMS is worse than none: nothing is sent again without a person.
        if (facts.now >= limit()) {
            f.awaitingLate = true;
            return needAttention(u"NO-ANSWER"_s);
        }
        if (f.waitingSince.isSet() && !f.overdueTold) {
            f.overdueTold = true;
            tell(u"delivery.overdue");
        }
        f.wakeAt = limit();
        return;
    default:
        f.wakeAt = {};
    }
}

void DeliveryStep::on(const Decided &event)
{
    if (event.what == "opened"_L1)
        return markOpened();
    if (event.what == flow_event::linkedByPatient) // the person's own app, after a code to the mobile on file
        return becomeLinked();
    if (event.what == flow_event::tokenArrived)
        return isAskingToken() && hasToken() ? lookForToken() : void();
    if (isLinked() || isStopped() || f.phase == Phase::Invited)
        return;
    if (event.what == flow_event::inviteAgreed)
        f.mayInvite = true;
    const bool waitsForPerson = f.phase == Phase::Attention;
    const bool held = f.phase == Phase::Held;
    if (event.what == flow_event::retry && (waitsForPerson || held || f.phase == Phase::Paused))
        restart(event);
    else if (event.what == flow_event::withdraw)
        stop(Phase::Withdrawn, DeliveryState::Withdrawn, u"delivery.withdrawn", event);
    else if (event.what == flow_event::giveUp)
        stop(Phase::GaveUp, DeliveryState::GaveUp, u"delivery.gave-up", event);
    else if ((event.what == flow_event::facilityListed || event.what == flow_event::inviteAgreed) && held)
        enter();
    else if (event.what == flow_event::patientVerified
        && (held || (waitsForPerson && (f.reason == "PERSON-INCOMPLETE"_L1 || f.reason == "IDENTITY"_L1))))
        restart(event);
}

// ---- Gates (users-and-journeys.md 5.2)

void DeliveryStep::enter(Token token)
{
    if (facts.facilityLink.state != FacilityLinkState::Listed)
        return hold(u"FACILITY"_s);
    if (!facts.patient)
        return needAttention(u"PERSON-UNKNOWN"_s);
    const auto &person = *facts.patient;
    if (!f.activeSince.isSet())
        f.activeSince = facts.now;
    if (!person.abhaAddress)
        return person.mobile.isEmpty() || !f.mayInvite ? hold(u"NO-ABHA"_s) : invite();
    if (!person.abhaVerifiedAt.isSet())
        return hold(u"ABHA-UNVERIFIED"_s);
    if (!mayAskForToken(person))
        return needAttention(u"PERSON-INCOMPLETE"_s);
    if (const auto display = f.display(); !display)
        return needAttention(display.error().code);
    // Another record of the same visit linked the context: this one is only announced (4.3).
    if (facts.contextLinked)
        return becomeLinked();
    if (token == Token::JustSaved || (token == Token::Look && hasToken()))
        return link();
    askToken();
}

void DeliveryStep::hold(const QString &reason)
{
    f.wakeAt = soon(delivery_timing::gateLook);
    f.activeSince = {}; // the 48 hours are for sending, not for waiting at a gate
    if (f.phase == Phase::Held && f.reason == reason)
        return;
    f.phase = Phase::Held;
    f.reason = reason;
    tell(u"delivery.held", reason);
    show(DeliveryState::Ready, reason);
}

void DeliveryStep::pause(const QString &reason, UtcTime until)
{
    if (until > limit())
        return needAttention(reason);
    f.phase = Phase::Paused;
    f.reason = reason;
    f.wakeAt = until;
    ++f.pauses;
    tell(u"delivery.paused", reason);
    show(DeliveryState::Queued, reason, f.pauses, until);
}

void DeliveryStep::needAttention(const QString &reason, const QString &code)
{
    // Free the order key: others of the same patient must not wait for what a person has to look at (S-O8).
    conclude(f.call, false, reason);
    f.call.clear();
    f.phase = Phase::Attention;
    f.reason = reason;
    f.wakeAt = {};
    tell(u"delivery.needs-attention", code.isEmpty() ? reason : code);
    show(DeliveryState::NeedsAttention, reason);
}

void DeliveryStep::restart(const Decided &by)
{
    f.tokenDrops = 0;
    f.pauses = 0;
    f.awaitingLate = false;
    f.activeSince = facts.now;
    tell(by.what == flow_event::retry ? u"delivery.retry" : u"delivery.patient-verified", by.reason, by.actor);
    enter();
}

void DeliveryStep::stop(Phase phase, DeliveryState shown, QStringView what, const Decided &by)
{
    // What the gateway has accepted cannot be called back: its callback may still come and is then the truth. A token
    // request that has left stays open, because another delivery of the patient may be waiting for the same token.
    if (!isAskingToken() || !f.waitingSince.isSet())
        conclude(f.call, false, u"WITHDRAWN"_s);
    f.call.clear();
    f.phase = phase;
    f.reason = by.reason;
    f.wakeAt = {};
    tell(what, by.reason, by.actor);
    show(shown, by.reason);
}

void DeliveryStep::show(DeliveryState state, const QString &reason, int attempt, UtcTime nextTryAt)
{
    if (f.opened)
        state = DeliveryState::Transferred;
    else if (isLinked())
        state = DeliveryState::Linked;
    else if (f.submitted && (state == DeliveryState::Queued || state == DeliveryState::WaitingNetwork))
        state = DeliveryState::LinkSubmitted; // a repetition does not undo what the gateway accepted
    emit(MoveDelivery{state, reason, attempt, nextTryAt});
}

void DeliveryStep::send(QStringView operation, const QString &key, Phase phase, const QJsonObject &body,
    UtcTime deadline, std::optional<AbhaAddress> linkTokenFor)
{
    f.phase = phase;
    f.call = key;
    f.reason.clear();
    f.toldAttempt = 0;
    f.waitingSince = {};
    f.overdueTold = false;
    // One order key per patient and facility: token before link (S-O4). Announcements have a lane of their own: a lost
    // answer to one must not hold the patient's next record, and this flow sends its announcement only after its link
    // anyway.
    auto orderKey = facts.facility.id.value() + u'/' + facts.patient->id.value();
    if (operation == abdm::operation::contextNotify)
        orderKey += "/announce"_L1;
    const bool alone = f.alone && operation == abdm::operation::linkCareContext;
    emit(SendCall{operation.toString(), key, orderKey, body, std::move(linkTokenFor), deadline, {}, alone});
}

void DeliveryStep::lateFailure(const QString &key, const QString &code)
{
    const auto mark = key + u' ' + code;
    if (f.lateFailure == mark)
        return;
    f.lateFailure = mark;
    tell(u"delivery.late-failure", code);
}

UtcTime DeliveryStep::limit() const
{
    return (f.activeSince.isSet() ? f.activeSince : facts.now) + delivery_timing::giveToPerson;
}

}
