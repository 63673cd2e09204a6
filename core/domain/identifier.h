#pragma once

#include "common/utc_time.h"
#include "domain/abha_profile.h"
#include "domain/ids.h"

namespace nadi
{

/// Who gave a person the number or name by which others know them.
enum class IdentifierSystem {
    AbhaNumber, ///< at most one active per person, and active on one person only
    AbhaAddress, ///< one person may have several
    LocalNumber, ///< ours; `assigner` is the facility
    External, ///< of another hospital system; `assigner` names it
};

enum class IdentifierStatus {
    Active,
    Detached, ///< taken off by a person, with a reason (B39)
    RemovedByOwner, ///< deleted or opted out by the person; the value is forgotten, the fact stays (B40)
};

/// One identifier of one person.
struct Identifier
{
    IdentifierId id;
    PatientId patient;
    IdentifierSystem system = IdentifierSystem::External;
    QString assigner; ///< facility id, or the other system's name ("City Hospital MRN"); empty for ABHA
    QString value; ///< ABHA number as digits, ABHA address in lower case; empty once removed by its owner
    IdentifierStatus status = IdentifierStatus::Active;
    UtcTime addedAt;
    UtcTime verifiedAt; ///< unset: typed here, not proved
    AbhaProof verifiedBy = AbhaProof::None;
    UtcTime endedAt; ///< unset while active
    QString endReason; ///< what the person who detached it wrote, or a stable word

    bool operator==(const Identifier &) const = default;
};

/// Digits of an ABHA number, lower case of an ABHA address, blanks out of a number of another system.
QString normalisedIdentifier(IdentifierSystem system, const QString &value);

QString toWord(IdentifierSystem system);
IdentifierSystem identifierSystemFromWord(QStringView word);
QString toWord(IdentifierStatus status);
IdentifierStatus identifierStatusFromWord(QStringView word);

}
