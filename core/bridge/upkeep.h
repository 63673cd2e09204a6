#pragma once

#include "common/clock.h"
#include "common/settings.h"
#include "storage/connection.h"

#include <QDate>

namespace nadi::bridge
{

/// What a clinic's database needs once a day, whoever is there: old events, callbacks and shares go, and the end of the
/// audit trail is kept elsewhere. Days are the UTC days of the clock; what failed is tried again at the next look.
class Upkeep
{
public:
    Upkeep(storage::Connection &db, const Settings &settings, const Clock &clock);
    /// Cheap when the day's work is done. The first failure; the other tasks were tried as well.
    Done look();

private:
    Done forgetCallbacks();
    Done forgetShares();
    Done forgetDiscoveries();
    Done purgeTrail();
    Done keepHead();

    storage::Connection &m_db;
    const Clock &m_clock;
    int m_keepYears;
    QString m_headFolder;
    QDate m_purged;
    QDate m_kept;
};

}
