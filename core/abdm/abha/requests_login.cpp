#include "abdm/abha/requests.h"

#include <QJsonArray>

namespace nadi::abdm::abha
{
using namespace Qt::StringLiterals;

namespace
{
QString verifyScope(OtpSystem system)
{
    return system == OtpSystem::Aadhaar ? u"aadhaar-verify"_s : u"mobile-verify"_s;
}

QString word(OtpSystem system)
{
    return system == OtpSystem::Aadhaar ? u"aadhaar"_s : u"abdm"_s;
}

QString word(LoginHint hint)
{
    switch (hint) {
    case LoginHint::AbhaNumber:
        return u"abha-number"_s;
    case LoginHint::Mobile:
        return u"mobile"_s;
    case LoginHint::Aadhaar:
        return u"aadhaar"_s;
    case LoginHint::FoundIndex:
        break;
    }
    return u"index"_s;
}

QJsonObject otpProof(const QJsonArray &scope, const TransactionRef &transaction, const QString &cipher)
{
    const QJsonObject otp{{u"txnId"_s, transaction}, {u"otpValue"_s, cipher}};
    return {
        {u"scope"_s, scope}, {u"authData"_s, QJsonObject{{u"authMethods"_s, QJsonArray{u"otp"_s}}, {u"otp"_s, otp}}}};
}
}

Request numberSearch(const AbhaNumber &number)
{
    return {Verb::Post, Base::Number, u"/v3/profile/login/search"_s, {{u"ABHANumber"_s, number.grouped()}}};
}

Request addressSearch(const AbhaAddress &address)
{
    return {Verb::Post, Base::Web, u"/login/abha/search"_s, {{u"abhaAddress"_s, address.value()}}};
}

Request mobileSearch(const QString &cipher)
{
    return {Verb::Post, Base::Number, u"/v3/profile/account/abha/search"_s,
        {{u"scope"_s, QJsonArray{u"search-abha"_s}}, {u"mobile"_s, cipher}}};
}

Request loginOtp(LoginHint hint, OtpSystem system, const QString &cipher, const TransactionRef &transaction)
{
    QJsonArray scope{u"abha-login"_s, verifyScope(system)};
    if (hint == LoginHint::FoundIndex)
        scope.insert(1, u"search-abha"_s);
    QJsonObject body{
        {u"scope"_s, scope}, {u"loginHint"_s, word(hint)}, {u"loginId"_s, cipher}, {u"otpSystem"_s, word(system)}};
    if (!transaction.isEmpty())
        body.insert(u"txnId"_s, transaction);
    return {Verb::Post, Base::Number, u"/v3/profile/login/request/otp"_s, body};
}

Request loginVerify(LoginHint, OtpSystem system, const TransactionRef &transaction, const QString &cipher)
{
    // 3.7: without "search-abha" also for an index, so the hint changes nothing here.
    return {Verb::Post, Base::Number, u"/v3/profile/login/verify"_s,
        otpProof({u"abha-login"_s, verifyScope(system)}, transaction, cipher)};
}

Request accountChoice(const TransactionRef &transaction, const AbhaNumber &number)
{
    return {Verb::Post, Base::Number, u"/v3/profile/login/verify/user"_s,
        {{u"ABHANumber"_s, number.grouped()}, {u"txnId"_s, transaction}}};
}

Request addressOtp(OtpSystem system, const QString &cipher, const TransactionRef &resendOf)
{
    QJsonObject body{{u"scope"_s, QJsonArray{u"abha-address-login"_s, verifyScope(system)}},
        {u"loginHint"_s, u"abha-address"_s}, {u"loginId"_s, cipher}, {u"otpSystem"_s, word(system)}};
    if (!resendOf.isEmpty())
        body.insert(u"txnId"_s, resendOf);
    return {Verb::Post, Base::Web, u"/login/abha/request/otp"_s, body};
}

Request addressVerify(OtpSystem system, const TransactionRef &transaction, const QString &cipher)
{
    return {Verb::Post, Base::Web, u"/login/abha/verify"_s,
        otpProof({u"abha-address-login"_s, verifyScope(system)}, transaction, cipher)};
}

}
