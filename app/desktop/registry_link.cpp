#include "registry_link.h"

#include "compose/gateway_settings.h"

namespace nadi::desktop
{

Result<std::unique_ptr<abdm::registry::LookupThread>> linkToRegistries(
    const Settings &settings, const Clock &clock, IdSource &ids)
{
    auto gateway = app::gatewayFrom(settings);
    if (!gateway)
        return failed(gateway);
    return std::make_unique<abdm::registry::LookupThread>(
        *std::move(gateway), app::registriesFrom(settings), clock, ids);
}

}
