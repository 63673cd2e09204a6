#pragma once

#include "clinic/setup.h"

namespace nadi::ctl
{

/// CLINIC.json (docs/nadictl.md): one facility, its doctors and their weeks. Errors: CTL-FILE, CTL-JSON, CTL-FIELD with
/// the member's place.
Result<clinic::ClinicSetup> readClinicFile(const QString &path);

}
