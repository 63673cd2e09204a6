// Whom a code is for, and where it goes.

#include "sandbox/abha/accounts.h"
#include "sandbox/abha/code_steps.h"
#include "sandbox/abha/login.h"

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

}
