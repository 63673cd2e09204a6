#include "sandbox/abha/web.h"

#include "sandbox/abha/accounts.h"
#include "sandbox/abha/code_steps.h"
#include "sandbox/abha/profile_json.h"

#include <QJsonArray>
#include <QRegularExpression>

namespace nadi::sandbox::abha
{
using namespace Qt::StringLiterals;

namespace
{
Refused userNotFound()
{
    return Refused(*documented(u"ABDM-1211"_s));
}

QStringList webMethods(const Person &person)
{
    QStringList out;
    if (!person.mobile.isEmpty())
        out.append(u"MOBILE_OTP"_s);
    if (!person.aadhaar.isEmpty() && person.hasAbhaNumber())
        out.append(u"AADHAAR_OTP"_s);
    return out;
}
}

Outcome searchByAddress(Office &office, const Call &call)
{
    const auto *person = office.people.byAddress(withSuffix(call.body[u"abhaAddress"].toString()));
    if (!person || person->deleted)
        return userNotFound();
    return Reply::json(QJsonObject{
        {u"healthIdNumber"_s, person->hasAbhaNumber() ? QJsonValue(dashed(person->abhaNumber)) : QJsonValue()},
        {u"abhaAddress"_s, person->abhaAddress}, {u"authMethods"_s, QJsonArray::fromStringList(webMethods(*person))},
        {u"blockedAuthMethods"_s, QJsonArray()}, {u"status"_s, statusWord(*person)}, {u"message"_s, QJsonValue()},
        {u"fullName"_s, person->name}, {u"mobile"_s, person->mobile.left(5) + u"*****"_s}});
}

Outcome requestWebCode(Office &office, const Call &call)
{
    static const QRegularExpression form(u"^[A-Za-z0-9._]{3,50}(@(sbx|abdm))?$"_s);
    const auto rule = matchRequest(Counter::Web, call.body);
    if (!rule)
        return Refused(rule.error());
    const auto address = office.key.open(call.body[u"loginId"].toString());
    if (!address || !form.match(*address).hasMatch())
        return Refused(*documented(u"ABDM-1006"_s));
    const auto *person = office.people.byAddress(withSuffix(*address));
    if (!person || person->deleted)
        return userNotFound();
    if (const auto fault = inactive(*person))
        return Refused(*fault);
    const auto target = codeTarget(*person, rule->system == u"aadhaar"_s ? CodeFrom::Aadhaar : CodeFrom::Abdm);
    if (!target)
        return Refused(target.error());
    const auto transaction = transactionFor(office, *rule, call.body);
    if (!transaction)
        return listed("ABDM-9999: ", u"Invalid Transaction Id"_s);
    (*transaction)->person = person->id;
    return sendCode(office, **transaction, *target);
}

Outcome verifyWeb(Office &office, const Call &call)
{
    const auto scopes = readVerifyScopes(Counter::Web, call.body);
    if (!scopes)
        return Refused(scopes.error());
    if (call.body[u"authData"][u"authMethods"][0].toString() != u"otp"_s)
        return Refused(*documented(u"ABDM-1021"_s));
    const auto found = transactionOf(office, call, *scopes);
    if (!found)
        return listed("ABDM-9999: ", found.error().message);
    const auto verdict = tryCode(office, **found, call);
    if (!verdict)
        return verdict.error().shape == Shape::Keyed ? listed("ABDM-9999: ", verdict.error().message)
                                                     : Refused(verdict.error());
    // No txnId here, and users instead of accounts (1.7).
    if (*verdict != CodeDesk::Verdict::Right)
        return failedResult(*verdict, {}, u"users"_s);
    const auto *person = office.people.byId((*found)->person);
    if (!person)
        return userNotFound();
    return Reply::json(QJsonObject{{u"message"_s, u"OTP verified successfully"_s}, {u"authResult"_s, u"success"_s},
        {u"users"_s, QJsonArray{webUser(*person)}},
        {u"tokens"_s, finalTokens(office, *person, TokenKind::Web, call, (*found)->id)}});
}

Outcome showWebProfile(Office &office, const Call &call)
{
    return Reply::json(webProfile(*personOf(office, call.token)));
}

}
