#pragma once

#include "common/clock.h"
#include "common/id.h"
#include "domain/clinic.h"
#include "storage/connection.h"

namespace nadi::clinic
{

/// What every operation of the clinic needs, passed in: database, time, ids and who does it.
struct Work
{
    storage::Connection &db;
    const Clock &clock;
    IdSource &ids;
    Actor actor;
};

}
