#pragma once

// Private to the room: one step while it is being taken.

#include "identity/conversation.h"

namespace nadi::identity
{

/// Picks the function that takes what is in a variant; others are left alone with a last `[](const auto &) { }`.
template <class... Functions>
struct On : Functions...
{
    using Functions::operator()...;
};

struct Turn
{
    const DeskPolicy &policy;
    UtcTime now;
    State state;
    QList<Effect> effects;

    View &view() { return state.view; }
    bool at(Stage stage) const { return state.view.stage == stage; }

    /// Sends a call that may be sent again by tryAgain().
    void ask(Call call);
    /// Sends a call that spends something: an OTP, a capture, a face.
    void askOnce(Call call);
    /// Sends a call whose answer nobody waits for.
    void tell(Call call) { effects.append({0, std::move(call)}); }

    void go(Stage stage);
    /// Cannot go on; wipes everything secret.
    void end(const abdm::abha::Refusal &refusal, Problem::Offer offer);
    /// Shows a refusal where it happened, or ends when nothing typed here can help.
    void refuse(const abdm::abha::Refusal &refusal);
    /// Notes a transaction that an answer carried.
    void note(const abdm::abha::TransactionRef &transaction);
    /// An OTP is on its way: where to, when again.
    void otpSent(const abdm::abha::OtpSent &sent, Stage stage);
    /// May a resend go out now? Counts it.
    bool takeResend();
    void wipeSecrets();
    void closeToken();

private:
    void send(Call call);
};

/// The offer that goes with a refusal at this point.
Problem::Offer offerFor(const abdm::abha::Refusal &refusal, const State &state);

/// A refusal of our own.
abdm::abha::Refusal ownRefusal(const QString &code);

QString maskedAadhaar(const Secret &digits);
QString maskedMobile(const QString &mobile);

// One file per purpose; each leaves alone what is not its own.
void enrolment(Turn &turn, const Event &event);
void licence(Turn &turn, const Event &event);
void face(Turn &turn, const Event &event);
void biometric(Turn &turn, const Event &event);
void demographic(Turn &turn, const Event &event);
void verification(Turn &turn, const Event &event);
void find(Turn &turn, const Event &event);
/// What every creation has after the account is there: mobile, address.
void afterEnrolment(Turn &turn, const Event &event);
void enrolled(Turn &turn, const abdm::abha::Answer<abdm::abha::Enrolled> &answer, AbhaProof proofOfExisting);
/// After a proof: profile, card, QR, log-out.
void fetching(Turn &turn, const Event &event);
void fetch(Turn &turn, abdm::abha::UserToken token, abdm::abha::AbhaService::TokenOf of);
void finish(Turn &turn);
/// After an OTP of a verification.
void loggedIn(Turn &turn, const abdm::abha::Answer<abdm::abha::LoggedIn> &answer);

}
