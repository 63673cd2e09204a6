#include "storage/patient_repository.h"

#include "storage/audit_trail.h"
#include "storage/counter.h"
#include "storage/facility_repository.h"
#include "storage/identifier_repository.h"
#include "storage/identifier_rows.h"
#include "storage/sealing.h"
#include "storage/sql.h"

#include <limits>

namespace nadi::storage
{
namespace
{

constexpr QLatin1String patientTable{"patient"};

QString digitsOf(const Patient &patient)
{
    return patient.abhaNumber ? patient.abhaNumber->digits() : QString();
}

QString addressOf(const Patient &patient)
{
    return patient.abhaAddress ? patient.abhaAddress->value() : QString();
}

QJsonObject toJson(const Patient &patient)
{
    return {
        {QStringLiteral("name"), patient.name},
        {QStringLiteral("gender"), toWire(patient.gender)},
        {QStringLiteral("birth"), patient.birth.toIso()},
        {QStringLiteral("mobile"), patient.mobile},
        {QStringLiteral("place"), patient.place},
        {QStringLiteral("abhaNumber"), digitsOf(patient)},
        {QStringLiteral("abhaAddress"), addressOf(patient)},
    };
}

/// Columns: id, abha_verified_at, created_at, version, sealed, of the local number facility and sealed (or empty),
/// merged_into.
Result<Patient> readPatient(const Connection &db, const Rows &row)
{
    const auto json = openJson(db, patientTable, row.text(0), row.bytes(4));
    if (!json)
        return failed(json);
    Patient patient;
    patient.id = row.id<PatientId>(0);
    patient.name = (*json)[u"name"].toString();
    patient.gender = genderFromWire((*json)[u"gender"].toString());
    if (const auto birth = BirthDate::parse((*json)[u"birth"].toString()))
        patient.birth = *birth;
    patient.mobile = (*json)[u"mobile"].toString();
    patient.place = (*json)[u"place"].toString();
    if (const auto number = AbhaNumber::parse((*json)[u"abhaNumber"].toString()))
        patient.abhaNumber = *number;
    if (const auto address = AbhaAddress::parse((*json)[u"abhaAddress"].toString()))
        patient.abhaAddress = *address;
    patient.abhaVerifiedAt = row.time(1);
    patient.createdAt = row.time(2);
    patient.version = row.number(3);
    if (const auto sealed = row.bytes(6); !sealed.isEmpty()) {
        const auto number = openLocalNumber(db, patient.id, row.text(5), sealed);
        if (!number)
            return failed(number);
        patient.localNumber = *number;
    }
    patient.mergedInto = row.id<PatientId>(7);
    return patient;
}

Result<PatientId> firstWith(Result<Rows> rows)
{
    if (!rows)
        return failed(rows);
    if (!rows->next())
        return fail(ErrorKind::NotFound, QStringLiteral("PATIENT-UNKNOWN"));
    return rows->id<PatientId>(0);
}

Done addLocalNumber(Connection &db, const Patient &patient, const FacilityId &facility)
{
    if (patient.localNumber.isEmpty())
        return {};
    const auto sealed = sealLocalNumber(db, patient.id, facility.value(), patient.localNumber);
    if (!sealed)
        return failed(sealed);
    const auto rows = run(db,
        u"INSERT INTO patient_local (tenant, facility, patient, number_index, sealed) VALUES (?, ?, ?, ?, ?)"
        u" ON CONFLICT DO NOTHING",
        ofTenant(
            db, {value(facility), value(patient.id), blindIndex(db, localNumberField, patient.localNumber), *sealed}));
    if (!rows)
        return failed(rows);
    if (rows->changed() == 0)
        return fail(ErrorKind::Conflict, QStringLiteral("PATIENT-NUMBER"));
    return {};
}

}

Done PatientRepository::add(const Patient &patient, const FacilityId &facility, const Actor &actor, UtcTime now)
{
    Transaction transaction(m_db);
    if (!transaction.begun())
        return transaction.begun();
    const auto sealed = sealJson(m_db, patientTable, patient.id.value(), toJson(patient));
    if (!sealed)
        return failed(sealed);
    const auto mark = nextNumber(m_db, QStringLiteral("patient-mark"));
    if (!mark)
        return failed(mark);
    const auto rows = run(m_db,
        u"INSERT INTO patient (tenant, id, mobile_index, abha_number_index, abha_address_index, abha_verified_at,"
        u" created_at, mark, version, sealed) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 1, ?) ON CONFLICT DO NOTHING",
        ofTenant(m_db,
            {value(patient.id), blindIndex(m_db, mobileField, patient.mobile),
                blindIndex(m_db, abhaNumberField, digitsOf(patient)),
                blindIndex(m_db, abhaAddressField, addressOf(patient).toLower()), value(patient.abhaVerifiedAt),
                value(patient.createdAt.isSet() ? patient.createdAt : now), *mark, *sealed}));
    if (!rows)
        return failed(rows);
    if (rows->changed() == 0)
        return fail(ErrorKind::Conflict, QStringLiteral("PATIENT-EXISTS"));
    if (auto done = addLocalNumber(m_db, patient, facility); !done)
        return done;
    if (patient.abhaNumber || patient.abhaAddress)
        if (auto done = IdentifierRepository(m_db).keepPrimary(patient, now); !done)
            return done;
    if (auto done = AuditTrail(m_db).append({.actor = actor,
            .action = QStringLiteral("patient.add"),
            .subject = patient.id.value(),
            .patient = patient.id,
            .facility = facility,
            .reason = {},
            .at = now});
        !done)
        return done;
    return transaction.commit();
}

Done PatientRepository::update(const Patient &patient, const Actor &actor, UtcTime now)
{
    Transaction transaction(m_db);
    if (!transaction.begun())
        return transaction.begun();
    const auto sealed = sealJson(m_db, patientTable, patient.id.value(), toJson(patient));
    if (!sealed)
        return failed(sealed);
    const auto mark = nextNumber(m_db, QStringLiteral("patient-mark"));
    if (!mark)
        return failed(mark);
    const auto rows = run(m_db,
        u"UPDATE patient SET mobile_index = ?, abha_number_index = ?, abha_address_index = ?, abha_verified_at = ?,"
        u" mark = ?, version = version + 1, sealed = ? WHERE tenant = ? AND id = ? AND version = ?"
        u" AND merged_into = ''",
        {blindIndex(m_db, mobileField, patient.mobile), blindIndex(m_db, abhaNumberField, digitsOf(patient)),
            blindIndex(m_db, abhaAddressField, addressOf(patient).toLower()), value(patient.abhaVerifiedAt), *mark,
            *sealed, value(m_db.tenant()), value(patient.id), patient.version});
    if (!rows)
        return failed(rows);
    if (rows->changed() == 0)
        return fail(ErrorKind::Conflict, QStringLiteral("DB-STALE"));
    if (auto done = IdentifierRepository(m_db).keepPrimary(patient, now); !done)
        return done;
    if (auto done = AuditTrail(m_db).append({.actor = actor,
            .action = QStringLiteral("patient.update"),
            .subject = patient.id.value(),
            .patient = patient.id,
            .facility = {},
            .reason = {},
            .at = now});
        !done)
        return done;
    return transaction.commit();
}

Done PatientRepository::forgetAbhaOfMerged(const PatientId &survivor)
{
    auto rows = run(m_db,
        u"SELECT id, abha_verified_at, created_at, version, sealed, '', '', merged_into FROM patient WHERE tenant = ?"
        u" AND merged_into = ? AND merged_into <> ''",
        ofTenant(m_db, {value(survivor)}));
    if (!rows)
        return failed(rows);
    const auto merged = all<Patient>(*rows, [this](const Rows &row) { return readPatient(m_db, row); });
    if (!merged)
        return failed(merged);
    for (auto file : *merged) {
        file.abhaNumber.reset();
        file.abhaAddress.reset();
        const auto sealed = sealJson(m_db, patientTable, file.id.value(), toJson(file));
        if (!sealed)
            return failed(sealed);
        if (auto done = execute(m_db,
                u"UPDATE patient SET abha_number_index = ?, abha_address_index = ?, abha_verified_at = 0,"
                u" version = version + 1, sealed = ? WHERE tenant = ? AND id = ?",
                {QByteArray(), QByteArray(), *sealed, value(m_db.tenant()), value(file.id)});
            !done)
            return done;
        if (auto done = touchPatient(m_db, file.id); !done)
            return done;
    }
    return {};
}

Result<Patient> PatientRepository::asFiled(const PatientId &id, const FacilityId &facility) const
{
    auto rows = run(m_db,
        u"SELECT p.id, p.abha_verified_at, p.created_at, p.version, p.sealed, l.facility, l.sealed, p.merged_into FROM"
        u" patient p LEFT JOIN patient_local l ON l.tenant = p.tenant AND l.patient = p.id AND l.facility = ?"
        u" WHERE p.tenant = ? AND p.id = ?",
        {value(facility), value(m_db.tenant()), value(id)});
    if (!rows)
        return failed(rows);
    if (!rows->next())
        return fail(ErrorKind::NotFound, QStringLiteral("PATIENT-UNKNOWN"));
    return readPatient(m_db, *rows);
}

Result<Patient> PatientRepository::patient(const PatientId &id, const FacilityId &facility) const
{
    auto found = asFiled(id, facility);
    return found && !found->mergedInto.isEmpty() ? asFiled(found->mergedInto, facility) : found;
}

Result<Patient> PatientRepository::inConversation(const PatientId &id, const FacilityId &facility) const
{
    const auto began = asFiled(id, facility);
    if (!began || began->mergedInto.isEmpty())
        return began;
    auto survivor = asFiled(began->mergedInto, facility);
    if (!survivor || !began->abhaAddress || !began->abhaVerifiedAt.isSet())
        return survivor;
    const auto holds = IdentifierRepository(m_db).holdsVerified(survivor->id, *began->abhaAddress);
    if (!holds)
        return failed(holds);
    if (*holds) {
        survivor->id = began->id;
        survivor->abhaAddress = began->abhaAddress;
        survivor->abhaVerifiedAt = began->abhaVerifiedAt;
    }
    return survivor;
}

Result<PatientId> PatientRepository::holdSurvivor(const PatientId &id)
{
    // Writes nothing new: it waits for a merge that is under way, and lets none begin before this transaction ends.
    auto rows = run(m_db, u"UPDATE patient SET version = version WHERE tenant = ? AND id = ? RETURNING merged_into",
        ofTenant(m_db, {value(id)}));
    if (!rows)
        return failed(rows);
    if (!rows->next())
        return fail(ErrorKind::NotFound, QStringLiteral("PATIENT-UNKNOWN"));
    const auto survivor = rows->id<PatientId>(0);
    return survivor.isEmpty() ? id : survivor;
}

Result<PatientId> PatientRepository::byAbhaAddress(const AbhaAddress &address) const
{
    return firstWith(run(m_db,
        u"SELECT id FROM patient WHERE tenant = ? AND abha_address_index = ? AND merged_into = '' ORDER BY created_at, "
        u"id LIMIT 1",
        ofTenant(m_db, {blindIndex(m_db, abhaAddressField, address.value().toLower())})));
}

Result<PatientId> PatientRepository::byAbhaNumber(const AbhaNumber &number) const
{
    return firstWith(run(m_db,
        u"SELECT id FROM patient WHERE tenant = ? AND abha_number_index = ? AND merged_into = '' ORDER BY created_at, "
        u"id LIMIT 1",
        ofTenant(m_db, {blindIndex(m_db, abhaNumberField, number.digits())})));
}

Result<QList<PatientId>> PatientRepository::byMobile(const QString &mobile) const
{
    if (mobile.isEmpty())
        return QList<PatientId>();
    auto rows = run(m_db,
        u"SELECT id FROM patient WHERE tenant = ? AND mobile_index = ? AND merged_into = '' ORDER BY created_at, id",
        ofTenant(m_db, {blindIndex(m_db, mobileField, mobile)}));
    if (!rows)
        return failed(rows);
    return all<PatientId>(*rows, [](const Rows &row) -> Result<PatientId> { return row.id<PatientId>(0); });
}

Result<PatientId> PatientRepository::byLocalNumber(const QString &number, const FacilityId &facility) const
{
    return firstWith(run(m_db,
        u"SELECT CASE WHEN p.merged_into = '' THEN p.id ELSE p.merged_into END FROM patient_local l"
        u" JOIN patient p ON p.tenant = l.tenant AND p.id = l.patient"
        u" WHERE l.tenant = ? AND l.facility = ? AND l.number_index = ?",
        ofTenant(m_db, {value(facility), blindIndex(m_db, localNumberField, number)})));
}

Done PatientRepository::forEach(const FacilityId &facility, const std::function<void(const Patient &)> &visit) const
{
    auto rows = run(m_db,
        u"SELECT p.id, p.abha_verified_at, p.created_at, p.version, p.sealed, l.facility, l.sealed, p.merged_into FROM"
        u" patient p"
        u" LEFT JOIN patient_local l ON l.tenant = p.tenant AND l.patient = p.id AND l.facility = ?"
        u" WHERE p.tenant = ? ORDER BY p.mark",
        {value(facility), value(m_db.tenant())});
    if (!rows)
        return failed(rows);
    while (rows->next()) {
        const auto patient = readPatient(m_db, *rows);
        if (!patient)
            return failed(patient);
        visit(*patient);
    }
    return {};
}

Result<qint64> PatientRepository::mark() const
{
    auto rows = run(m_db, u"SELECT max(mark) FROM patient WHERE tenant = ?", ofTenant(m_db, {}));
    if (!rows)
        return failed(rows);
    return rows->next() ? rows->number(0) : 0;
}

Result<qint64> PatientRepository::changedSince(
    qint64 mark, const FacilityId &facility, const std::function<void(const Patient &)> &visit) const
{
    return changedSince(mark, facility, std::numeric_limits<int>::max(), visit);
}

Result<qint64> PatientRepository::changedSince(
    qint64 mark, const FacilityId &facility, int most, const std::function<void(const Patient &)> &visit) const
{
    auto rows = run(m_db,
        u"SELECT p.id, p.abha_verified_at, p.created_at, p.version, p.sealed, l.facility, l.sealed,"
        u" p.merged_into, p.mark FROM patient p"
        u" LEFT JOIN patient_local l ON l.tenant = p.tenant AND l.patient = p.id AND l.facility = ?"
        u" WHERE p.tenant = ? AND p.mark > ? ORDER BY p.mark LIMIT ?",
        {value(facility), value(m_db.tenant()), mark, most});
    if (!rows)
        return failed(rows);
    while (rows->next()) {
        const auto patient = readPatient(m_db, *rows);
        if (!patient)
            return failed(patient);
        visit(*patient);
        mark = rows->number(8);
    }
    return mark;
}

Result<qint64> PatientRepository::changedSince(qint64 mark, const std::function<void(const Patient &)> &visit) const
{
    return changedSince(mark, FacilityId(), visit);
}

Result<QString> PatientRepository::nextLocalNumber(const FacilityId &facility)
{
    const auto known = FacilityRepository(m_db).facility(facility);
    if (!known)
        return failed(known);
    const auto number = nextNumber(m_db, localNumberCount(facility));
    if (!number)
        return failed(number);
    return QStringLiteral("%1-%2").arg(localPrefix(known->name)).arg(*number, 5, 10, QLatin1Char('0'));
}

QString PatientRepository::localNumberCount(const FacilityId &facility)
{
    return QStringLiteral("local-number/") + facility.value();
}

QString PatientRepository::localPrefix(const QString &facilityName)
{
    QString prefix;
    for (const auto &word : facilityName.split(u' ', Qt::SkipEmptyParts)) {
        const auto letter = word.at(0).toUpper();
        if (letter >= u'A' && letter <= u'Z' && prefix.size() < 2)
            prefix += letter;
    }
    return prefix.isEmpty() ? QStringLiteral("P") : prefix;
}

}
