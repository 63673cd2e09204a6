#include "storage/consent_repository.h"

#include "storage/sealing.h"
#include "storage/sql.h"

#include <QJsonArray>

namespace nadi::storage
{
namespace
{

constexpr QLatin1String consentTable{"consent"};
constexpr QLatin1String rawTable{"consent_raw"};
constexpr QLatin1String tokenTable{"link_token"};
constexpr QByteArrayView addressField{"link-token-address"};

QJsonObject toJson(const ConsentArtefact &artefact)
{
    QJsonArray contexts;
    for (const auto &context : artefact.careContexts)
        contexts << context.value();
    return {
        {QStringLiteral("patientAddress"), artefact.patientAddress},
        {QStringLiteral("careContexts"), contexts},
        {QStringLiteral("hiTypes"), QJsonArray::fromStringList(artefact.hiTypes)},
        {QStringLiteral("purposeCode"), artefact.purposeCode},
        {QStringLiteral("from"), artefact.from.ms()},
        {QStringLiteral("to"), artefact.to.ms()},
        {QStringLiteral("dataEraseAt"), artefact.dataEraseAt.ms()},
        {QStringLiteral("frequencyUnit"), artefact.frequencyUnit},
        {QStringLiteral("frequencyValue"), artefact.frequencyValue},
        {QStringLiteral("frequencyRepeats"), artefact.frequencyRepeats},
    };
}

UtcTime timeIn(const QJsonObject &json, QStringView key)
{
    return UtcTime::fromMs(json[key].toInteger());
}

void fill(ConsentArtefact &artefact, const QJsonObject &json)
{
    artefact.patientAddress = json[u"patientAddress"].toString();
    for (const auto &context : json[u"careContexts"].toArray())
        artefact.careContexts << CareContextRef(context.toString());
    for (const auto &type : json[u"hiTypes"].toArray())
        artefact.hiTypes << type.toString();
    artefact.purposeCode = json[u"purposeCode"].toString();
    artefact.from = timeIn(json, u"from");
    artefact.to = timeIn(json, u"to");
    artefact.dataEraseAt = timeIn(json, u"dataEraseAt");
    artefact.frequencyUnit = json[u"frequencyUnit"].toString();
    artefact.frequencyValue = json[u"frequencyValue"].toInt();
    artefact.frequencyRepeats = json[u"frequencyRepeats"].toInt();
}

QByteArray addressIndex(const Connection &db, const AbhaAddress &address)
{
    return blindIndex(db, addressField, address.value().toLower());
}

QString tokenContext(const FacilityId &facility, const QByteArray &index)
{
    return facility.value() + u'/' + QString::fromLatin1(index.toHex());
}

}

Done ConsentRepository::save(const ConsentArtefact &artefact, QByteArrayView raw, UtcTime now)
{
    const auto ended = artefact.status != ConsentStatus::Requested && artefact.status != ConsentStatus::Granted;
    if (ended)
        return end(artefact.id, artefact.status, now);
    const auto sealed = sealJson(m_db, consentTable, artefact.id.value(), toJson(artefact));
    if (!sealed)
        return failed(sealed);
    const auto sealedRaw = sealBytes(m_db, rawTable, artefact.id.value(), raw);
    if (!sealedRaw)
        return failed(sealedRaw);
    // Forward only: REQUESTED may become GRANTED; nothing becomes REQUESTED again, and an ended one stays ended.
    return execute(m_db,
        u"INSERT INTO consent (tenant, id, facility, status, created_at, updated_at, ended_at, sealed, raw)"
        u" VALUES (?, ?, ?, ?, ?, ?, 0, ?, ?)"
        u" ON CONFLICT (tenant, id) DO UPDATE SET facility = excluded.facility, status = excluded.status,"
        u" created_at = excluded.created_at, updated_at = excluded.updated_at, sealed = excluded.sealed, raw = "
        u"excluded.raw"
        u" WHERE consent.ended_at = 0 AND (consent.status = 'REQUESTED' OR excluded.status = 'GRANTED')",
        ofTenant(m_db,
            {value(artefact.id), value(artefact.hip), toWire(artefact.status), value(artefact.createdAt), value(now),
                *sealed, *sealedRaw}));
}

Result<ConsentArtefact> ConsentRepository::artefact(const ConsentId &id) const
{
    auto rows = run(m_db, u"SELECT facility, status, created_at, sealed FROM consent WHERE tenant = ? AND id = ?",
        ofTenant(m_db, {value(id)}));
    if (!rows)
        return failed(rows);
    if (!rows->next())
        return fail(ErrorKind::NotFound, QStringLiteral("CONSENT-UNKNOWN"));
    ConsentArtefact artefact;
    artefact.id = id;
    artefact.hip = rows->id<FacilityId>(0);
    artefact.status = consentStatusFromWire(rows->text(1));
    artefact.createdAt = rows->time(2);
    if (const auto sealed = rows->bytes(3); !sealed.isEmpty()) {
        const auto json = openJson(m_db, consentTable, id.value(), sealed);
        if (!json)
            return failed(json);
        fill(artefact, *json);
    }
    return artefact;
}

Done ConsentRepository::end(const ConsentId &id, ConsentStatus status, UtcTime now)
{
    // Also for one never seen: a revocation can overtake the grant, which then must not open it.
    return execute(m_db,
        u"INSERT INTO consent (tenant, id, facility, status, created_at, updated_at, ended_at, sealed, raw)"
        u" VALUES (?, ?, '', ?, ?, ?, ?, ?, ?)"
        u" ON CONFLICT (tenant, id) DO UPDATE SET status = excluded.status, updated_at = excluded.updated_at,"
        u" ended_at = excluded.ended_at, sealed = excluded.sealed, raw = excluded.raw WHERE consent.ended_at = 0",
        ofTenant(m_db, {value(id), toWire(status), value(now), value(now), value(now), QByteArray(), QByteArray()}));
}

Result<int> ConsentRepository::served(const ConsentId &id, UtcTime since, const TransactionId &except) const
{
    auto rows = run(m_db,
        u"SELECT count(*) FROM consent_served WHERE tenant = ? AND consent = ? AND at >= ? AND transaction_id <> ?",
        ofTenant(m_db, {value(id), value(since), value(except)}));
    if (!rows)
        return failed(rows);
    return rows->next() ? int(rows->number(0)) : 0;
}

Done ConsentRepository::countServed(const ConsentId &id, const TransactionId &transaction, UtcTime now)
{
    return execute(m_db,
        u"INSERT INTO consent_served (tenant, consent, transaction_id, at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
        ofTenant(m_db, {value(id), value(transaction), value(now)}));
}

Done ConsentRepository::saveLinkToken(const LinkTokenInfo &info, const Secret &token, const QString &obtainedBy)
{
    const auto index = addressIndex(m_db, info.address);
    const auto sealed = sealBytes(m_db, tokenTable, tokenContext(info.facility, index), token.reveal());
    if (!sealed)
        return failed(sealed);
    return execute(m_db,
        u"INSERT INTO link_token (tenant, facility, address_index, issued_at, expires_at, obtained_by, dropped_at, "
        u"drop_reason,"
        u" sealed) VALUES (?, ?, ?, ?, ?, ?, 0, '', ?)"
        u" ON CONFLICT (tenant, facility, address_index) DO UPDATE SET issued_at = excluded.issued_at,"
        u" expires_at = excluded.expires_at, obtained_by = excluded.obtained_by, dropped_at = 0, drop_reason = '',"
        u" sealed = excluded.sealed",
        ofTenant(
            m_db, {value(info.facility), index, value(info.issuedAt), value(info.expiresAt), obtainedBy, *sealed}));
}

Result<std::optional<LinkTokenInfo>> ConsentRepository::linkToken(
    const FacilityId &facility, const AbhaAddress &address, UtcTime now, std::chrono::milliseconds margin) const
{
    auto rows = run(m_db,
        u"SELECT issued_at, expires_at FROM link_token WHERE tenant = ? AND facility = ? AND address_index = ?"
        u" AND dropped_at = 0 AND expires_at > ?",
        ofTenant(m_db, {value(facility), addressIndex(m_db, address), value(now + margin)}));
    if (!rows)
        return failed(rows);
    if (!rows->next())
        return std::optional<LinkTokenInfo>();
    return LinkTokenInfo{address, facility, rows->time(0), rows->time(1)};
}

Result<Secret> ConsentRepository::revealLinkToken(const FacilityId &facility, const AbhaAddress &address) const
{
    const auto index = addressIndex(m_db, address);
    auto rows = run(m_db,
        u"SELECT sealed FROM link_token WHERE tenant = ? AND facility = ? AND address_index = ? AND dropped_at = 0",
        ofTenant(m_db, {value(facility), index}));
    if (!rows)
        return failed(rows);
    if (!rows->next())
        return fail(ErrorKind::NotFound, QStringLiteral("TOKEN-UNKNOWN"));
    auto token = openBytes(m_db, tokenTable, tokenContext(facility, index), rows->bytes(0));
    if (!token)
        return failed(token);
    return Secret(std::move(*token));
}

Done ConsentRepository::dropLinkToken(
    const FacilityId &facility, const AbhaAddress &address, const QString &reason, UtcTime now)
{
    return execute(m_db,
        u"UPDATE link_token SET dropped_at = ?, drop_reason = ?, sealed = ? WHERE tenant = ? AND facility = ?"
        u" AND address_index = ? AND dropped_at = 0",
        {value(now), reason, QByteArray(), value(m_db.tenant()), value(facility), addressIndex(m_db, address)});
}

Done ConsentRepository::dropLinkTokens(const AbhaAddress &address, const QString &reason, UtcTime now)
{
    return execute(m_db,
        u"UPDATE link_token SET dropped_at = ?, drop_reason = ?, sealed = ? WHERE tenant = ? AND address_index = ?"
        u" AND dropped_at = 0",
        {value(now), reason, QByteArray(), value(m_db.tenant()), addressIndex(m_db, address)});
}

Result<int> ConsentRepository::endAllOf(const AbhaAddress &address, ConsentStatus status, UtcTime now)
{
    // The address is sealed and has no hash: an opt-out is rare, the open consents are few.
    auto rows = run(m_db, u"SELECT id, sealed FROM consent WHERE tenant = ? AND ended_at = 0", ofTenant(m_db, {}));
    if (!rows)
        return failed(rows);
    QList<ConsentId> theirs;
    while (rows->next()) {
        const auto json = openJson(m_db, consentTable, rows->text(0), rows->bytes(1));
        if (!json)
            return failed(json);
        if ((*json)[u"patientAddress"].toString().compare(address.value(), Qt::CaseInsensitive) == 0)
            theirs << rows->id<ConsentId>(0);
    }
    for (const auto &id : theirs)
        if (const auto done = end(id, status, now); !done)
            return failed(done);
    return int(theirs.size());
}

}
