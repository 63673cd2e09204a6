#pragma once

// Private to abdm/abha: one function per operation turns typed values into what goes over the wire. Pure. `cipher` is
// the RSA ciphertext of the identifier or OTP; nothing secret is ever given here in clear (abha-m1.md section 2).

#include "abdm/abha/values.h"
#include "abdm/endpoint.h"

#include <QJsonObject>

namespace nadi::abdm::abha
{

enum class Base { Number, Web };

struct Request
{
    Verb verb = Verb::Post;
    Base base = Base::Number;
    QString path;
    QJsonObject body;
};

Request certificateRequest();

Request enrolmentOtp(const QString &cipher, const TransactionRef &resendOf);
Request byAadhaarOtp(
    const TransactionRef &transaction, const QString &cipher, const QString &mobile, const ConsentVersion &consent);
Request byAadhaarBiometric(
    const QString &cipher, const Capture &capture, const QString &mobile, const ConsentVersion &consent);
Request byAadhaarFace(
    const TransactionRef &transaction, const QString &cipher, const QString &mobile, const ConsentVersion &consent);
/// `dateForm`: of QDate; a birth date of which only the year is known goes as the year.
Request byAadhaarDemographic(
    const QString &cipher, const Demographics &person, const QString &dateForm, const ConsentVersion &consent);
Request mobileOtp(const TransactionRef &transaction, const QString &cipher);
/// `now`: the body's time stamp, which is Indian time without a zone.
Request mobileVerify(const TransactionRef &transaction, const QString &cipher, UtcTime now);
Request suggestionsRequest();
Request addressChoice(const TransactionRef &transaction, const QString &localPart);
Request licenceOtp(const QString &cipher, const TransactionRef &resendOf);
Request licenceVerify(const TransactionRef &transaction, const QString &cipher, UtcTime now);
Request byDocument(const TransactionRef &transaction, const DrivingLicence &licence, const ConsentVersion &consent);
Request faceInit();
Request facePoll(const TransactionRef &transaction);

Request numberSearch(const AbhaNumber &number);
Request addressSearch(const AbhaAddress &address);
Request mobileSearch(const QString &cipher);
Request loginOtp(LoginHint hint, OtpSystem system, const QString &cipher, const TransactionRef &transaction);
Request loginVerify(LoginHint hint, OtpSystem system, const TransactionRef &transaction, const QString &cipher);
Request accountChoice(const TransactionRef &transaction, const AbhaNumber &number);
Request addressOtp(OtpSystem system, const QString &cipher, const TransactionRef &resendOf);
Request addressVerify(OtpSystem system, const TransactionRef &transaction, const QString &cipher);

Request get(Base base, QStringView path);

}
