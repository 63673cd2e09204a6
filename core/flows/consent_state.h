#pragma once

#include "common/result.h"
#include "common/utc_time.h"
#include "domain/ids.h"

#include <QJsonObject>

namespace nadi::flows
{

enum class ConsentPhase {
    Ready, ///< opened by a callback that is not worked on yet
    Granted, ///< stored; our acknowledgement is on its way or `accepted`
    Unusable, ///< stored, but our checks failed and we said so; serves nothing
    Revoked,
    Expired,
    Refused, ///< the gateway did not take our acknowledgement: perhaps forged (S-N1)
};

struct ConsentFlow
{
    ConsentPhase phase = ConsentPhase::Ready;
    ConsentId consent;
    QString reason;
    QString call; ///< business key of the acknowledgement in flight
    int calls = 0;
    bool acknowledges = false; ///< the call in flight says OK to the grant (not an error, not a revocation)
    bool accepted = false; ///< the gateway accepted our OK to the grant
    bool acknowledgedEnd = false; ///< REVOKED or EXPIRED was answered
    UtcTime eraseAt;
    UtcTime wakeAt;

    bool isFinal() const
    {
        return phase == ConsentPhase::Revoked || phase == ConsentPhase::Expired || phase == ConsentPhase::Refused;
    }
    QJsonObject toJson() const;
    static Result<ConsentFlow> fromJson(const QJsonObject &state);
};

}
