// Looking for an ABHA before any code is sent.

#include "sandbox/abha/accounts.h"
#include "sandbox/abha/login.h"
#include "sandbox/abha/profile_json.h"

#include <QJsonArray>

namespace nadi::sandbox::abha
{
using namespace Qt::StringLiterals;

Outcome searchByNumber(Office &office, const Call &call)
{
    const auto *person = office.people.byNumber(call.body[u"ABHANumber"].toString().remove(u'-'));
    if (!person || !person->hasAbhaNumber())
        return Refused(*documented(u"ABDM-1114"_s));
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
        return Refused(*documented(u"ABDM-1114"_s));
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

}
