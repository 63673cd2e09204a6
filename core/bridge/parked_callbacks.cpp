#include "bridge/parked_callbacks.h"

#include "storage/inbox.h"

namespace nadi::bridge
{

Result<int> replayParked(storage::Connection &db, const FacilityDirectory &directory)
{
    storage::Inbox inbox(db);
    const auto parked = inbox.quarantinedFor(facilityUnknown);
    if (!parked)
        return failed(parked);
    int count = 0;
    for (auto it = parked->begin(); it != parked->end(); ++it) {
        const auto known = directory.constFind(it.key());
        if (known == directory.constEnd())
            continue;
        const auto reopened = inbox.reopenQuarantinedFor(facilityUnknown, FacilityId(it.key()), *known);
        if (!reopened)
            return reopened;
        count += *reopened;
    }
    return count;
}

}
