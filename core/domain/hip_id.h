#pragma once

#include "domain/clinic.h"

namespace nadi
{

/// What the network calls this facility (X-HIP-ID, hip.id, hipId): its HFR id once it has one. Our own id names its
/// rows and never changes; the two differ where another HFR id was taken over.
inline FacilityId hipIdOf(const Facility &facility)
{
    return facility.registryId.isEmpty() ? facility.id : FacilityId(facility.registryId);
}

}
