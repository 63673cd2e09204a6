#include "clinic/permissions.h"

#include "storage/staff_repository.h"

namespace nadi::clinic
{

Result<Permissions> Permissions::of(Work &work)
{
    const auto staff = storage::StaffRepository(work.db).all();
    if (!staff)
        return failed(staff);
    Permissions out;
    out.m_unlimited = staff->isEmpty() || work.actor.role == Role::System || work.actor.role == Role::Administrator;
    for (const auto &one : *staff)
        if (one.user == work.actor.user)
            out.m_roles += one;
    return out;
}

const Role *Permissions::roleAt(const FacilityId &facility) const
{
    const auto found = std::ranges::find(m_roles, facility, &StaffRole::facility);
    return found == m_roles.end() ? nullptr : &found->role;
}

bool Permissions::sees(const FacilityId &facility) const
{
    return m_unlimited || roleAt(facility);
}

bool Permissions::changesRegistration(const FacilityId &facility) const
{
    const auto *role = roleAt(facility);
    return m_unlimited || (role && (*role == Role::Manager || *role == Role::Administrator));
}

Done mayChangeRegistration(Work &work, const FacilityId &facility)
{
    const auto permissions = Permissions::of(work);
    if (!permissions)
        return failed(permissions);
    return permissions->changesRegistration(facility) ? Done()
                                                      : Done(fail(ErrorKind::Refused, QStringLiteral("ROLE-NEEDED")));
}

}
