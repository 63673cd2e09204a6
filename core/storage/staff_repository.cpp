#include "storage/staff_repository.h"

#include "storage/sql.h"

namespace nadi::storage
{

Done StaffRepository::replace(const FacilityId &facility, const QList<StaffRole> &staff)
{
    Transaction transaction(m_db);
    if (!transaction.begun())
        return transaction.begun();
    if (auto done
        = execute(m_db, u"DELETE FROM staff_role WHERE tenant = ? AND facility = ?", ofTenant(m_db, {value(facility)}));
        !done)
        return done;
    for (const auto &one : staff)
        if (auto done = execute(m_db, u"INSERT INTO staff_role (tenant, facility, user_id, role) VALUES (?, ?, ?, ?)",
                ofTenant(m_db, {value(facility), value(one.user), toWord(one.role)}));
            !done)
            return done;
    return transaction.commit();
}

Result<QList<StaffRole>> StaffRepository::all() const
{
    auto rows = run(m_db, u"SELECT user_id, facility, role FROM staff_role WHERE tenant = ? ORDER BY facility, user_id",
        ofTenant(m_db, {}));
    if (!rows)
        return failed(rows);
    return storage::all<StaffRole>(*rows, [](const Rows &row) -> Result<StaffRole> {
        // A word of a newer program gives no right here.
        const auto role = staffRoleFromWord(row.text(2));
        if (!role)
            return fail(ErrorKind::Storage, QStringLiteral("STAFF-ROLE"));
        return StaffRole{row.id<UserId>(0), row.id<FacilityId>(1), *role};
    });
}

}
