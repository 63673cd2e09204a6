#include "identity/turn.h"

namespace nadi::identity
{
using namespace Qt::StringLiterals;
using abdm::abha::Enrolled;
using abdm::abha::FacePoll;
using abdm::abha::TransactionRef;

namespace
{
constexpr std::chrono::seconds pollEvery{7}; // 5 to 10 s (abha-m1.md 1.6)
constexpr std::chrono::minutes qrLife{10};

void polled(Turn &turn, const abdm::abha::Answer<FacePoll> &answer)
{
    auto &state = turn.state;
    const auto result = answer ? *answer : FacePoll::Pending;
    // A poll that fails for a passing reason is followed by the next one.
    if (!answer && answer.error().kind != ErrorKind::Unavailable && answer.error().kind != ErrorKind::Timeout)
        return turn.refuse(answer.error());
    switch (result) {
    case FacePoll::Pending:
        state.repeatable.reset();
        state.wakeAt = turn.now + pollEvery;
        return;
    case FacePoll::Failed:
        return turn.end(ownRefusal(u"FACE-FAILED"_s), Problem::Offer::BeginAnew);
    case FacePoll::Verified:
    case FacePoll::Complete:
        state.wakeAt = {};
        return turn.askOnce(call::EnrolByFace{state.transaction, state.aadhaar, turn.view().mobile});
    }
}
}

/// Creation by a face that the person's own ABHA app takes (abha-m1.md 3.3).
void face(Turn &turn, const Event &event)
{
    auto &state = turn.state;
    std::visit(On{
                   [&](const event::GiveMobile &given) { turn.view().mobile = given.mobile; },
                   [&](const event::GiveAadhaar &given) {
                       if (!turn.at(Stage::Identify))
                           return;
                       state.aadhaar = given.number.digits();
                       turn.view().maskedId = maskedAadhaar(state.aadhaar);
                       turn.ask(call::BeginFace{});
                   },
                   [&](const event::Came<TransactionRef> &came) {
                       if (!came.answer) {
                           turn.refuse(came.answer.error());
                           if (!state.repeatable)
                               state.aadhaar = {};
                           return;
                       }
                       turn.note(*came.answer);
                       turn.go(Stage::FaceQr);
                       turn.view().faceQr = turn.policy.faceQrBase + state.transaction;
                       state.faceUntil = turn.now + qrLife;
                       state.wakeAt = turn.now + pollEvery;
                   },
                   [&](const event::Wake &) {
                       state.wakeAt = {};
                       if (turn.now >= state.faceUntil)
                           return turn.end(ownRefusal(u"FACE-EXPIRED"_s), Problem::Offer::BeginAnew);
                       turn.ask(call::PollFace{state.transaction});
                   },
                   [&](const event::Came<FacePoll> &came) { polled(turn, came.answer); },
                   [&](const event::Came<Enrolled> &came) {
                       turn.view().faceQr.clear();
                       if (!came.answer)
                           return turn.end(came.answer.error(), offerFor(came.answer.error(), state));
                       enrolled(turn, came.answer, AbhaProof::Face);
                   },
                   [](const auto &) {},
               },
        event);
}

}
