#pragma once

#include "sandbox/abha/office.h"
#include "sandbox/loopback_http.h"

namespace nadi::sandbox
{

/// A registered device's RD service (UIDAI, Aadhaar Registered Devices 2.0): RDSERVICE and CAPTURE. What it gives is
/// random; only the played ABHA service knows whose finger it was.
LocalResponse playDevice(abha::Office &office, const LocalRequest &request);

}
