#pragma once

#include "abdm/registry/lookup.h"
#include "common/settings.h"

namespace nadi::app
{

/// The bytes of the file that a setting names; at most 1 MiB. Error: FILE-READ with the key.
Result<QByteArray> fileNamedBy(const Settings &settings, const QString &key);
/// A secret beside which others can stand is not one: FILE-RIGHTS unless only the owner may read it.
Result<QByteArray> secretFileNamedBy(const Settings &settings, const QString &key);

/// How this installation speaks to the gateway, the registries and the ABHA service.
Result<abdm::GatewayConfig> gatewayFrom(const Settings &settings);
/// Where HFR and HPR are asked.
abdm::registry::LookupConfig registriesFrom(const Settings &settings);

}
