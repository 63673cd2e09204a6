#pragma once

#include "common/secret.h"
#include "common/utc_time.h"
#include "domain/abha_profile.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>

namespace nadi::abdm::abha
{

/// Chains the steps of one flow. Any answer may carry a new one: always use the newest (abha-m1.md 1.6).
using TransactionRef = QString;

enum class OtpSystem { Aadhaar, Abdm };

/// What a log-in names the person by (loginHint). ABHA addresses go to phr/web, never here (1.4).
enum class LoginHint { AbhaNumber, Mobile, Aadhaar, FoundIndex };

struct OtpSent
{
    TransactionRef transaction;
    QString message; ///< with the masked destination; shown, never parsed
};

/// X-token of one account: a few seconds of use, in memory only.
struct UserToken
{
    Secret token;
    Secret refresh;
    std::chrono::seconds life{1800};
};
/// T-token after a log-in by mobile: 5 minutes to choose an account.
struct TransferToken
{
    Secret token;
    std::chrono::seconds life{300};
};

/// enrol/byAadhaar, enrol/byDocument
struct Enrolled
{
    TransactionRef transaction;
    UserToken token; ///< empty after byDocument; `transaction` is after a demographic creation
    AbhaProfile profile;
    enum class Account { Created, Existed } account = Account::Created;
    QString message;
};

/// login/verify and phr/web verify. Exactly one token is set: `user` when a refresh token came with it.
struct LoggedIn
{
    TransactionRef transaction;
    std::optional<UserToken> user;
    std::optional<TransferToken> transfer;
    QList<AbhaAccount> accounts;
};

/// auth/byAbdm
struct MobileVerified
{
    TransactionRef transaction;
    QString message;
};

struct Suggestions
{
    TransactionRef transaction;
    QStringList localParts; ///< without suffix, as the service wrote them
};

/// login/search, phr/web search: what may be offered for this account (4.5, blocked ones are taken off).
struct Methods
{
    bool mobileOtp = false;
    bool aadhaarOtp = false;
    bool fingerprint = false;
    bool face = false;
    bool iris = false;
};
struct AccountOutline
{
    Methods methods;
    AbhaStatus status = AbhaStatus::Active;
    QString maskedMobile;
    QString name; ///< may be masked or empty
    std::optional<AbhaNumber> number;
    std::optional<AbhaAddress> address;
};

/// account/abha/search
struct FoundAccount
{
    int index = 0;
    QString maskedNumber;
    QString name;
    Gender gender = Gender::Unknown;
    Methods methods;
};
struct Found
{
    TransactionRef transaction;
    QList<FoundAccount> accounts; ///< empty: nobody with this mobile
};

/// A driving licence as enrol/byDocument wants it (3.2). The photos are JPEG or PNG.
struct DrivingLicence
{
    QString documentId;
    QString firstName, middleName, lastName;
    BirthDate birth;
    Gender gender = Gender::Unknown;
    QByteArray frontPhoto, backPhoto;
    QString address, state, district, pinCode;
};

/// What is compared with Aadhaar when there is neither a code nor a device: approved government programmes only (3.3).
struct Demographics
{
    QString name;
    Gender gender = Gender::Unknown;
    BirthDate birth;
    QString stateCode, districtCode; ///< of the Local Government Directory, as text
    QString mobile; ///< these three may be empty
    QString address, pinCode;
};

/// What a registered biometric device gave. `kind` decides the member names (3.3).
enum class Biometric { Fingerprint, FaceDevice, Iris };
struct Capture
{
    Biometric kind = Biometric::Fingerprint;
    Secret pid; ///< base64 of the device's XML
};

enum class FacePoll { Pending, Verified, Failed, Complete };

struct ConsentVersion
{
    QString code; ///< "abha-enrollment"
    QString version; ///< "1.4", text
};

}
