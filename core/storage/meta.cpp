#include "storage/meta.h"

#include "storage/sql.h"

namespace nadi::storage
{

Result<QString> Meta::value(const QString &name) const
{
    auto rows = run(m_db, u"SELECT value FROM meta WHERE tenant = ? AND name = ?", ofTenant(m_db, {name}));
    if (!rows)
        return failed(rows);
    return rows->next() ? rows->text(0) : QString();
}

Done Meta::set(const QString &name, const QString &value)
{
    return execute(m_db,
        u"INSERT INTO meta (tenant, name, value) VALUES (?, ?, ?)"
        u" ON CONFLICT (tenant, name) DO UPDATE SET value = excluded.value",
        ofTenant(m_db, {name, value}));
}

}
