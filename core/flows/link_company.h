#pragma once

#include <QJsonObject>
#include <QList>

namespace nadi::flows
{

/// A link request that waits in the outbox, as LinkCareContext::body() wrote it.
struct QueuedLink
{
    QJsonObject body;
    bool alone = false; ///< SendCall::alone
};

/// Care contexts of one call, each counted once per HI type. The contract allows so many in one element of `patient`
/// (abdm-v3-gateway.md 4.2) and says nothing of all elements together: the smaller reading holds for both, and one
/// refusal never stops more than these.
inline constexpr int contextsPerCall = 20;

/// How many from the front of this queue leave in one call: links of one person (ABHA address, number and file), in
/// order, until contextsPerCall is full. At least 1 of a queue that is not empty.
qsizetype leavingTogether(const QList<QueuedLink> &queue);

/// Their one body: one element of `patient` per HI type, a context once in each, counts that agree (ABDM-1037).
QJsonObject linkTogether(const QList<QueuedLink> &links);

}
