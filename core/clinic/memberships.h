#pragma once

#include "clinic/work.h"
#include "domain/person.h"

namespace nadi::clinic
{

/// One person at one of our facilities (B36): what is known of them there, never mixed with another one.
struct Membership
{
    Facility facility;
    QStringList numbers; ///< our active ones there
    UtcTime lastVisit; ///< when the person last came; unset: never
    int linkedRecords = 0; ///< that the person's ABHA shows from there
    UtcTime tokenUntil; ///< we hold a link token of this facility; unset: none
};

/// Every facility that has a number, a visit or a record of the person and where the actor has a role, in the order of
/// their ids. That somebody comes to another branch is told to nobody who does not work there.
Result<QList<Membership>> membershipsOf(Work &work, const Patient &patient);

}
