#pragma once

#include "abdm/gateway.h"
#include "abdm/registry/facilities.h"
#include "abdm/registry/professionals.h"

namespace nadi::abdm::registry
{

/// Where the registries answer: each its own setting, because the published hosts and paths differ (abha-m1.md 1.1, 6).
struct LookupConfig
{
    QUrl facilities; ///< registry.facilitySearchUrl
    QUrl professionals; ///< registry.professionalUrl; empty: this clinic does not look doctors up
};

/// Look-ups in HFR and HPR: questions without effects, asked by a person and never queued. Lives on the thread of the
/// gateway. Errors: those of the readers; REGISTRY-OFF when not configured; REGISTRY-AWAY (Unavailable) when nobody
/// answered; otherwise the registry's own code (Refused), "HIS-…" of 6.4 among them.
class RegistryLookup
{
public:
    RegistryLookup(Gateway &gateway, LookupConfig config);

    QFuture<Result<FacilityPage>> find(const FacilityQuery &query);
    QFuture<Result<QList<Professional>>> find(const ProfessionalQuery &query);

private:
    Gateway &m_gateway;
    LookupConfig m_config;
};

}
