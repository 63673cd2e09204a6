// Enrolment with a driving licence, and the face hand-off to the person's own app (abha-m1.md 3.2, 3.3).

#include "sandbox/abha/accounts.h"
#include "sandbox/abha/code_steps.h"
#include "sandbox/abha/enrolment.h"

#include <QJsonArray>

namespace nadi::sandbox::abha
{
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{
constexpr auto faceLife = 10min; // 1.6

bool isFace(const Transaction &transaction)
{
    return transaction.flow == Flow::EnrolFace || transaction.flow == Flow::FindFace;
}

/// Two letters of the state, two digits of the office, year and running number.
bool isLicenceNumber(const QString &text)
{
    return text.size() == 15 && text.left(2).toUpper().at(0).isLetter() && text.mid(2).toLongLong() > 0;
}

Person applicant(const Call &call, const QString &mobile, const QString &id)
{
    const auto &body = call.body;
    const auto member = [&](const char *name) { return body[QLatin1String(name)].toString().simplified(); };
    Person out;
    out.id = id;
    out.name = QStringList{member("firstName"), member("middleName"), member("lastName")}.join(u' ').simplified();
    out.gender = member("gender");
    const auto birth = member("dob").split(u'-');
    out.birth = birth.value(0) + u'-' + birth.value(1).rightJustified(2, u'0') + u'-'
        + birth.value(2).rightJustified(2, u'0');
    out.yearOfBirth = birth.value(0).toInt();
    out.place = {member("address"), member("district"), member("state"), {}, {}, member("pinCode")};
    out.mobile = mobile;
    out.verificationType = u"DRIVING_LICENCE"_s;
    out.document = member("documentId").toUpper();
    return out;
}

QJsonObject enrolledByDocument(const Person &person)
{
    const auto words = person.name.split(u' ');
    const auto birth = person.birth.split(u'-');
    return {{u"enrolmentNumber"_s, dashed(person.abhaNumber)}, {u"enrolmentState"_s, u"PROVISIONAL"_s},
        {u"firstName"_s, words.first()}, {u"middleName"_s, words.mid(1, words.size() - 2).join(u' ')},
        {u"lastName"_s, words.size() > 1 ? words.last() : QString()},
        {u"dob"_s,
            u"%1-%2-%3"_s.arg(birth.value(0)).arg(birth.value(1).toInt()).arg(birth.value(2).toInt())}, // unpadded
        {u"gender"_s, person.gender}, {u"mobile"_s, maskedMobile(person.mobile)}, {u"address"_s, person.place.line},
        {u"districtCode"_s, person.place.districtCode}, {u"district"_s, person.place.district.toUpper()},
        {u"stateCode"_s, person.place.stateCode}, {u"state"_s, person.place.state}, {u"abhaStatus"_s, u"ACTIVE"_s},
        {u"phrAddress"_s, QJsonArray{QJsonValue()}}};
}

const Person *byDocument(const People &people, const QString &document)
{
    const auto found = std::find_if(people.all().begin(), people.all().end(),
        [&](const Person &person) { return person.document == document && !person.deleted; });
    return found == people.all().end() ? nullptr : &*found;
}
}

Outcome enrolByDocument(Office &office, const Call &call)
{
    auto *transaction = office.transactions.find(call.body[u"txnId"].toString());
    if (!transaction || transaction->flow != Flow::EnrolLicence || !transaction->verified)
        return Refused(*documented(u"ABDM-1017"_s));
    auto person = applicant(call, transaction->pending, u"licence-"_s + transaction->id);
    if (!isLicenceNumber(person.document))
        return Refused(*documented(u"ABDM-1203"_s));
    const auto *known = byDocument(office.people, person.document);
    // The licence office knows one holder; somebody else's details do not match.
    if (known && !sameDemographics(*known, person.name, person.gender, person.yearOfBirth))
        return Refused(*documented(u"ABDM-1203"_s));
    if (!known && isFull(office, person.mobile))
        return Refused(*documented(u"ABDM-1124"_s));
    const bool fresh = !known;
    if (fresh) {
        giveAbhaNumber(office, person, person.mobile);
        known = &office.people.add(person);
        office.memory.effect(u"abha-created:"_s + known->id);
    }
    return Reply::json(
        QJsonObject{{u"message"_s, fresh ? u"Account created successfully"_s : u"This account already exist"_s},
            {u"enrolProfile"_s, enrolledByDocument(*known)}, {u"isNew"_s, fresh}});
}

Outcome beginFace(Office &office, const Call &call)
{
    const auto scopes = textsOf(call.body[u"scope"]);
    if (!scopes.contains(u"abha-enrol"_s) || !(scopes.contains(u"face-auth"_s) || scopes.contains(u"face-verify"_s)))
        return keyed(u"scope", u"Invalid Scope"_s);
    auto &transaction = office.transactions.begin(Flow::EnrolFace);
    transaction.pending = u"PENDING"_s;
    return Reply::json(QJsonObject{{u"txnId"_s, transaction.id}});
}

Outcome captureFace(Office &office, const Call &call)
{
    if (!textsOf(call.body[u"scope"]).contains(u"face-verify"_s))
        return keyed(u"scope", u"Invalid Scope"_s);
    const auto *transaction = office.transactions.find(call.body[u"txnId"].toString());
    if (!transaction || !isFace(*transaction) || office.clock.now() - transaction->begun > faceLife)
        return keyed(u"txnId", u"Invalid Transaction Id"_s);
    return Reply::json(QJsonObject{{u"txnId"_s, transaction->id}, {u"status"_s, transaction->pending}});
}

}
