// Changes that a code confirms: mobile, e-mail, re-KYC, password, deletion, deactivation (abha-m1.md 3.9).

#include "sandbox/abha/accounts.h"
#include "sandbox/abha/code_steps.h"
#include "sandbox/abha/profile.h"

#include <QJsonArray>

namespace nadi::sandbox::abha
{
using namespace Qt::StringLiterals;

namespace
{
Refused invalidLoginId()
{
    return keyed(u"loginId", u"Invalid LoginId"_s);
}

/// Where the code goes for what is to change; remembers the new value.
tl::expected<QString, Refusal> targetOf(
    Office &office, const Person &person, const ScopeRule &rule, const QString &value)
{
    switch (rule.flow) {
    case Flow::ChangeMobile:
        if (!isMobile(value))
            return invalidLoginId();
        if (value == person.mobile)
            return plain(400, u"This mobile number is already verified. Please enter a different mobile number."_s);
        if (isFull(office, value))
            return Refused(*documented(u"ABDM-1124"_s));
        return value;
    case Flow::ChangeEmail:
        if (!value.contains(u'@'))
            return invalidLoginId();
        return value;
    case Flow::ChangePassword:
        break;
    default:
        if (value != dashed(person.abhaNumber))
            return invalidLoginId();
    }
    return codeTarget(person, rule.system == u"aadhaar"_s ? CodeFrom::Aadhaar : CodeFrom::Abdm);
}

/// The sentence of success; the change itself is done.
QString change(Person &person, Flow flow, const QString &value)
{
    switch (flow) {
    case Flow::ChangeMobile:
        person.mobile = value;
        return u"Mobile Number linked successfully"_s;
    case Flow::ChangeEmail:
        person.email = value;
        return u"Email linked successfully"_s;
    case Flow::ChangePassword:
        person.password = value;
        return u"Password updated successfully"_s;
    case Flow::Delete:
        person.deleted = true;
        return u"Your account has been deleted."_s;
    case Flow::Deactivate:
        person.active = false;
        return u"Your account has been deactivated."_s;
    default:
        person.verificationType = u"AADHAAR"_s;
        return u"Re-kyc done successfully"_s;
    }
}

Outcome done(const Person &person, const QString &message, const QString &transaction)
{
    QJsonObject out{{u"authResult"_s, u"success"_s}, {u"message"_s, message},
        {u"accounts"_s, QJsonArray{QJsonObject{{u"ABHANumber"_s, dashed(person.abhaNumber)}}}}};
    if (!transaction.isEmpty())
        out.insert(u"txnId"_s, transaction);
    return Reply::json(out);
}

Outcome changePassword(Office &office, Person &person, const QJsonValue &given)
{
    const auto fresh = office.key.open(given[u"newPassword"].toString());
    const auto old = office.key.open(given[u"oldPassword"].toString());
    if (!fresh || fresh->size() < 8)
        return keyed(u"newPassword", u"Invalid New Password"_s);
    if (given.toObject().contains(u"confirmPassword"_s)
        && office.key.open(given[u"confirmPassword"].toString()) != fresh)
        return keyed(u"password", u"New & Confirm Password is not same"_s);
    if (!person.password.isEmpty() && old != person.password)
        return failedResult(u"Old password does not match."_s, {});
    if (*fresh == person.password)
        return failedResult(u"Old & New Password is same"_s, {});
    return done(person, change(person, Flow::ChangePassword, *fresh), {});
}

Outcome byPassword(Office &office, Person &person, const Call &call, const QStringList &scopes)
{
    const auto given = call.body[u"authData"][u"password"];
    if (scopes.contains(u"change-password"_s))
        return changePassword(office, person, given);
    const auto password = office.key.open(given[u"password"].toString());
    if (!password || person.password.isEmpty() || *password != person.password)
        return keyed(u"password", u"Invalid Password"_s);
    if (scopes.contains(u"delete"_s))
        return done(person, change(person, Flow::Delete, {}), {});
    if (scopes.contains(u"de-activate"_s))
        return done(person, change(person, Flow::Deactivate, {}), {});
    return Refused(*documented(u"ABDM-1107"_s));
}

/// Wrong codes of UIDAI come with a capital Message on these two (1.7, i).
bool isToldByUidai(const Transaction &transaction)
{
    return transaction.from == CodeFrom::Aadhaar
        && (transaction.flow == Flow::ReKyc || transaction.flow == Flow::ChangePassword);
}
}

Outcome requestProfileCode(Office &office, const Call &call)
{
    const auto rule = matchRequest(Counter::Profile, call.body);
    if (!rule)
        return Refused(rule.error());
    const auto value = office.key.open(call.body[u"loginId"].toString());
    if (!value)
        return invalidLoginId();
    const auto *person = personOf(office, call.token);
    const auto target = targetOf(office, *person, *rule, *value);
    if (!target)
        return Refused(target.error());
    const auto transaction = transactionFor(office, *rule, call.body);
    if (!transaction)
        return Refused(transaction.error());
    (*transaction)->person = person->id;
    (*transaction)->pending = *value;
    return sendCode(office, **transaction, *target);
}

Outcome verifyProfile(Office &office, const Call &call)
{
    const auto scopes = readVerifyScopes(Counter::Profile, call.body);
    if (!scopes)
        return Refused(scopes.error());
    auto *person = personOf(office, call.token);
    if (call.body[u"authData"][u"authMethods"][0].toString() == u"password"_s)
        return byPassword(office, *person, call, *scopes);
    const auto found = transactionOf(office, call, *scopes);
    if (!found)
        return Refused(found.error());
    if ((*found)->person != person->id)
        return keyed(u"txnId", u"Invalid Transaction Id"_s);
    const auto verdict = tryCode(office, **found, call);
    if (!verdict)
        return Refused(verdict.error());
    const auto &transaction = **found;
    if (*verdict == CodeDesk::Verdict::Wrong && isToldByUidai(transaction))
        return Refused(
            Refusal{422, Shape::Capital, {}, u"UIDAI Error code : 400 : Invalid Aadhaar OTP value."_s, {}, {}});
    if (*verdict == CodeDesk::Verdict::Wrong && transaction.flow == Flow::ChangeEmail)
        return failedResult(CodeDesk::Verdict::Spent, transaction.id); // as recorded: "either expired or incorrect"
    if (*verdict != CodeDesk::Verdict::Right)
        return failedResult(*verdict, transaction.id);
    return done(*person, change(*person, transaction.flow, transaction.pending), transaction.id);
}

}
