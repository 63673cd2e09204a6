#pragma once

#include "sandbox/abha/office.h"

namespace nadi::sandbox::abha
{

// Creation of an ABHA number (abha-m1.md 3.1 to 3.3).

Outcome requestEnrolmentCode(Office &office, const Call &call);
Outcome enrolByAadhaar(Office &office, const Call &call);
Outcome enrolByDemographics(Office &office, const Call &call); ///< a government programme's
Outcome enrolByDevice(Office &office, const Call &call); ///< finger or iris
/// After a proof: the account of the transaction's person, made when there is none.
Outcome enrolledAccount(Office &office, const Call &call, Transaction &transaction, const QString &mobile);
Outcome verifyByAbdm(Office &office, const Call &call);
Outcome suggestAddresses(Office &office, const Call &call);
Outcome chooseAddress(Office &office, const Call &call);
Outcome enrolByDocument(Office &office, const Call &call);

/// Face authentication by the person's own app (3.3).
Outcome beginFace(Office &office, const Call &call);
Outcome captureFace(Office &office, const Call &call);

}
