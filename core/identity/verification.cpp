#include "identity/turn.h"

namespace nadi::identity
{
using namespace Qt::StringLiterals;
using abdm::abha::AccountOutline;
using abdm::abha::LoggedIn;
using abdm::abha::LoginHint;
using abdm::abha::OtpSent;
using abdm::abha::OtpSystem;
using abdm::abha::UserToken;
using TokenOf = abdm::abha::AbhaService::TokenOf;

namespace
{
LoginHint hintOf(Way way)
{
    switch (way) {
    case Way::Mobile:
        return LoginHint::Mobile;
    case Way::Aadhaar:
        return LoginHint::Aadhaar;
    case Way::FindByMobile:
        return LoginHint::FoundIndex;
    case Way::AbhaNumber:
    case Way::AbhaAddress:
        break;
    }
    return LoginHint::AbhaNumber;
}

Secret identifierOf(const State &state)
{
    switch (state.view.way) {
    case Way::Mobile:
        return Secret(state.view.mobile.toLatin1());
    case Way::Aadhaar:
        return state.aadhaar;
    default:
        break;
    }
    // With dashes: without them the service says "LoginId is invalid" (abha-m1.md section 2).
    return Secret(state.number ? state.number->grouped().toLatin1() : QByteArray());
}

void askForOtp(Turn &turn)
{
    const auto &state = turn.state;
    const auto resendOf = turn.at(Stage::Otp) ? state.transaction : QString();
    if (state.view.way == Way::AbhaAddress)
        turn.ask(call::AddressOtp{*state.address, state.system, resendOf});
    else
        turn.ask(call::LoginOtp{hintOf(state.view.way), identifierOf(state), state.system, resendOf});
}

void outlined(Turn &turn, const abdm::abha::Answer<AccountOutline> &answer)
{
    if (!answer)
        return turn.refuse(answer.error());
    if (answer->status != AbhaStatus::Active)
        return turn.end(ownRefusal(u"ABDM-1407"_s), Problem::Offer::BeginAnew);
    turn.go(Stage::Method);
    turn.view().methods = answer->methods;
    turn.view().destination = answer->maskedMobile;
    if (!answer->methods.mobileOtp && !answer->methods.aadhaarOtp)
        turn.end(ownRefusal(u"NO-METHOD"_s), Problem::Offer::BeginAnew);
}

bool isOffered(const abdm::abha::Methods &methods, OtpSystem system)
{
    return system == OtpSystem::Aadhaar ? methods.aadhaarOtp : methods.mobileOtp;
}

void chooseAccount(Turn &turn, int row)
{
    auto &state = turn.state;
    const auto account = turn.view().accounts.value(row);
    if (account.number && state.transfer)
        turn.askOnce(call::ChooseAccount{*state.transfer, state.transaction, *account.number});
}

/// More than one account on a phone is a family: a person chooses (abha-m1.md 3.5).
void several(Turn &turn, const LoggedIn &answer)
{
    turn.go(Stage::ChooseAccount);
    turn.state.transfer = *answer.transfer;
    turn.view().accounts = answer.accounts;
    turn.view().chooseUntil = turn.now + answer.transfer->life;
    turn.state.wakeAt = turn.view().chooseUntil;
    if (answer.accounts.size() == 1)
        chooseAccount(turn, 0);
}

void accountCame(Turn &turn, const abdm::abha::Answer<UserToken> &answer)
{
    if (answer)
        return fetch(turn, *answer, TokenOf::AbhaNumber);
    turn.refuse(answer.error());
    if (turn.at(Stage::ChooseAccount))
        turn.state.wakeAt = turn.view().chooseUntil;
}
}

void loggedIn(Turn &turn, const abdm::abha::Answer<LoggedIn> &answer)
{
    if (!answer)
        return turn.refuse(answer.error());
    auto &state = turn.state;
    turn.note(answer->transaction);
    state.aadhaar = {};
    turn.view().proof = state.system == OtpSystem::Aadhaar ? AbhaProof::AadhaarOtp : AbhaProof::MobileOtp;
    if (answer->user)
        return fetch(
            turn, *answer->user, turn.view().way == Way::AbhaAddress ? TokenOf::AbhaAddress : TokenOf::AbhaNumber);
    if (answer->accounts.isEmpty())
        return turn.end(ownRefusal(u"NO-ACCOUNT"_s), Problem::Offer::Create);
    several(turn, *answer);
}

/// Verification by ABHA number, ABHA address, mobile or Aadhaar (abha-m1.md 3.4 to 3.6, 3.8).
void verification(Turn &turn, const Event &event)
{
    auto &state = turn.state;
    const auto identifies = [&](Way way) { return turn.at(Stage::Identify) && turn.view().way == way; };
    std::visit(On{
                   [&](const event::GiveNumber &given) {
                       if (!identifies(Way::AbhaNumber))
                           return;
                       state.number = given.number;
                       turn.view().maskedId = given.number.masked();
                       turn.ask(call::OutlineNumber{given.number});
                   },
                   [&](const event::GiveAddress &given) {
                       if (!identifies(Way::AbhaAddress))
                           return;
                       state.address = given.address;
                       turn.view().maskedId = given.address.masked();
                       turn.ask(call::OutlineAddress{given.address});
                   },
                   [&](const event::GiveMobile &given) {
                       if (!identifies(Way::Mobile))
                           return;
                       turn.view().mobile = given.mobile;
                       turn.view().maskedId = maskedMobile(given.mobile);
                       state.system = OtpSystem::Abdm;
                       askForOtp(turn);
                   },
                   [&](const event::GiveAadhaar &given) {
                       if (!identifies(Way::Aadhaar))
                           return;
                       state.aadhaar = given.number.digits();
                       turn.view().maskedId = maskedAadhaar(state.aadhaar);
                       state.system = OtpSystem::Aadhaar;
                       askForOtp(turn);
                   },
                   [&](const event::Came<AccountOutline> &came) { outlined(turn, came.answer); },
                   [&](const event::ChooseMethod &chosen) {
                       if (!turn.at(Stage::Method) || !isOffered(turn.view().methods, chosen.system))
                           return;
                       state.system = chosen.system;
                       askForOtp(turn);
                   },
                   [&](const event::Came<OtpSent> &came) {
                       if (came.answer)
                           return turn.otpSent(*came.answer, Stage::Otp);
                       turn.refuse(came.answer.error());
                       if (turn.at(Stage::Identify) && !state.repeatable)
                           state.aadhaar = {};
                   },
                   [&](const event::Resend &) {
                       if (turn.at(Stage::Otp) && turn.takeResend())
                           askForOtp(turn);
                   },
                   [&](const event::GiveOtp &given) {
                       if (!turn.at(Stage::Otp))
                           return;
                       if (turn.view().way == Way::AbhaAddress)
                           turn.askOnce(call::VerifyAddress{state.system, state.transaction, given.otp});
                       else
                           turn.askOnce(
                               call::VerifyLogin{hintOf(turn.view().way), state.system, state.transaction, given.otp});
                   },
                   [&](const event::Came<LoggedIn> &came) { loggedIn(turn, came.answer); },
                   [&](const event::ChooseAccount &chosen) {
                       if (turn.at(Stage::ChooseAccount))
                           chooseAccount(turn, chosen.row);
                   },
                   [&](const event::Came<UserToken> &came) { accountCame(turn, came.answer); },
                   [&](const event::Wake &) {
                       if (turn.at(Stage::ChooseAccount))
                           turn.end(ownRefusal(u"CHOICE-EXPIRED"_s), Problem::Offer::BeginAnew);
                   },
                   [](const auto &) {},
               },
        event);
}

}
