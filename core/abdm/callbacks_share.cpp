#include "abdm/callback_parsers.h"

#include <algorithm>

namespace nadi::abdm
{
namespace
{

constexpr qsizetype longestText = 200;
constexpr qsizetype longestToken = 8 * 1024;

QString shortText(const Fields &fields, QStringView key)
{
    return fields.looseText(key).simplified().left(longestText);
}

/// "+91-9000000001" and "09000000001" as 10 digits; anything else is nothing.
QString mobileOf(const QString &text)
{
    QString digits;
    for (const QChar c : text)
        if (c >= u'0' && c <= u'9')
            digits += c;
    if (digits.size() == 12 && digits.startsWith(u"91"))
        digits.remove(0, 2);
    else if (digits.size() == 11 && digits.startsWith(u'0'))
        digits.remove(0, 1);
    const bool masked = text.contains(u'x', Qt::CaseInsensitive) || text.contains(u'*');
    return digits.size() == 10 && !masked ? digits : QString();
}

/// Year only is normal, and parts come masked ("19**"): what is not a number is unknown.
BirthDate birthOf(const Fields &patient)
{
    const auto number = [&](QStringView key) -> std::optional<int> {
        bool good = false;
        const int value = patient.looseText(key).toInt(&good);
        return good && value > 0 ? std::optional(value) : std::nullopt;
    };
    BirthDate birth;
    birth.year = number(u"yearOfBirth");
    if (!birth.year || *birth.year < 1900 || *birth.year > 2200)
        return {};
    birth.month = number(u"monthOfBirth");
    birth.day = birth.month ? number(u"dayOfBirth") : std::nullopt;
    const auto checked = BirthDate::parse(birth.toIso());
    return checked ? *checked : BirthDate{.year = birth.year, .month = {}, .day = {}};
}

SharedProfile profileOf(const Fields &patient)
{
    SharedProfile out;
    if (const auto number = AbhaNumber::parse(patient.looseText(u"abhaNumber")); number)
        out.abhaNumber = *number;
    if (const auto address = AbhaAddress::parse(patient.looseText(u"abhaAddress")); address)
        out.abhaAddress = *address;
    out.name = shortText(patient, u"name");
    out.gender = genderFromWire(patient.looseText(u"gender").trimmed().left(1).toUpper());
    out.birth = birthOf(patient);
    out.mobile = mobileOf(patient.looseText(u"phoneNumber"));
    const auto address = patient.object(u"address");
    out.addressLine = shortText(address, u"line");
    out.district = shortText(address, u"district");
    out.state = shortText(address, u"state");
    out.pincode = shortText(address, address.has(u"pincode") ? u"pincode" : u"pinCode");
    return out;
}

}

PatientShare parsePatientShare(Fields &fields)
{
    PatientShare out;
    out.intent = fields.looseText(u"intent").trimmed().toUpper().left(longestText);
    const auto meta = fields.object(u"metaData");
    out.counter = meta.looseText(u"context");
    out.doctorHprId = shortText(meta, u"hprId");
    const auto profile = fields.object(u"profile");
    out.profile = profileOf(profile.object(u"patient"));
    for (const Fields *place : std::initializer_list<const Fields *>{&fields, &meta, &profile})
        if (const auto token = place->looseText(u"linkToken"); !token.isEmpty() && token.size() <= longestToken)
            out.linkToken = token.toLatin1();
    return out;
}

RunningTokenStatus parseRunningTokenStatus(Fields &fields)
{
    return {fields.looseText(u"context")};
}

}
