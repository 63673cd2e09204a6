#include "storage/consent_repository.h"

#include "storage/consent_rows.h"
#include "storage/identifier_rows.h"
#include "storage/sealing.h"

namespace nadi::storage
{
namespace
{

constexpr QLatin1String rawTable{"consent_raw"};
constexpr QLatin1String tokenTable{"link_token"};
constexpr QByteArrayView addressField{"link-token-address"};

QByteArray addressIndex(const Connection &db, const AbhaAddress &address)
{
    return blindIndex(db, addressField, address.value().toLower());
}

/// Whose consent this is, so that it is found in the patient's file also when it has ended.
Done noteOwner(Connection &db, const ConsentArtefact &artefact)
{
    if (artefact.patientAddress.isEmpty())
        return {};
    return execute(db,
        u"INSERT INTO consent_person (tenant, consent, address_index) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
        ofTenant(db, {value(artefact.id), blindIndex(db, abhaAddressField, artefact.patientAddress.toLower())}));
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
    const auto sealed = sealJson(m_db, consentTable, artefact.id.value(), artefactJson(artefact));
    if (!sealed)
        return failed(sealed);
    const auto sealedRaw = sealBytes(m_db, rawTable, artefact.id.value(), raw);
    if (!sealedRaw)
        return failed(sealedRaw);
    Transaction transaction(m_db);
    if (!transaction.begun())
        return transaction.begun();
    if (const auto noted = noteOwner(m_db, artefact); !noted)
        return noted;
    // Forward only: REQUESTED may become GRANTED; nothing becomes REQUESTED again, and an ended one stays ended.
    const auto saved = execute(m_db,
        u"INSERT INTO consent (tenant, id, facility, status, created_at, updated_at, ended_at, sealed, raw)"
        u" VALUES (?, ?, ?, ?, ?, ?, 0, ?, ?)"
        u" ON CONFLICT (tenant, id) DO UPDATE SET facility = excluded.facility, status = excluded.status,"
        u" created_at = excluded.created_at, updated_at = excluded.updated_at, sealed = excluded.sealed, raw = "
        u"excluded.raw"
        u" WHERE consent.ended_at = 0 AND (consent.status = 'REQUESTED' OR excluded.status = 'GRANTED')",
        ofTenant(m_db,
            {value(artefact.id), value(artefact.hip), toWire(artefact.status), value(artefact.createdAt), value(now),
                *sealed, *sealedRaw}));
    return saved ? transaction.commit() : saved;
}

Result<ConsentArtefact> ConsentRepository::artefact(const ConsentId &id) const
{
    auto rows = run(m_db, u"SELECT id, facility, status, created_at, sealed FROM consent WHERE tenant = ? AND id = ?",
        ofTenant(m_db, {value(id)}));
    if (!rows)
        return failed(rows);
    if (!rows->next())
        return fail(ErrorKind::NotFound, QStringLiteral("CONSENT-UNKNOWN"));
    return consentOf(m_db, *rows);
}

Done ConsentRepository::end(const ConsentId &id, ConsentStatus status, UtcTime now)
{
    const auto known = artefact(id);
    if (!known)
        return known.error().kind == ErrorKind::NotFound ? close(id, status, {}, now) : failed(known);
    const auto stub = sealJson(m_db, consentTable, id.value(), stubJson(*known));
    return stub ? close(id, status, *stub, now) : failed(stub);
}

Done ConsentRepository::close(const ConsentId &id, ConsentStatus status, const QByteArray &stub, UtcTime now)
{
    // Also for one never seen: a revocation can overtake the grant, which then must not open it.
    return execute(m_db,
        u"INSERT INTO consent (tenant, id, facility, status, created_at, updated_at, ended_at, sealed, raw)"
        u" VALUES (?, ?, '', ?, ?, ?, ?, ?, ?)"
        u" ON CONFLICT (tenant, id) DO UPDATE SET status = excluded.status, updated_at = excluded.updated_at,"
        u" ended_at = excluded.ended_at, sealed = excluded.sealed, raw = excluded.raw WHERE consent.ended_at = 0",
        ofTenant(m_db, {value(id), toWire(status), value(now), value(now), value(now), stub, QByteArray()}));
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
        if (const auto done = close(id, status, {}, now); !done)
            return failed(done);
    const auto forgotten = execute(m_db, u"DELETE FROM consent_person WHERE tenant = ? AND address_index = ?",
        ofTenant(m_db, {blindIndex(m_db, abhaAddressField, address.value().toLower())}));
    if (!forgotten)
        return failed(forgotten);
    return int(theirs.size());
}

}
