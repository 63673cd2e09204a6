#include "sandbox/people.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cstdlib>

namespace nadi::sandbox
{
using namespace Qt::StringLiterals;

namespace
{
Place readPlace(const QJsonValue &row)
{
    return {row[u"line"].toString(), row[u"place"].toString(), row[u"state"].toString(),
        row[u"districtCode"].toString(), row[u"stateCode"].toString(), row[u"pinCode"].toString()};
}

Person readPerson(const QJsonValue &row)
{
    Person out;
    out.id = row[u"id"].toString();
    out.name = row[u"name"].toString();
    out.gender = row[u"gender"].toString();
    out.birth = row[u"birth"].toString();
    out.yearOfBirth = out.birth.left(4).toInt();
    out.place = readPlace(row);
    out.localName = row[u"localName"].toString();
    out.localState = row[u"localState"].toString();
    out.localDistrict = row[u"localDistrict"].toString();
    out.mobile = row[u"mobile"].toString();
    out.aadhaar = row[u"aadhaar"].toString();
    if (!out.aadhaar.isEmpty())
        out.aadhaarMobile = row[u"aadhaarMobile"].toString(out.mobile);
    out.abhaNumber = row[u"abhaNumber"].toString().remove(u'-');
    const auto byDefault = out.abhaNumber.isEmpty() ? QString() : out.abhaNumber + u"@sbx"_s;
    out.abhaAddress = row[u"abhaAddress"].toString(byDefault);
    if (!out.abhaAddress.isEmpty())
        out.abhaAddresses.append(out.abhaAddress);
    out.email = row[u"email"].toString();
    out.password = row[u"password"].toString();
    out.verificationType = row[u"verificationType"].toString(u"AADHAAR"_s);
    out.active = row[u"active"].toBool(true);
    return out;
}
}

Result<People> People::load(std::initializer_list<QByteArray> files)
{
    People out;
    for (const auto &json : files) {
        const auto rows = QJsonDocument::fromJson(json).array();
        if (rows.isEmpty())
            return fail(ErrorKind::Internal, u"SANDBOX-PEOPLE"_s);
        for (const auto &row : rows)
            out.m_people.append(readPerson(row));
    }
    out.m_asLoaded = out.m_people;
    return out;
}

template <class Test>
Person *People::first(Test test)
{
    const auto found = std::find_if(m_people.begin(), m_people.end(), test);
    return found == m_people.end() ? nullptr : &*found;
}

Person *People::byAddress(const QString &address)
{
    return first([&](const Person &p) { return p.abhaAddresses.contains(address, Qt::CaseInsensitive); });
}

Person *People::byNumber(const QString &digits)
{
    return digits.isEmpty() ? nullptr : first([&](const Person &p) { return p.abhaNumber == digits; });
}

Person *People::byId(const QString &id)
{
    return first([&](const Person &p) { return p.id == id; });
}

Person *People::byAadhaar(const QString &digits)
{
    return digits.isEmpty() ? nullptr : first([&](const Person &p) { return p.aadhaar == digits; });
}

QList<Person *> People::byMobile(const QString &mobile)
{
    QList<Person *> out;
    for (auto &person : m_people)
        if (!mobile.isEmpty() && person.mobile == mobile && person.hasAbhaNumber())
            out.append(&person);
    return out;
}

Person &People::add(Person person)
{
    m_people.append(std::move(person));
    return m_people.last();
}

bool sameDemographics(const Person &person, const QString &name, const QString &gender, int yearOfBirth)
{
    return person.name.simplified().compare(name.simplified(), Qt::CaseInsensitive) == 0 && person.gender == gender
        && std::abs(person.yearOfBirth - yearOfBirth) <= 2;
}

}
