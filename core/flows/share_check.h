#pragma once

#include "abdm/calls.h"
#include "abdm/share_callbacks.h"

namespace nadi::flows
{

/// What is wrong with a shared profile, as the error to answer with; empty code when a queue token may be given.
abdm::CallError checkShare(const abdm::PatientShare &share);

}
