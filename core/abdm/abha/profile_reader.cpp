#include "abdm/abha/answers.h"
#include "abdm/abha/loose.h"

namespace nadi::abdm::abha
{
namespace
{
void readAddresses(const Loose &object, const QString &suffix, AbhaProfile &profile)
{
    // byAadhaar and byDocument list them, the preferred one first; byDocument writes [null] for none (3.2).
    for (const auto &text : object.texts({u"phrAddress"}))
        if (const auto address = readAddress(text, suffix))
            profile.addresses.append(*address);
    profile.preferredAddress = readAddress(object.text({u"preferredAbhaAddress", u"abhaAddress", u"healthId"}), suffix);
    if (!profile.preferredAddress && !profile.addresses.isEmpty())
        profile.preferredAddress = profile.addresses.constFirst();
    if (profile.preferredAddress && !profile.addresses.contains(*profile.preferredAddress))
        profile.addresses.prepend(*profile.preferredAddress);
}

bool isKycVerified(const Loose &object)
{
    const auto said = object.text({u"kycStatus", u"verificationStatus"});
    return object.flag({u"kycVerified"}) || said.compare(u"VERIFIED", Qt::CaseInsensitive) == 0;
}

/// Ten digits, or as masked; a country code in front of ten digits goes.
QString readMobile(const Loose &object)
{
    auto mobile = object.text({u"mobile"});
    return mobile.startsWith(u"+91") ? mobile.sliced(3).trimmed() : mobile;
}
}

AbhaProfile profileFrom(const QJsonObject &json, const QString &suffix)
{
    const Loose object(json);
    AbhaProfile profile;
    profile.number = readNumber(object.text({u"ABHANumber", u"abhaNumber", u"healthIdNumber"}));
    readAddresses(object, suffix, profile);
    profile.name = readName(object);
    profile.localName = object.object({u"localizedDetails"}).text({u"name"});
    profile.gender = readGender(object.text({u"gender"}));
    profile.birth = readBirth(object);
    profile.mobile = readMobile(object);
    profile.email = object.text({u"email"});
    profile.addressLine = object.text({u"address"});
    profile.district = object.text({u"districtName", u"district"});
    profile.state = object.text({u"stateName", u"state"});
    profile.pinCode = object.text({u"pinCode", u"pincode"});
    profile.photo = readPhoto(object);
    profile.status = readStatus(object.text({u"status", u"abhaStatus"}));
    profile.kycVerified = isKycVerified(object);
    profile.enrolmentNumber = object.text({u"enrolmentNumber"});
    return profile;
}

Answer<AbhaProfile> readProfile(const Reply &reply, const QString &suffix)
{
    const auto object = readObject(reply);
    if (!object)
        return tl::unexpected(object.error());
    auto profile = profileFrom(*object, suffix);
    // 2xx about nobody is no proof of anybody.
    if (!profile.number && !profile.preferredAddress)
        return tl::unexpected(unreadable(reply, QStringLiteral("ABHA-PROFILE")));
    return profile;
}

}
