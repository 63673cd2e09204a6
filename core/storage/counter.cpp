#include "storage/counter.h"

#include "storage/sql.h"

namespace nadi::storage
{

Result<qint64> nextNumber(Connection &db, const QString &name)
{
    auto rows = run(db,
        u"INSERT INTO counter (tenant, name, value) VALUES (?, ?, 1)"
        u" ON CONFLICT (tenant, name) DO UPDATE SET value = counter.value + 1 RETURNING value",
        ofTenant(db, {name}));
    if (!rows)
        return failed(rows);
    if (!rows->next())
        return fail(ErrorKind::Internal, QStringLiteral("DB-COUNTER"));
    return rows->number(0);
}

Done skipNumbers(Connection &db, const QString &name, int ahead)
{
    return execute(db,
        u"INSERT INTO counter (tenant, name, value) VALUES (?, ?, ?)"
        u" ON CONFLICT (tenant, name) DO UPDATE SET value = counter.value + excluded.value",
        ofTenant(db, {name, ahead}));
}

}
