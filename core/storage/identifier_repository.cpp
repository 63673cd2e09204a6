#include "storage/identifier_repository.h"

#include "storage/files_of_person.h"
#include "storage/identifier_rows.h"

#include <QCryptographicHash>

namespace nadi::storage
{
namespace
{

/// Repeating the same change gives the same id, so that it has one effect; a value that comes back later gets another.
IdentifierId idFor(const Identifier &identifier, const QByteArray &index)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const auto &part : {identifier.patient.value().toUtf8(), toWord(identifier.system).toUtf8(), index.toHex(),
             QByteArray::number(identifier.addedAt.ms())}) {
        hash.addData(part);
        hash.addData(QByteArray(1, '/'));
    }
    return IdentifierId(QString::fromLatin1(hash.result().toHex().first(32)));
}

Result<std::optional<Identifier>> firstOf(const Connection &db, Result<Rows> rows)
{
    if (!rows)
        return failed(rows);
    if (!rows->next())
        return std::optional<Identifier>();
    const auto found = readIdentifier(db, *rows);
    if (!found)
        return failed(found);
    return std::optional(*found);
}

Result<Identifier> byId(Connection &db, const IdentifierId &id)
{
    const auto found = firstOf(db,
        run(db,
            u"SELECT id, patient, system, status, added_at, verified_at, ended_at, sealed FROM identifier"
            u" WHERE tenant = ? AND id = ?",
            ofTenant(db, {value(id)})));
    if (!found)
        return failed(found);
    if (!*found)
        return fail(ErrorKind::NotFound, QStringLiteral("IDENTIFIER-UNKNOWN"));
    return **found;
}

Result<QList<Identifier>> allOf(Connection &db, const PatientId &patient)
{
    auto rows = run(db,
        u"SELECT id, patient, system, status, added_at, verified_at, ended_at, sealed FROM identifier"
        u" WHERE tenant = ? AND patient = ? ORDER BY system, added_at DESC, id",
        ofTenant(db, {value(patient)}));
    if (!rows)
        return failed(rows);
    return all<Identifier>(*rows, [&db](const Rows &row) { return readIdentifier(db, row); });
}

/// Chosen here and not by SQLite: asked for system and status too, it takes the index of values for the better one and
/// reads every identifier of the tenant.
Result<QList<Identifier>> activeOf(Connection &db, const PatientId &patient, IdentifierSystem system)
{
    auto known = allOf(db, patient);
    if (known)
        known->removeIf(
            [system](const auto &one) { return one.system != system || one.status != IdentifierStatus::Active; });
    return known;
}

Done proveAgain(Connection &db, Identifier known, const Identifier &again)
{
    if (again.verifiedAt <= known.verifiedAt)
        return {};
    known.verifiedAt = again.verifiedAt;
    known.verifiedBy = again.verifiedBy;
    const auto sealed = sealIdentifier(db, known);
    if (!sealed)
        return failed(sealed);
    return execute(db, u"UPDATE identifier SET verified_at = ?, sealed = ? WHERE tenant = ? AND id = ?",
        {value(known.verifiedAt), *sealed, value(db.tenant()), value(known.id)});
}

Done insert(Connection &db, Identifier identifier)
{
    identifier.value = normalisedIdentifier(identifier.system, identifier.value);
    const auto index = identifierIndex(db, identifier.system, identifier.assigner, identifier.value);
    if (index.isEmpty() || identifier.system == IdentifierSystem::LocalNumber)
        return fail(ErrorKind::Invalid, QStringLiteral("IDENTIFIER-VALUE"));
    const auto mine = firstOf(db,
        run(db,
            u"SELECT id, patient, system, status, added_at, verified_at, ended_at, sealed FROM identifier"
            u" WHERE tenant = ? AND system = ? AND value_index = ? AND status = 'active' AND patient = ?",
            ofTenant(db, {toWord(identifier.system), index, value(identifier.patient)})));
    if (!mine)
        return failed(mine);
    if (*mine)
        return proveAgain(db, **mine, identifier);
    if (identifier.id.isEmpty())
        identifier.id = idFor(identifier, index);
    const auto sealed = sealIdentifier(db, identifier);
    if (!sealed)
        return failed(sealed);
    const auto rows = run(db,
        u"INSERT INTO identifier (tenant, id, patient, system, status, value_index, added_at, verified_at, ended_at,"
        u" sealed) VALUES (?, ?, ?, ?, 'active', ?, ?, ?, 0, ?) ON CONFLICT DO NOTHING",
        ofTenant(db,
            {value(identifier.id), value(identifier.patient), toWord(identifier.system), index,
                value(identifier.addedAt), value(identifier.verifiedAt), *sealed}));
    if (!rows)
        return failed(rows);
    if (rows->changed() > 0)
        return {};
    return fail(ErrorKind::Conflict,
        identifier.system == IdentifierSystem::External ? QStringLiteral("IDENTIFIER-TAKEN")
                                                        : QStringLiteral("ABHA-TAKEN"));
}

/// Seals and writes an identifier that ends; `index` is empty when its value goes too.
Done finish(Connection &db, Identifier ended, const QByteArray &index)
{
    const auto sealed = sealIdentifier(db, ended);
    if (!sealed)
        return failed(sealed);
    const auto rows = run(db,
        u"UPDATE identifier SET status = ?, value_index = ?, ended_at = ?, sealed = ? WHERE tenant = ? AND id = ?",
        {toWord(ended.status), index, value(ended.endedAt), *sealed, value(db.tenant()), value(ended.id)});
    return rows ? Done() : failed(rows);
}

Done end(Connection &db, const IdentifierId &id, const QString &reason, UtcTime now)
{
    auto known = byId(db, id);
    if (!known)
        return failed(known);
    if (known->status != IdentifierStatus::Active)
        return fail(ErrorKind::Conflict, QStringLiteral("DB-STALE"));
    known->status = IdentifierStatus::Detached;
    known->endedAt = now;
    known->endReason = reason;
    return finish(db, *known, identifierIndex(db, known->system, known->assigner, known->value));
}

}

Done IdentifierRepository::add(const Identifier &identifier)
{
    Transaction transaction(m_db);
    if (!transaction.begun())
        return transaction.begun();
    if (auto done = touchPatient(m_db, identifier.patient); !done)
        return done;
    if (auto done = insert(m_db, identifier); !done)
        return done;
    return transaction.commit();
}

Done IdentifierRepository::detach(const IdentifierId &id, const QString &reason, UtcTime now)
{
    return end(m_db, id, reason, now);
}

Done IdentifierRepository::forget(const IdentifierId &id, UtcTime now)
{
    auto known = byId(m_db, id);
    if (!known)
        return failed(known);
    if (known->status != IdentifierStatus::RemovedByOwner)
        known->endedAt = now;
    known->status = IdentifierStatus::RemovedByOwner;
    known->value.clear();
    known->endReason.clear();
    return finish(m_db, *known, {});
}

Done IdentifierRepository::moveTo(const IdentifierId &id, const PatientId &holder)
{
    return execute(m_db, u"UPDATE identifier SET patient = ? WHERE tenant = ? AND id = ?",
        {value(holder), value(m_db.tenant()), value(id)});
}

Result<QList<Identifier>> IdentifierRepository::ofPatient(const PatientId &patient) const
{
    const auto found = allOf(m_db, patient);
    if (!found)
        return found;
    // Numbers of merged files are still printed on their papers. `|| ''`: see files_of_person.h.
    auto local = run(m_db,
        u"SELECT l.patient, l.facility, l.sealed FROM patient_local l"
        u" JOIN patient p ON p.tenant = l.tenant AND p.id = l.patient"
        u" WHERE l.tenant = ? AND l.patient "
        u"IN " NADI_FILES_OF_PERSON u" ORDER BY l.facility || '', p.merged_into, l.patient",
        ofTenant(m_db, filesOfPerson(m_db, patient)));
    if (!local)
        return failed(local);
    const auto numbers = all<Identifier>(*local, [this](const Rows &row) { return readLocalNumber(m_db, row); });
    if (!numbers)
        return numbers;
    return *found + *numbers;
}

Result<PatientId> IdentifierRepository::holder(
    IdentifierSystem system, const QString &assigner, const QString &value_) const
{
    const auto index = identifierIndex(m_db, system, assigner, normalisedIdentifier(system, value_));
    auto rows = run(m_db,
        u"SELECT patient FROM identifier WHERE tenant = ? AND system = ? AND value_index = ? AND status = 'active'"
        u" ORDER BY added_at, id LIMIT 1",
        ofTenant(m_db, {toWord(system), index}));
    if (!rows)
        return failed(rows);
    if (index.isEmpty() || !rows->next())
        return fail(ErrorKind::NotFound, QStringLiteral("PATIENT-UNKNOWN"));
    return rows->id<PatientId>(0);
}

Result<bool> IdentifierRepository::holdsVerified(const PatientId &patient, const AbhaAddress &address) const
{
    auto rows = run(m_db,
        u"SELECT count(*) FROM identifier WHERE tenant = ? AND patient = ? AND system = 'abha-address'"
        u" AND value_index = ? AND status = 'active' AND verified_at > 0",
        ofTenant(m_db, {value(patient), identifierIndex(m_db, IdentifierSystem::AbhaAddress, {}, address.value())}));
    if (!rows)
        return failed(rows);
    return rows->next() && rows->number(0) > 0;
}

Done IdentifierRepository::forEachOther(
    const FacilityId &facility, const std::function<void(const Identifier &)> &visit) const
{
    auto rows = run(m_db,
        u"SELECT i.id, i.patient, i.system, i.status, i.added_at, i.verified_at, i.ended_at, i.sealed FROM identifier i"
        u" JOIN patient p ON p.tenant = i.tenant AND p.id = i.patient"
        u" WHERE i.tenant = ? AND i.status = 'active' AND i.system <> 'abha-number'"
        u" AND NOT (i.system = 'abha-address' AND i.value_index = p.abha_address_index)",
        ofTenant(m_db, {}));
    if (!rows)
        return failed(rows);
    while (rows->next()) {
        const auto one = readIdentifier(m_db, *rows);
        if (!one)
            return failed(one);
        visit(*one);
    }
    auto local = run(m_db, u"SELECT patient, facility, sealed FROM patient_local WHERE tenant = ? AND facility <> ?",
        ofTenant(m_db, {value(facility)}));
    if (!local)
        return failed(local);
    while (local->next()) {
        const auto one = readLocalNumber(m_db, *local);
        if (!one)
            return failed(one);
        visit(*one);
    }
    return {};
}

Result<QList<Identifier>> IdentifierRepository::others(const PatientId &patient, const FacilityId &facility) const
{
    const auto known = ofPatient(patient);
    if (!known)
        return known;
    QList<Identifier> out;
    for (const auto &one : *known) {
        const bool elsewhere = one.system != IdentifierSystem::LocalNumber || one.assigner != facility.value();
        if (one.status == IdentifierStatus::Active && one.system != IdentifierSystem::AbhaNumber && elsewhere
            && one.patient == patient)
            out << one;
    }
    return out;
}

Done IdentifierRepository::keepPrimary(const Patient &patient, UtcTime now)
{
    Identifier primary;
    primary.patient = patient.id;
    primary.addedAt = now;
    primary.verifiedAt = patient.abhaVerifiedAt;
    const auto number = patient.abhaNumber ? patient.abhaNumber->digits() : QString();
    for (const auto system : {IdentifierSystem::AbhaNumber, IdentifierSystem::AbhaAddress}) {
        const auto known = activeOf(m_db, patient.id, system);
        if (!known)
            return failed(known);
        const bool anyStays = system == IdentifierSystem::AbhaAddress && patient.abhaAddress;
        for (const auto &one : *known)
            if (!anyStays && (system == IdentifierSystem::AbhaAddress || one.value != number))
                if (auto done = end(m_db, one.id, QStringLiteral("changed"), now); !done)
                    return done;
        primary.system = system;
        primary.value = system == IdentifierSystem::AbhaNumber ? number
            : patient.abhaAddress                              ? patient.abhaAddress->value()
                                                               : QString();
        if (!primary.value.isEmpty())
            if (auto done = insert(m_db, primary); !done)
                return done;
    }
    return {};
}

}
