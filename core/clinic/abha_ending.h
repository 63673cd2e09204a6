#pragma once

#include "clinic/work.h"
#include "domain/person.h"

namespace nadi::clinic
{

/// Takes the ABHA off `patient` as read: identifiers detached, link tokens dropped, primary fields empty, audit
/// (abha.detach). Joins the caller's transaction; for attachAbha() and detachAbha(). DB-STALE.
Done endAbha(Work &work, Patient patient, const FacilityId &facility, const QString &reason);

}
