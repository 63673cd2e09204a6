#pragma once

#include "sandbox/abha/office.h"

namespace nadi::sandbox::abha
{

// What a person with an X-token may see and change (abha-m1.md 3.1 step 7, 3.9). The door has made sure that the token
// speaks of somebody.

Outcome showProfile(Office &office, const Call &call);
Outcome showCard(Office &office, const Call &call);
Outcome showQr(Office &office, const Call &call);
Outcome changePhoto(Office &office, const Call &call);
Outcome sendEmailLink(Office &office, const Call &call);
Outcome requestProfileCode(Office &office, const Call &call);
Outcome verifyProfile(Office &office, const Call &call);
Outcome logOut(Office &office, const Call &call);
Outcome refresh(Office &office, const Call &call);

}
