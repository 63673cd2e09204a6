#include "abdm/abha/requests.h"

#include <QDate>
#include <QJsonArray>

namespace nadi::abdm::abha
{
using namespace Qt::StringLiterals;

namespace
{
constexpr std::chrono::minutes indianTime{330};

QJsonObject consentObject(const ConsentVersion &consent)
{
    return {{u"code"_s, consent.code}, {u"version"_s, consent.version}};
}

Request byAadhaar(const QString &method, const QString &member, QJsonObject proof, const QString &mobile,
    const ConsentVersion &consent)
{
    if (!mobile.isEmpty())
        proof.insert(u"mobile"_s, mobile);
    const QJsonObject authData{{u"authMethods"_s, QJsonArray{method}}, {member, proof}};
    return {Verb::Post, Base::Number, u"/v3/enrollment/enrol/byAadhaar"_s,
        {{u"authData"_s, authData}, {u"consent"_s, consentObject(consent)}}};
}

Request otpRequest(const QJsonArray &scope, QStringView hint, QStringView system, const QString &cipher,
    const TransactionRef &transaction)
{
    return {Verb::Post, Base::Number, u"/v3/enrollment/request/otp"_s,
        {{u"txnId"_s, transaction}, {u"scope"_s, scope}, {u"loginHint"_s, hint.toString()}, {u"loginId"_s, cipher},
            {u"otpSystem"_s, system.toString()}}};
}

Request byAbdm(const QJsonArray &scope, const TransactionRef &transaction, const QString &cipher, UtcTime now)
{
    const auto stamp = (now + indianTime).toDateTime().toString(u"yyyy-MM-dd HH:mm:ss"_s);
    const QJsonObject otp{{u"timeStamp"_s, stamp}, {u"txnId"_s, transaction}, {u"otpValue"_s, cipher}};
    return {Verb::Post, Base::Number, u"/v3/enrollment/auth/byAbdm"_s,
        {{u"scope"_s, scope}, {u"authData"_s, QJsonObject{{u"authMethods"_s, QJsonArray{u"otp"_s}}, {u"otp"_s, otp}}}}};
}

QString birthText(const BirthDate &birth, const QString &form)
{
    const bool whole = birth.year && birth.month && birth.day;
    return whole ? QDate(*birth.year, *birth.month, *birth.day).toString(form) : birth.toIso();
}

const QJsonArray &mobileScope()
{
    static const QJsonArray scope{u"abha-enrol"_s, u"mobile-verify"_s};
    return scope;
}

const QJsonArray &licenceScope()
{
    static const QJsonArray scope{u"abha-enrol"_s, u"mobile-verify"_s, u"dl-flow"_s};
    return scope;
}
}

Request certificateRequest()
{
    return get(Base::Number, u"/v3/profile/public/certificate");
}

Request enrolmentOtp(const QString &cipher, const TransactionRef &resendOf)
{
    return otpRequest({u"abha-enrol"_s}, u"aadhaar", u"aadhaar", cipher, resendOf);
}

Request byAadhaarOtp(
    const TransactionRef &transaction, const QString &cipher, const QString &mobile, const ConsentVersion &consent)
{
    return byAadhaar(u"otp"_s, u"otp"_s, {{u"txnId"_s, transaction}, {u"otpValue"_s, cipher}}, mobile, consent);
}

Request byAadhaarBiometric(
    const QString &cipher, const Capture &capture, const QString &mobile, const ConsentVersion &consent)
{
    const auto pid = QString::fromLatin1(capture.pid.reveal());
    // Each kind names its block in its own way; the capital P of iris is the service's (3.3).
    switch (capture.kind) {
    case Biometric::Fingerprint:
        return byAadhaar(u"bio"_s, u"bio"_s, {{u"aadhaar"_s, cipher}, {u"fingerPrintAuthPid"_s, pid}}, mobile, consent);
    case Biometric::FaceDevice:
        return byAadhaar(u"face"_s, u"face"_s, {{u"aadhaar"_s, cipher}, {u"rdPidData"_s, pid}}, mobile, consent);
    case Biometric::Iris:
        break;
    }
    return byAadhaar(u"iris"_s, u"iris"_s, {{u"aadhaar"_s, cipher}, {u"Pid"_s, pid}}, mobile, consent);
}

Request byAadhaarFace(
    const TransactionRef &transaction, const QString &cipher, const QString &mobile, const ConsentVersion &consent)
{
    return byAadhaar(u"face_auth"_s, u"face"_s, {{u"txnId"_s, transaction}, {u"aadhaar"_s, cipher}}, mobile, consent);
}

Request byAadhaarDemographic(
    const QString &cipher, const Demographics &person, const QString &dateForm, const ConsentVersion &consent)
{
    QJsonObject proof{{u"aadhaarNumber"_s, cipher}, {u"stateCode"_s, person.stateCode},
        {u"districtCode"_s, person.districtCode}, {u"dateOfBirth"_s, birthText(person.birth, dateForm)},
        {u"gender"_s, toWire(person.gender)}, {u"name"_s, person.name}};
    if (!person.address.isEmpty())
        proof.insert(u"address"_s, person.address);
    if (!person.pinCode.isEmpty())
        proof.insert(u"pincode"_s, person.pinCode);
    return byAadhaar(u"demo_auth"_s, u"demo_auth"_s, proof, person.mobile, consent);
}

Request mobileOtp(const TransactionRef &transaction, const QString &cipher)
{
    return otpRequest(mobileScope(), u"mobile", u"abdm", cipher, transaction);
}

Request mobileVerify(const TransactionRef &transaction, const QString &cipher, UtcTime now)
{
    return byAbdm(mobileScope(), transaction, cipher, now);
}

Request suggestionsRequest()
{
    return get(Base::Number, u"/v3/enrollment/enrol/suggestion");
}

Request addressChoice(const TransactionRef &transaction, const QString &localPart)
{
    return {Verb::Post, Base::Number, u"/v3/enrollment/enrol/abha-address"_s,
        {{u"txnId"_s, transaction}, {u"abhaAddress"_s, localPart}, {u"preferred"_s, 1}}};
}

Request licenceOtp(const QString &cipher, const TransactionRef &resendOf)
{
    return otpRequest(licenceScope(), u"mobile", u"abdm", cipher, resendOf);
}

Request licenceVerify(const TransactionRef &transaction, const QString &cipher, UtcTime now)
{
    return byAbdm(licenceScope(), transaction, cipher, now);
}

Request byDocument(const TransactionRef &transaction, const DrivingLicence &licence, const ConsentVersion &consent)
{
    const auto photo = [](const QByteArray &bytes) { return QString::fromLatin1(bytes.toBase64()); };
    return {Verb::Post, Base::Number, u"/v3/enrollment/enrol/byDocument"_s,
        {{u"txnId"_s, transaction}, {u"documentType"_s, u"DRIVING_LICENCE"_s}, {u"documentId"_s, licence.documentId},
            {u"firstName"_s, licence.firstName}, {u"middleName"_s, licence.middleName},
            {u"lastName"_s, licence.lastName}, {u"dob"_s, licence.birth.toIso()}, {u"gender"_s, toWire(licence.gender)},
            {u"frontSidePhoto"_s, photo(licence.frontPhoto)}, {u"backSidePhoto"_s, photo(licence.backPhoto)},
            {u"address"_s, licence.address}, {u"state"_s, licence.state}, {u"district"_s, licence.district},
            {u"pinCode"_s, licence.pinCode}, {u"consent"_s, consentObject(consent)}}};
}

Request faceInit()
{
    return {Verb::Post, Base::Number, u"/v3/enrollment/enrol/auth/init"_s,
        {{u"scope"_s, QJsonArray{u"abha-enrol"_s, u"face-auth"_s}}}};
}

Request facePoll(const TransactionRef &transaction)
{
    return {Verb::Post, Base::Number, u"/v3/enrollment/enrol/capturePID"_s,
        {{u"scope"_s, QJsonArray{u"abha-enrol"_s, u"face-verify"_s}}, {u"txnId"_s, transaction}}};
}

Request get(Base base, QStringView path)
{
    return {Verb::Get, base, path.toString(), {}};
}

}
