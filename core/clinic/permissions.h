#pragma once

#include "clinic/work.h"
#include "domain/staff.h"

namespace nadi::clinic
{

/// What the actor of a work may do, facility by facility (S-R1): denied unless a role says otherwise. Where nobody has
/// a role (a clinic of one desk that never named any) nothing is denied; the machine's own programs and its
/// administrator at the command line stand outside.
class Permissions
{
public:
    static Result<Permissions> of(Work &work);

    /// Who comes there and what we hold of them there.
    bool sees(const FacilityId &facility) const;
    /// What stands in the registries about it and its doctors.
    bool changesRegistration(const FacilityId &facility) const;

private:
    const Role *roleAt(const FacilityId &facility) const;

    bool m_unlimited = false;
    QList<StaffRole> m_roles; ///< the actor's
};

/// ROLE-NEEDED unless the actor may change what the registries say about the facility.
Done mayChangeRegistration(Work &work, const FacilityId &facility);

}
