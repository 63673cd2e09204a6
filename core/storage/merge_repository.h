#pragma once

#include "domain/clinic.h"
#include "domain/person.h"
#include "storage/connection.h"

#include <optional>

namespace nadi::storage
{

/// What one merge moved, by id: enough to bring everything back. Holds no value of an identifier, so that one which its
/// owner removes later is nowhere in it.
struct MergeMoves
{
    QList<AppointmentId> appointments;
    QList<RecordId> records; ///< drafts too; deliveries and originals go with their record
    QList<FacilityId> localNumbers; ///< facilities where the survivor had no number of ours
    QList<IdentifierId> identifiers;
    QList<PatientId> earlier; ///< files that had been merged into the retired one
    QStringList
        taken; ///< fields the survivor had empty and took over: "mobile", "place", "birth", "gender", "abha-number", …

    bool operator==(const MergeMoves &) const = default;
};

struct Merge
{
    MergeId id;
    PatientId survivor;
    PatientId retired;
    QString reason;
    UserId by;
    UtcTime at;
    UtcTime undoUntil;
    UtcTime undoneAt; ///< unset while it stands
    MergeMoves moves;
};

/// Two files that a person looked at and found to be two people; `one` < `other`.
struct NotTheSame
{
    PatientId one;
    PatientId other;
    UtcTime at;

    bool operator==(const NotTheSame &) const = default;
};

/// Merges of two files of one person, and the marks of pairs that are not. Writers join the caller's transaction.
class MergeRepository
{
public:
    explicit MergeRepository(Connection &db)
        : m_db(db)
    {
    }
    /// What would move, without moving it.
    Result<MergeMoves> preview(const PatientId &survivor, const PatientId &retired) const;
    /// Marks the retired file, moves everything and keeps the undo pack in `moves` (`moves.taken` is the caller's).
    /// Fails with DB-STALE when the retired file changed since `retiredVersion`. The caller updates the survivor and
    /// audits.
    Result<Merge> merge(Merge merge, qint64 retiredVersion);
    /// Brings back what was moved and still is with the survivor. Fails with MERGE-UNDONE, or MERGE-ON-TOP when the
    /// survivor was merged itself since.
    Done undo(const Merge &merge, UtcTime now);

    Result<Merge> merge(const MergeId &id) const;
    /// Merges this file took part in and that stand, newest first.
    Result<QList<Merge>> ofPatient(const PatientId &patient) const;

    Done markNotTheSame(const PatientId &one, const PatientId &other, UtcTime now);
    Result<bool> areNotTheSame(const PatientId &one, const PatientId &other) const;
    Result<QList<NotTheSame>> allNotTheSame() const;

private:
    Connection &m_db;
};

}
