#pragma once

#include "common/result.h"
#include "common/utc_time.h"

#include <QHash>
#include <QJsonArray>
#include <QList>
#include <QString>
#include <QStringList>

namespace nadi::sandbox
{

/// Where somebody lives, with LGD codes as text without leading zeros.
struct Place
{
    QString line;
    QString district;
    QString state;
    QString districtCode;
    QString stateCode;
    QString pinCode;

    friend bool operator==(const Place &, const Place &) = default;
};

enum class AccountStatus { Active, Deactivated, Deleted };

/// An invented person, their ABHA when they have one, and how their app behaves.
struct Person
{
    QString id;
    QString name;
    QString gender; ///< wire letter
    QString birth; ///< ISO date, or the year alone
    int yearOfBirth = 0;
    Place place;
    QString localName; ///< the name, state and district in the script of the place; empty: not known
    QString localState;
    QString localDistrict;

    QString aadhaar; ///< 12 digits; empty: has none, or it is not used
    QString aadhaarMobile; ///< where UIDAI's codes go; empty: none registered

    QString abhaNumber; ///< 14 digits; empty: none yet
    QString abhaAddress; ///< the preferred one
    QStringList abhaAddresses; ///< all of them, the preferred one too
    QString mobile; ///< communication mobile of the ABHA; empty: not verified
    QString email;
    QString photo; ///< base64; empty: the portrait that is drawn for this person
    QString password;
    QString verificationType; ///< AADHAAR, CHILD_ABHA, DRIVING_LICENCE; empty: not verified by anybody
    QString document; ///< number of the driving licence
    UtcTime created;

    bool autoConsent = true; ///< the app asks for what was just linked
    bool active = true; ///< false: the ABHA is deactivated
    bool deleted = false; ///< the ABHA is; its number is never given again

    AccountStatus status() const
    {
        return deleted ? AccountStatus::Deleted : active ? AccountStatus::Active : AccountStatus::Deactivated;
    }
    friend bool operator==(const Person &, const Person &) = default;
    bool hasAbhaNumber() const { return !abhaNumber.isEmpty() && !deleted; }
};

/// resources/demo/people.json and abha-people.json, and whoever gets an ABHA while the sandbox runs. One list for the
/// gateway, the phone and the ABHA service.
class People
{
public:
    static Result<People> load(std::initializer_list<QByteArray> files);

    /// By any of the person's addresses.
    Person *byAddress(const QString &address);
    Person *byNumber(const QString &digits);
    Person *byId(const QString &id);
    Person *byAadhaar(const QString &digits);
    /// Whose ABHA has this communication mobile, with a number that is not deleted.
    QList<Person *> byMobile(const QString &mobile);
    /// Pointers to people do not survive it.
    Person &add(Person person);

    const QList<Person> &all() const { return m_people; }

    /// Who is not as the files say: for the state file.
    QJsonArray changes() const;
    void restore(const QJsonArray &changed);

private:
    template <class Test>
    Person *first(Test test);

    QList<Person> m_people;
    QList<Person> m_asLoaded;
};

/// What generate-token compares with the ABHA: name without case and spacing, gender, year within two (4.1).
bool sameDemographics(const Person &person, const QString &name, const QString &gender, int yearOfBirth);

}
