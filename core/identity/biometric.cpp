#include "identity/turn.h"

namespace nadi::identity
{
using abdm::abha::Biometric;
using abdm::abha::Capture;
using abdm::abha::Enrolled;

namespace
{
AbhaProof proofBy(Biometric kind)
{
    switch (kind) {
    case Biometric::Fingerprint:
        return AbhaProof::Fingerprint;
    case Biometric::FaceDevice:
        return AbhaProof::Face;
    case Biometric::Iris:
        break;
    }
    return AbhaProof::Iris;
}
}

/// Creation with a registered device at the desk (abha-m1.md 3.3): no OTP, so the Aadhaar number stays until a capture
/// was taken. The capture itself goes from the device to the call and is kept nowhere.
void biometric(Turn &turn, const Event &event)
{
    auto &state = turn.state;
    std::visit(On{
                   [&](const event::GiveMobile &given) { turn.view().mobile = given.mobile; },
                   [&](const event::GiveAadhaar &given) {
                       if (!turn.at(Stage::Identify))
                           return;
                       state.aadhaar = given.number.digits();
                       turn.view().maskedId = maskedAadhaar(state.aadhaar);
                       turn.go(Stage::Capture);
                   },
                   [&](const event::TakeCapture &asked) {
                       if (!turn.at(Stage::Capture))
                           return;
                       state.captured = asked.kind;
                       turn.askOnce(call::CaptureBiometric{asked.kind});
                   },
                   [&](const event::Came<Capture> &came) {
                       if (came.answer)
                           return turn.askOnce(call::EnrolByBiometric{state.aadhaar, *came.answer, turn.view().mobile});
                       // The next try is the same key: nothing was sent.
                       turn.view().problem = Problem{came.answer.error(), Problem::Offer::TypeAgain, {}};
                   },
                   [&](const event::Came<Enrolled> &came) { enrolled(turn, came.answer, proofBy(state.captured)); },
                   [](const auto &) {},
               },
        event);
}
}
