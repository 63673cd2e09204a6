#pragma once

#include "abdm/calls.h"

namespace nadi::abdm
{

/// 4.5 the acknowledgement of a patient status. Its path is a setting (patientStatus.answerPath): two sources name two.
struct PatientOnStatus
{
    RequestId inReplyTo;

    QJsonObject body() const;
};

}
