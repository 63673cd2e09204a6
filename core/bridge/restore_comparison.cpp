#include "bridge/restore_comparison.h"

#include "bridge/call_verdict.h"
#include "common/utc_time.h"
#include "storage/facility_repository.h"

#include <algorithm>

namespace nadi::bridge
{
namespace
{

constexpr int mostUnsure = 10'000;

}

storage::RestoreReport compared(storage::RestoreReport report, const abdm::BridgeServices &listing,
    const QString &ourUrl, const QList<Facility> &facilities, const QList<storage::OutboxMessage> &unsure, UtcTime now)
{
    report.comparedAt = now;
    // No URL at all is nobody else's: the facility link registers ours.
    const bool here = listing.bridgeUrl == ourUrl || listing.bridgeUrl.isEmpty();
    report.callbacks = here ? storage::CallbacksGo::Here : storage::CallbacksGo::Elsewhere;
    report.notListed.clear();
    for (const auto &facility : facilities)
        if (!facility.registryId.isEmpty() && !listing.serves(FacilityId(facility.registryId)))
            report.notListed << facility.id.value();
    report.unsure = int(unsure.size());
    report.repeatable
        = int(std::ranges::count_if(unsure, [now](const auto &message) { return mayBeRepeated(message, now); }));
    return report;
}

Done compareRestored(storage::Connection &db, const abdm::BridgeServices &listing, const QString &ourUrl, UtcTime now)
{
    const auto before = storage::restoreReport(db);
    if (!before)
        return failed(before);
    const auto facilities = storage::FacilityRepository(db).facilities();
    if (!facilities)
        return failed(facilities);
    const auto unsure = storage::Outbox(db).inState(storage::OutboxState::Unknown, mostUnsure);
    if (!unsure)
        return failed(unsure);
    return storage::saveRestoreReport(
        db, compared(before->value_or(storage::RestoreReport()), listing, ourUrl, *facilities, *unsure, now));
}

}
