#pragma once

#include "domain/ids.h"
#include "journeys/control.h"

#include <QStringList>

namespace nadi::test
{

/// What really happened at the network, as the sandbox counted it by business key (docs/sandbox.md).
class Effects
{
public:
    Effects(Control &control, FacilityId facility);

    /// Every deed that did not happen exactly once, as "key: times". Empty is right.
    QStringList notOnce() const;
    int linked(const QString &address, const CareContextRef &context) const;
    int opened(const QString &address, const CareContextRef &context) const;
    /// Different care contexts that were linked, whoever asked for it.
    int careContexts() const;

    /// Calls to link a care context, accepted or refused: more than care contexts means that something was sent again.
    int linkCalls() const { return m_linkCalls; }
    /// Pages that the requester already had, and context notifications after the first.
    int saidAgain() const;
    /// Of these, the notifications: only when the callback of the first was lost too.
    int announcedAgain() const;
    /// REQUEST-IDs that were used for two calls; each attempt needs its own (S-O6).
    int repeatedRequests() const { return m_repeatedRequests; }

private:
    int times(const char *effect, const QString &address, const CareContextRef &context) const;

    FacilityId m_facility;
    QJsonObject m_effects;
    int m_linkCalls = 0;
    int m_repeatedRequests = 0;
};

}
