#include "storage/discovery_repository.h"

#include "storage/audited.h"
#include "storage/identifier_rows.h"
#include "storage/record_rows.h"
#include "storage/sealing.h"

#include <QJsonArray>

namespace nadi::storage
{
namespace
{

constexpr QLatin1String table{"discovery"};
constexpr int mostHolders = 50;
constexpr int mostRecords = 200;
/// Nobody's identifier: an empty one has no hash, and a look-up that is left out would take less time.
const QString nobodys = QStringLiteral("-");

const QString &orNobodys(const QString &value)
{
    return value.isEmpty() ? nobodys : value;
}

QJsonObject detailsOf(const DiscoveryCase &one)
{
    if (one.files.isEmpty())
        return {};
    QJsonArray files;
    for (const auto &file : one.files)
        files << file.value();
    return {
        {QStringLiteral("abhaAddress"), one.abhaAddress},
        {QStringLiteral("abhaNumber"), one.abhaNumber},
        {QStringLiteral("mobile"), one.mobile},
        {QStringLiteral("name"), one.name},
        {QStringLiteral("gender"), toWire(one.gender)},
        {QStringLiteral("yearOfBirth"), one.yearOfBirth.value_or(0)},
        {QStringLiteral("files"), files},
        {QStringLiteral("note"), one.note},
    };
}

/// Columns: reference, facility, asked_at, outcome, settled_at, version, sealed.
Result<DiscoveryCase> readCase(const Connection &db, const Rows &row)
{
    const auto details = openJson(db, table, row.text(0), row.bytes(6));
    if (!details)
        return failed(details);
    DiscoveryCase out;
    out.reference = row.text(0);
    out.facility = row.id<FacilityId>(1);
    out.askedAt = row.time(2);
    out.outcome = row.text(3);
    out.settledAt = row.time(4);
    out.version = row.number(5);
    out.abhaAddress = (*details)[u"abhaAddress"].toString();
    out.abhaNumber = (*details)[u"abhaNumber"].toString();
    out.mobile = (*details)[u"mobile"].toString();
    out.name = (*details)[u"name"].toString();
    out.gender = genderFromWire((*details)[u"gender"].toString());
    if (const int year = (*details)[u"yearOfBirth"].toInt(); year > 0)
        out.yearOfBirth = year;
    for (const auto &file : (*details)[u"files"].toArray())
        out.files << PatientId(file.toString());
    out.note = (*details)[u"note"].toString();
    return out;
}

Result<int> numberIn(Result<Rows> rows)
{
    if (!rows)
        return failed(rows);
    return rows->next() ? int(rows->number(0)) : 0;
}

}

Result<QList<Holder>> DiscoveryRepository::holders(IdentifierSystem system, const QString &value_) const
{
    auto rows = run(m_db,
        u"SELECT patient, verified_at FROM identifier WHERE tenant = ? AND system = ? AND value_index = ?"
        u" AND status = 'active' ORDER BY added_at, id LIMIT ?",
        ofTenant(m_db, {toWord(system), identifierIndex(m_db, system, {}, orNobodys(value_)), mostHolders}));
    if (!rows)
        return failed(rows);
    return all<Holder>(
        *rows, [](const Rows &row) -> Result<Holder> { return Holder{row.id<PatientId>(0), row.time(1).isSet()}; });
}

Result<QList<PatientId>> DiscoveryRepository::withMobile(const QString &mobile) const
{
    auto rows = run(m_db, u"SELECT id FROM patient WHERE tenant = ? AND mobile_index = ? AND merged_into = '' LIMIT ?",
        ofTenant(m_db, {blindIndex(m_db, mobileField, orNobodys(mobile)), mostHolders + 1}));
    if (!rows)
        return failed(rows);
    auto found = all<PatientId>(*rows, [](const Rows &row) -> Result<PatientId> { return row.id<PatientId>(0); });
    if (found && found->size() > mostHolders) // "9999999999": what clerks type when there is no phone
        found->clear();
    return found;
}

Result<QList<Record>> DiscoveryRepository::unlinked(const PatientId &patient, const FacilityId &facility) const
{
    auto rows = run(m_db,
        u"SELECT r.id, r.facility, r.patient, r.doctor, r.appointment, r.state, r.care_context, r.created_at,"
        u" r.signed_at, r.version, r.sealed, r.amends FROM record r"
        u" WHERE r.tenant = ? AND r.patient = ? AND r.facility = ? AND r.state = 'signed' AND r.care_context <> ''"
        // Amended editions share their care context: it is linked when any of them is, and offered once.
        u" AND NOT EXISTS (SELECT 1 FROM record e LEFT JOIN delivery d ON d.tenant = e.tenant AND d.record = e.id"
        u" WHERE e.tenant = r.tenant AND e.facility = r.facility AND e.care_context = r.care_context"
        u" AND (d.linked_at > 0 OR (e.state = 'signed' AND e.amends = r.id)))"
        u" ORDER BY r.signed_at DESC, r.id LIMIT ?",
        ofTenant(m_db, {value(patient), value(facility), mostRecords}));
    if (!rows)
        return failed(rows);
    return all<Record>(*rows, [this](const Rows &row) { return readRecord(m_db, row); });
}

Done DiscoveryRepository::note(const DiscoveryCase &asked)
{
    const auto sealed = sealJson(m_db, table, asked.reference, detailsOf(asked));
    if (!sealed)
        return failed(sealed);
    return execute(m_db,
        u"INSERT INTO discovery (tenant, reference, facility, address_index, asked_at, outcome, codes, settled_at,"
        u" version, sealed) VALUES (?, ?, ?, ?, ?, ?, 0, 0, 1, ?) ON CONFLICT (tenant, reference) DO UPDATE"
        u" SET asked_at = excluded.asked_at, outcome = excluded.outcome, settled_at = 0,"
        u" version = discovery.version + 1, sealed = excluded.sealed",
        ofTenant(m_db,
            {asked.reference, value(asked.facility), blindIndex(m_db, abhaAddressField, orNobodys(asked.abhaAddress)),
                value(asked.askedAt), asked.outcome, *sealed}));
}

Done DiscoveryRepository::noteCode(const QString &reference)
{
    return execute(m_db, u"UPDATE discovery SET codes = codes + 1 WHERE tenant = ? AND reference = ?",
        ofTenant(m_db, {reference}));
}

Result<int> DiscoveryRepository::asksSince(const FacilityId &facility, const QString &abhaAddress, UtcTime since) const
{
    return numberIn(run(m_db,
        u"SELECT count(*) FROM discovery WHERE tenant = ? AND facility = ? AND address_index = ? AND asked_at > ?",
        ofTenant(m_db, {value(facility), blindIndex(m_db, abhaAddressField, orNobodys(abhaAddress)), value(since)})));
}

Result<int> DiscoveryRepository::codesSince(const FacilityId &facility, const QString &abhaAddress, UtcTime since) const
{
    return numberIn(run(m_db,
        u"SELECT COALESCE(SUM(codes), 0) FROM discovery WHERE tenant = ? AND facility = ? AND address_index = ?"
        u" AND asked_at > ?",
        ofTenant(m_db, {value(facility), blindIndex(m_db, abhaAddressField, orNobodys(abhaAddress)), value(since)})));
}

Result<QList<DiscoveryCase>> DiscoveryRepository::undecided(const FacilityId &facility) const
{
    auto rows = run(m_db,
        u"SELECT reference, facility, asked_at, outcome, settled_at, version, sealed FROM discovery"
        u" WHERE tenant = ? AND facility = ? AND outcome = 'several' AND settled_at = 0 ORDER BY asked_at, reference",
        ofTenant(m_db, {value(facility)}));
    if (!rows)
        return failed(rows);
    return all<DiscoveryCase>(*rows, [this](const Rows &row) { return readCase(m_db, row); });
}

Done DiscoveryRepository::settle(const DiscoveryCase &looked, const QString &note, const Actor &actor, UtcTime now)
{
    auto settled = looked;
    settled.note = note;
    return audited(m_db, [&]() -> Result<AuditEvent> {
        const auto sealed = sealJson(m_db, table, settled.reference, detailsOf(settled));
        if (!sealed)
            return failed(sealed);
        const auto rows = run(m_db,
            u"UPDATE discovery SET settled_at = ?, version = version + 1, sealed = ?"
            u" WHERE tenant = ? AND reference = ? AND version = ? AND settled_at = 0",
            {value(now), *sealed, value(m_db.tenant()), settled.reference, settled.version});
        if (!rows)
            return failed(rows);
        if (rows->changed() == 0)
            return fail(ErrorKind::Conflict, QStringLiteral("DB-STALE"));
        return AuditEvent{.actor = actor,
            .action = QStringLiteral("discovery.settle"),
            .subject = settled.reference,
            .patient = {},
            .facility = settled.facility,
            .reason = {},
            .at = now};
    });
}

Done DiscoveryRepository::forgetAbha(const QStringList &abha)
{
    QStringList references;
    {
        // Under another address the number may stand in the details of a question; few wait for a person.
        auto rows = run(m_db,
            u"SELECT reference, facility, asked_at, outcome, settled_at, version, sealed FROM discovery"
            u" WHERE tenant = ? AND outcome = 'several'",
            ofTenant(m_db, {}));
        if (!rows)
            return failed(rows);
        const auto asked = all<DiscoveryCase>(*rows, [this](const Rows &row) { return readCase(m_db, row); });
        if (!asked)
            return failed(asked);
        for (const auto &one : *asked)
            if (abha.contains(one.abhaNumber))
                references << one.reference;
    }
    for (const auto &reference : references)
        if (auto done
            = execute(m_db, u"DELETE FROM discovery WHERE tenant = ? AND reference = ?", ofTenant(m_db, {reference}));
            !done)
            return done;
    for (const auto &value : abha)
        if (!value.isEmpty())
            if (auto done = execute(m_db, u"DELETE FROM discovery WHERE tenant = ? AND address_index = ?",
                    ofTenant(m_db, {blindIndex(m_db, abhaAddressField, value)}));
                !done)
                return done;
    return {};
}

Result<int> DiscoveryRepository::purge(UtcTime asked, UtcTime undecidedAsked)
{
    const auto rows = run(m_db,
        u"DELETE FROM discovery WHERE tenant = ? AND asked_at < ?"
        u" AND (outcome <> 'several' OR settled_at > 0 OR asked_at < ?)",
        ofTenant(m_db, {value(asked), value(undecidedAsked)}));
    if (!rows)
        return failed(rows);
    return int(rows->changed());
}

}
