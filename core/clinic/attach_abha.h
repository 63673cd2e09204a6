#pragma once

#include "clinic/likeness.h"
#include "clinic/work.h"
#include "domain/delivery.h"
#include "domain/identifier.h"

#include <optional>

namespace nadi::clinic
{

struct AttachRequest
{
    PatientId patient;
    qint64 version = 0; ///< of the file the person compared
    FacilityId facility;
    AbhaProfile profile; ///< as verified, created or shared
    AbhaProof proof = AbhaProof::None; ///< None: attached, but not verified (G2 amber)
    /// Fields whose verified value replaces ours; gaps of ours are filled anyway, but never the name.
    QList<PersonField> take;
    /// Needed without equality evidence, and for moving.
    QString reason;
    enum class FromOther { Ask, Move } fromOther = FromOther::Ask;
};

/// Never a dead end: each word names what a person can decide next.
enum class AttachState {
    Attached,
    AlreadyThere, ///< this file had it; proved again
    NeedsReason, ///< the two do not agree enough: look side by side, then give a reason
    OnOtherFile, ///< B38: open the other, merge, or move with a reason (FromOther::Move)
    HasOtherAbha, ///< this file has another ABHA number: detach that one first (B39)
};

struct AttachOutcome
{
    AttachState state = AttachState::NeedsReason;
    Patient patient; ///< as it is now
    Likeness likeness; ///< ours beside the profile
    std::optional<Patient> other; ///< OnOtherFile: who has it
    Likeness otherLikeness; ///< ours beside the other file
};
/// One transaction: identifiers, primary ABHA, taken fields, audit (abha.attach; abha.attach-conflict for B38), and the
/// patient's waiting deliveries are told. Fails with DB-STALE, ABHA-EMPTY (no number and no address).
Result<AttachOutcome> attachAbha(Work &work, const AttachRequest &request);

/// A record that other hospitals or the person's app can see through the ABHA that goes.
struct LinkedOutside
{
    RecordId record;
    CareContextRef careContext;
    FacilityId facility;
    UtcTime linkedAt; ///< unset: was on its way and may still become linked
};

struct DetachOutcome
{
    Patient patient;
    /// What was linked outside and cannot be pulled back: the text of the correction note.
    QList<LinkedOutside> linked;
};
/// What detaching would leave outside; changes nothing.
Result<QList<LinkedOutside>> linkedOutside(Work &work, const PatientId &patient);

/// B39. Number and addresses become detached, link tokens go, what was not sent yet is held. Audited as abha.detach.
/// Fails with ABHA-REASON without one, ABHA-NONE, DB-STALE.
Result<DetachOutcome> detachAbha(
    Work &work, const PatientId &patient, qint64 version, const FacilityId &facility, const QString &reason);

/// B40: the owner deleted the ABHA or opted out. Values, tokens, consents and snapshots go, on this file and on files
/// merged into it; the fact and the medical record stay. Repeating changes nothing. Audited as abha.removed.
Result<Patient> abhaRemovedByOwner(Work &work, const PatientId &patient, const FacilityId &facility);

/// The whole list for the file: active, detached and removed, of every facility (B36).
Result<QList<Identifier>> identifiersOf(Work &work, const PatientId &patient);
/// A number of another hospital system. Fails with IDENTIFIER-VALUE, IDENTIFIER-TAKEN.
Result<QList<Identifier>> addExternalNumber(
    Work &work, const PatientId &patient, const QString &assigner, const QString &value);

}
