#include "storage/merge_moves.h"

#include "storage/identifier_repository.h"
#include "storage/identifier_rows.h"

#include <QJsonArray>

#include <array>

namespace nadi::storage
{
namespace
{

template <class Kind>
QJsonArray toArray(const QList<Kind> &ids)
{
    QJsonArray out;
    for (const auto &id : ids)
        out << id.value();
    return out;
}

template <class Kind>
QList<Kind> idsIn(const QJsonObject &json, QStringView key)
{
    QList<Kind> out;
    for (const auto &id : json[key].toArray())
        out << Kind(id.toString());
    return out;
}

template <class Kind>
Result<QList<Kind>> idsFrom(Result<Rows> rows)
{
    if (!rows)
        return failed(rows);
    return all<Kind>(*rows, [](const Rows &row) -> Result<Kind> { return row.id<Kind>(0); });
}

/// Statements that bind: new holder, tenant, id, old holder.
Done giveEach(Connection &db, Sql sql, const QStringList &ids, const PatientId &from, const PatientId &to)
{
    for (const auto &id : ids)
        if (auto done = execute(db, sql, {value(to), value(db.tenant()), id, value(from)}); !done)
            return done;
    return {};
}

template <class Kind>
QStringList texts(const QList<Kind> &ids)
{
    QStringList out;
    for (const auto &id : ids)
        out << id.value();
    return out;
}

/// Sealed for its holder, so it is opened and sealed again.
Done giveLocalNumber(Connection &db, const FacilityId &facility, const PatientId &from, const PatientId &to)
{
    auto rows = run(db, u"SELECT sealed FROM patient_local WHERE tenant = ? AND patient = ? AND facility = ?",
        ofTenant(db, {value(from), value(facility)}));
    if (!rows)
        return failed(rows);
    if (!rows->next())
        return {};
    const auto number = openLocalNumber(db, from, facility.value(), rows->bytes(0));
    if (!number)
        return failed(number);
    const auto sealed = sealLocalNumber(db, to, facility.value(), *number);
    if (!sealed)
        return failed(sealed);
    return execute(db,
        u"UPDATE patient_local SET patient = ?, sealed = ? WHERE tenant = ? AND patient = ? AND facility = ?"
        u" AND NOT EXISTS (SELECT 1 FROM patient_local o WHERE o.tenant = ? AND o.patient = ? AND o.facility = ?)",
        {value(to), *sealed, value(db.tenant()), value(from), value(facility), value(db.tenant()), value(to),
            value(facility)});
}

Done giveRecords(Connection &db, const QStringList &records, const PatientId &from, const PatientId &to)
{
    // A version more: a window that has the record open must look again whose it is.
    if (auto done = giveEach(db,
            u"UPDATE record SET patient = ?, version = version + 1 WHERE tenant = ? AND id = ? AND patient = ?",
            records, from, to);
        !done)
        return done;
    if (auto done
        = giveEach(db, u"UPDATE record_original SET patient = ? WHERE tenant = ? AND record = ? AND patient = ?",
            records, from, to);
        !done)
        return done;
    return giveEach(
        db, u"UPDATE delivery SET patient = ? WHERE tenant = ? AND record = ? AND patient = ?", records, from, to);
}

}

QJsonObject toJson(const MergeMoves &moves)
{
    return {
        {QStringLiteral("appointments"), toArray(moves.appointments)},
        {QStringLiteral("records"), toArray(moves.records)},
        {QStringLiteral("localNumbers"), toArray(moves.localNumbers)},
        {QStringLiteral("identifiers"), toArray(moves.identifiers)},
        {QStringLiteral("earlier"), toArray(moves.earlier)},
        {QStringLiteral("taken"), QJsonArray::fromStringList(moves.taken)},
    };
}

MergeMoves movesFromJson(const QJsonObject &json)
{
    MergeMoves moves;
    moves.appointments = idsIn<AppointmentId>(json, u"appointments");
    moves.records = idsIn<RecordId>(json, u"records");
    moves.localNumbers = idsIn<FacilityId>(json, u"localNumbers");
    moves.identifiers = idsIn<IdentifierId>(json, u"identifiers");
    moves.earlier = idsIn<PatientId>(json, u"earlier");
    for (const auto &field : json[u"taken"].toArray())
        moves.taken << field.toString();
    return moves;
}

Result<MergeMoves> movesOf(Connection &db, const PatientId &survivor, const PatientId &retired)
{
    // `|| ''`: see files_of_person.h.
    const Values one = ofTenant(db, {value(retired)});
    const auto appointments = idsFrom<AppointmentId>(
        run(db, u"SELECT id FROM appointment WHERE tenant = ? AND patient = ? ORDER BY start_at DESC, id", one));
    if (!appointments)
        return failed(appointments);
    const auto records = idsFrom<RecordId>(
        run(db, u"SELECT id FROM record WHERE tenant = ? AND patient = ? ORDER BY created_at DESC, id", one));
    if (!records)
        return failed(records);
    const auto numbers = idsFrom<FacilityId>(run(db,
        u"SELECT l.facility FROM patient_local l WHERE l.tenant = ? AND l.patient = ? AND NOT EXISTS"
        u" (SELECT 1 FROM patient_local o WHERE o.tenant = l.tenant AND o.facility = l.facility AND o.patient = ?)"
        u" ORDER BY l.facility",
        ofTenant(db, {value(retired), value(survivor)})));
    if (!numbers)
        return failed(numbers);
    // An address that both have stays once.
    const auto identifiers = idsFrom<IdentifierId>(run(db,
        u"SELECT i.id FROM identifier i WHERE i.tenant = ? AND i.patient = ? AND NOT (i.status = 'active' AND EXISTS"
        u" (SELECT 1 FROM identifier o WHERE o.tenant = i.tenant AND o.patient = ? AND o.status = 'active'"
        u" AND o.system = i.system AND o.value_index = i.value_index)) ORDER BY i.id || ''",
        ofTenant(db, {value(retired), value(survivor)})));
    if (!identifiers)
        return failed(identifiers);
    const auto earlier = idsFrom<PatientId>(run(db,
        u"SELECT id FROM patient WHERE tenant = ? AND merged_into = ? AND merged_into <> '' ORDER BY id || ''", one));
    if (!earlier)
        return failed(earlier);
    return MergeMoves{*appointments, *records, *numbers, *identifiers, *earlier, {}};
}

Done give(Connection &db, const MergeMoves &moves, const PatientId &from, const PatientId &to)
{
    if (auto done = giveEach(db,
            u"UPDATE appointment SET patient = ?, version = version + 1 WHERE tenant = ? AND id = ? AND patient = ?",
            texts(moves.appointments), from, to);
        !done)
        return done;
    if (auto done = giveRecords(db, texts(moves.records), from, to); !done)
        return done;
    for (const auto &facility : moves.localNumbers)
        if (auto done = giveLocalNumber(db, facility, from, to); !done)
            return done;
    if (auto done = giveEach(db, u"UPDATE identifier SET patient = ? WHERE tenant = ? AND id = ? AND patient = ?",
            texts(moves.identifiers), from, to);
        !done)
        return done;
    for (const auto &file : moves.earlier) {
        if (auto done = touchPatient(db, file); !done)
            return done;
        if (auto done
            = execute(db, u"UPDATE patient SET merged_into = ? WHERE tenant = ? AND id = ? AND merged_into = ?",
                {value(to), value(db.tenant()), value(file), value(from)});
            !done)
            return done;
    }
    return {};
}

}
