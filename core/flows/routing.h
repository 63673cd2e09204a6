#pragma once

#include "abdm/callbacks.h"
#include "domain/ids.h"

#include <QJsonObject>

#include <optional>

namespace nadi::flows
{

/// The call that a callback answers, found in the outbox by replyTo().
struct AnsweredCall
{
    QString businessKey;
    QString flowKind;
    QString flowKey;
};

struct Route
{
    enum class To {
        Flow, ///< step the flow (flowKind, flowKey); when there is none and `firstState` is set, open it first
        Park, ///< no call of ours found (yet): keep and match again for 24 hours (B27)
        None, ///< a documented callback that no flow serves
    };
    To to = To::Park;
    QString flowKind;
    QString flowKey;
    QJsonObject firstState; ///< not empty: the callback may open the flow
    QString repliesTo; ///< CallbackArrived::repliesTo
};

/// REQUEST-ID of the call that this callback answers; empty for callbacks that begin a conversation.
RequestId replyTo(const abdm::Callback &callback);

/// Which flow a callback belongs to. A callback that carries no own business key and answers no call of ours is parked.
Route route(abdm::CallbackKind kind, const abdm::Callback &callback, const RequestId &request,
    const std::optional<AnsweredCall> &answered);

}
