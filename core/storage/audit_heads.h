#pragma once

#include "common/utc_time.h"
#include "storage/connection.h"

namespace nadi::storage
{

/// Reason of the event "backup.restore".
inline constexpr QLatin1String restoredReason{"restored"};

/// What the heads kept elsewhere say about the trail as it stands now (S-A6).
struct HeadsVerdict
{
    int checked = 0; ///< lines of this tenant that were compared
    int older = 0; ///< of events that retention has taken away since
    int replaced = 0; ///< of events that a restore from an older backup lost
    int forged = 0; ///< lines that the clinic's key did not sign
    qint64 firstBroken = 0; ///< the first sequence whose event is not the one that was signed; 0: none

    bool intact() const { return firstBroken == 0 && forged == 0; }
};

/// Appends the end of the chain, signed with the clinic's key, to a file in `folder`: on another PC, a stick that is
/// carried away. Whoever rewrites the whole database consistently cannot rewrite what lies there. Errors: AUDIT-HEADS
/// when the folder does not take it.
Done keepHead(Connection &db, const QString &folder, UtcTime now);
/// When a head was last kept; unset when never.
Result<UtcTime> headKeptAt(Connection &db);
/// Compares the file's lines with the trail. AUDIT-HEADS when there is no file.
Result<HeadsVerdict> checkHeads(Connection &db, const QString &folder, UtcTime now);

}
