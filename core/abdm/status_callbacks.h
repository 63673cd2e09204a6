#pragma once

#include "domain/abha.h"

namespace nadi::abdm
{

/// 4.5 patients/status/notify: an ABHA was deactivated, deleted or made active again. Path and body are inferred, so
/// that what is not readable is empty; at least one of the two identifiers is there.
struct PatientStatus
{
    enum class Word { Active, Deactivated, Deleted } status = Word::Active;
    QString abhaAddress;
    QString abhaNumber; ///< digits
};

}
