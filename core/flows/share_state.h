#pragma once

#include "common/result.h"
#include "domain/share.h"

#include <QJsonObject>

namespace nadi::flows
{

enum class SharePhase {
    Ready, ///< opened by a callback that is not worked on yet
    Answering, ///< our answer is on its way
    Answered,
    Unanswered, ///< the gateway did not take it, or there was nobody to answer
};

/// State of the flows "share", "running-token" and "patient-status": one callback, one answer.
struct ShareFlow
{
    SharePhase phase = SharePhase::Ready;
    ShareId share; ///< none when the answer is an error, and for the running token
    QString call;
    QString reason; ///< code of our error answer, or of the refusal

    QJsonObject toJson() const;
    static Result<ShareFlow> fromJson(const QJsonObject &state);
};

}
