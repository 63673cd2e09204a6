#include "flows/flow.h"

#include "domain/flow_start.h"
#include "flows/discovery_step.h"
#include "flows/needs.h"
#include "flows/share_check.h"
#include "flows/share_state.h"
#include "flows/steps.h"

namespace nadi::flows
{

using namespace Qt::StringLiterals;

StepFunction stepFunction(QStringView kind)
{
    if (kind == flow_kind::delivery)
        return stepDelivery;
    if (kind == flow_kind::facilityLink)
        return stepFacilityLink;
    if (kind == flow_kind::consent)
        return stepConsent;
    if (kind == flow_kind::transfer)
        return stepTransfer;
    if (kind == flow_kind::share || kind == flow_kind::runningToken)
        return stepShare;
    if (kind == flow_kind::patientStatus)
        return stepPatientStatus;
    if (kind == flow_kind::discovery)
        return stepDiscovery;
    if (kind == flow_kind::tokenRenewal)
        return stepTokenRenewal;
    return nullptr;
}

namespace
{

/// A number is taken once per callback, and only for a share that will be answered with it.
void needForShare(Needs &wanted, const QJsonObject &state, const Event &event)
{
    const auto *arrived = std::get_if<CallbackArrived>(&event);
    const auto flow = ShareFlow::fromJson(state);
    if (!arrived || !flow || flow->phase != SharePhase::Ready)
        return;
    if (const auto *share = std::get_if<abdm::PatientShare>(&arrived->callback);
        share && checkShare(*share).code.isEmpty())
        wanted.share = *share;
    else if (const auto *status = std::get_if<abdm::RunningTokenStatus>(&arrived->callback))
        wanted.queueOf = status->counter;
}

}

Needs needs(QStringView kind, const QJsonObject &state, const Event &event)
{
    Needs wanted;
    if (kind == flow_kind::share || kind == flow_kind::runningToken)
        needForShare(wanted, state, event);
    if (kind == flow_kind::discovery)
        return needsOfDiscovery(state, event);
    if (kind == flow_kind::delivery)
        wanted.linkedContext = CareContextRef(state.value("careContext"_L1).toString());
    wanted.patient = wanted.linkToken = kind == flow_kind::delivery || kind == flow_kind::tokenRenewal;
    if (kind != flow_kind::consent && kind != flow_kind::transfer)
        return wanted;
    wanted.consent = ConsentId(state.value("consent"_L1).toString());
    wanted.transaction = TransactionId(state.value("transaction"_L1).toString());
    // A grant is checked against our records before it is stored: the artefact is still in the event.
    if (const auto *arrived = std::get_if<CallbackArrived>(&event))
        if (const auto *notify = std::get_if<abdm::ConsentNotify>(&arrived->callback); notify && notify->artefact)
            wanted.careContexts = notify->artefact->careContexts;
    return wanted;
}

}
