#pragma once

#include "common/result.h"
#include "common/utc_time.h"

#include <QJsonObject>

namespace nadi::flows
{

enum class FacilityPhase {
    Ready,
    SettingUrl,
    Looking, ///< reads the bridge-services listing before it registers anything
    Registering,
    Proving, ///< registered; the listing is the proof
    Listed,
    Stopped, ///< a person has to do something: `reason`
};

struct FacilityLinkFlow
{
    FacilityPhase phase = FacilityPhase::Ready;
    QString reason;
    QString call; ///< business key in flight; empty between two looks
    int calls = 0; ///< over the whole life, so that no business key repeats
    int polls = 0;
    bool saidAssociated = false; ///< the registry said "already associated": with us or with somebody else
    bool waitingTold = false;
    UtcTime provingSince;
    UtcTime wakeAt;

    QJsonObject toJson() const;
    static Result<FacilityLinkFlow> fromJson(const QJsonObject &state);
};

}
