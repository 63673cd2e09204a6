#include "storage/merge_repository.h"

#include "storage/identifier_rows.h"
#include "storage/merge_moves.h"
#include "storage/sealing.h"

namespace nadi::storage
{
namespace
{

constexpr QLatin1String mergeTable{"patient_merge"};

Result<QByteArray> sealMerge(const Connection &db, const Merge &merge)
{
    auto json = toJson(merge.moves);
    json.insert(QStringLiteral("reason"), merge.reason);
    json.insert(QStringLiteral("by"), merge.by.value());
    return sealJson(db, mergeTable, merge.id.value(), json);
}

/// Columns: id, survivor, retired, at, undo_until, undone_at, sealed.
Result<Merge> readMerge(const Connection &db, const Rows &row)
{
    const auto json = openJson(db, mergeTable, row.text(0), row.bytes(6));
    if (!json)
        return failed(json);
    Merge merge;
    merge.id = row.id<MergeId>(0);
    merge.survivor = row.id<PatientId>(1);
    merge.retired = row.id<PatientId>(2);
    merge.at = row.time(3);
    merge.undoUntil = row.time(4);
    merge.undoneAt = row.time(5);
    merge.reason = (*json)[u"reason"].toString();
    merge.by = UserId((*json)[u"by"].toString());
    merge.moves = movesFromJson(*json);
    return merge;
}

/// A record that was signed since it moved has a conversation that names the survivor; it goes back with its record.
Done giveFlowsBack(Connection &db, const Merge &merge)
{
    for (const auto &record : merge.moves.records)
        if (auto done = execute(db,
                u"UPDATE flow SET patient = ?, version = version + 1 WHERE tenant = ? AND kind = 'delivery' AND key = ?"
                u" AND patient = ?",
                {value(merge.retired), value(db.tenant()), value(record), value(merge.survivor)});
            !done)
            return done;
    return {};
}

}

Result<MergeMoves> MergeRepository::preview(const PatientId &survivor, const PatientId &retired) const
{
    return movesOf(m_db, survivor, retired);
}

Result<Merge> MergeRepository::merge(Merge merge, qint64 retiredVersion)
{
    // The mark first: PatientRepository::update() locks in this order too.
    if (auto done = touchPatient(m_db, merge.retired); !done)
        return failed(done);
    const auto retired = run(m_db,
        u"UPDATE patient SET merged_into = ?, version = version + 1 WHERE tenant = ? AND id = ? AND version = ?"
        u" AND merged_into = ''",
        {value(merge.survivor), value(m_db.tenant()), value(merge.retired), retiredVersion});
    if (!retired)
        return failed(retired);
    if (retired->changed() == 0)
        return fail(ErrorKind::Conflict, QStringLiteral("DB-STALE"));
    const auto moves = movesOf(m_db, merge.survivor, merge.retired);
    if (!moves)
        return failed(moves);
    const auto taken = merge.moves.taken;
    merge.moves = *moves;
    merge.moves.taken = taken;
    if (auto done = give(m_db, merge.moves, merge.retired, merge.survivor); !done)
        return failed(done);
    const auto sealed = sealMerge(m_db, merge);
    if (!sealed)
        return failed(sealed);
    if (auto done = execute(m_db,
            u"INSERT INTO patient_merge (tenant, id, survivor, retired, at, undo_until, undone_at, sealed)"
            u" VALUES (?, ?, ?, ?, ?, ?, 0, ?)",
            ofTenant(m_db,
                {value(merge.id), value(merge.survivor), value(merge.retired), value(merge.at), value(merge.undoUntil),
                    *sealed}));
        !done)
        return failed(done);
    return merge;
}

Done MergeRepository::undo(const Merge &merge, UtcTime now)
{
    if (auto done = touchPatient(m_db, merge.retired); !done)
        return done;
    const auto undone
        = run(m_db, u"UPDATE patient_merge SET undone_at = ? WHERE tenant = ? AND id = ? AND undone_at = 0",
            {value(now), value(m_db.tenant()), value(merge.id)});
    if (!undone)
        return failed(undone);
    if (undone->changed() == 0)
        return fail(ErrorKind::Conflict, QStringLiteral("MERGE-UNDONE"));
    const auto back = run(m_db,
        u"UPDATE patient SET merged_into = '', version = version + 1 WHERE tenant = ? AND id = ? AND merged_into = ?",
        {value(m_db.tenant()), value(merge.retired), value(merge.survivor)});
    if (!back)
        return failed(back);
    if (back->changed() == 0)
        return fail(ErrorKind::Conflict, QStringLiteral("MERGE-ON-TOP"));
    if (auto done = give(m_db, merge.moves, merge.survivor, merge.retired); !done)
        return done;
    return giveFlowsBack(m_db, merge);
}

Result<Merge> MergeRepository::merge(const MergeId &id) const
{
    auto rows = run(m_db,
        u"SELECT id, survivor, retired, at, undo_until, undone_at, sealed FROM patient_merge"
        u" WHERE tenant = ? AND id = ?",
        ofTenant(m_db, {value(id)}));
    if (!rows)
        return failed(rows);
    if (!rows->next())
        return fail(ErrorKind::NotFound, QStringLiteral("MERGE-UNKNOWN"));
    return readMerge(m_db, *rows);
}

Result<QList<Merge>> MergeRepository::ofPatient(const PatientId &patient) const
{
    auto rows = run(m_db,
        u"SELECT id, survivor, retired, at, undo_until, undone_at, sealed FROM patient_merge"
        u" WHERE tenant = ? AND undone_at = 0 AND (survivor = ? OR retired = ?) ORDER BY at DESC, id",
        ofTenant(m_db, {value(patient), value(patient)}));
    if (!rows)
        return failed(rows);
    return all<Merge>(*rows, [this](const Rows &row) { return readMerge(m_db, row); });
}

Done MergeRepository::markNotTheSame(const PatientId &one, const PatientId &other, UtcTime now)
{
    return execute(m_db,
        u"INSERT INTO patient_not_same (tenant, one, other, at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
        ofTenant(m_db, {value(std::min(one, other)), value(std::max(one, other)), value(now)}));
}

Result<bool> MergeRepository::areNotTheSame(const PatientId &one, const PatientId &other) const
{
    auto rows = run(m_db, u"SELECT count(*) FROM patient_not_same WHERE tenant = ? AND one = ? AND other = ?",
        ofTenant(m_db, {value(std::min(one, other)), value(std::max(one, other))}));
    if (!rows)
        return failed(rows);
    return rows->next() && rows->number(0) > 0;
}

Result<QList<NotTheSame>> MergeRepository::allNotTheSame() const
{
    auto rows = run(
        m_db, u"SELECT one, other, at FROM patient_not_same WHERE tenant = ? ORDER BY one, other", ofTenant(m_db, {}));
    if (!rows)
        return failed(rows);
    return all<NotTheSame>(*rows, [](const Rows &row) -> Result<NotTheSame> {
        return NotTheSame{row.id<PatientId>(0), row.id<PatientId>(1), row.time(2)};
    });
}

}
