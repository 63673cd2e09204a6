#include "domain/abha_profile_json.h"

#include "domain/words.h"

#include <QJsonArray>

namespace nadi
{
namespace
{
constexpr std::array statusWords{
    Word<AbhaStatus>{AbhaStatus::Active, QLatin1String("active")},
    Word<AbhaStatus>{AbhaStatus::Deactivated, QLatin1String("deactivated")},
    Word<AbhaStatus>{AbhaStatus::Deleted, QLatin1String("deleted")},
    Word<AbhaStatus>{AbhaStatus::Unknown, QLatin1String("unknown")},
};
}

QJsonObject toJson(const AbhaProfile &profile)
{
    QJsonArray addresses;
    for (const auto &address : profile.addresses)
        addresses << address.value();
    return {
        {QStringLiteral("number"), profile.number ? profile.number->digits() : QString()},
        {QStringLiteral("preferred"), profile.preferredAddress ? profile.preferredAddress->value() : QString()},
        {QStringLiteral("addresses"), addresses},
        {QStringLiteral("name"), profile.name},
        {QStringLiteral("localName"), profile.localName},
        {QStringLiteral("gender"), toWire(profile.gender)},
        {QStringLiteral("birth"), profile.birth.toIso()},
        {QStringLiteral("mobile"), profile.mobile},
        {QStringLiteral("email"), profile.email},
        {QStringLiteral("addressLine"), profile.addressLine},
        {QStringLiteral("district"), profile.district},
        {QStringLiteral("state"), profile.state},
        {QStringLiteral("pinCode"), profile.pinCode},
        {QStringLiteral("photo"), QString::fromLatin1(profile.photo.toBase64())},
        {QStringLiteral("status"), wordOf(statusWords, profile.status)},
        {QStringLiteral("kycVerified"), profile.kycVerified},
        {QStringLiteral("enrolmentNumber"), profile.enrolmentNumber},
    };
}

AbhaProfile abhaProfileFromJson(const QJsonObject &json)
{
    const auto text = [&](QStringView member) { return json[member].toString(); };
    AbhaProfile profile;
    if (const auto number = AbhaNumber::parse(text(u"number")))
        profile.number = *number;
    if (const auto address = AbhaAddress::parse(text(u"preferred")))
        profile.preferredAddress = *address;
    for (const auto &one : json[u"addresses"].toArray())
        if (const auto address = AbhaAddress::parse(one.toString()))
            profile.addresses << *address;
    profile.name = text(u"name");
    profile.localName = text(u"localName");
    profile.gender = genderFromWire(text(u"gender"));
    if (const auto birth = BirthDate::parse(text(u"birth")))
        profile.birth = *birth;
    profile.mobile = text(u"mobile");
    profile.email = text(u"email");
    profile.addressLine = text(u"addressLine");
    profile.district = text(u"district");
    profile.state = text(u"state");
    profile.pinCode = text(u"pinCode");
    profile.photo = QByteArray::fromBase64(text(u"photo").toLatin1());
    profile.status = valueOf(statusWords, text(u"status"), AbhaStatus::Unknown);
    profile.kycVerified = json[u"kycVerified"].toBool();
    profile.enrolmentNumber = text(u"enrolmentNumber");
    return profile;
}

}
