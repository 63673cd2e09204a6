#pragma once

#include "identity/abha_desk.h"
#include "identity/call.h"

#include <QList>

#include <variant>

namespace nadi::identity
{

/// What happens to a conversation: what people do, and what the service answers.
namespace event
{
struct Begin
{
    Purpose purpose = Purpose::Verify;
    Way way = Way::AbhaNumber;
};
struct Agree
{
};
struct GiveAadhaar
{
    AadhaarNumber number;
};
struct GiveNumber
{
    AbhaNumber number;
};
struct GiveAddress
{
    AbhaAddress address;
};
struct GiveMobile
{
    QString mobile;
};
struct ChooseFound
{
    int index = 0;
};
struct ChooseMethod
{
    abdm::abha::OtpSystem system = abdm::abha::OtpSystem::Abdm;
};
struct GiveOtp
{
    Secret otp;
    QString mobile;
};
struct Resend
{
};
struct ChooseAccount
{
    int row = 0;
};
struct GiveLicence
{
    abdm::abha::DrivingLicence licence;
};
/// The person is at the device.
struct TakeCapture
{
    abdm::abha::Biometric kind = abdm::abha::Biometric::Fingerprint;
};
struct GiveDemographics
{
    abdm::abha::Demographics person;
};
struct ChooseAddress
{
    QString localPart;
};
struct KeepMobile
{
};
struct TryAgain
{
};
struct Forget
{
};
/// The time that State::wakeAt named has come.
struct Wake
{
};

/// An answer to call number `call`.
template <class T>
struct Came
{
    int call = 0;
    abdm::abha::Answer<T> answer;
};
}

using Event = std::variant<event::Begin, event::Agree, event::GiveAadhaar, event::GiveNumber, event::GiveAddress,
    event::GiveMobile, event::ChooseFound, event::ChooseMethod, event::GiveOtp, event::Resend, event::ChooseAccount,
    event::GiveLicence, event::TakeCapture, event::GiveDemographics, event::ChooseAddress, event::KeepMobile,
    event::TryAgain, event::Forget, event::Wake, event::Came<abdm::abha::OtpSent>, event::Came<abdm::abha::Capture>,
    event::Came<abdm::abha::Enrolled>, event::Came<abdm::abha::MobileVerified>, event::Came<abdm::abha::Suggestions>,
    event::Came<AbhaAddress>, event::Came<abdm::abha::TransactionRef>, event::Came<abdm::abha::FacePoll>,
    event::Came<abdm::abha::AccountOutline>, event::Came<abdm::abha::Found>, event::Came<abdm::abha::LoggedIn>,
    event::Came<abdm::abha::UserToken>, event::Came<AbhaProfile>, event::Came<QByteArray>>;

/// Everything known of one conversation. The secrets in it end with the stage that needs them.
struct State
{
    View view;
    int call = 0; ///< number of the call whose answer is awaited; 0 when none
    int lastCall = 0;
    abdm::abha::TransactionRef transaction; ///< always the newest
    UtcTime transactionSince;
    /// What may be sent again by TryAgain; only calls that spend nothing.
    std::optional<Call> repeatable;

    Secret aadhaar; ///< until the OTP is accepted: a resend needs it once more
    std::optional<AbhaNumber> number;
    std::optional<AbhaAddress> address;
    int foundIndex = 0;
    abdm::abha::Biometric captured = abdm::abha::Biometric::Fingerprint; ///< the kind, never the capture
    abdm::abha::OtpSystem system = abdm::abha::OtpSystem::Abdm;

    std::optional<abdm::abha::TransferToken> transfer;
    std::optional<abdm::abha::UserToken> token; ///< from a proof until Done
    abdm::abha::AbhaService::TokenOf tokenOf = abdm::abha::AbhaService::TokenOf::AbhaNumber;
    enum class Fetching { Profile, Card, Qr } fetching = Fetching::Profile;
    UtcTime wakeAt; ///< next Wake; unset for none
    UtcTime faceUntil;
};

/// A call to make; its answer comes back as Came with `number`. Answers to number 0 are nobody's.
struct Effect
{
    int number = 0;
    Call call;
};

struct Step
{
    State state;
    QList<Effect> effects;
};

/// The whole conversation: pure, no time, ids or I/O of its own.
Step advance(const DeskPolicy &policy, State state, Event event, UtcTime now);

/// See AbhaDesk::parked(), resume().
QJsonObject park(const State &state);
Result<State> unpark(const QJsonObject &parked, UtcTime now);

}
