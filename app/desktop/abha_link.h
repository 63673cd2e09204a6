#pragma once

#include "abdm/abha/service.h"
#include "common/settings.h"
#include "identity/abha_desk.h"

#include <memory>

namespace nadi::desktop
{

/// The way from this window to the ABHA service. One for one desk.
struct AbhaLink
{
    std::unique_ptr<abdm::abha::AbhaService> service;
    std::unique_ptr<abdm::abha::RegisteredDevice> device; ///< where abha.biometrics is on
    std::unique_ptr<identity::AbhaDesk> desk; ///< after the service: goes first
};

/// Without a desk where abha.baseUrl is not set. Fails where it is set and the rest does not fit: ABHA-URL, FILE-READ,
/// FILE-RIGHTS.
Result<AbhaLink> linkToAbha(const Settings &settings, const Clock &clock, IdSource &ids);

}
