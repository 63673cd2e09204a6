#include "sandbox/consents.h"

#include <QTimer>

namespace nadi::sandbox
{
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{
constexpr auto path = "/api/v3/consent/request/hip/notify";
constexpr std::chrono::milliseconds acknowledgeWithin = 60s; // 6.3
constexpr auto range = 7 * 24h; // as captured
constexpr auto erasedAfter = 100 * 365 * 24h;

QString word(ConsentAnswer answer)
{
    switch (answer) {
    case ConsentAnswer::Waiting:
        return u"waiting"_s;
    case ConsentAnswer::Acknowledged:
        return u"acknowledged"_s;
    case ConsentAnswer::Refused:
        return u"refused"_s;
    case ConsentAnswer::TooLate:
        return u"not acknowledged in time"_s;
    }
    return {};
}

/// The words of 6.1 must match exactly.
QString purposeText(const QString &code)
{
    static const QHash<QString, QString> words{{u"CAREMGT"_s, u"Care Management"_s}, {u"BTG"_s, u"Break the Glass"_s},
        {u"PUBHLTH"_s, u"Public Health"_s}, {u"HPAYMT"_s, u"Healthcare Payment"_s},
        {u"DSRCH"_s, u"Disease Specific Healthcare Research"_s}, {u"PATRQT"_s, u"Self Requested"_s}};
    return words.value(code, code);
}

QJsonObject idOnly(const QString &id)
{
    return {{u"id"_s, id}};
}
}

QString Consents::signature() const
{
    // The signed bytes and the key are not published for V3; nobody verifies it (6.3).
    return QString::fromLatin1(m_parts.random.bytes(256).toBase64());
}

QJsonObject Consents::artefact(const Consent &consent) const
{
    QJsonArray contexts;
    for (const auto &link : consent.contexts)
        contexts.append(
            QJsonObject{{u"patientReference"_s, link.patientReference}, {u"careContextReference"_s, link.careContext}});
    const QJsonObject permission{
        {u"accessMode"_s, u"VIEW"_s},
        {u"dateRange"_s, QJsonObject{{u"from"_s, consent.from.toIso()}, {u"to"_s, consent.to.toIso()}}},
        {u"dataEraseAt"_s, consent.eraseAt.toIso()},
        {u"frequency"_s, QJsonObject{{u"unit"_s, u"DAY"_s}, {u"value"_s, u"0"_s}, {u"repeats"_s, u"2"_s}}},
    };
    QJsonObject detail{
        {u"schemaVersion"_s, u"v3"_s},
        {u"consentId"_s, consent.id},
        {u"createdAt"_s, consent.createdAt.toIso()},
        {u"patient"_s, idOnly(consent.address)},
        {u"careContexts"_s, contexts},
        {u"purpose"_s,
            QJsonObject{{u"text"_s, purposeText(consent.purpose)}, {u"code"_s, consent.purpose},
                {u"refUri"_s, u"www.abdm.gov.in"_s}}},
        {u"hip"_s, idOnly(consent.hip)},
        {u"consentManager"_s, idOnly(u"sbx"_s)},
        {u"hiTypes"_s, QJsonArray::fromStringList(consent.hiTypes)},
        {u"permission"_s, permission},
    };
    if (consent.hiuName.isEmpty())
        return detail;
    detail[u"hiu"_s] = QJsonObject{{u"id"_s, u"IN2910000456"_s}, {u"name"_s, consent.hiuName}, {u"type"_s, u"HIU"_s}};
    detail[u"requester"_s] = QJsonObject{{u"name"_s, consent.requesterName},
        {u"identifier"_s,
            QJsonObject{
                {u"type"_s, u"REGNO"_s}, {u"value"_s, u"KMC-45821"_s}, {u"system"_s, u"https://www.nmc.org.in"_s}}}};
    return detail;
}

QString Consents::grant(
    const QString &address, const QString &hip, const QList<Link> &contexts, std::chrono::milliseconds delay)
{
    const auto now = m_parts.clock.now();
    ConsentTerms terms;
    terms.address = address;
    terms.hip = hip;
    terms.contexts = contexts;
    terms.from = now - range;
    terms.to = now;
    terms.eraseAt = now + erasedAfter;
    return grant(terms, delay);
}

QString Consents::grant(const ConsentTerms &terms, std::chrono::milliseconds delay)
{
    const auto &hip = terms.hip;
    QStringList types = terms.hiTypes;
    if (types.isEmpty())
        for (const auto &link : terms.contexts)
            if (!types.contains(link.hiType))
                types.append(link.hiType);
    const Consent consent{m_parts.ids.uuid(), terms.address, hip, terms.contexts, types, terms.purpose, terms.hiuName,
        terms.requesterName, u"GRANTED"_s, m_parts.clock.now(), terms.from, terms.to, terms.eraseAt,
        ConsentAnswer::Waiting};
    m_consents.insert(consent.id, consent);
    const QJsonObject notification{{u"status"_s, consent.status}, {u"consentId"_s, consent.id},
        {u"consentDetail"_s, artefact(consent)}, {u"signature"_s, signature()}, {u"grantAcknowledgement"_s, false}};
    m_parts.callbacks.send({QLatin1String(path), hip, {{u"notification"_s, notification}}, consent.id}, delay);
    QTimer::singleShot(delay + m_parts.tempo.rule(acknowledgeWithin), this, [this, id = consent.id] {
        const auto waiting = m_consents.find(id);
        if (waiting != m_consents.end() && waiting->answer == ConsentAnswer::Waiting)
            waiting->answer = ConsentAnswer::TooLate;
    });
    return consent.id;
}

bool Consents::end(const QString &id, const QString &status)
{
    const auto found = m_consents.find(id);
    if (found == m_consents.end() || found->status != u"GRANTED"_s)
        return false;
    found->status = status;
    const QJsonObject notification{{u"status"_s, status}, {u"consentId"_s, id}, {u"consentDetail"_s, QJsonValue::Null},
        {u"signature"_s, QJsonValue::Null}, {u"grantAcknowledgement"_s, false}};
    m_parts.callbacks.send({QLatin1String(path), found->hip, {{u"notification"_s, notification}}, id},
        m_parts.tempo.between(100ms, 500ms));
    return true;
}

Answer Consents::onNotify(const Call &call)
{
    const auto subject = m_parts.callbacks.subjectOf(call.body[u"response"][u"requestId"].toString());
    const auto found = m_consents.find(subject.value_or(QString()));
    if (found == m_consents.end() || m_parts.registry.clientOf(found->hip) != call.client)
        return Answer::refused(400, "ABDM-1015", u"Invalid response id"_s);
    if (call.body[u"error"].isObject()) {
        found->answer = ConsentAnswer::Refused;
        m_parts.memory.effect(u"consent-refusal:"_s + found->id);
        return Answer::accepted();
    }
    if (call.body[u"acknowledgement"][u"consentId"].toString() != found->id)
        return Answer::refused(400, "ABDM-1080", u"Invalid consent artefact id"_s);
    if (found->status != u"GRANTED"_s) {
        m_parts.memory.effect(u"consent-end-ack:"_s + found->id);
        return Answer::accepted();
    }
    if (found->answer == ConsentAnswer::Waiting) {
        found->answer = ConsentAnswer::Acknowledged;
        m_parts.memory.effect(u"consent-ack:"_s + found->id);
        Q_EMIT acknowledged(found->id);
    }
    return Answer::accepted();
}

const Consent *Consents::find(const QString &id) const
{
    const auto found = m_consents.find(id);
    return found == m_consents.end() ? nullptr : &*found;
}

QJsonArray Consents::of(const QString &address) const
{
    QJsonArray out;
    for (const auto &consent : m_consents) {
        if (consent.address != address)
            continue;
        QJsonArray contexts;
        for (const auto &link : consent.contexts)
            contexts.append(link.careContext);
        out.append(QJsonObject{{u"id"_s, consent.id}, {u"hip"_s, consent.hip}, {u"status"_s, consent.status},
            {u"answer"_s, word(consent.answer)}, {u"careContexts"_s, contexts}, {u"hiu"_s, consent.hiuName},
            {u"purpose"_s, consent.purpose}, {u"hiTypes"_s, QJsonArray::fromStringList(consent.hiTypes)}});
    }
    return out;
}

}
