#include "sandbox/abha/scopes.h"

#include <QJsonArray>

#include <algorithm>

namespace nadi::sandbox::abha
{
using namespace Qt::StringLiterals;

namespace
{
const QList<ScopeRule> &table()
{
    static const auto aadhaar = u"aadhaar"_s, abdm = u"abdm"_s;
    static const QList<ScopeRule> rules = [] {
        QList<ScopeRule> out;
        const auto row = [&](Counter counter, const char *scopes, const char *hint, const QString &system, Flow flow) {
            out.append({counter, QString::fromLatin1(scopes).split(u' '), QLatin1String(hint), system, flow});
        };
        row(Counter::Enrolment, "abha-enrol", "aadhaar", aadhaar, Flow::EnrolAadhaar);
        row(Counter::Enrolment, "abha-enrol mobile-verify", "mobile", abdm, Flow::EnrolMobile);
        row(Counter::Enrolment, "abha-enrol email-verify", "email", abdm, Flow::EnrolEmail);
        row(Counter::Enrolment, "abha-enrol mobile-verify dl-flow", "mobile", abdm, Flow::EnrolLicence);
        row(Counter::Login, "abha-login aadhaar-verify", "abha-number", aadhaar, Flow::LoginNumber);
        row(Counter::Login, "abha-login mobile-verify", "abha-number", abdm, Flow::LoginNumber);
        row(Counter::Login, "abha-login mobile-verify", "mobile", abdm, Flow::LoginMobile);
        row(Counter::Login, "abha-login aadhaar-verify", "aadhaar", aadhaar, Flow::LoginAadhaar);
        row(Counter::Login, "abha-login search-abha mobile-verify", "index", abdm, Flow::Find);
        row(Counter::Login, "abha-login search-abha aadhaar-verify", "index", aadhaar, Flow::Find);
        row(Counter::Login, "abha-login search-abha qr-verify", "index", aadhaar, Flow::FindFace);
        row(Counter::Login, "abha-login mobile-verify retrieval", "mobile", abdm, Flow::Retrieve);
        row(Counter::Login, "abha-login aadhaar-verify re-activate", "abha-number", aadhaar, Flow::Reactivate);
        row(Counter::Login, "abha-login mobile-verify re-activate", "abha-number", abdm, Flow::Reactivate);
        row(Counter::Web, "abha-address-login mobile-verify", "abha-address", abdm, Flow::WebAddress);
        row(Counter::Web, "abha-address-login aadhaar-verify", "abha-address", aadhaar, Flow::WebAddress);
        row(Counter::Profile, "abha-profile mobile-verify", "mobile", abdm, Flow::ChangeMobile);
        row(Counter::Profile, "abha-profile email-verify", "email", abdm, Flow::ChangeEmail);
        row(Counter::Profile, "abha-profile re-kyc", "abha-number", aadhaar, Flow::ReKyc);
        row(Counter::Profile, "abha-profile change-password", "password", aadhaar, Flow::ChangePassword);
        row(Counter::Profile, "abha-profile change-password", "password", abdm, Flow::ChangePassword);
        row(Counter::Profile, "abha-profile delete", "abha-number", aadhaar, Flow::Delete);
        row(Counter::Profile, "abha-profile delete", "abha-number", abdm, Flow::Delete);
        row(Counter::Profile, "abha-profile de-activate", "abha-number", aadhaar, Flow::Deactivate);
        row(Counter::Profile, "abha-profile de-activate", "abha-number", abdm, Flow::Deactivate);
        return out;
    }();
    return rules;
}

/// Words the service knows beside those of the table.
bool isKnownWord(const QString &word)
{
    static const QStringList others{u"password-verify"_s, u"qr-verify"_s, u"face-verify"_s, u"face-auth"_s,
        u"email-link-verify"_s, u"search-abha"_s};
    return others.contains(word)
        || std::any_of(table().begin(), table().end(), [&](const auto &rule) { return rule.scopes.contains(word); });
}

/// Devices that read fingers, faces and eyes are for those NHA approved (3.3).
bool isBiometric(const QStringList &scopes)
{
    return scopes.contains(u"aadhaar-bio-verify"_s) || scopes.contains(u"aadhaar-face-verify"_s)
        || scopes.contains(u"aadhaar-iris-verify"_s);
}

bool sameSet(QStringList a, QStringList b)
{
    a.sort();
    b.sort();
    return a == b;
}

Refused invalidScope(Counter counter)
{
    return counter == Counter::Web ? listed("ABDM-9999: ", u"Invalid Scope"_s) : keyed(u"scope", u"Invalid Scope"_s);
}

std::optional<Refusal> faultOf(Counter counter, const QStringList &scopes)
{
    if (isBiometric(scopes))
        return documented(u"ABDM-1021"_s);
    if (scopes.isEmpty() || !std::all_of(scopes.begin(), scopes.end(), isKnownWord))
        return invalidScope(counter).value();
    return std::nullopt;
}
}

QStringList textsOf(const QJsonValue &array)
{
    QStringList out;
    for (const auto &item : array.toArray())
        out.append(item.toString());
    return out;
}

QStringList verifyScopes(const ScopeRule &rule)
{
    auto out = rule.scopes;
    out.removeAll(u"search-abha"_s);
    return out;
}

tl::expected<ScopeRule, Refusal> matchRequest(Counter counter, const QJsonObject &body)
{
    const auto scopes = textsOf(body[u"scope"]);
    if (const auto fault = faultOf(counter, scopes))
        return Refused(*fault);
    QList<ScopeRule> fitting;
    for (const auto &rule : table())
        if (rule.counter == counter && sameSet(rule.scopes, scopes))
            fitting.append(rule);
    if (fitting.isEmpty())
        return Refused(*documented(u"ABDM-1107"_s));
    fitting.removeIf([&](const auto &rule) { return rule.hint != body[u"loginHint"].toString(); });
    if (fitting.isEmpty())
        return counter == Counter::Web ? listed("ABDM-9999: ", u"Invalid Login Hint"_s)
                                       : keyed(u"loginHint", u"Invalid Login Hint"_s);
    fitting.removeIf([&](const auto &rule) { return rule.system != body[u"otpSystem"].toString(); });
    if (fitting.isEmpty())
        return listed("ABDM-9999: ", u"Invalid Otp System"_s);
    return fitting.first();
}

tl::expected<QStringList, Refusal> readVerifyScopes(Counter counter, const QJsonObject &body)
{
    const auto scopes = textsOf(body[u"scope"]);
    if (const auto fault = faultOf(counter, scopes))
        return Refused(*fault);
    const bool known = scopes.contains(u"password-verify"_s)
        || std::any_of(table().begin(), table().end(),
            [&](const auto &rule) { return rule.counter == counter && sameSet(verifyScopes(rule), scopes); });
    if (!known)
        return Refused(*documented(u"ABDM-1107"_s));
    auto sorted = scopes;
    sorted.sort();
    return sorted;
}

}
