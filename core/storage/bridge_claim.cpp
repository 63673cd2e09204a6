#include "storage/bridge_claim.h"

#include "storage/sql.h"

namespace nadi::storage
{

Done claimBridge(Connection &db)
{
    if (db.backend() != Backend::Postgres)
        return {};
    auto rows
        = run(db, u"SELECT CASE WHEN pg_try_advisory_lock(hashtextextended('nadi-bridge/' || ?, 0)) THEN 1 ELSE 0 END",
            ofTenant(db, {}));
    if (!rows)
        return failed(rows);
    if (!rows->next() || !rows->flag(0))
        return fail(ErrorKind::Conflict, QStringLiteral("BRIDGE-RUNNING"));
    return {};
}

}
