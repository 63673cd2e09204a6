#include "sandbox/consent_requests.h"

#include <algorithm>

namespace nadi::sandbox
{
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{
constexpr auto usualRange = 365 * 24h;
constexpr auto usualLife = 30 * 24h;

QStringList texts(const QJsonValue &array)
{
    QStringList out;
    for (const auto &text : array.toArray())
        out << text.toString();
    return out;
}

UtcTime time(const QJsonValue &text, UtcTime otherwise)
{
    return UtcTime::parse(text.toString()).value_or(otherwise);
}
}

QString ConsentRequests::ask(const QJsonObject &body)
{
    const auto now = m_parts.clock.now();
    ConsentRequest request;
    request.id = m_parts.ids.uuid();
    request.address = body[u"person"].toString();
    request.hiuName = body[u"hiu"].toString(u"Lotus Clinic"_s);
    request.requesterName = body[u"requester"].toString(u"Dr Meera Nair"_s);
    request.purpose = body[u"purpose"].toString(u"CAREMGT"_s);
    request.hiTypes = texts(body[u"hiTypes"]);
    if (request.hiTypes.isEmpty())
        request.hiTypes = {u"Prescription"_s};
    request.from = time(body[u"from"], now - usualRange);
    request.to = time(body[u"to"], now);
    request.eraseAt = time(body[u"eraseAt"], now + usualLife);
    request.status = u"REQUESTED"_s;
    if (m_parts.app.linksOf(request.address).isEmpty())
        return {};
    m_requests.insert(request.id, request);
    return request.id;
}

std::optional<QStringList> ConsentRequests::answer(const QJsonObject &body)
{
    const auto found = m_requests.find(body[u"request"].toString());
    if (found == m_requests.end() || found->status != u"REQUESTED"_s)
        return std::nullopt;
    if (body[u"answer"].toString() == u"deny"_s) {
        found->status = u"DENIED"_s; // the HIP hears nothing of it (6.2)
        return QStringList();
    }
    if (body[u"answer"].toString() != u"grant"_s)
        return std::nullopt;
    auto narrowed = *found;
    if (const auto kept = texts(body[u"hiTypes"]); !kept.isEmpty())
        narrowed.hiTypes.removeIf([&](const QString &type) { return !kept.contains(type); });
    narrowed.from = std::max(narrowed.from, time(body[u"from"], narrowed.from));
    narrowed.to = std::min(narrowed.to, time(body[u"to"], narrowed.to));
    narrowed.eraseAt = std::min(narrowed.eraseAt, time(body[u"eraseAt"], narrowed.eraseAt));
    narrowed.status = u"GRANTED"_s;
    narrowed.consents = grant(narrowed, texts(body[u"careContexts"]));
    *found = narrowed;
    return narrowed.consents;
}

/// One artefact per HIP (12, 10), over the care contexts that the patient did not take out.
QStringList ConsentRequests::grant(const ConsentRequest &request, const QStringList &careContexts)
{
    QMap<QString, QList<Link>> byHip;
    for (const auto &link : m_parts.app.links())
        if (link.address == request.address && (careContexts.isEmpty() || careContexts.contains(link.careContext)))
            byHip[link.hip].append(link);
    QStringList made;
    for (auto hip = byHip.begin(); hip != byHip.end(); ++hip) {
        ConsentTerms terms;
        terms.address = request.address;
        terms.hip = hip.key();
        terms.contexts = hip.value();
        terms.hiTypes = request.hiTypes;
        terms.purpose = request.purpose;
        terms.hiuName = request.hiuName;
        terms.requesterName = request.requesterName;
        terms.from = request.from;
        terms.to = request.to;
        terms.eraseAt = request.eraseAt;
        made << m_parts.consents.grant(terms, m_parts.tempo.between(100ms, 500ms));
    }
    return made;
}

QString ConsentRequests::forge(const QJsonObject &body)
{
    const auto now = m_parts.clock.now();
    ConsentTerms terms;
    terms.address = body[u"person"].toString();
    terms.hip = body[u"facility"].toString();
    for (const auto &context : texts(body[u"careContexts"]))
        terms.contexts.append(
            {terms.hip, terms.address, u"1"_s, context, {}, u"Prescription"_s, now, UtcTime(), false});
    terms.hiTypes = texts(body[u"hiTypes"]);
    terms.purpose = body[u"purpose"].toString(u"CAREMGT"_s);
    terms.hiuName = u"Lotus Clinic"_s;
    terms.requesterName = u"Nobody"_s;
    terms.from = now - usualRange;
    terms.to = now;
    terms.eraseAt = time(body[u"eraseAt"], now + usualLife);
    return m_parts.consents.grant(terms, 0ms);
}

QJsonArray ConsentRequests::of(const QString &address) const
{
    QJsonArray out;
    for (const auto &request : m_requests)
        if (request.address == address)
            out.append(QJsonObject{{u"id"_s, request.id}, {u"hiu"_s, request.hiuName},
                {u"requester"_s, request.requesterName}, {u"purpose"_s, request.purpose},
                {u"hiTypes"_s, QJsonArray::fromStringList(request.hiTypes)}, {u"from"_s, request.from.toIso()},
                {u"to"_s, request.to.toIso()}, {u"eraseAt"_s, request.eraseAt.toIso()}, {u"status"_s, request.status},
                {u"consents"_s, QJsonArray::fromStringList(request.consents)}});
    return out;
}

}
