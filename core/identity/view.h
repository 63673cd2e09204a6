#pragma once

#include "abdm/abha/refusal.h"
#include "abdm/abha/values.h"
#include "common/utc_time.h"
#include "domain/abha_profile.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace nadi::identity
{

/// What the person at the desk is asked for now: the screens of abha-m1.md 3.10, FD-4 and FD-5.
enum class Stage {
    Idle, ///< nothing begun
    Consent, ///< NHA's wording shown, waits for "I agree"; before any Aadhaar number
    Identify, ///< one identifier
    LicenceDetails, ///< driving licence only
    Demographics, ///< what Aadhaar is compared with; before the Aadhaar number
    FaceQr, ///< the person scans `faceQr` with the ABHA app
    Capture, ///< finger or eye at the registered device
    ChooseFound, ///< find by mobile: which of `found` shall get the OTP
    Method, ///< `methods` of a known account; the masked mobile is shown
    Otp, ///< six digits, and for a creation the mobile for ABHA messages
    ChooseAccount, ///< one of `accounts`; five minutes (transfer token)
    MobileOtp, ///< second OTP, on a communication mobile that is not Aadhaar's
    Address, ///< `suggestions`, or free choice
    Fetching, ///< profile, card and QR are on their way
    Done, ///< `profile` is proved
    Ended, ///< cannot go on: `problem` says why; begin anew or continue without
};

enum class Purpose { CreateByAadhaar, CreateByLicence, CreateByFace, CreateByBiometric, CreateByDemographics, Verify };

enum class Way { AbhaNumber, AbhaAddress, Mobile, Aadhaar, FindByMobile };

/// One failure in the words' terms: ui/words has the sentence and the action for `code`.
struct Problem
{
    abdm::abha::Refusal refusal;
    /// What the stage offers now: type again, begin anew, another method, create, verify instead, wait, continue
    /// without.
    enum class Offer {
        TypeAgain,
        BeginAnew,
        OtherMethod,
        Create,
        Verify,
        WaitUntil,
        TryLater,
        TellAdministrator
    } offer
        = Offer::TypeAgain;
    UtcTime until; ///< WaitUntil: when the lock opens
};

/// Everything a screen shows of one conversation; a value without secrets, never logged. Copies are cheap.
struct View
{
    Purpose purpose = Purpose::Verify;
    Way way = Way::AbhaNumber;
    Stage stage = Stage::Idle;
    bool waiting = false; ///< a call is on its way
    UtcTime waitingSince;

    QString destination; ///< the service's words about where the OTP went; shown as they are
    UtcTime resendFrom; ///< unset: no resend (used up, or not a stage with an OTP)
    int resendsLeft = 0;
    UtcTime chooseUntil; ///< ChooseAccount
    QString mobile; ///< communication mobile as typed by the desk, ten digits
    QString maskedId; ///< the identifier masked: "91-••••-••••-3000", "•••• •••• 7058"

    abdm::abha::Methods methods;
    QList<abdm::abha::FoundAccount> found;
    QList<AbhaAccount> accounts;
    QStringList suggestions; ///< local parts
    QString addressSuffix;
    QString faceQr; ///< text to draw
    std::optional<abdm::abha::Demographics> demographics; ///< as given, to be corrected after a refusal

    std::optional<AbhaProfile> profile;
    AbhaProof proof = AbhaProof::None;
    bool existedBefore = false; ///< a creation found an account: the person already has an ABHA
    QByteArray card; ///< PNG
    QByteArray qr; ///< PNG
    std::optional<Problem> problem; ///< shown on the active stage; gone with the next step
};

}
