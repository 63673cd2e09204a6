// Enrolment by what Aadhaar knows of the person, for a registered government programme (abha-m1.md 3.3).

#include "sandbox/abha/accounts.h"
#include "sandbox/abha/enrolment.h"
#include "sandbox/abha/profile_json.h"

namespace nadi::sandbox::abha
{
using namespace Qt::StringLiterals;

namespace
{
struct Form
{
    const char *member;
    const char *pattern;
    const char *message;
};
// The reference names the members, not their forms; only the words for the district are a recorded answer. Of the birth
// date any usual spelling is read.
constexpr Form forms[]{
    {"stateCode", "[0-9]{1,2}", "Invalid state and district code"},
    {"districtCode", "[0-9]{1,3}", "Invalid state and district code"},
    {"dateOfBirth", "[0-9]{1,4}([-/][0-9]{1,2}[-/][0-9]{1,4})?", "Invalid Date of Birth"},
    {"gender", "[MFO]", "Invalid Gender"},
    {"name", ".{1,120}", "Invalid Name"},
    {"mobile", "([6-9][0-9]{9})?", "Invalid Mobile Number"},
    {"pincode", "([1-9][0-9]{5})?", "Invalid Pin Code"},
};

std::optional<Refused> formFault(const QJsonObject &given)
{
    for (const auto &form : forms) {
        const auto member = QString::fromLatin1(form.member);
        if (!matches(form.pattern, given[member].toString()))
            return keyed(member == u"stateCode" ? u"districtCode"_s : member, QString::fromLatin1(form.message));
    }
    return std::nullopt;
}

bool isKnownDistrict(const People &people, const QString &state, const QString &district)
{
    return std::any_of(people.all().begin(), people.all().end(), [&](const Person &person) {
        return person.place.stateCode.toInt() == state.toInt() && person.place.districtCode.toInt() == district.toInt();
    });
}

int yearIn(const QString &birth)
{
    for (const auto &part : birth.split(birth.contains(u'/') ? u'/' : u'-'))
        if (part.size() == 4)
            return part.toInt();
    return 0;
}

QJsonObject flatProfile(Office &office, const Call &call, const Person &person, bool fresh)
{
    // The account's spelling without what the recorded answer leaves out, under names of its own.
    const auto account = accountProfile(person);
    QJsonObject out{{u"healthIdNumber"_s, account[u"ABHANumber"]}, {u"healthId"_s, person.abhaAddress}};
    for (const auto &member : {u"mobile"_s, u"firstName"_s, u"middleName"_s, u"lastName"_s, u"name"_s, u"yearOfBirth"_s,
             u"dayOfBirth"_s, u"monthOfBirth"_s, u"gender"_s, u"stateCode"_s, u"districtCode"_s, u"pincode"_s,
             u"address"_s, u"stateName"_s, u"districtName"_s, u"kycVerified"_s, u"status"_s})
        out.insert(member, account[member]);
    const auto tokens = finalTokens(office, person, TokenKind::User, call, {});
    out.insert(u"token"_s, tokens[u"token"]);
    out.insert(u"jwtResponse"_s, tokens);
    out.insert(u"new"_s, fresh);
    return out;
}
}

Outcome enrolByDemographics(Office &office, const Call &call)
{
    const auto programme = QString::fromLatin1(call.headers.value("benefit-name"));
    if (programme.isEmpty())
        return Refused(*documented(u"ABDM-1021"_s));
    if (programme != office.manners.programme)
        return plain(401, u"Invalid Benefit Name"_s);
    const auto given = call.body[u"authData"][u"demo_auth"].toObject();
    if (const auto fault = formFault(given))
        return *fault;
    const auto aadhaar = office.key.open(given[u"aadhaarNumber"].toString());
    if (!aadhaar || !isAadhaar(*aadhaar))
        return keyed(u"aadhaarNumber", u"Invalid Aadhaar Number"_s);
    if (!isKnownDistrict(office.people, given[u"stateCode"].toString(), given[u"districtCode"].toString()))
        return keyed(u"districtCode", u"Invalid state and district code"_s);
    auto *person = office.people.byAadhaar(*aadhaar);
    if (!person
        || !sameDemographics(
            *person, given[u"name"].toString(), given[u"gender"].toString(), yearIn(given[u"dateOfBirth"].toString())))
        return Refused(*documented(u"ABDM-1207"_s));
    const auto fresh = openAccount(office, *person, given[u"mobile"].toString());
    if (!fresh)
        return Refused(fresh.error());
    return Reply::json(flatProfile(office, call, *person, *fresh));
}

}
