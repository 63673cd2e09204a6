#include "identity/turn.h"

namespace nadi::identity
{
using abdm::abha::Biometric;
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
/// was taken.
void biometric(Turn &turn, const Event &event)
{
    auto &state = turn.state;
    std::visit(On{
                   [&](const event::GiveMobile &given) { turn.view().mobile = given.mobile; },
                   [&](const event::GiveAadhaar &given) {
                       state.aadhaar = given.number.digits();
                       turn.view().maskedId = maskedAadhaar(state.aadhaar);
                       turn.view().problem.reset();
                   },
                   [&](const event::GiveCapture &given) {
                       if (state.aadhaar.isEmpty())
                           return;
                       state.captured = given.capture.kind;
                       turn.askOnce(call::EnrolByBiometric{state.aadhaar, given.capture, turn.view().mobile});
                   },
                   [&](const event::Came<Enrolled> &came) { enrolled(turn, came.answer, proofBy(state.captured)); },
                   [](const auto &) {},
               },
        event);
}

}
