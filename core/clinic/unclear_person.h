#pragma once

#include "clinic/work.h"
#include "domain/person.h"
#include "storage/discovery_repository.h"

namespace nadi::clinic
{

/// A patient's own app asked for records, and several files fitted equally well: the network was told nothing. One
/// person with several files: merge them. Several people: somebody says so.
struct UnclearPerson
{
    storage::DiscoveryCase asked;
    QList<Patient> files; ///< two or more, merged ones as one
};

/// Oldest first. Cases whose files were merged meanwhile are decided by that.
Result<QList<UnclearPerson>> unclearPeople(Work &work, const FacilityId &facility);

/// They are different people. DB-STALE when somebody else decided.
Done keepFilesApart(Work &work, const FacilityId &facility, const QString &reference);

}
