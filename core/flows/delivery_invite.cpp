#include "abdm/calls.h"
#include "abdm/endpoint.h"
#include "domain/hip_id.h"
#include "flows/business_keys.h"
#include "flows/delivery_step.h"

namespace nadi::flows
{

using namespace Qt::StringLiterals;

// B07: a patient without ABHA is invited by SMS to collect the record with an app of their own.

void DeliveryStep::invite()
{
    const abdm::SmsNotify call{facts.patient->mobile, facts.facility.name, hipIdOf(facts.facility)};
    const auto key = callKey(u"invite", facts.facility.id, f.careContext.value(), ++f.inviteCalls);
    send(abdm::operation::smsNotify, key, Phase::InviteQueued, call.body(), limit());
    f.wakeAt = limit();
    tell(u"delivery.invite-queued");
    show(DeliveryState::Queued);
}

void DeliveryStep::onInvite(const abdm::OnNotify &answer, const QString &key)
{
    const bool current = key == f.call && (f.phase == Phase::InviteQueued || f.phase == Phase::InviteSubmitted);
    const bool late = f.phase == Phase::Attention && f.awaitingLate;
    if (!answer.acknowledged) {
        const auto code = answer.error ? answer.error->code : u"CB-ERRORED"_s;
        if (!current)
            return f.phase == Phase::Invited ? lateFailure(key, code) : void();
        conclude(key, false, code);
        f.call.clear();
        return needAttention(code);
    }
    if (!current && !late)
        return;
    conclude(key, true);
    f.call.clear();
    f.awaitingLate = false;
    f.phase = Phase::Invited;
    f.wakeAt = {};
    tell(u"delivery.invited");
    show(DeliveryState::NoAbhaNotified);
}

}
