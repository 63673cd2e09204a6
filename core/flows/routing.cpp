#include "flows/routing.h"

#include "domain/flow_start.h"
#include "flows/start.h"

namespace nadi::flows
{

RequestId replyTo(const abdm::Callback &callback)
{
    return std::visit(
        [](const auto &body) -> RequestId {
            if constexpr (requires { body.inReplyTo; })
                return body.inReplyTo;
            else
                return {};
        },
        callback);
}

Route route(abdm::CallbackKind kind, const abdm::Callback &callback, const RequestId &request,
    const std::optional<AnsweredCall> &answered)
{
    // The body decides what it is; a kind that does not fit its body was parsed for another path and belongs to nobody.
    if (kind == abdm::CallbackKind::ConsentNotify)
        if (const auto *notify = std::get_if<abdm::ConsentNotify>(&callback))
            return {Route::To::Flow, flow_kind::consent.toString(), notify->consent.value(),
                consentStart(notify->consent), {}};
    if (kind == abdm::CallbackKind::HealthInformationRequest)
        if (const auto *wanted = std::get_if<abdm::HealthInformationRequest>(&callback))
            return {Route::To::Flow, flow_kind::transfer.toString(), wanted->transaction.value(),
                transferStart(*wanted, request), {}};
    // One callback is one conversation, so that its repeat finds its answer given.
    if (kind == abdm::CallbackKind::PatientShare && std::holds_alternative<abdm::PatientShare>(callback))
        return {Route::To::Flow, flow_kind::share.toString(), request.value(), shareStart(), {}};
    if (kind == abdm::CallbackKind::RunningTokenStatus && std::holds_alternative<abdm::RunningTokenStatus>(callback))
        return {Route::To::Flow, flow_kind::runningToken.toString(), request.value(), shareStart(), {}};
    if (std::holds_alternative<abdm::PatientStatus>(callback))
        return {Route::To::Flow, flow_kind::patientStatus.toString(), request.value(), shareStart(), {}};
    // Unknown transactions and references open one as well: the person with the phone is owed an answer.
    const auto discovery = [](const QString &reference) {
        return Route{Route::To::Flow, flow_kind::discovery.toString(), reference, discoveryStart(), {}};
    };
    if (const auto *asked = std::get_if<abdm::DiscoverRequest>(&callback))
        return discovery(linkReferenceOf(asked->transaction));
    if (const auto *init = std::get_if<abdm::LinkInit>(&callback))
        return discovery(linkReferenceOf(init->transaction));
    if (const auto *confirm = std::get_if<abdm::LinkConfirm>(&callback))
        return discovery(confirm->linkReference);
    if (std::holds_alternative<abdm::Unserved>(callback))
        return {Route::To::None, {}, {}, {}, {}};
    if (answered && !replyTo(callback).isEmpty())
        return {Route::To::Flow, answered->flowKind, answered->flowKey, {}, answered->businessKey};
    return {};
}

}
