#include "sandbox/abha/accounts.h"
#include "sandbox/abha/enrolment.h"

#include <QJsonArray>

namespace nadi::sandbox::abha
{
using namespace Qt::StringLiterals;

Outcome suggestAddresses(Office &office, const Call &call)
{
    auto *transaction = office.transactions.find(QString::fromLatin1(call.headers.value("transaction-id")));
    const auto *person = transaction && transaction->verified ? office.people.byId(transaction->person) : nullptr;
    if (!person)
        return Refused(*documented(u"ABDM-1017"_s));
    transaction->suggested = suggestedAddresses(office, *person);
    return Reply::json(QJsonObject{
        {u"txnId"_s, transaction->id}, {u"abhaAddressList"_s, QJsonArray::fromStringList(transaction->suggested)}});
}

Outcome chooseAddress(Office &office, const Call &call)
{
    constexpr qsizetype mostAddresses = 6; // 1.6
    auto *transaction = office.transactions.find(call.body[u"txnId"].toString());
    auto *person = transaction && transaction->verified ? office.people.byId(transaction->person) : nullptr;
    if (!person)
        return keyed(u"txnId", u"Invalid Transaction Id"_s);
    const auto address = withSuffix(call.body[u"abhaAddress"].toString());
    const auto local = address.section(u'@', 0, 0);
    const bool own = person->abhaAddresses.contains(address);
    if (!own && !transaction->suggested.contains(local) && !isTypedAddress(local))
        return Refused(*documented(u"ABDM-1170"_s));
    if (!own && office.people.byAddress(address))
        return Refused(*documented(u"ABDM-1101"_s));
    if (!own && person->abhaAddresses.size() >= mostAddresses)
        return wrapped(422, "ABDM-9999", u"6 ABHA addresses are already linked to this ABHA number"_s);
    if (!own)
        person->abhaAddresses.append(address);
    if (call.body[u"preferred"].toInt() == 1)
        person->abhaAddress = address;
    return Reply::json(QJsonObject{{u"txnId"_s, transaction->id}, {u"healthIdNumber"_s, dashed(person->abhaNumber)},
        {u"preferredAbhaAddress"_s, person->abhaAddress}});
}

}
