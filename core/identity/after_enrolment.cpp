#include "identity/turn.h"

namespace nadi::identity
{
using abdm::abha::Answer;
using abdm::abha::Enrolled;
using abdm::abha::MobileVerified;
using abdm::abha::OtpSent;
using abdm::abha::Suggestions;
using TokenOf = abdm::abha::AbhaService::TokenOf;

namespace
{
/// The profile's mobile may be masked: its digits at the end are all that can be compared (3.1).
bool isSameMobile(const QString &ofProfile, const QString &wished)
{
    qsizetype shown = 0;
    while (shown < ofProfile.size() && ofProfile[ofProfile.size() - 1 - shown].isDigit())
        ++shown;
    return shown >= 4 && wished.endsWith(QStringView(ofProfile).last(std::min<qsizetype>(shown, 10)));
}

void askForAddress(Turn &turn)
{
    turn.go(Stage::Address);
    turn.ask(call::Suggest{turn.state.transaction});
}

void fetchIfPossible(Turn &turn)
{
    if (turn.state.token && !turn.state.token->token.isEmpty())
        fetch(turn, std::move(*turn.state.token), TokenOf::AbhaNumber);
    else
        finish(turn); // resumed: the token did not outlive the window
}

/// The account is there and proved: a step that fails for good after that takes nothing back.
void refuseAfterProof(Turn &turn, const abdm::abha::Refusal &refusal)
{
    if (offerFor(refusal, turn.state) == Problem::Offer::BeginAnew)
        fetchIfPossible(turn);
    else
        turn.refuse(refusal);
}

void mobile(Turn &turn, const Event &event)
{
    auto &state = turn.state;
    std::visit(On{
                   [&](const event::Came<OtpSent> &came) {
                       if (!came.answer)
                           return refuseAfterProof(turn, came.answer.error());
                       turn.otpSent(*came.answer, Stage::MobileOtp);
                   },
                   [&](const event::GiveMobile &given) {
                       turn.view().mobile = given.mobile;
                       turn.view().destination.clear();
                       turn.view().resendsLeft = turn.policy.resends;
                       turn.ask(call::MobileOtp{state.transaction, given.mobile});
                   },
                   [&](const event::Resend &) {
                       if (turn.takeResend())
                           turn.ask(call::MobileOtp{state.transaction, turn.view().mobile});
                   },
                   [&](const event::GiveOtp &given) {
                       if (!turn.view().destination.isEmpty())
                           turn.askOnce(call::VerifyMobile{state.transaction, given.otp});
                   },
                   [&](const event::Came<MobileVerified> &came) {
                       if (!came.answer)
                           return refuseAfterProof(turn, came.answer.error());
                       turn.note(came.answer->transaction);
                       turn.view().profile->mobile = turn.view().mobile;
                       askForAddress(turn);
                   },
                   [&](const event::KeepMobile &) { askForAddress(turn); },
                   [](const auto &) {},
               },
        event);
}

void address(Turn &turn, const Event &event)
{
    std::visit(On{
                   [&](const event::Came<Suggestions> &came) {
                       // Without suggestions the person still types an address, or keeps the default one.
                       turn.state.repeatable.reset();
                       if (!came.answer)
                           return;
                       turn.note(came.answer->transaction);
                       turn.view().suggestions = came.answer->localParts;
                   },
                   [&](const event::ChooseAddress &chosen) {
                       if (chosen.localPart.isEmpty())
                           return fetchIfPossible(turn);
                       turn.ask(call::ChooseAddress{turn.state.transaction, chosen.localPart});
                   },
                   [&](const event::Came<AbhaAddress> &came) {
                       if (!came.answer)
                           return refuseAfterProof(turn, came.answer.error());
                       auto &profile = *turn.view().profile;
                       profile.preferredAddress = *came.answer;
                       if (!profile.addresses.contains(*came.answer))
                           profile.addresses.prepend(*came.answer);
                       fetchIfPossible(turn);
                   },
                   [](const auto &) {},
               },
        event);
}
}

void enrolled(Turn &turn, const Answer<Enrolled> &answer, AbhaProof proofOfExisting)
{
    if (!answer)
        return turn.refuse(answer.error());
    auto &state = turn.state;
    auto &view = turn.view();
    state.aadhaar = {};
    turn.note(answer->transaction);
    view.profile = answer->profile;
    view.existedBefore = answer->account == Enrolled::Account::Existed;
    view.proof = view.existedBefore ? proofOfExisting : AbhaProof::Created;
    state.token = answer->token;
    // An account that was there keeps its mobile and its addresses: on to linking, no form (FD-4 step 4).
    // Without a transaction (demographic creation) neither a mobile nor an address can be asked for.
    if (view.existedBefore || answer->transaction.isEmpty())
        return fetchIfPossible(turn);
    if (!view.mobile.isEmpty() && !isSameMobile(view.profile->mobile, view.mobile)) {
        turn.go(Stage::MobileOtp);
        view.resendsLeft = turn.policy.resends;
        return turn.ask(call::MobileOtp{state.transaction, view.mobile});
    }
    askForAddress(turn);
}

void afterEnrolment(Turn &turn, const Event &event)
{
    if (turn.at(Stage::MobileOtp))
        mobile(turn, event);
    else
        address(turn, event);
}

}
