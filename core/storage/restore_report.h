#pragma once

#include "common/utc_time.h"
#include "storage/connection.h"

#include <QJsonObject>
#include <QStringList>

#include <optional>

namespace nadi::storage
{

/// Where the gateway sends the callbacks of a restored clinic.
enum class CallbacksGo { Unknown, Here, Elsewhere };

/// What became stale when a backup was restored, and what the bridge found when it compared itself with the gateway
/// (S-B5, IT-6). Counts, ids and times only: it is kept readable in `meta`.
struct RestoreReport
{
    UtcTime restoredAt;
    UtcTime backupAt; ///< the newest event that the backup knew
    int linkTokens = 0; ///< dropped; each is asked for again with the patient's next record
    int slotHolds = 0; ///< freed; the desk holds the slot again
    int unsure = 0; ///< messages that may have left after the backup was made
    UtcTime comparedAt; ///< unset: the gateway was not reached yet
    CallbacksGo callbacks = CallbacksGo::Unknown;
    QStringList notListed; ///< facilities that are not under our bridge at the gateway
    int repeatable = 0; ///< of the unsure ones: the gateway tells a repeat apart; the others wait for a callback
};

QString toWord(CallbacksGo where);
QJsonObject toJson(const RestoreReport &report);

/// nullopt: this database was never restored.
Result<std::optional<RestoreReport>> restoreReport(Connection &db);
Done saveRestoreReport(Connection &db, const RestoreReport &report);

/// From a restore until an administrator resumes the bridge.
Result<bool> isBridgePaused(Connection &db);

}
