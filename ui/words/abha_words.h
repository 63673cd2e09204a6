#pragma once

#include "identity/view.h"
#include "ui/words/clinic_time.h"

#include <QString>

namespace nadi::ui
{

/// One failure of the ABHA service as a screen says it.
struct AbhaProblem
{
    QString sentence;
    QString action; ///< word on the one button, empty when typing again is all
    QString small; ///< code for support; with the service's own words when we have no sentence for the code

    bool operator==(const AbhaProblem &) const = default;
};

/// The one place where the ABHA service's refusals become words (abha-m1.md 1.8, users-and-journeys.md 10). `way`
/// chooses the wording that the M1 test sheet asks for. An unknown code shows the service's own message.
AbhaProblem abhaProblem(const identity::Problem &problem, identity::Way way, const ClinicTime &time);

/// "Aadhaar OTP", "OTP on the ABHA mobile"
QString otpSystemWord(abdm::abha::OtpSystem system);
/// "proved by Aadhaar OTP"
QString proofWords(AbhaProof proof);
/// Spoken and shown: "45 s", "1 min 15 s".
QString remainingWords(int seconds);

}
