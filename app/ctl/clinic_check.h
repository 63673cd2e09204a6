#pragma once

#include "clinic/setup.h"
#include "command.h"
#include "common/settings.h"

namespace nadi::ctl
{

/// Asks HPR about every doctor of a clinic file, answers what it says and stores nothing.
Exit checkClinic(const clinic::ClinicSetup &setup, const Settings &settings);

}
