#pragma once

#include "clinic/work.h"
#include "domain/ids.h"

#include <optional>

namespace nadi::clinic
{

/// The ABHA card and its QR as the service drew them at the last proof made here. Kept sealed with the file: to fetch
/// them anew the person would have to prove themselves by another OTP.
struct AbhaCard
{
    QByteArray card; ///< PNG, may be empty
    QByteArray qr; ///< PNG, may be empty
    UtcTime at;
};
/// Reading and its audit event (abha.card) in one transaction; none, and no event, when nothing is kept.
Result<std::optional<AbhaCard>> openAbhaCard(Work &work, const PatientId &patient, const FacilityId &facility);

/// What leaves the screen is an event of its own (S-A1): abha.card.save, abha.card.print.
enum class CardUse { Saved, Printed };
Done noteCardUse(Work &work, const PatientId &patient, const FacilityId &facility, CardUse use);

}
