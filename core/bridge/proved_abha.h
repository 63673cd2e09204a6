#pragma once

#include "flows/flow.h"
#include "storage/connection.h"

namespace nadi::bridge
{

/// Puts a proved ABHA on the file: what the file has not yet becomes its primary one, what differs becomes one more
/// address. An ABHA that stands on somebody else's file stays there; the desk sees such files as duplicates.
Done keepProvedAbha(storage::Connection &db, const flows::KeepProvedAbha &proved, UtcTime now);

}
