#pragma once

#include "clinic/likeness.h"
#include "clinic/work.h"
#include "domain/identifier.h"
#include "domain/record.h"
#include "storage/merge_repository.h"

namespace nadi::clinic
{

/// Days in which a merge can be undone (B37).
inline constexpr int mergeUndoDays = 30;

struct MergePair
{
    PatientId survivor;
    PatientId retired;
    FacilityId facility; ///< whose local numbers are shown
};

/// What the person sees before deciding (FD-11).
struct MergePreview
{
    Patient survivor;
    Patient retired;
    Likeness likeness;
    QList<Appointment> appointments; ///< that move, newest first
    QList<Record> records;
    int deliveriesOnTheWay = 0; ///< not concluded: they go on under the surviving file
    QList<Identifier> identifiers; ///< of the retired file; its old numbers keep finding the survivor
    QStringList filledFields; ///< gaps of the survivor that the other file fills
    /// Why it cannot be done as it is: MERGE-TWO-ABHA (two ABHA numbers: detach the wrong one first), MERGE-SAME,
    /// MERGE-DONE. Empty when it can.
    QString hindrance;
    bool markedNotTheSame = false; ///< somebody had said that they are two people
};
Result<MergePreview> previewMerge(Work &work, const MergePair &pair);

struct MergeOrder
{
    MergePair pair;
    qint64 survivorVersion = 0; ///< both as in the preview
    qint64 retiredVersion = 0;
    QString reason;
};
/// One transaction: appointments, records, deliveries, identifiers and local numbers move, the retired file points to
/// the survivor, audit (patient.merge). Conversations with the network that are under way keep the ABHA address under
/// which they began. Fails with the preview's hindrance (Conflict) or DB-STALE.
Result<storage::Merge> mergePatients(Work &work, const MergeOrder &order);

/// Merges of this file that stand, newest first; `canUndo` while the 30 days last and no later merge is on top.
struct MergeRow
{
    storage::Merge merge;
    Patient retired;
    bool canUndo = false;
};
Result<QList<MergeRow>> mergesOf(Work &work, const PatientId &survivor, const FacilityId &facility);

/// Brings back what moved; what was added since stays with the survivor. Audited as patient.unmerge. Fails with
/// MERGE-UNDONE, MERGE-LATE (after 30 days), MERGE-ON-TOP (a later merge must be undone first).
Result<Patient> undoMerge(Work &work, const MergeId &merge, const FacilityId &facility);

}
