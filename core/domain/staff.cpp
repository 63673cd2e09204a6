#include "domain/staff.h"

namespace nadi
{

std::optional<Role> staffRoleFromWord(QStringView word)
{
    for (const auto role : {Role::Clerk, Role::Doctor, Role::Manager, Role::Administrator})
        if (toWord(role) == word)
            return role;
    return std::nullopt;
}

}
