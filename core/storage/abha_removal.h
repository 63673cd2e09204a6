#pragma once

#include "domain/clinic.h"
#include "domain/person.h"
#include "storage/connection.h"

namespace nadi::storage
{

/// Whose ABHA goes, and who says so.
struct AbhaRemoval
{
    PatientId patient;
    FacilityId facility; ///< for the audit
    Actor actor;
    UtcTime at;
};

/// B40: the owner deleted the ABHA or opted out. Values, link tokens, consents, shares and snapshots go, on this file
/// and on files merged into it; the fact and the medical record stay. Repeating changes nothing. Audited as
/// abha.removed. Joins the caller's transaction.
Done removeAbha(Connection &db, const AbhaRemoval &removal);

/// The network says that one ABHA ended: by address, or by number when it gave one (abdm-v3-gateway.md 4.5). The
/// consents and link tokens of the address end even when no file has it. A second address of somebody who keeps the
/// first one goes alone. Joins the caller's transaction. Whose file it was, if anybody's.
struct EndedAbha
{
    QString address; ///< may be empty
    QString number; ///< digits, may be empty
};
Result<PatientId> endedByNetwork(
    Connection &db, const EndedAbha &ended, const FacilityId &facility, const Actor &actor, UtcTime now);

}
