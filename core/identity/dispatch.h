#pragma once

// Private to the room.

#include "identity/conversation.h"

#include <functional>

namespace nadi::identity
{

/// Makes the call of an effect; `take` hears its answer as an event on the thread of `context`, unless that has gone.
void dispatch(abdm::abha::AbhaService &service, const abdm::abha::ConsentVersion &consent, Effect effect,
    QObject &context, std::function<void(Event)> take);

}
