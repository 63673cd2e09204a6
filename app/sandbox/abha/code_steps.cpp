#include "sandbox/abha/code_steps.h"

#include "sandbox/abha/accounts.h"

#include <QJsonArray>

namespace nadi::sandbox::abha
{
using namespace Qt::StringLiterals;

namespace
{
QString messageOf(CodeDesk::Verdict verdict)
{
    switch (verdict) {
    case CodeDesk::Verdict::Wrong:
        return u"OTP did not match, please try again"_s;
    case CodeDesk::Verdict::Expired:
        return u"OTP expired, please try again"_s;
    case CodeDesk::Verdict::Right:
    case CodeDesk::Verdict::Spent:
    case CodeDesk::Verdict::Locked:
        break;
    }
    return u"Please enter a valid OTP. Entered OTP is either expired or incorrect."_s;
}
}

tl::expected<Transaction *, Refusal> transactionFor(Office &office, const ScopeRule &rule, const QJsonObject &body)
{
    const auto given = body[u"txnId"].toString();
    auto *transaction = given.isEmpty() ? nullptr : office.transactions.find(given);
    if (!given.isEmpty() && !transaction)
        return keyed(u"txnId", u"Invalid Transaction Id"_s);
    const auto from = rule.system == u"aadhaar"_s ? CodeFrom::Aadhaar : CodeFrom::Abdm;
    auto scopes = verifyScopes(rule);
    scopes.sort();
    if (!transaction)
        transaction = &office.transactions.begin(rule.flow);
    else if (transaction->flow != rule.flow || transaction->from != from)
        transaction->sent = transaction->wrong = 0;
    transaction->flow = rule.flow;
    transaction->from = from;
    transaction->verifyScopes = scopes;
    return transaction;
}

Outcome sendCode(Office &office, Transaction &transaction, const QString &target)
{
    if (transaction.target != target)
        transaction.sent = 0;
    if (const auto locked = office.codes.send(transaction, target))
        return Refused(*locked);
    const auto message = target.contains(u'@') ? u"OTP sent to email address ending with "_s + target.right(12)
                                               : sentMessage(transaction.from, target);
    return Reply::json(QJsonObject{{u"txnId"_s, transaction.id}, {u"message"_s, message}});
}

tl::expected<Transaction *, Refusal> transactionOf(Office &office, const Call &call, const QStringList &scopes)
{
    auto *transaction = office.transactions.find(call.body[u"authData"][u"otp"][u"txnId"].toString());
    if (!transaction || transaction->code.isEmpty())
        return keyed(u"txnId", u"Invalid Transaction Id"_s);
    if (transaction->verifyScopes != scopes)
        return keyed(u"scope", u"Invalid Scope"_s);
    return transaction;
}

tl::expected<CodeDesk::Verdict, Refusal> tryCode(Office &office, Transaction &transaction, const Call &call)
{
    const auto typed = office.key.open(call.body[u"authData"][u"otp"][u"otpValue"].toString());
    if (!typed || !isCode(*typed))
        return keyed(u"otpValue", u"Invalid OTP Value"_s);
    const auto verdict = office.codes.check(transaction, *typed);
    if (verdict == CodeDesk::Verdict::Locked)
        return Refused(*documented(u"ABDM-1100"_s));
    return verdict;
}

Reply failedResult(const QString &message, const QString &transaction, const QString &list)
{
    QJsonObject out{{u"authResult"_s, u"failed"_s}, {u"message"_s, message}, {list, QJsonArray()}};
    if (!transaction.isEmpty())
        out.insert(u"txnId"_s, transaction);
    return Reply::json(out);
}

Reply failedResult(CodeDesk::Verdict verdict, const QString &transaction, const QString &list)
{
    return failedResult(messageOf(verdict), transaction, list);
}

}
