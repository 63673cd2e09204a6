#pragma once

#include "common/result.h"

#include <QHash>
#include <QList>
#include <QString>

namespace nadi::sandbox
{

/// An invented person with an ABHA, and how their app behaves.
struct Person
{
    QString id;
    QString name;
    QString gender; ///< wire letter
    int yearOfBirth = 0;
    QString abhaNumber; ///< 14 digits
    QString abhaAddress;
    QString mobile;
    bool autoConsent = true; ///< the app asks for what was just linked
    bool active = true; ///< false: the ABHA is deactivated
};

/// resources/demo/people.json
class People
{
public:
    static Result<People> load(QByteArrayView json);

    Person *byAddress(const QString &address);
    Person *byNumber(const QString &digits);
    const QList<Person> &all() const { return m_people; }

private:
    QList<Person> m_people;
};

/// What generate-token compares with the ABHA: name without case and spacing, gender, year within two (4.1).
bool sameDemographics(const Person &person, const QString &name, const QString &gender, int yearOfBirth);

}
