#pragma once

#include "abdm/registry/lookup_thread.h"
#include "common/settings.h"

namespace nadi::desktop
{

/// The way from this window to HFR and HPR. Fails where the gateway's session cannot be had: FILE-READ, FILE-RIGHTS.
Result<std::unique_ptr<abdm::registry::LookupThread>> linkToRegistries(
    const Settings &settings, const Clock &clock, IdSource &ids);

}
