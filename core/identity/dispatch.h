#pragma once

// Private to the room.

#include "identity/conversation.h"

#include <functional>

namespace nadi::identity
{

/// What calls are made of.
struct Reach
{
    abdm::abha::AbhaService &service;
    abdm::abha::RegisteredDevice *device; ///< may be none
    const abdm::abha::ConsentVersion &consent;
};

/// Makes the call of an effect; `take` hears its answer as an event on the thread of `context`, unless that has gone.
void dispatch(const Reach &reach, Effect effect, QObject &context, std::function<void(Event)> take);

}
