#pragma once

#include "common/utc_time.h"
#include "domain/ids.h"

#include <QString>

namespace nadi::flows
{

// Business keys of our calls: unique for ever, one per effect that may happen at the gateway, without personal data.
// The trailing number is the flow's own count: a repetition that the flow decided on is a new message.

/// "token:<facility>/<patient>/<UTC day>/<number>": the same for every delivery, so that two of them ask once.
QString tokenKey(const FacilityId &facility, const PatientId &patient, UtcTime now, int number);
/// How many token requests of this UTC day `key` stands for; 0 when it is of another day, patient or facility.
int tokenNumber(QStringView key, const FacilityId &facility, const PatientId &patient, UtcTime now);
inline constexpr int tokenRequestsPerDay = 3;

/// "<what>:<facility>/<subject>/<number>"
QString callKey(QStringView what, const FacilityId &facility, const QString &subject, int number);
/// Whether `key` is any attempt at `what` for this subject.
bool isCallKey(QStringView key, QStringView what, const FacilityId &facility, const QString &subject);

}
