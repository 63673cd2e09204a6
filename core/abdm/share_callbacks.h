#pragma once

#include "domain/share.h"

#include <QByteArray>

#include <optional>

namespace nadi::abdm
{

/// 3.2 hip/patient/share. Read as tolerantly as apps write it: what is not readable is empty, and the flow answers
/// with an error that the person holding the phone sees, instead of silence.
struct PatientShare
{
    QString intent; ///< upper case: PROFILE_SHARE, RECORD_SHARE, PAYMENT_SHARE
    QString counter; ///< metaData.context
    QString doctorHprId;
    SharedProfile profile; ///< without an ABHA address: not usable
    QByteArray linkToken; ///< no document promises one; kept when it comes
};

/// 3.5 hip/patient/running-token/status
struct RunningTokenStatus
{
    QString counter;
};

}
