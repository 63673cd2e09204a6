#pragma once

#include "clinic/work.h"

namespace nadi::desktop
{

/// The invented clinic for training and demonstration (resources/demo/clinic.json with the people of the sandbox).
struct DemoClinic
{
    Facility facility;
    Actor clerk;
    QString clerkName;

    /// What the window needs before the database is filled.
    static DemoClinic describe();
};

/// Fills an empty database; today's appointments are at the next free slots. Does nothing when the facility is there.
Done fillDemoClinic(clinic::Work &work);

}
