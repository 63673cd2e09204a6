#include "sandbox/abha/profile_json.h"

#include "sandbox/abha/accounts.h"
#include "sandbox/abha/card.h"

#include <QJsonArray>

namespace nadi::sandbox::abha
{
using namespace Qt::StringLiterals;

namespace
{
struct Names
{
    QString first;
    QString middle;
    QString last;
};

Names namesOf(const Person &person)
{
    auto words = person.name.split(u' ', Qt::SkipEmptyParts);
    Names out;
    if (!words.isEmpty())
        out.first = words.takeFirst();
    if (!words.isEmpty())
        out.last = words.takeLast();
    out.middle = words.join(u' ');
    return out;
}

QJsonValue orNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

QJsonValue maskedOrNull(const QString &mobile)
{
    return mobile.isEmpty() ? QJsonValue() : QJsonValue(maskedMobile(mobile));
}

/// "26-06-1990", or the year alone.
QString birthText(const Person &person)
{
    const auto parts = person.birth.split(u'-');
    return parts.size() == 3 ? parts[2] + u'-' + parts[1] + u'-' + parts[0] : person.birth;
}

QString birthPart(const Person &person, qsizetype index)
{
    return person.birth.split(u'-').value(index);
}

bool isKycVerified(const Person &person)
{
    return person.verificationType == u"AADHAAR"_s;
}

QString fullAddress(const Place &place)
{
    return QStringList{place.line, place.district, place.state.left(1) + place.state.mid(1).toLower()}.join(u", "_s);
}

QString text(bool value)
{
    return value ? u"true"_s : u"false"_s;
}

/// Labels in Hindi whatever the place: the real service translates them too.
QJsonValue localized(const Person &person)
{
    if (person.localName.isEmpty())
        return {};
    const QJsonObject labels{{u"name"_s, u"नाम"_s}, {u"abhaNumber"_s, u"आभा संख्या"_s}, {u"abhaAddress"_s, u"आभा पता"_s},
        {u"gender"_s, u"लिंग"_s}, {u"dob"_s, u"जन्म तिथि"_s}, {u"mobile"_s, u"मोबाइल"_s}};
    return QJsonObject{{u"name"_s, person.localName}, {u"stateName"_s, person.localState},
        {u"districtName"_s, person.localDistrict}, {u"townName"_s, person.localDistrict},
        {u"villageName"_s, QJsonValue()}, {u"gender"_s, person.gender == u"F"_s ? u"स्त्री"_s : u"पुरुष"_s},
        {u"localizedLabels"_s, labels}};
}

QJsonValue photoOf(const Person &person)
{
    return person.photo.isEmpty() ? QString::fromLatin1(portrait(person)) : person.photo;
}
}

QString statusWord(const Person &person)
{
    switch (person.status()) {
    case AccountStatus::Active:
        return u"ACTIVE"_s;
    case AccountStatus::Deactivated:
        return u"DEACTIVATED"_s;
    case AccountStatus::Deleted:
        break;
    }
    return u"DELETED"_s;
}

QStringList authMethods(const Person &person)
{
    QStringList out;
    if (!person.mobile.isEmpty())
        out.append(u"MOBILE_OTP"_s);
    if (!person.aadhaar.isEmpty())
        out.append({u"AADHAAR_BIO"_s, u"AADHAAR_OTP"_s, u"DEMOGRAPHICS"_s});
    if (!person.password.isEmpty())
        out.append(u"PASSWORD"_s);
    return out;
}

QJsonObject enrolledProfile(const Person &person)
{
    const auto names = namesOf(person);
    return {{u"firstName"_s, names.first}, {u"middleName"_s, names.middle}, {u"lastName"_s, names.last},
        {u"dob"_s, birthText(person)}, {u"gender"_s, person.gender}, {u"photo"_s, photoOf(person)},
        {u"mobile"_s, maskedOrNull(person.mobile)}, {u"email"_s, orNull(person.email)},
        {u"phrAddress"_s, QJsonArray::fromStringList(person.abhaAddresses)}, {u"address"_s, fullAddress(person.place)},
        {u"districtCode"_s, person.place.districtCode}, {u"stateCode"_s, person.place.stateCode},
        {u"pinCode"_s, person.place.pinCode}, {u"abhaType"_s, u"STANDARD"_s}, {u"stateName"_s, person.place.state},
        {u"districtName"_s, person.place.district.toUpper()}, {u"ABHANumber"_s, dashed(person.abhaNumber)},
        {u"abhaStatus"_s, statusWord(person)}};
}

QJsonObject accountProfile(const Person &person)
{
    const auto names = namesOf(person);
    const auto null = QJsonValue();
    return {{u"ABHANumber"_s, dashed(person.abhaNumber)}, {u"preferredAbhaAddress"_s, person.abhaAddress},
        {u"mobile"_s, maskedOrNull(person.mobile)}, {u"firstName"_s, names.first}, {u"middleName"_s, names.middle},
        {u"lastName"_s, names.last}, {u"name"_s, person.name}, {u"yearOfBirth"_s, birthPart(person, 0)},
        {u"dayOfBirth"_s, orNull(birthPart(person, 2))}, {u"monthOfBirth"_s, orNull(birthPart(person, 1))},
        {u"gender"_s, person.gender}, {u"email"_s, orNull(person.email)}, {u"profilePhoto"_s, photoOf(person)},
        {u"kycPhoto"_s, isKycVerified(person) ? QJsonValue(QString::fromLatin1(portrait(person))) : u"AA=="_s},
        {u"status"_s, statusWord(person)}, {u"stateCode"_s, person.place.stateCode},
        {u"districtCode"_s, person.place.districtCode}, {u"subDistrictCode"_s, null}, {u"villageCode"_s, null},
        {u"townCode"_s, null}, {u"wardCode"_s, null}, {u"pincode"_s, person.place.pinCode},
        {u"address"_s, fullAddress(person.place)}, {u"stateName"_s, person.place.state},
        {u"districtName"_s, person.place.district.toUpper()}, {u"subdistrictName"_s, person.place.district.toUpper()},
        {u"villageName"_s, null}, {u"townName"_s, person.place.district}, {u"wardName"_s, null},
        {u"authMethods"_s, QJsonArray::fromStringList(authMethods(person))}, {u"tags"_s, QJsonObject()},
        {u"kycVerified"_s, isKycVerified(person)},
        {u"verificationStatus"_s, person.verificationType == u"DRIVING_LICENCE"_s ? u"PROVISIONAL"_s : u"VERIFIED"_s},
        {u"verificationType"_s, person.verificationType}, {u"localizedDetails"_s, localized(person)},
        {u"createdDate"_s,
            person.created.isSet() ? person.created.toDateTime().toString(u"dd-MM-yyyy"_s) : u"04-03-2024"_s}};
}

QJsonObject accountRow(const Person &person)
{
    return {{u"ABHANumber"_s, dashed(person.abhaNumber)}, {u"preferredAbhaAddress"_s, person.abhaAddress},
        {u"name"_s, person.name}, {u"status"_s, statusWord(person)}, {u"profilePhoto"_s, photoOf(person)}};
}

QJsonObject choiceRow(const Person &person)
{
    auto out = accountRow(person);
    out.insert(u"gender"_s, person.gender);
    out.insert(u"dob"_s, birthText(person));
    out.insert(u"verifiedStatus"_s, u"VERIFIED"_s);
    out.insert(u"verificationType"_s, person.verificationType);
    out.insert(u"kycVerified"_s, isKycVerified(person));
    return out;
}

QJsonObject webUser(const Person &person)
{
    QJsonObject out{{u"abhaAddress"_s, person.abhaAddress}, {u"fullName"_s, person.name},
        {u"profilePhoto"_s, photoOf(person)}, {u"status"_s, statusWord(person)},
        {u"kycStatus"_s, isKycVerified(person) ? u"VERIFIED"_s : u"PENDING"_s}};
    if (person.hasAbhaNumber())
        out.insert(u"abhaNumber"_s, dashed(person.abhaNumber));
    return out;
}

QJsonObject webProfile(const Person &person)
{
    const auto names = namesOf(person);
    auto out = webUser(person);
    const QJsonObject rest{{u"firstName"_s, names.first}, {u"middleName"_s, names.middle}, {u"lastName"_s, names.last},
        {u"dayOfBirth"_s, birthPart(person, 2)}, {u"monthOfBirth"_s, birthPart(person, 1)},
        {u"yearOfBirth"_s, birthPart(person, 0)}, {u"dateOfBirth"_s, birthText(person)}, {u"gender"_s, person.gender},
        {u"email"_s, orNull(person.email)}, {u"mobile"_s, person.mobile.left(5) + u"*****"_s},
        {u"address"_s, fullAddress(person.place)}, {u"stateName"_s, person.place.state},
        {u"districtName"_s, person.place.district.toUpper()}, {u"pinCode"_s, person.place.pinCode},
        {u"stateCode"_s, person.place.stateCode}, {u"districtCode"_s, person.place.districtCode},
        {u"subDistrictName"_s, person.place.district.toUpper()}, {u"subDistrictCode"_s, QString()},
        {u"authMethods"_s, QJsonArray::fromStringList(authMethods(person))},
        {u"emailVerified"_s, text(!person.email.isEmpty())}, {u"mobileVerified"_s, text(!person.mobile.isEmpty())},
        {u"abhaLinkedCount"_s, QString::number(person.abhaAddresses.size())}};
    for (auto it = rest.begin(); it != rest.end(); ++it)
        out.insert(it.key(), it.value());
    return out;
}

}
