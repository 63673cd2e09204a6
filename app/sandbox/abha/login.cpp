#include "sandbox/abha/login.h"

#include "sandbox/abha/accounts.h"
#include "sandbox/abha/code_steps.h"
#include "sandbox/abha/profile_json.h"

#include <QJsonArray>

namespace nadi::sandbox::abha
{
using namespace Qt::StringLiterals;

namespace
{
QStringList idsOf(const QList<Person *> &people)
{
    QStringList out;
    for (const auto *person : people)
        out.append(person->id);
    return out;
}

Refused userNotFound()
{
    return Refused(*documented(u"ABDM-1114"_s));
}

/// Whom the code is for, and where it goes.
struct Addressee
{
    QStringList people;
    QString target;
};
using Found = tl::expected<Addressee, Refusal>;

Found onePerson(const Person *person, CodeFrom from, Flow flow)
{
    if (!person || !person->hasAbhaNumber())
        return userNotFound();
    const auto fault = inactive(*person);
    if (flow == Flow::Reactivate && !fault)
        return wrapped(400, "ABDM-9999", u"The account is already active"_s);
    if (flow != Flow::Reactivate && fault)
        return Refused(*fault);
    const auto target = codeTarget(*person, from);
    if (!target)
        return Refused(target.error());
    return Addressee{{person->id}, *target};
}

Found byNumber(Office &office, const ScopeRule &rule, CodeFrom from, const QString &number)
{
    if (!isDashedNumber(number))
        return keyed(u"loginId", u"LoginId is invalid"_s);
    return onePerson(office.people.byNumber(QString(number).remove(u'-')), from, rule.flow);
}

Found byMobile(Office &office, const ScopeRule &rule, const QString &mobile)
{
    if (!isMobile(mobile))
        return keyed(u"loginId", u"Invalid LoginId"_s);
    auto people = office.people.byMobile(mobile);
    if (rule.flow == Flow::Retrieve) {
        people.removeIf([](const Person *p) { return p->verificationType != u"DRIVING_LICENCE"_s; });
        if (people.isEmpty())
            return Refused(*documented(u"ABDM-1115"_s));
    }
    if (people.isEmpty() && !office.manners.unknownMobileIsFoundLate)
        return userNotFound();
    return Addressee{idsOf(people), mobile};
}

/// UIDAI sends its code whether or not there is an ABHA; only afterwards the service says so (3.6).
Found byAadhaar(Office &office, const QString &aadhaar)
{
    const auto *person = isAadhaar(aadhaar) ? office.people.byAadhaar(aadhaar) : nullptr;
    if (!person)
        return keyed(u"loginId", u"Invalid LoginId"_s);
    const auto target = codeTarget(*person, CodeFrom::Aadhaar);
    if (!target)
        return Refused(target.error());
    return Addressee{{person->id}, *target};
}

Found byIndex(Office &office, const ScopeRule &rule, CodeFrom from, const Call &call, const QString &index)
{
    const auto *search = office.transactions.find(call.body[u"txnId"].toString());
    if (!search || search->choices.isEmpty())
        return keyed(u"txnId", u"Invalid Transaction Id"_s);
    const auto place = index.toInt() - 1;
    if (place < 0 || place >= search->choices.size())
        return keyed(u"loginId", u"Invalid LoginId"_s);
    return onePerson(office.people.byId(search->choices[place]), from, rule.flow);
}

/// The person's own app takes the picture; the desk polls for it (3.3).
Outcome faceHandOff(Transaction &transaction)
{
    transaction.pending = u"PENDING"_s;
    return Reply::json(
        QJsonObject{{u"txnId"_s, transaction.id}, {u"message"_s, u"FACE authentication request successfully sent."_s}});
}

QJsonObject success(const QString &transaction, const QString &message)
{
    QJsonObject out{{u"authResult"_s, u"success"_s}, {u"message"_s, message}};
    if (!transaction.isEmpty())
        out.insert(u"txnId"_s, transaction);
    return out;
}

void insertAll(QJsonObject &out, const QJsonObject &members)
{
    for (auto it = members.begin(); it != members.end(); ++it)
        out.insert(it.key(), it.value());
}

Outcome manyAccounts(Office &office, const Call &call, const Transaction &transaction)
{
    QJsonArray rows;
    for (const auto &id : transaction.choices)
        if (const auto *person = office.people.byId(id))
            rows.append(choiceRow(*person));
    auto out = success(transaction.id, u"OTP verified successfully"_s);
    // No refreshToken: that is how a caller knows a transfer token (1.5).
    const TokenFacts facts{transaction.target, call.client, transaction.id, transaction.target, {}, false};
    out.insert(u"token"_s, office.tokens.issue(TokenKind::Transfer, facts));
    out.insert(u"expiresIn"_s, qint64(UserTokens::transferLife.count()));
    out.insert(u"accounts"_s, rows);
    return Reply::json(out);
}

Outcome retrieved(Office &office, const Transaction &transaction)
{
    QJsonArray rows;
    for (const auto &id : transaction.choices) {
        auto row = choiceRow(*office.people.byId(id));
        row.insert(u"enrolmentNumber"_s, row.take(u"ABHANumber"));
        row.insert(u"verifiedStatus"_s, u"PROVISIONAL"_s);
        row.remove(u"profilePhoto"_s);
        rows.append(row);
    }
    auto out = success(transaction.id, u"OTP verified successfully"_s);
    out.insert(u"expiresIn"_s, qint64(UserTokens::transferLife.count()));
    out.insert(u"accounts"_s, rows);
    return Reply::json(out);
}

QJsonArray numberOnly(const Person &person)
{
    return {QJsonObject{{u"ABHANumber"_s, dashed(person.abhaNumber)}}};
}

Outcome reactivated(Person &person)
{
    person.active = true;
    auto out = success({}, u"Your account has been reactivated."_s);
    out.insert(u"accounts"_s, numberOnly(person));
    return Reply::json(out);
}

Outcome oneAccount(Office &office, const Call &call, const Transaction &transaction)
{
    auto *person = office.people.byId(transaction.person);
    if (!person || !person->hasAbhaNumber())
        return userNotFound();
    if (transaction.flow == Flow::Reactivate)
        return reactivated(*person);
    if (const auto fault = inactive(*person))
        return Refused(*fault);
    auto out = success(transaction.id, u"OTP verified successfully"_s);
    insertAll(out, finalTokens(office, *person, TokenKind::User, call, transaction.id));
    out.insert(u"accounts"_s, QJsonArray{accountRow(*person)});
    return Reply::json(out);
}

Outcome byFace(Office &office, const Call &call)
{
    auto *transaction = office.transactions.find(call.body[u"authData"][u"face"][u"txnId"].toString());
    // Without a hand-off a face comes from a device, which a private clinic has no rights for.
    if (!transaction || transaction->flow != Flow::FindFace)
        return Refused(*documented(u"ABDM-1021"_s));
    if (transaction->pending != u"VERIFIED"_s)
        return keyed(u"PID", u"Invalid Face Auth PID"_s);
    return oneAccount(office, call, *transaction);
}

Outcome byPassword(Office &office, const Call &call, const QStringList &scopes)
{
    if (!scopes.contains(u"password-verify"_s))
        return keyed(u"authMethods", u"Invalid Auth Method"_s);
    const auto given = call.body[u"authData"][u"password"];
    const auto password = office.key.open(given[u"password"].toString());
    if (!password)
        return keyed(u"password", u"Invalid Password"_s);
    auto *person = office.people.byNumber(given[u"ABHANumber"].toString().remove(u'-'));
    if (!person || !person->hasAbhaNumber())
        return userNotFound();
    if (person->password.isEmpty() || person->password != *password)
        return failedResult(u"Password did not match, please try again"_s, {});
    if (scopes.contains(u"re-activate"_s))
        return reactivated(*person);
    if (const auto fault = inactive(*person))
        return Refused(*fault);
    auto out = success({}, u"Password verified successfully"_s);
    insertAll(out, finalTokens(office, *person, TokenKind::User, call, {}));
    out.insert(u"expiresIn"_s, qint64(UserTokens::refreshLife.count())); // 1.5
    out.insert(u"accounts"_s, QJsonArray());
    return Reply::json(out);
}
}

Outcome searchByNumber(Office &office, const Call &call)
{
    const auto *person = office.people.byNumber(call.body[u"ABHANumber"].toString().remove(u'-'));
    if (!person || !person->hasAbhaNumber())
        return userNotFound();
    return Reply::json(
        QJsonObject{{u"preferredAbhaAddress"_s, person->abhaAddress}, {u"ABHANumber"_s, dashed(person->abhaNumber)},
            {u"authMethods"_s, QJsonArray::fromStringList(authMethods(*person))}, {u"tags"_s, QJsonObject()},
            {u"blockedAuthMethods"_s, QJsonArray()}, {u"status"_s, statusWord(*person)},
            {u"verificationStatus"_s, u"VERIFIED"_s}, {u"mobile"_s, maskedMobile(person->mobile)},
            {u"verificationType"_s, person->verificationType},
            {u"isDocumentAccount"_s, person->verificationType == u"DRIVING_LICENCE"_s}});
}

Outcome findByMobile(Office &office, const Call &call)
{
    if (call.body[u"scope"].toArray() != QJsonArray{u"search-abha"_s})
        return keyed(u"scope", u"Invalid Scope"_s);
    const auto mobile = office.key.open(call.body[u"mobile"].toString());
    if (!mobile || !isMobile(*mobile))
        return keyed(u"mobile", u"Invalid Mobile Number"_s);
    auto people = office.people.byMobile(*mobile);
    people.removeIf([](const Person *person) { return person->status() != AccountStatus::Active; });
    if (people.isEmpty())
        return userNotFound();
    auto &transaction = office.transactions.begin(Flow::Search);
    QJsonArray rows;
    for (const auto *person : people) {
        transaction.choices.append(person->id);
        rows.append(QJsonObject{{u"index"_s, transaction.choices.size()},
            {u"ABHANumber"_s, u"xx-xxxx-xxxx-XX"_s + person->abhaNumber.right(2)}, {u"name"_s, person->name},
            {u"gender"_s, person->gender},
            {u"kycVerified"_s, person->verificationType == u"AADHAAR"_s ? u"true"_s : u"false"_s}, // text (3.7)
            {u"authMethods"_s, QJsonArray::fromStringList(authMethods(*person))}});
    }
    return Reply::json(QJsonArray{QJsonObject{{u"txnId"_s, transaction.id}, {u"ABHA"_s, rows}}});
}

Outcome requestLoginCode(Office &office, const Call &call)
{
    const auto rule = matchRequest(Counter::Login, call.body);
    if (!rule)
        return Refused(rule.error());
    const auto loginId = office.key.open(call.body[u"loginId"].toString());
    // Seen with a wrong padding, for mobiles only (section 2).
    if (!loginId)
        return keyed(u"loginId", rule->hint == u"mobile"_s ? u"Invalid Mobile Number"_s : u"Invalid LoginId"_s);
    const auto from = rule->system == u"aadhaar"_s ? CodeFrom::Aadhaar : CodeFrom::Abdm;
    const auto found = rule->hint == u"abha-number"_s ? byNumber(office, *rule, from, *loginId)
        : rule->hint == u"mobile"_s                   ? byMobile(office, *rule, *loginId)
        : rule->hint == u"aadhaar"_s                  ? byAadhaar(office, *loginId)
                                                      : byIndex(office, *rule, from, call, *loginId);
    if (!found)
        return Refused(found.error());
    const auto transaction = transactionFor(office, *rule, call.body);
    if (!transaction)
        return Refused(transaction.error());
    auto &step = **transaction;
    step.verified = false;
    if (rule->hint != u"index"_s)
        step.choices = found->people;
    const bool chooses = rule->flow == Flow::LoginMobile || rule->flow == Flow::Retrieve;
    step.person = chooses ? QString() : found->people.value(0);
    return rule->flow == Flow::FindFace ? faceHandOff(step) : sendCode(office, step, found->target);
}

Outcome verifyLogin(Office &office, const Call &call)
{
    const auto method = call.body[u"authData"][u"authMethods"][0].toString();
    if (method == u"face"_s)
        return byFace(office, call);
    const auto scopes = readVerifyScopes(Counter::Login, call.body);
    if (!scopes)
        return Refused(scopes.error());
    if (method == u"password"_s)
        return byPassword(office, call, *scopes);
    if (method != u"otp"_s)
        return Refused(*documented(u"ABDM-1021"_s));
    const auto found = transactionOf(office, call, *scopes);
    if (!found)
        return Refused(found.error());
    const auto verdict = tryCode(office, **found, call);
    if (!verdict)
        return Refused(verdict.error());
    auto &transaction = **found;
    if (*verdict != CodeDesk::Verdict::Right)
        return failedResult(*verdict, transaction.id);
    transaction.verified = true;
    if (transaction.flow == Flow::LoginMobile)
        return manyAccounts(office, call, transaction);
    if (transaction.flow == Flow::Retrieve)
        return retrieved(office, transaction);
    return oneAccount(office, call, transaction);
}

Outcome chooseAccount(Office &office, const Call &call)
{
    const auto id = call.body[u"txnId"].toString();
    const auto *transaction = office.transactions.find(id);
    if (!transaction || !transaction->verified || call.token.transaction != id)
        return keyed(u"txnId", u"Invalid Transaction Id"_s);
    const auto *person = office.people.byNumber(call.body[u"ABHANumber"].toString().remove(u'-'));
    if (!person || !transaction->choices.contains(person->id))
        return keyed(u"ABHANumber", u"Invalid ABHA Number"_s);
    if (const auto fault = inactive(*person))
        return Refused(*fault);
    return Reply::json(finalTokens(office, *person, TokenKind::User, call, id));
}

}
