#pragma once

#include "domain/staff.h"
#include "storage/connection.h"

namespace nadi::storage
{

/// Who has which role at which facility. Nobody in it: no roles are kept in this clinic.
class StaffRepository
{
public:
    explicit StaffRepository(Connection &db)
        : m_db(db)
    {
    }
    /// Everybody of that facility at once; who is not named has no role there any more.
    Done replace(const FacilityId &facility, const QList<StaffRole> &staff);
    Result<QList<StaffRole>> all() const;

private:
    Connection &m_db;
};

}
