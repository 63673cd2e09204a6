#pragma once

#include "storage/audit_trail.h"

namespace nadi::storage
{

/// A change and its event, both or neither (S-A2): `work()` changes rows and returns Result<AuditEvent>; a failure
/// rolls everything back. The event comes last, because it locks the tenant's chain until the transaction ends.
template <class Work>
Done audited(Connection &db, Work work)
{
    Transaction transaction(db);
    if (!transaction.begun())
        return transaction.begun();
    const Result<AuditEvent> event = work();
    if (!event)
        return failed(event);
    if (auto done = AuditTrail(db).append(*event); !done)
        return done;
    return transaction.commit();
}

}
