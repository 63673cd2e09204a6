#include "identity/turn.h"

namespace nadi::identity
{
using abdm::abha::Enrolled;
using abdm::abha::MobileVerified;
using abdm::abha::OtpSent;

/// Creation by driving licence: gives an enrolment number, not yet an ABHA number (abha-m1.md 3.2).
void licence(Turn &turn, const Event &event)
{
    auto &state = turn.state;
    std::visit(On{
                   [&](const event::GiveMobile &given) {
                       if (!turn.at(Stage::Identify))
                           return;
                       turn.view().mobile = given.mobile;
                       turn.view().maskedId = maskedMobile(given.mobile);
                       turn.ask(call::LicenceOtp{given.mobile, {}});
                   },
                   [&](const event::Came<OtpSent> &came) {
                       if (!came.answer)
                           return turn.refuse(came.answer.error());
                       turn.otpSent(*came.answer, Stage::Otp);
                   },
                   [&](const event::Resend &) {
                       if (turn.at(Stage::Otp) && turn.takeResend())
                           turn.ask(call::LicenceOtp{turn.view().mobile, state.transaction});
                   },
                   [&](const event::GiveOtp &given) {
                       if (turn.at(Stage::Otp))
                           turn.askOnce(call::VerifyLicenceOtp{state.transaction, given.otp});
                   },
                   [&](const event::Came<MobileVerified> &came) {
                       if (!came.answer)
                           return turn.refuse(came.answer.error());
                       turn.note(came.answer->transaction);
                       turn.go(Stage::LicenceDetails);
                   },
                   [&](const event::GiveLicence &given) {
                       // The same licence twice is answered with the same enrolment number: safe to repeat.
                       if (turn.at(Stage::LicenceDetails))
                           turn.ask(call::EnrolByLicence{state.transaction, given.licence});
                   },
                   [&](const event::Came<Enrolled> &came) {
                       if (!came.answer)
                           return turn.refuse(came.answer.error());
                       turn.view().profile = came.answer->profile;
                       turn.view().existedBefore = came.answer->account == Enrolled::Account::Existed;
                       turn.view().proof = AbhaProof::MobileOtp; // what was proved here; a facility looks at the papers
                       finish(turn);
                   },
                   [](const auto &) {},
               },
        event);
}

}
