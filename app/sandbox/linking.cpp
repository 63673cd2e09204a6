#include "sandbox/linking.h"

#include <QJsonDocument>
#include <QSet>

#include <algorithm>

namespace nadi::sandbox
{
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{
constexpr auto duplicateWindow = 70s; // refused requests too are remembered, 69 s were seen (4.1)
constexpr auto linkDuplicateWindow = 20s;
constexpr int tokensPerDay = 3;
constexpr auto tooEarly = 5s; // 4.3

QJsonObject error(const char *code, const char *message)
{
    return {{u"code"_s, QLatin1String(code)}, {u"message"_s, QLatin1String(message)}};
}

QString contentKey(const Call &call)
{
    return call.operation + u'|' + call.hip + u'|'
        + QString::fromUtf8(QJsonDocument(call.body).toJson(QJsonDocument::Compact));
}

QString numberText(const QJsonValue &number)
{
    return number.isDouble() ? QString::number(number.toInteger()) : number.toString();
}

Answer wrongFacility()
{
    return Answer::refused(400, "ABDM-1035", u"Invalid HIP id"_s);
}
}

void Linking::reply(const Call &call, const char *path, QJsonObject body, std::chrono::milliseconds delay)
{
    body.insert(u"response"_s, QJsonObject{{u"requestId"_s, call.request}});
    m_parts.callbacks.send({QLatin1String(path), call.hip, body, {}}, delay);
}

Answer Linking::generateToken(const Call &call)
{
    if (!m_parts.registry.serves(call.client, call.hip))
        return wrongFacility();
    const auto number = numberText(call.body[u"abhaNumber"]);
    const auto address = call.body[u"abhaAddress"].toString();
    if (number.isEmpty() && address.isEmpty())
        return Answer::refused(400, "ABDM-1125", u"ABHA number and ABHA address both are null"_s);
    const auto *person = address.isEmpty() ? m_parts.people.byNumber(number) : m_parts.people.byAddress(address);
    if (!person)
        return Answer::refused(400, "ABDM-9999", u"User not found"_s);
    if (!person->active)
        return Answer::refused(400, "ABDM-1407", u"ABHA number is deactivated"_s);
    if (!number.isEmpty() && number != person->abhaNumber)
        return Answer::refused(400, "ABDM-1051", u"Invalid ABHA number or ABHA address"_s);
    if (!m_parts.memory.isNewContent(contentKey(call), m_parts.tempo.scaled(duplicateWindow)))
        return Answer::refused(400, "ABDM-1092", u"Duplicate Link token request"_s);

    const auto pair = call.hip + u'|' + person->abhaAddress;
    auto &asked = m_tokenRequests[pair];
    const auto dayAgo = m_parts.clock.now() - std::chrono::hours(24);
    asked.erase(std::remove_if(asked.begin(), asked.end(), [&](UtcTime t) { return t <= dayAgo; }), asked.end());
    asked.append(m_parts.clock.now());
    m_parts.memory.effect(u"token-request:"_s + pair);

    QJsonObject body{{u"abhaAddress"_s, person->abhaAddress}};
    const auto year = call.body[u"yearOfBirth"];
    const int yearOfBirth = year.isString() ? year.toString().toInt() : year.toInt();
    if (asked.size() > tokensPerDay) {
        body.insert(u"error"_s, error("ABDM-1027", "Blocked for 24 hours"));
    } else if (!sameDemographics(
                   *person, call.body[u"name"].toString(), call.body[u"gender"].toString(), yearOfBirth)) {
        body.insert(u"error"_s, error("ABDM-1207", "Demographic details do not match"));
    } else {
        const auto token = m_parts.tokens.linkToken({call.hip, person->abhaAddress, number, UtcTime()});
        if (!token)
            return Answer::refused(500, "ABDM-1024", u"Dependent service unavailable"_s);
        m_parts.memory.effect(u"token:"_s + pair);
        body.insert(u"linkToken"_s, QString::fromLatin1(*token));
    }
    reply(call, "/api/v3/hip/token/on-generate-token", body, m_parts.tempo.between(500ms, 1500ms));
    return Answer::accepted();
}

std::optional<Answer> Linking::tokenFault(const Call &call) const
{
    const auto *grant = m_parts.tokens.linkGrant(call.linkToken);
    if (!grant)
        return Answer::refused(400, "ABDM-1026", u"Invalid link token"_s);
    if (grant->expiresAt <= m_parts.clock.now())
        return Answer::refused(400, "ABDM-1066", u"Invalid JWT"_s);
    if (grant->hip != call.hip)
        return Answer::refused(400, "ABDM-1063", u"HIP id and link token do not match"_s);
    // Required if and only if it was in generate-token (4.2).
    if (grant->abhaNumber != call.body[u"abhaNumber"].toString())
        return Answer::refused(400, "ABDM-1062", u"ABHA number and link token do not match"_s);
    return std::nullopt;
}

namespace
{
/// 4.2: one element per HI type. That each holds 1 to 20 contexts is the contract's own rule (ABDM-9999).
bool namesATypeTwice(const QJsonArray &elements)
{
    QSet<std::pair<QString, QString>> seen;
    for (const auto &element : elements)
        seen.insert({element[u"referenceNumber"].toString(), element[u"hiType"].toString()});
    return seen.size() < elements.size();
}
}

Answer Linking::linkCareContext(const Call &call)
{
    if (!m_parts.registry.serves(call.client, call.hip))
        return wrongFacility();
    if (const auto fault = tokenFault(call))
        return *fault;
    if (namesATypeTwice(call.body[u"patient"].toArray()))
        return Answer::refused(400, "ABDM-1006", u"Invalid HIType"_s);
    const auto address = call.body[u"abhaAddress"].toString();
    const auto *person = m_parts.people.byAddress(address);
    if (person && !person->active)
        return Answer::refused(400, "ABDM-1407", u"ABHA number is deactivated"_s);
    const auto key = contentKey(call);
    if (!m_parts.memory.isNewContent(key, m_parts.tempo.scaled(linkDuplicateWindow)))
        return Answer::refused(400, "ABDM-1090", u"Duplicate HIP link request"_s);

    const auto delay = m_parts.tempo.between(1s, 3s);
    const auto failLater = [&](const char *code, const char *message) {
        m_parts.memory.forgetContent(key);
        reply(call, "/api/v3/link/on_carecontext",
            {{u"abhaAddress"_s, address}, {u"status"_s, u"Failed to link care context"_s},
                {u"error"_s, error(code, message)}},
            delay);
        return Answer::accepted();
    };
    if (!person || m_parts.tokens.linkGrant(call.linkToken)->address != person->abhaAddress)
        return failLater("ABDM-1038", "ABHA address and link token do not match");
    QList<Link> fresh;
    for (const auto &group : call.body[u"patient"].toArray()) {
        const auto contexts = group[u"careContexts"].toArray();
        if (group[u"count"].toInt() != contexts.size())
            return failLater("ABDM-1037", "Counter and Care context count mismatch");
        for (const auto &context : contexts) {
            const Link link{call.hip, person->abhaAddress, group[u"referenceNumber"].toString(),
                context[u"referenceNumber"].toString(), context[u"display"].toString(), group[u"hiType"].toString(),
                m_parts.clock.now(), UtcTime(), false};
            if (!m_parts.app.find(link.hip, link.address, link.careContext, link.hiType))
                fresh.append(link);
        }
    }
    if (fresh.isEmpty())
        return failLater("ABDM-1056", "This care contexts has been already linked");
    linkNow(call, *person, fresh);
    return Answer::accepted();
}

void Linking::linkNow(const Call &call, const Person &person, const QList<Link> &fresh)
{
    for (auto link : fresh) {
        link.fetched = person.autoConsent;
        m_parts.app.link(link);
        m_parts.memory.effect(u"link:%1|%2|%3"_s.arg(link.hip, link.address, link.careContext));
    }
    const auto delay = m_parts.tempo.between(1s, 3s);
    reply(call, "/api/v3/link/on_carecontext",
        {{u"abhaAddress"_s, person.abhaAddress}, {u"status"_s, u"Successfully Linked care context"_s}}, delay);
    if (person.autoConsent)
        m_linked(person, fresh, delay);
}

Answer Linking::contextNotify(const Call &call)
{
    const auto notification = call.body[u"notification"];
    const auto hip = notification[u"hip"][u"id"].toString();
    if (!m_parts.registry.serves(call.client, hip) || (!call.hip.isEmpty() && call.hip != hip))
        return wrongFacility();
    const auto address = notification[u"patient"][u"id"].toString();
    const auto context = notification[u"careContext"][u"careContextReference"].toString();
    auto *link = m_parts.app.find(hip, address, context);
    const bool announcedBefore = link && link->notifiedAt.isSet();
    const bool early
        = link && m_parts.clock.now() - link->linkedAt < m_parts.tempo.scaled(tooEarly) && !link->toldTooEarly;
    QJsonObject body{{u"acknowledgement"_s, QJsonObject{{u"status"_s, link && !early ? u"SUCCESS"_s : u"ERRORED"_s}}}};
    if (!link || early)
        body.insert(u"error"_s, error("ABDM-1006", "No care context linked with given reference number"));
    if (early)
        link->toldTooEarly = true;
    if (link && !early) {
        link->notifiedAt = m_parts.clock.now();
        m_parts.memory.effect(u"context-notify:%1|%2|%3"_s.arg(hip, link->address, context));
        fetchAnew(*link, notification[u"hiTypes"].toArray(), announcedBefore);
    }
    auto answering = call;
    answering.hip = hip;
    reply(answering, "/api/v3/links/context/on-notify", body, m_parts.tempo.between(300ms, 1s));
    return Answer::accepted();
}

void Linking::fetchAnew(const Link known, const QJsonArray &types, bool announcedBefore)
{
    const auto *person = m_parts.people.byAddress(known.address);
    QList<Link> wanted;
    bool moreTypes = false;
    for (const auto &type : types) {
        auto link = known;
        link.hiType = type.toString();
        if (!m_parts.app.find(link.hip, link.address, link.careContext, link.hiType)) {
            m_parts.app.link(link);
            moreTypes = true;
        }
        wanted.append(link);
    }
    // The first announcement follows the link, after which the app fetched already, unless it waited to be asked.
    if (person && person->autoConsent && (moreTypes || announcedBefore || !known.fetched))
        m_linked(*person, wanted, m_parts.tempo.between(1s, 3s));
}

Answer Linking::smsNotify(const Call &call)
{
    const auto notification = call.body[u"notification"];
    const auto hip = notification[u"hip"][u"id"].toString();
    if (!m_parts.registry.serves(call.client, hip))
        return wrongFacility();
    static constexpr qsizetype mobileDigits = 10;
    const auto phone = notification[u"phoneNo"].toString().right(mobileDigits);
    if (phone.size() != mobileDigits)
        return Answer::refused(400, "ABDM-1014", u"Invalid mobile number"_s);
    m_parts.memory.effect(u"sms:%1|%2"_s.arg(hip, phone));
    // Two shapes were captured (4.4): take turns.
    m_smsAnswersWithStatus = !m_smsAnswersWithStatus;
    QJsonObject body{{u"requestId"_s, QJsonValue::Null}, {u"timestamp"_s, QJsonValue::Null},
        {u"error"_s, QJsonValue::Null}, {u"resp"_s, QJsonObject{{u"requestId"_s, call.request}}}};
    if (m_smsAnswersWithStatus)
        body.insert(u"status"_s, u"ACKNOWLEDGED"_s);
    else
        body.insert(u"acknowledgement"_s, QJsonObject{{u"status"_s, u"SUCCESS"_s}});
    m_parts.callbacks.send({u"/api/v3/patients/sms/on-notify"_s, hip, body, {}}, m_parts.tempo.between(300ms, 1s));
    return Answer::accepted();
}

}
