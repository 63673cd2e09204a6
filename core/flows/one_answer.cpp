#include "flows/one_answer.h"

#include "flows/answer_codes.h"
#include "flows/business_keys.h"

namespace nadi::flows
{

Step OneAnswer::run(const Event &event)
{
    step(event);
    if (f.phase == SharePhase::Answered || f.phase == SharePhase::Unanswered)
        emit(Finish{});
    else
        emit(WakeAt{});
    return {f.toJson(), std::move(effects)};
}

void OneAnswer::step(const Event &event)
{
    if (const auto *callback = std::get_if<CallbackArrived>(&event); callback && f.phase == SharePhase::Ready)
        return arrived(*callback);
    if (f.phase != SharePhase::Answering)
        return;
    const auto *refusal = std::get_if<CallRefused>(&event);
    const auto *taken = std::get_if<CallAccepted>(&event);
    if ((refusal && refusal->businessKey != f.call) || (taken && taken->businessKey != f.call) || (!refusal && !taken))
        return;
    if (taken || meansAlreadyReceived(refusal->code)) {
        conclude(f.call, true); // no callback confirms it
        f.phase = SharePhase::Answered;
        return accepted();
    }
    f.phase = SharePhase::Unanswered;
    refused(refusal->code);
}

bool OneAnswer::send(QStringView operation, const QJsonObject &body, const RequestId &request, UtcTime deadline)
{
    if (!canBeAnswered(request)) {
        f.phase = SharePhase::Unanswered;
        return false;
    }
    f.phase = SharePhase::Answering;
    f.call = callKey(operation, facts.facility.id, request.value(), 1);
    emit(SendCall{operation.toString(), f.call, f.call, body, {}, deadline});
    return true;
}

}
