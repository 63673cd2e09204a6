#include "sandbox/abha/enrolment.h"

#include "sandbox/abha/accounts.h"
#include "sandbox/abha/code_steps.h"
#include "sandbox/abha/profile_json.h"

#include <QJsonArray>
#include <QRegularExpression>

namespace nadi::sandbox::abha
{
using namespace Qt::StringLiterals;

namespace
{
Refused invalidLoginId()
{
    return keyed(u"loginId", u"Invalid LoginId"_s);
}

Refused invalidTransaction()
{
    return keyed(u"txnId", u"Invalid Transaction Id"_s);
}

Outcome codeForAadhaar(Office &office, const ScopeRule &rule, const Call &call, const QString &aadhaar)
{
    if (!isAadhaar(aadhaar))
        return invalidLoginId();
    const auto *person = office.people.byAadhaar(aadhaar);
    if (!person)
        return wrapped(422, "ABDM-1204", u"UIDAI Error code : 998 : Invalid Aadhaar Number/Virtual ID."_s);
    const auto target = codeTarget(*person, CodeFrom::Aadhaar);
    if (!target)
        return Refused(target.error());
    const auto transaction = transactionFor(office, rule, call.body);
    if (!transaction)
        return Refused(transaction.error());
    (*transaction)->person = person->id;
    return sendCode(office, **transaction, *target);
}

/// Mobile or e-mail of somebody whose Aadhaar step is done.
Outcome codeForContact(Office &office, const ScopeRule &rule, const Call &call, const QString &contact)
{
    static const QRegularExpression mail(u"^[^@\\s]{1,64}@[^@\\s]{1,190}$"_s);
    const bool mobile = rule.flow == Flow::EnrolMobile;
    if (mobile ? !isMobile(contact) : !mail.match(contact).hasMatch())
        return invalidLoginId();
    auto *known = office.transactions.find(call.body[u"txnId"].toString());
    const auto *person = known && known->verified ? office.people.byId(known->person) : nullptr;
    if (!person)
        return invalidTransaction();
    if (mobile && person->mobile != contact && isFull(office, contact))
        return Refused(*documented(u"ABDM-1124"_s));
    const auto transaction = transactionFor(office, rule, call.body);
    if (!transaction)
        return Refused(transaction.error());
    (*transaction)->pending = contact;
    return sendCode(office, **transaction, contact);
}

Outcome codeForLicence(Office &office, const ScopeRule &rule, const Call &call, const QString &mobile)
{
    if (!isMobile(mobile))
        return invalidLoginId();
    const auto transaction = transactionFor(office, rule, call.body);
    if (!transaction)
        return Refused(transaction.error());
    (*transaction)->pending = mobile;
    return sendCode(office, **transaction, mobile);
}

Outcome byCode(Office &office, const Call &call)
{
    auto *transaction = office.transactions.find(call.body[u"authData"][u"otp"][u"txnId"].toString());
    if (!transaction || transaction->flow != Flow::EnrolAadhaar)
        return invalidTransaction();
    const auto verdict = tryCode(office, *transaction, call);
    if (!verdict)
        return Refused(verdict.error());
    // UIDAI does not say why a code is not right (section 8, rule 6).
    if (*verdict != CodeDesk::Verdict::Right)
        return Refused(*documented(u"ABDM-1204"_s));
    return enrolledAccount(office, call, *transaction, call.body[u"authData"][u"otp"][u"mobile"].toString());
}

Outcome byFace(Office &office, const Call &call)
{
    const auto face = call.body[u"authData"][u"face"];
    auto *transaction = office.transactions.find(face[u"txnId"].toString());
    if (!transaction || transaction->flow != Flow::EnrolFace)
        return invalidTransaction();
    const auto aadhaar = office.key.open(face[u"aadhaar"].toString());
    const auto *person = aadhaar ? office.people.byAadhaar(*aadhaar) : nullptr;
    if (!person)
        return keyed(u"aadhaar", u"Invalid Aadhaar Number"_s);
    if (transaction->pending != u"VERIFIED"_s)
        return keyed(u"pid", u"Invalid Face Auth PID"_s);
    transaction->person = person->id;
    return enrolledAccount(office, call, *transaction, face[u"mobile"].toString());
}
}

Outcome enrolledAccount(Office &office, const Call &call, Transaction &transaction, const QString &mobile)
{
    auto *person = office.people.byId(transaction.person);
    if (!person)
        return invalidTransaction();
    // Another mobile than Aadhaar's is proved by a code of its own first.
    const auto opened = openAccount(office, *person, mobile == person->aadhaarMobile ? mobile : QString());
    if (!opened)
        return Refused(opened.error());
    const bool fresh = *opened;
    auto &next = office.transactions.renew(transaction.id);
    next.verified = true;
    return Reply::json(
        QJsonObject{{u"message"_s, fresh ? u"Account created successfully"_s : u"This account already exist"_s},
            {u"txnId"_s, next.id}, {u"tokens"_s, finalTokens(office, *person, TokenKind::User, call, next.id)},
            {u"ABHAProfile"_s, enrolledProfile(*person)}, {u"isNew"_s, fresh}});
}

Outcome requestEnrolmentCode(Office &office, const Call &call)
{
    const auto rule = matchRequest(Counter::Enrolment, call.body);
    if (!rule)
        return Refused(rule.error());
    const auto loginId = office.key.open(call.body[u"loginId"].toString());
    if (!loginId)
        return invalidLoginId();
    switch (rule->flow) {
    case Flow::EnrolAadhaar:
        return codeForAadhaar(office, *rule, call, *loginId);
    case Flow::EnrolLicence:
        return codeForLicence(office, *rule, call, *loginId);
    default:
        return codeForContact(office, *rule, call, *loginId);
    }
}

Outcome enrolByAadhaar(Office &office, const Call &call)
{
    const auto method = call.body[u"authData"][u"authMethods"][0].toString();
    if (method == u"otp"_s)
        return byCode(office, call);
    if (method == u"face_auth"_s)
        return byFace(office, call);
    if (method == u"demo_auth"_s)
        return enrolByDemographics(office, call);
    if ((method == u"bio"_s || method == u"iris"_s) && !office.device.status.isEmpty())
        return enrolByDevice(office, call);
    // Devices and government programmes only (3.3): a private clinic is told so.
    if (call.headers.contains("benefit-name"))
        return plain(401, u"Invalid Benefit Name"_s);
    return Refused(*documented(u"ABDM-1021"_s));
}

Outcome verifyByAbdm(Office &office, const Call &call)
{
    const auto scopes = readVerifyScopes(Counter::Enrolment, call.body);
    if (!scopes)
        return Refused(scopes.error());
    const auto found = transactionOf(office, call, *scopes);
    if (!found)
        return Refused(found.error());
    const auto verdict = tryCode(office, **found, call);
    if (!verdict)
        return Refused(verdict.error());
    if (*verdict != CodeDesk::Verdict::Right)
        return failedResult(*verdict, (*found)->id);
    auto &next = office.transactions.renew((*found)->id);
    QJsonObject out{{u"txnId"_s, next.id}, {u"authResult"_s, u"success"_s}};
    if (next.flow == Flow::EnrolLicence) {
        next.verified = true;
        out.insert(u"message"_s, u"OTP verified successfully."_s);
        return Reply::json(out);
    }
    auto *person = office.people.byId(next.person);
    if (!person)
        return invalidTransaction();
    (next.flow == Flow::EnrolMobile ? person->mobile : person->email) = next.pending;
    out.insert(u"message"_s,
        next.flow == Flow::EnrolMobile ? u"Mobile number is now successfully linked to your Account"_s
                                       : u"Email is now successfully linked to your Account"_s);
    out.insert(u"accounts"_s, QJsonArray{QJsonObject{{u"ABHANumber"_s, dashed(person->abhaNumber)}}});
    return Reply::json(out);
}

}
