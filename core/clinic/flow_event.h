#pragma once

#include "clinic/work.h"
#include "storage/flow_repository.h"

namespace nadi::clinic
{

/// Puts an event of the clinic into the inbox, for the conversation `flow`. Joins the caller's transaction.
Done postFlowEvent(Work &work, const storage::FlowRow &flow, QStringView what, const QString &reason);

/// The same for every delivery of the patient that is not concluded.
Done tellDeliveries(Work &work, const PatientId &patient, QStringView what, const QString &reason);

}
