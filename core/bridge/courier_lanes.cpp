#include "abdm/endpoint.h"
#include "bridge/courier.h"

namespace nadi::bridge
{

Courier::Lane Courier::laneOf(QStringView operation)
{
    const auto takes = [&](Lane which) { return choiceOf(which).operations.contains(operation); };
    for (const Lane own : {Lane::Urgent, Lane::Share, Lane::Discovery, Lane::Code, Lane::Push})
        if (takes(own))
            return own;
    return Lane::Usual;
}

storage::OperationChoice Courier::choiceOf(Lane which)
{
    using namespace abdm::operation;
    using Take = storage::OperationChoice::Take;
    const QStringList urgent{
        consentOnNotify.toString(), healthInformationOnRequest.toString(), healthInformationNotify.toString()};
    const QStringList share{onShare.toString(), runningTokenOnStatus.toString()};
    const QStringList discovery{onDiscover.toString(), onLinkInit.toString(), onLinkConfirm.toString()};
    const QStringList code{sendLinkCode.toString()};
    const QStringList push{pushPage.toString()};
    switch (which) {
    case Lane::Urgent:
        return {Take::Only, urgent};
    case Lane::Share:
        return {Take::Only, share};
    case Lane::Discovery:
        return {Take::Only, discovery};
    case Lane::Code:
        return {Take::Only, code};
    case Lane::Push:
        return {Take::Only, push};
    case Lane::Usual:
        break;
    }
    return {Take::AllBut, urgent + share + discovery + code + push};
}

}
