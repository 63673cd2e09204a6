#include "abdm/calls.h"
#include "abdm/endpoint.h"
#include "domain/hip_id.h"
#include "flows/answer_codes.h"
#include "flows/business_keys.h"
#include "flows/delivery_step.h"

namespace nadi::flows
{

using namespace Qt::StringLiterals;

void DeliveryStep::link()
{
    const auto &person = *facts.patient;
    abdm::LinkCareContext call;
    call.abhaAddress = *person.abhaAddress;
    call.patientReference = f.patientReference;
    call.patientDisplay = person.name;
    call.contexts = {{f.careContext, *f.display(), f.hiType}};
    const auto key = callKey(u"link", facts.facility.id, f.careContext.value(), ++f.linkCalls);
    send(abdm::operation::linkCareContext, key, Phase::LinkQueued, call.body(), limit(), person.abhaAddress);
    f.wakeAt = limit();
    tell(u"delivery.link-queued");
    show(DeliveryState::Queued);
}

void DeliveryStep::onLink(const abdm::OnLinkCareContext &answer, const QString &key, int together)
{
    // "Already linked" counts as linked, but of several it may be said of one.
    if (answer.linked() && (together == 1 || !answer.error)) {
        if (isLinked())
            return;
        conclude(key, true);
        if (key == f.call)
            f.call.clear();
        return becomeLinked();
    }
    const auto code = answer.error ? answer.error->code : u"CB-STATUS"_s;
    if (key != f.call || (f.phase != Phase::LinkQueued && f.phase != Phase::LinkSubmitted))
        return isLinked() ? lateFailure(key, code) : void();
    if (meansOwnCallReceived(code))
        return;
    conclude(key, false, code);
    f.call.clear();
    linkFailed(code, together);
}

void DeliveryStep::linkFailed(const QString &code, int together)
{
    if (together > 1 && mayConcernOneOfSeveral(code)) {
        f.alone = true;
        tell(u"delivery.link-alone", code);
        return enter();
    }
    if (code == "ABDM-1056"_L1) // already linked: the gateway's own word that it is done
        return becomeLinked();
    if (meansBadLinkToken(code) && f.tokenDrops == 0 && facts.patient && facts.patient->abhaAddress) {
        ++f.tokenDrops;
        emit(DropLinkToken{*facts.patient->abhaAddress, code});
        tell(u"delivery.token-dropped", code);
        return enter(Token::Useless);
    }
    if (meansTryLater(code))
        return pause(code, soon(delivery_timing::at(delivery_timing::pauses, f.pauses)));
    needAttention(code);
}

void DeliveryStep::waitForLink()
{
    if (facts.now >= limit()) {
        f.awaitingLate = true;
        return needAttention(u"NO-ANSWER"_s);
    }
    if (f.phase != Phase::LinkSubmitted) {
        f.wakeAt = limit();
        return;
    }
    if (!f.overdueTold) {
        f.overdueTold = true;
        tell(u"delivery.overdue");
        show(DeliveryState::LinkSubmitted, u"OVERDUE"_s);
    }
    // Linking again is safe: the gateway answers ABDM-1056 or "duplicate" when it has the context already.
    const auto resendAt = f.waitingSince + delivery_timing::resendLink * (1 << std::min(f.linkCalls - 1, 5));
    if (facts.now >= resendAt) {
        conclude(f.call, false, u"OVERDUE"_s);
        f.call.clear();
        return enter();
    }
    f.wakeAt = std::min(resendAt, limit());
}

void DeliveryStep::becomeLinked()
{
    if (isLinked())
        return;
    // A repetition that is still on its way is not needed any more.
    conclude(f.call, false, u"SUPERSEDED"_s);
    tell(isStopped() ? u"delivery.linked-late" : u"delivery.linked");
    f.phase = Phase::Linked;
    f.call.clear();
    f.reason.clear();
    f.awaitingLate = false;
    f.notifyTries = 0;
    f.wakeAt = facts.now + delivery_timing::at(delivery_timing::announce, 0);
    show(DeliveryState::Linked);
}

void DeliveryStep::announce()
{
    if (!facts.patient || !facts.patient->abhaAddress)
        return announced();
    abdm::ContextNotify call;
    call.abhaAddress = *facts.patient->abhaAddress;
    call.patientReference = f.patientReference;
    call.careContext = f.careContext;
    call.hiType = f.hiType;
    call.date = facts.now;
    call.hip = hipIdOf(facts.facility);
    ++f.notifyTries;
    // Each record of a context is announced by a call of its own: one key for all of them would leave the second, and
    // every corrected version, unsaid.
    const auto what = facts.subject.isEmpty() ? f.careContext.value() : f.careContext.value() + u'/' + facts.subject;
    const auto key = callKey(u"notify", facts.facility.id, what, ++f.notifyCalls);
    const auto deadline = facts.now + std::chrono::hours(1);
    send(abdm::operation::contextNotify, key, Phase::Linked, call.body(), deadline);
    f.wakeAt = deadline;
}

void DeliveryStep::announceFailed(const QString &code)
{
    if (code == "ABDM-1006"_L1 && f.notifyTries < int(delivery_timing::announce.size())) {
        const auto delay = delivery_timing::at(delivery_timing::announce, f.notifyTries);
        f.wakeAt = facts.now + delay;
        return;
    }
    // The record is linked all the same: the line is for support, not for the desk.
    tell(u"delivery.announce-refused", code);
    announced();
}

void DeliveryStep::waitForAnnouncement()
{
    if (f.call.isEmpty())
        return announce();
    // No answer: free the order key, the next record of this patient must not wait for an announcement.
    conclude(f.call, false, u"OVERDUE"_s);
    tell(u"delivery.announce-unanswered");
    announced();
}

void DeliveryStep::announced()
{
    f.phase = Phase::Announced;
    f.call.clear();
    f.wakeAt = {};
}

void DeliveryStep::markOpened()
{
    if (f.opened)
        return;
    // A consent that names this context exists only after the link: a link callback that is late or lost is proven by
    // it.
    if (!isLinked()) {
        if (f.phase == Phase::LinkQueued || f.phase == Phase::LinkSubmitted) {
            conclude(f.call, true);
            f.call.clear();
        }
        becomeLinked();
    }
    f.opened = true;
    tell(u"delivery.opened");
    show(DeliveryState::Transferred);
}

}
