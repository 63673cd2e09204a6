#pragma once

#include "domain/clinic.h"

#include <optional>

namespace nadi
{

/// What somebody may do at one facility of ours; the same person may be a manager at one and a clerk at another.
struct StaffRole
{
    UserId user; ///< as signed in to the computer
    FacilityId facility;
    Role role = Role::Clerk;

    bool operator==(const StaffRole &) const = default;
};

/// Clerk, doctor, manager or administrator; nothing for any other word.
std::optional<Role> staffRoleFromWord(QStringView word);

}
