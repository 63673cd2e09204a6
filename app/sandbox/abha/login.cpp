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
Refused userNotFound()
{
    return Refused(*documented(u"ABDM-1114"_s));
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
