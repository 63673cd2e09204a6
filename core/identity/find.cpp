#include "identity/turn.h"

#include <algorithm>

namespace nadi::identity
{
using namespace Qt::StringLiterals;
using abdm::abha::Found;
using abdm::abha::LoggedIn;
using abdm::abha::LoginHint;
using abdm::abha::OtpSent;
using abdm::abha::OtpSystem;

namespace
{
void askForOtp(Turn &turn)
{
    const auto &state = turn.state;
    turn.ask(call::LoginOtp{
        LoginHint::FoundIndex, Secret(QByteArray::number(state.foundIndex)), state.system, state.transaction});
}

void foundCame(Turn &turn, const abdm::abha::Answer<Found> &answer)
{
    if (!answer)
        return turn.refuse(answer.error());
    if (answer->accounts.isEmpty())
        return turn.refuse(ownRefusal(u"NO-ACCOUNT"_s));
    turn.note(answer->transaction);
    turn.go(Stage::ChooseFound);
    turn.view().found = answer->accounts;
}

void chosen(Turn &turn, int index)
{
    const auto &found = turn.view().found;
    const auto account
        = std::find_if(found.begin(), found.end(), [index](const auto &row) { return row.index == index; });
    if (account == found.end())
        return;
    turn.state.foundIndex = index;
    turn.view().methods = account->methods;
    turn.view().maskedId = account->maskedNumber;
    if (account->methods.mobileOtp && account->methods.aadhaarOtp)
        return turn.go(Stage::Method);
    if (!account->methods.mobileOtp && !account->methods.aadhaarOtp)
        return turn.refuse({ErrorKind::Refused, 0, u"NO-METHOD"_s, {}, {}});
    turn.state.system = account->methods.mobileOtp ? OtpSystem::Abdm : OtpSystem::Aadhaar;
    askForOtp(turn);
}
}

/// Find ABHA by mobile: the list first, then an OTP for one line of it (abha-m1.md 3.7).
void find(Turn &turn, const Event &event)
{
    auto &state = turn.state;
    std::visit(On{
                   [&](const event::GiveMobile &given) {
                       if (!turn.at(Stage::Identify))
                           return;
                       turn.view().mobile = given.mobile;
                       turn.view().maskedId = maskedMobile(given.mobile);
                       turn.ask(call::FindByMobile{given.mobile});
                   },
                   [&](const event::Came<Found> &came) { foundCame(turn, came.answer); },
                   [&](const event::ChooseFound &choice) {
                       if (turn.at(Stage::ChooseFound))
                           chosen(turn, choice.index);
                   },
                   [&](const event::ChooseMethod &choice) {
                       if (!turn.at(Stage::Method))
                           return;
                       state.system = choice.system;
                       askForOtp(turn);
                   },
                   [&](const event::Came<OtpSent> &came) {
                       if (!came.answer)
                           return turn.refuse(came.answer.error());
                       turn.otpSent(*came.answer, Stage::Otp);
                   },
                   [&](const event::Resend &) {
                       if (turn.at(Stage::Otp) && turn.takeResend())
                           askForOtp(turn);
                   },
                   [&](const event::GiveOtp &given) {
                       if (turn.at(Stage::Otp))
                           turn.askOnce(
                               call::VerifyLogin{LoginHint::FoundIndex, state.system, state.transaction, given.otp});
                   },
                   [&](const event::Came<LoggedIn> &came) { loggedIn(turn, came.answer); },
                   [](const auto &) {},
               },
        event);
}

}
