#include "bridge/flow_runner.h"
#include "bridge/own_events.h"
#include "flows/routing.h"
#include "storage/flow_repository.h"

namespace nadi::bridge
{

using namespace Qt::StringLiterals;

/// One callback is about every message of its call. Each flow hears it by itself, so that a defect in one keeps none of
/// the others.
Result<FlowRunner::Target> FlowRunner::shareAnswer(
    const storage::InboxMessage &callback, const QList<storage::OutboxMessage> &calls)
{
    for (const auto &call : calls)
        if (const auto put = storage::Inbox(m_db).put(sharedAnswerMessage(callback, call)); !put)
            return failed(put);
    return Target{};
}

Result<FlowRunner::Target> FlowRunner::targetOfSharedAnswer(const storage::InboxMessage &message)
{
    const auto kind = abdm::callbackKind(message.route);
    if (!kind)
        return Target{{}, {}, u"CB-PATH"_s};
    auto callback = abdm::parseCallback(*kind, message.body);
    if (!callback)
        return failed(callback);
    const auto calls = storage::Outbox(m_db).together(flows::replyTo(*callback));
    if (!calls)
        return failed(calls);
    const auto ours
        = std::find_if(calls->begin(), calls->end(), [&](const auto &call) { return call.flow == message.flow; });
    auto flow = storage::FlowRepository(m_db).flow(message.flow);
    if (!flow && flow.error().kind != ErrorKind::NotFound)
        return failed(flow);
    if (!flow || ours == calls->end())
        return Target{{}, {}, u"FLOW-UNKNOWN"_s};
    if (isForeign(message, *flow))
        return Target{{}, {}, u"CB-FACILITY-MISMATCH"_s};
    return Target{std::move(*flow),
        flows::CallbackArrived{*kind, std::move(*callback), requestOfSharedAnswer(message), ours->businessKey,
            message.receivedAt, int(calls->size())},
        {}};
}

}
