#include "sandbox/abha/profile.h"

#include "sandbox/abha/accounts.h"
#include "sandbox/abha/card.h"
#include "sandbox/abha/profile_json.h"

namespace nadi::sandbox::abha
{
using namespace Qt::StringLiterals;

namespace
{
constexpr qsizetype longestPhoto = 100 * 1024; // 1.6

bool isPhoto(const QByteArray &bytes)
{
    return bytes.size() <= longestPhoto && (bytes.startsWith("\xFF\xD8\xFF") || bytes.startsWith("\x89PNG\r\n"));
}
}

Outcome showProfile(Office &office, const Call &call)
{
    return Reply::json(accountProfile(*personOf(office, call.token)));
}

Outcome showCard(Office &office, const Call &call)
{
    return Reply::png(cardPng(*personOf(office, call.token)));
}

Outcome showQr(Office &office, const Call &call)
{
    return Reply::png(qrPng(*personOf(office, call.token)));
}

Outcome changePhoto(Office &office, const Call &call)
{
    // The variants with an ABHA number instead of an X-token belong to government programmes.
    if (call.body.contains(u"abhaNumber"_s))
        return Refused(*documented(u"ABDM-1021"_s));
    if (!call.body.contains(u"profilePhoto"_s))
        return plain(400, u"Please provide a valid field to update"_s);
    const auto text = call.body[u"profilePhoto"].toString();
    if (!isPhoto(QByteArray::fromBase64(text.toLatin1())))
        return keyed(u"ProfilePhoto", u"Invalid photo. Please upload a file with a human face."_s);
    auto *person = personOf(office, call.token);
    person->photo = text;
    return Reply::json(accountProfile(*person));
}

Outcome sendEmailLink(Office &office, const Call &call)
{
    const auto email = office.key.open(call.body[u"loginId"].toString());
    if (!email || !email->contains(u'@'))
        return keyed(u"loginId", u"Invalid LoginId"_s);
    personOf(office, call.token)->email = *email;
    office.codes.tell(*email, u"Open this link to verify your e-mail for ABHA (sandbox)."_s);
    return Reply::json(QJsonObject{{u"message"_s, u"Verification link sent to the email address"_s}});
}

Outcome logOut(Office &office, const Call &call)
{
    office.tokens.revoke(call.token.id);
    return Reply::json(
        QJsonObject{{u"message"_s, u"You have been logged out"_s}, {u"timestamp"_s, serviceTime(office.clock.now())}});
}

Outcome refresh(Office &office, const Call &call)
{
    return Reply::json(
        finalTokens(office, *personOf(office, call.token), TokenKind::User, call, call.token.transaction));
}

}
