#pragma once

#include "abdm/abha/refusal.h"
#include "abdm/abha/values.h"
#include "abdm/gateway.h"

#include <QFuture>
#include <QObject>
#include <QUrl>

#include <functional>
#include <memory>

namespace nadi::abdm::abha
{

/// RSA-OAEP of one identifier, base64 on one line. `spki` is the service's key, DER. Given by the composition root:
/// this room knows no cryptography (crypto::encryptIdentifier).
using Encrypt = std::function<Result<QByteArray>(QByteArrayView spki, const Secret &plain)>;

/// Bases are settings of their own: sandbox and production order their paths differently (abha-m1.md 1.1).
struct AbhaConfig
{
    QUrl abhaBase; ///< ".../abha/api"; "/v3/..." is appended
    QUrl webBase; ///< phr/web, everything before "/login/..."
    QString addressSuffix; ///< "sbx" or "abdm"
    QString benefitName; ///< government programmes only; empty otherwise
    /// How a demographic creation writes the birth date: no source says it (3.3).
    QString demographicDate = QStringLiteral("dd-MM-yyyy");
};

/// The only speaker to the ABHA service. Owns a gateway session, the common headers, the encryption key (kept for
/// hours; dropped and fetched again once when the service says "Invalid LoginId", abha-m1.md 2), one renewal on 900901.
/// A call that spends an OTP is never sent twice. Answers arrive on the thread it lives on, which needs an event loop.
/// Nothing of a request or answer is logged; secrets go as Secret and are wiped after use.
class AbhaService : public QObject
{
    Q_OBJECT

public:
    AbhaService(AbhaConfig config, GatewayConfig gateway, Encrypt encrypt, const Clock &clock, IdSource &ids,
        QObject *parent = nullptr);
    ~AbhaService() override;

    const QString &addressSuffix() const;

    // ---- Creating (3.1 to 3.3)
    QFuture<Answer<OtpSent>> requestEnrolmentOtp(Secret aadhaar, TransactionRef resendOf);
    QFuture<Answer<Enrolled>> enrolByAadhaar(
        TransactionRef transaction, Secret otp, QString mobile, ConsentVersion consent);
    QFuture<Answer<Enrolled>> enrolByBiometric(Secret aadhaar, Capture capture, QString mobile, ConsentVersion consent);
    QFuture<Answer<Enrolled>> enrolByDemographics(Secret aadhaar, Demographics person, ConsentVersion consent);
    QFuture<Answer<OtpSent>> requestMobileOtp(TransactionRef transaction, Secret mobile);
    QFuture<Answer<MobileVerified>> verifyMobile(TransactionRef transaction, Secret otp);
    QFuture<Answer<Suggestions>> suggestions(TransactionRef transaction);
    QFuture<Answer<AbhaAddress>> chooseAddress(TransactionRef transaction, QString localPart);
    QFuture<Answer<OtpSent>> requestLicenceOtp(Secret mobile, TransactionRef resendOf);
    QFuture<Answer<MobileVerified>> verifyLicenceOtp(TransactionRef transaction, Secret otp);
    QFuture<Answer<Enrolled>> enrolByLicence(
        TransactionRef transaction, DrivingLicence licence, ConsentVersion consent);
    /// The QR that the person's ABHA app scans; then poll every 5 to 10 s for at most 10 minutes.
    QFuture<Answer<TransactionRef>> beginFace();
    QFuture<Answer<FacePoll>> pollFace(TransactionRef transaction);
    QFuture<Answer<Enrolled>> enrolByFace(
        TransactionRef transaction, Secret aadhaar, QString mobile, ConsentVersion consent);

    // ---- Verifying (3.4 to 3.8)
    QFuture<Answer<AccountOutline>> outlineByNumber(AbhaNumber number);
    QFuture<Answer<AccountOutline>> outlineByAddress(AbhaAddress address);
    QFuture<Answer<Found>> findByMobile(Secret mobile);
    /// `id`: ABHA number with dashes, ten digits, twelve digits, or the found index as text. `transaction`: of the
    /// search for FoundIndex, of the last answer for a resend, else empty.
    QFuture<Answer<OtpSent>> requestLoginOtp(LoginHint hint, Secret id, OtpSystem system, TransactionRef transaction);
    QFuture<Answer<LoggedIn>> verifyLoginOtp(LoginHint hint, OtpSystem system, TransactionRef transaction, Secret otp);
    QFuture<Answer<UserToken>> chooseAccount(TransferToken transfer, TransactionRef transaction, AbhaNumber number);
    QFuture<Answer<OtpSent>> requestAddressOtp(AbhaAddress address, OtpSystem system, TransactionRef resendOf);
    QFuture<Answer<LoggedIn>> verifyAddressOtp(OtpSystem system, TransactionRef transaction, Secret otp);

    // ---- With an X-token (3.1 step 7, 3.8 step 4, 3.9)
    enum class TokenOf { AbhaNumber, AbhaAddress }; ///< which of the two services gave it
    QFuture<Answer<AbhaProfile>> profile(UserToken token, TokenOf of);
    QFuture<Answer<QByteArray>> card(UserToken token, TokenOf of); ///< PNG, signature checked
    QFuture<Answer<QByteArray>> qr(UserToken token, TokenOf of); ///< PNG or JPEG
    QFuture<Answer<UserToken>> refresh(UserToken token);
    QFuture<Answer<QString>> logOut(UserToken token);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

}
