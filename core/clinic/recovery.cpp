#include "clinic/recovery.h"

#include "storage/audit_trail.h"
#include "storage/meta.h"

namespace nadi::clinic
{
namespace
{

storage::AuditEvent eventOf(const Work &work, const QString &action, const QString &reason)
{
    storage::AuditEvent event;
    event.actor = work.actor;
    event.action = action;
    event.reason = reason;
    event.at = work.clock.now();
    return event;
}

}

Result<bool> recoveryIsWrittenDown(Work &work)
{
    const auto at = storage::Meta(work.db).value(storage::metaRecoveryWrittenAt);
    if (!at)
        return failed(at);
    return !at->isEmpty();
}

Done noteRecoveryShown(Work &work, const QString &where)
{
    return storage::AuditTrail(work.db).append(eventOf(work, QStringLiteral("recovery.show"), where));
}

Done noteKeyInstalled(Work &work)
{
    return storage::AuditTrail(work.db).append(eventOf(work, QStringLiteral("recovery.install"), {}));
}

Done noteRecoveryWrittenDown(Work &work)
{
    storage::Transaction transaction(work.db);
    if (!transaction.begun())
        return transaction.begun();
    if (auto done = storage::Meta(work.db).set(storage::metaRecoveryWrittenAt, work.clock.now().toIso()); !done)
        return done;
    if (auto done = storage::AuditTrail(work.db).append(eventOf(work, QStringLiteral("recovery.written-down"), {}));
        !done)
        return done;
    return transaction.commit();
}

}
