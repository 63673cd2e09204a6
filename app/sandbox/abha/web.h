#pragma once

#include "sandbox/abha/office.h"

namespace nadi::sandbox::abha
{

// Verification of an ABHA address, phr/web (abha-m1.md 3.8).

Outcome searchByAddress(Office &office, const Call &call);
Outcome requestWebCode(Office &office, const Call &call);
Outcome verifyWeb(Office &office, const Call &call);
Outcome showWebProfile(Office &office, const Call &call);

}
