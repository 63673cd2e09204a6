#include "sandbox/share.h"

#include "domain/facility_qr.h"

#include <algorithm>

namespace nadi::sandbox
{
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{
constexpr auto patience = 30s; // not published; a late answer makes the app say that the HIP has an issue (3.4)

QString dashed(const QString &digits)
{
    return u"%1-%2-%3-%4"_s.arg(digits.left(2), digits.mid(2, 4), digits.mid(6, 4), digits.mid(10));
}

QJsonValue orNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

Answer malformed(const QString &why)
{
    return Answer::refused(400, "ABDM-1006", why);
}
}

/// In the spellings that were seen: number dashed, plain or as a JSON number, pincode in both cases (3.2).
QJsonObject Shares::profileOf(const Person &person)
{
    QJsonValue number = QJsonValue::Null;
    if (person.hasAbhaNumber())
        switch (m_parts.tempo.roll(3)) {
        case 0:
            number = dashed(person.abhaNumber);
            break;
        case 1:
            number = person.abhaNumber;
            break;
        default:
            number = person.abhaNumber.toLongLong();
        }
    const auto birth = person.birth.split(u'-');
    const QJsonObject address{{u"line"_s, orNull(person.place.line)}, {u"district"_s, orNull(person.place.district)},
        {u"state"_s, orNull(person.place.state)},
        {m_parts.tempo.roll(2) ? u"pincode"_s : u"pinCode"_s, orNull(person.place.pinCode)}};
    return {{u"abhaNumber"_s, number}, {u"abhaAddress"_s, person.abhaAddress}, {u"name"_s, person.name},
        {u"gender"_s, person.gender}, {u"dayOfBirth"_s, orNull(birth.value(2))},
        {u"monthOfBirth"_s, orNull(birth.value(1))}, {u"yearOfBirth"_s, QString::number(person.yearOfBirth)},
        {u"address"_s, address}, {u"phoneNumber"_s, orNull(person.mobile)}};
}

QString Shares::scan(const QString &address, const QString &qrText, const QString &intent)
{
    const auto *person = m_parts.people.byAddress(address);
    const auto qr = readFacilityQr(qrText);
    if (!person || person->abhaAddress.isEmpty() || !person->active || !qr
        || m_parts.registry.clientOf(qr->hip).isEmpty())
        return {};
    Scan scan;
    scan.id = m_parts.ids.uuid();
    scan.address = person->abhaAddress;
    scan.hip = qr->hip;
    scan.counter = qr->counter;
    scan.at = m_parts.clock.now();
    scan.sentAt = m_parts.clock.monotonic();
    scan.state = u"waiting"_s;
    m_scans.insert(scan.id, scan);
    m_parts.memory.effect(u"share:"_s + scan.hip + u'|' + scan.address);
    const QJsonObject meta{{u"hipId"_s, scan.hip}, {u"context"_s, scan.counter}, {u"hprId"_s, QJsonValue::Null},
        {u"latitude"_s, u"18.5204"_s}, {u"longitude"_s, u"73.8567"_s}};
    m_parts.callbacks.send({u"/api/v3/hip/patient/share"_s, scan.hip,
                               {{u"intent"_s, intent.isEmpty() ? u"PROFILE_SHARE"_s : intent}, {u"metaData"_s, meta},
                                   {u"profile"_s, QJsonObject{{u"patient"_s, profileOf(*person)}}}},
                               u"share:"_s + scan.id},
        m_parts.tempo.between(100ms, 300ms));
    return scan.id;
}

bool Shares::isAlive(const Scan &scan) const
{
    return scan.state == u"token"_s && m_parts.clock.now() < scan.at + std::chrono::seconds(scan.expirySeconds);
}

bool Shares::askRunning(const QString &id)
{
    const auto found = m_scans.find(id);
    if (found == m_scans.end() || !isAlive(*found))
        return false;
    found->asking = true;
    m_parts.callbacks.send({u"/api/v3/hip/patient/running-token/status"_s, found->hip,
                               {{u"hipId"_s, found->hip}, {u"context"_s, found->counter}}, u"running:"_s + id},
        m_parts.tempo.between(100ms, 300ms));
    return true;
}

Scan *Shares::answeredBy(const Call &call, QStringView about)
{
    const auto subject = m_parts.callbacks.subjectOf(call.body[u"response"][u"requestId"].toString());
    if (!subject || !subject->startsWith(about))
        return nullptr;
    const auto found = m_scans.find(subject->mid(about.size()));
    return found != m_scans.end() && m_parts.registry.serves(call.client, found->hip) ? &*found : nullptr;
}

Answer Shares::onShare(const Call &call)
{
    auto *scan = answeredBy(call, u"share:");
    if (!scan)
        return Answer::refused(400, "ABDM-1015", u"Invalid response id"_s);
    if (scan->state != u"waiting"_s)
        return Answer::refused(400, "ABDM-1087", u"Duplicate patient share response"_s);
    if (m_parts.clock.monotonic() - scan->sentAt > m_parts.tempo.rule(patience))
        return Answer::refused(408, "ABDM-1007", u"Request timed out"_s);
    const auto acknowledgement = call.body[u"acknowledgement"].toObject();
    const auto profile = acknowledgement[u"profile"].toObject();
    const auto error = call.body[u"error"].toObject();
    if (!error.isEmpty()) {
        scan->state = u"refused"_s;
        scan->code = error[u"code"].toString();
        return Answer::accepted();
    }
    if (acknowledgement[u"status"].toString() != u"SUCCESS"_s)
        return malformed(u"acknowledgement.status"_s);
    if (acknowledgement[u"abhaAddress"].toString() != scan->address)
        return malformed(u"acknowledgement.abhaAddress"_s);
    if (profile[u"context"].toString() != scan->counter)
        return malformed(u"profile.context"_s);
    // Stricter than the schema: everybody who got it right sent text (3.3).
    if (!profile[u"tokenNumber"].isString() || profile[u"tokenNumber"].toString().isEmpty())
        return malformed(u"profile.tokenNumber"_s);
    const int expiry = profile[u"expiry"].toString().toInt();
    if (expiry <= 0)
        return malformed(u"profile.expiry"_s);
    scan->state = u"token"_s;
    scan->tokenNumber = profile[u"tokenNumber"].toString();
    scan->expirySeconds = expiry;
    m_parts.memory.effect(
        u"queue-token:"_s + scan->hip + u'|' + scan->counter + u'|' + scan->tokenNumber + u'|' + scan->address);
    return Answer::accepted();
}

Answer Shares::onRunningToken(const Call &call)
{
    auto *scan = answeredBy(call, u"running:");
    if (!scan || !scan->asking)
        return Answer::refused(400, "ABDM-1015", u"Invalid response id"_s);
    const auto token = call.body[u"token"].toObject();
    if (const auto error = call.body[u"error"].toObject(); !error.isEmpty()) {
        scan->code = error[u"code"].toString();
    } else if (token[u"hipId"].toString() != scan->hip || token[u"context"].toString() != scan->counter) {
        return Answer::refused(400, "ABDM-1065", u"Invalid token details"_s);
    } else {
        scan->runningNumber = token[u"runningTokenNumber"].toString();
        scan->averageMinutes = token[u"averageTokenServiceTimeInMinutes"].toInt();
    }
    scan->asking = false;
    return Answer::accepted();
}

QJsonArray Shares::of(const QString &address) const
{
    QList<Scan> mine;
    for (const auto &scan : m_scans)
        if (scan.address == address)
            mine.append(scan);
    std::stable_sort(mine.begin(), mine.end(), [](const Scan &a, const Scan &b) { return a.at > b.at; });
    QJsonArray out;
    for (const auto &scan : std::as_const(mine))
        out.append(QJsonObject{{u"scan"_s, scan.id}, {u"hip"_s, scan.hip},
            {u"from"_s, m_parts.registry.nameOf(scan.hip)}, {u"counter"_s, scan.counter}, {u"at"_s, scan.at.toIso()},
            {u"state"_s, scan.state}, {u"tokenNumber"_s, scan.tokenNumber}, {u"expiry"_s, scan.expirySeconds},
            {u"valid"_s, isAlive(scan)}, {u"code"_s, scan.code}, {u"runningNumber"_s, scan.runningNumber},
            {u"averageMinutes"_s, scan.averageMinutes}});
    return out;
}

}
