#pragma once

#include "sandbox/abha/office.h"

namespace nadi::sandbox::abha
{

// Verification by number, mobile, Aadhaar or search (abha-m1.md 3.4 to 3.7), and reactivation.

Outcome searchByNumber(Office &office, const Call &call);
Outcome findByMobile(Office &office, const Call &call);
Outcome requestLoginCode(Office &office, const Call &call);
Outcome verifyLogin(Office &office, const Call &call);
Outcome chooseAccount(Office &office, const Call &call);

}
