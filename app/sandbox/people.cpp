#include "sandbox/people.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cstdlib>

namespace nadi::sandbox
{
using namespace Qt::StringLiterals;

Result<People> People::load(QByteArrayView json)
{
    People out;
    for (const auto &row : QJsonDocument::fromJson(json.toByteArray()).array()) {
        Person person;
        person.id = row[u"id"].toString();
        person.name = row[u"name"].toString();
        person.gender = row[u"gender"].toString();
        person.yearOfBirth = row[u"birth"].toString().left(4).toInt();
        person.abhaNumber = row[u"abhaNumber"].toString().remove(u'-');
        person.abhaAddress = row[u"abhaAddress"].toString();
        person.mobile = row[u"mobile"].toString();
        out.m_people.append(person);
    }
    if (out.m_people.isEmpty())
        return fail(ErrorKind::Internal, u"SANDBOX-PEOPLE"_s);
    return out;
}

Person *People::byAddress(const QString &address)
{
    const auto found = std::find_if(m_people.begin(), m_people.end(),
        [&](const Person &p) { return p.abhaAddress.compare(address, Qt::CaseInsensitive) == 0; });
    return found == m_people.end() ? nullptr : &*found;
}

Person *People::byNumber(const QString &digits)
{
    const auto found
        = std::find_if(m_people.begin(), m_people.end(), [&](const Person &p) { return p.abhaNumber == digits; });
    return found == m_people.end() ? nullptr : &*found;
}

bool sameDemographics(const Person &person, const QString &name, const QString &gender, int yearOfBirth)
{
    return person.name.simplified().compare(name.simplified(), Qt::CaseInsensitive) == 0 && person.gender == gender
        && std::abs(person.yearOfBirth - yearOfBirth) <= 2;
}

}
