#include "identity/turn.h"

namespace nadi::identity
{
using abdm::abha::OtpSystem;
using abdm::abha::Refusal;

void Turn::send(Call call)
{
    state.call = ++state.lastCall;
    view().waiting = true;
    view().waitingSince = now;
    view().problem.reset();
    effects.append({state.call, std::move(call)});
}

void Turn::ask(Call call)
{
    state.repeatable = call;
    send(std::move(call));
}

void Turn::askOnce(Call call)
{
    state.repeatable.reset();
    send(std::move(call));
}

void Turn::go(Stage stage)
{
    view().stage = stage;
    view().problem.reset();
    state.repeatable.reset();
    state.wakeAt = {};
    // Whatever led here, a secret ends with the last stage that needs it.
    if (stage != Stage::ChooseAccount)
        state.transfer.reset();
    if (stage != Stage::Identify && stage != Stage::Otp && stage != Stage::FaceQr && stage != Stage::Capture)
        state.aadhaar = {};
    if (stage != Stage::Otp && stage != Stage::MobileOtp) {
        view().resendFrom = {};
        view().destination.clear();
    }
}

void Turn::end(const Refusal &refusal, Problem::Offer offer)
{
    go(Stage::Ended);
    view().problem = Problem{refusal, offer, {}};
    wipeSecrets();
}

void Turn::refuse(const Refusal &refusal)
{
    const auto offer = offerFor(refusal, state);
    if (offer == Problem::Offer::BeginAnew)
        return end(refusal, offer);
    if (offer != Problem::Offer::TryLater)
        state.repeatable.reset();
    const bool afterOtp = at(Stage::Otp);
    if ((afterOtp || at(Stage::MobileOtp)) && !view().resendFrom.isSet() && view().resendsLeft > 0)
        view().resendFrom = now + policy.resendAfter;
    if (offer == Problem::Offer::Create && afterOtp)
        return end(refusal, offer);
    if (offer == Problem::Offer::WaitUntil && afterOtp) {
        // Only a fresh transaction helps after the lock (1.6); another method has a transaction of its own.
        const bool other = view().purpose == Purpose::Verify && view().methods.mobileOtp && view().methods.aadhaarOtp;
        if (other)
            go(Stage::Method);
        else
            end(refusal, offer);
    }
    view().problem = Problem{refusal, offer, offer == Problem::Offer::WaitUntil ? now + policy.otpLock : UtcTime()};
}

void Turn::note(const abdm::abha::TransactionRef &transaction)
{
    if (transaction.isEmpty() || transaction == state.transaction)
        return;
    if (state.transaction.isEmpty())
        state.transactionSince = now;
    state.transaction = transaction;
}

void Turn::otpSent(const abdm::abha::OtpSent &sent, Stage stage)
{
    const bool first = !at(stage);
    note(sent.transaction);
    go(stage);
    if (first)
        view().resendsLeft = policy.resends;
    view().destination = sent.message;
    view().resendFrom = view().resendsLeft > 0 ? now + policy.resendAfter : UtcTime();
}

bool Turn::takeResend()
{
    if (view().resendsLeft <= 0 || !view().resendFrom.isSet() || now < view().resendFrom)
        return false;
    --view().resendsLeft;
    view().resendFrom = {};
    return true;
}

void Turn::closeToken()
{
    if (state.token)
        tell(call::LogOut{std::move(*state.token)});
    state.token.reset();
}

void Turn::wipeSecrets()
{
    closeToken();
    state.aadhaar = {};
    state.transfer.reset();
    state.repeatable.reset();
    state.wakeAt = {};
}

Refusal ownRefusal(const QString &code)
{
    return {ErrorKind::Refused, 0, code, {}, {}};
}

QString maskedAadhaar(const Secret &digits)
{
    return QStringLiteral("•••• •••• ") + QString::fromLatin1(digits.reveal().right(4));
}

QString maskedMobile(const QString &mobile)
{
    return QStringLiteral("••••••") + mobile.right(4);
}

}
