#pragma once

#include "abdm/calls.h"
#include "domain/clinic.h"
#include "storage/outbox.h"
#include "storage/restore_report.h"

namespace nadi::bridge
{

/// What the gateway's listing says about a restored clinic: whether callbacks come here, or still go to the machine the
/// backup is from, and which facilities are not under our bridge. Pure.
storage::RestoreReport compared(storage::RestoreReport report, const abdm::BridgeServices &listing,
    const QString &ourUrl, const QList<Facility> &facilities, const QList<storage::OutboxMessage> &unsure, UtcTime now);

/// The same with what is stored; keeps the report for the window and nadictl.
Done compareRestored(storage::Connection &db, const abdm::BridgeServices &listing, const QString &ourUrl, UtcTime now);

}
