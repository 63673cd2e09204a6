#include "identity/turn.h"

namespace nadi::identity
{
using abdm::abha::Enrolled;
using abdm::abha::OtpSent;

/// Creation by Aadhaar OTP (abha-m1.md 3.1, steps 1 and 2).
void enrolment(Turn &turn, const Event &event)
{
    auto &state = turn.state;
    std::visit(On{
                   [&](const event::GiveAadhaar &given) {
                       if (!turn.at(Stage::Identify))
                           return;
                       state.aadhaar = given.number.digits();
                       turn.view().maskedId = maskedAadhaar(state.aadhaar);
                       turn.ask(call::EnrolmentOtp{state.aadhaar, {}});
                   },
                   [&](const event::Came<OtpSent> &came) {
                       if (came.answer)
                           turn.otpSent(*came.answer, Stage::Otp);
                       else
                           turn.refuse(came.answer.error());
                       if (turn.at(Stage::Identify) && !state.repeatable)
                           state.aadhaar = {}; // to be typed again
                   },
                   [&](const event::Resend &) {
                       if (turn.at(Stage::Otp) && !state.aadhaar.isEmpty() && turn.takeResend())
                           turn.ask(call::EnrolmentOtp{state.aadhaar, state.transaction});
                   },
                   [&](const event::GiveOtp &given) {
                       if (!turn.at(Stage::Otp))
                           return;
                       turn.view().mobile = given.mobile;
                       turn.askOnce(call::EnrolByAadhaar{state.transaction, given.otp, given.mobile});
                   },
                   [&](const event::Came<Enrolled> &came) { enrolled(turn, came.answer, AbhaProof::AadhaarOtp); },
                   [](const auto &) {},
               },
        event);
}

}
