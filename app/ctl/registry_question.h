#pragma once

#include "abdm/registry/lookup.h"
#include "common/clock.h"
#include "common/id.h"
#include "common/random.h"
#include "common/settings.h"

namespace nadi::ctl
{

/// Asks HFR and HPR as this installation is set up, and waits for the answer. Needs no clinic and no database.
class RegistryQuestion
{
public:
    /// Errors: those of app::gatewayFrom.
    static Result<std::unique_ptr<RegistryQuestion>> make(const Settings &settings);

    /// Errors: those of abdm::registry::RegistryLookup.
    Result<abdm::registry::FacilityPage> ask(const abdm::registry::FacilityQuery &query);
    Result<QList<abdm::registry::Professional>> ask(const abdm::registry::ProfessionalQuery &query);

private:
    RegistryQuestion(abdm::GatewayConfig gateway, abdm::registry::LookupConfig registries);

    SystemClock m_clock;
    SystemRandom m_random;
    RandomIdSource m_ids{m_random};
    abdm::Gateway m_gateway;
    abdm::registry::RegistryLookup m_lookup;
};

}
