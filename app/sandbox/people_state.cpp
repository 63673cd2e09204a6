#include "sandbox/people.h"

#include <QJsonObject>

namespace nadi::sandbox
{
using namespace Qt::StringLiterals;

namespace
{
/// Every text a person has, by name, for reading and writing alike.
template <class Visit>
void eachText(Visit visit)
{
    visit(u"id"_s, [](auto &p) -> auto & { return p.id; });
    visit(u"name"_s, [](auto &p) -> auto & { return p.name; });
    visit(u"gender"_s, [](auto &p) -> auto & { return p.gender; });
    visit(u"birth"_s, [](auto &p) -> auto & { return p.birth; });
    visit(u"line"_s, [](auto &p) -> auto & { return p.place.line; });
    visit(u"district"_s, [](auto &p) -> auto & { return p.place.district; });
    visit(u"state"_s, [](auto &p) -> auto & { return p.place.state; });
    visit(u"districtCode"_s, [](auto &p) -> auto & { return p.place.districtCode; });
    visit(u"stateCode"_s, [](auto &p) -> auto & { return p.place.stateCode; });
    visit(u"pinCode"_s, [](auto &p) -> auto & { return p.place.pinCode; });
    visit(u"localName"_s, [](auto &p) -> auto & { return p.localName; });
    visit(u"localState"_s, [](auto &p) -> auto & { return p.localState; });
    visit(u"localDistrict"_s, [](auto &p) -> auto & { return p.localDistrict; });
    visit(u"aadhaar"_s, [](auto &p) -> auto & { return p.aadhaar; });
    visit(u"aadhaarMobile"_s, [](auto &p) -> auto & { return p.aadhaarMobile; });
    visit(u"abhaNumber"_s, [](auto &p) -> auto & { return p.abhaNumber; });
    visit(u"abhaAddress"_s, [](auto &p) -> auto & { return p.abhaAddress; });
    visit(u"mobile"_s, [](auto &p) -> auto & { return p.mobile; });
    visit(u"email"_s, [](auto &p) -> auto & { return p.email; });
    visit(u"photo"_s, [](auto &p) -> auto & { return p.photo; });
    visit(u"password"_s, [](auto &p) -> auto & { return p.password; });
    visit(u"verificationType"_s, [](auto &p) -> auto & { return p.verificationType; });
    visit(u"document"_s, [](auto &p) -> auto & { return p.document; });
}

QJsonObject toJson(const Person &person)
{
    QJsonObject out{{u"abhaAddresses"_s, QJsonArray::fromStringList(person.abhaAddresses)},
        {u"created"_s, person.created.ms()}, {u"autoConsent"_s, person.autoConsent}, {u"active"_s, person.active},
        {u"deleted"_s, person.deleted}};
    eachText([&](const QString &name, auto member) { out.insert(name, member(person)); });
    return out;
}

Person fromJson(const QJsonValue &row)
{
    Person out;
    eachText([&](const QString &name, auto member) { member(out) = row[name].toString(); });
    out.yearOfBirth = out.birth.left(4).toInt();
    for (const auto &address : row[u"abhaAddresses"].toArray())
        out.abhaAddresses.append(address.toString());
    out.created = UtcTime::fromMs(row[u"created"].toInteger());
    out.autoConsent = row[u"autoConsent"].toBool();
    out.active = row[u"active"].toBool();
    out.deleted = row[u"deleted"].toBool();
    return out;
}
}

QJsonArray People::changes() const
{
    QJsonArray out;
    for (const auto &person : m_people)
        if (!m_asLoaded.contains(person))
            out.append(toJson(person));
    return out;
}

void People::restore(const QJsonArray &changed)
{
    for (const auto &row : changed) {
        auto person = fromJson(row);
        if (auto *known = byId(person.id))
            *known = std::move(person);
        else
            m_people.append(std::move(person));
    }
}

}
