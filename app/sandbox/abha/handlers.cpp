#include "sandbox/abha/handlers.h"

#include "sandbox/abha/enrolment.h"
#include "sandbox/abha/login.h"
#include "sandbox/abha/profile.h"
#include "sandbox/abha/web.h"

namespace nadi::sandbox::abha
{
using namespace Qt::StringLiterals;

namespace
{
Outcome privateClinic(Office &, const Call &call)
{
    if (call.headers.contains("benefit-name"))
        return plain(401, u"Invalid Benefit Name"_s);
    return Refused(*documented(u"ABDM-1021"_s));
}

Outcome certificate(Office &office, const Call &)
{
    const auto key = office.key.publicKey();
    if (!key)
        return Refused(*documented(u"ABDM-1108"_s));
    return Reply::json(QJsonObject{{u"publicKey"_s, QString::fromLatin1(*key)},
        {u"encryptionAlgorithm"_s, u"RSA/ECB/OAEPWithSHA-1AndMGF1Padding"_s}});
}
}

Handler handlerOf(const QString &operation)
{
    static const QHash<QString, Handler> handlers{
        {u"certificate"_s, certificate},
        {u"enrol-otp"_s, requestEnrolmentCode},
        {u"enrol-by-aadhaar"_s, enrolByAadhaar},
        {u"enrol-by-abdm"_s, verifyByAbdm},
        {u"enrol-suggestion"_s, suggestAddresses},
        {u"enrol-address"_s, chooseAddress},
        {u"enrol-by-document"_s, enrolByDocument},
        {u"face-init"_s, beginFace},
        {u"face-capture"_s, captureFace},
        {u"login-otp"_s, requestLoginCode},
        {u"login-verify"_s, verifyLogin},
        {u"login-verify-user"_s, chooseAccount},
        {u"login-search"_s, searchByNumber},
        {u"find"_s, findByMobile},
        {u"profile"_s, showProfile},
        {u"profile-patch"_s, changePhoto},
        {u"card"_s, showCard},
        {u"qr"_s, showQr},
        {u"profile-otp"_s, requestProfileCode},
        {u"profile-verify"_s, verifyProfile},
        {u"email-link"_s, sendEmailLink},
        {u"logout"_s, logOut},
        {u"refresh"_s, refresh},
        {u"web-search"_s, searchByAddress},
        {u"web-otp"_s, requestWebCode},
        {u"web-verify"_s, verifyWeb},
        {u"web-profile"_s, showWebProfile},
        {u"web-card"_s, showCard},
        {u"web-qr"_s, showQr},
    };
    // What is left needs the rights of a government programme.
    return handlers.value(operation, privateClinic);
}

}
