#include "abha_link.h"

#include "compose/gateway_settings.h"
#include "crypto/identifier_cipher.h"

namespace nadi::desktop
{
using namespace Qt::StringLiterals;

namespace
{
Result<abdm::abha::AbhaConfig> configFrom(const Settings &settings)
{
    abdm::abha::AbhaConfig config;
    config.abhaBase = QUrl(settings.text(u"abha.baseUrl"_s), QUrl::StrictMode);
    config.webBase = QUrl(settings.text(u"abha.webUrl"_s), QUrl::StrictMode);
    config.addressSuffix = settings.text(u"abha.addressSuffix"_s);
    config.demographicDate = settings.text(u"abha.demographicDate"_s);
    config.benefitName = settings.text(u"abha.benefitName"_s);
    // An Aadhaar number may go through a tunnel only, encrypted or not.
    for (const auto &[key, url] : {std::pair(u"abha.baseUrl"_s, config.abhaBase), {u"abha.webUrl"_s, config.webBase}})
        if (!url.isValid() || url.scheme() != u"https")
            return fail(ErrorKind::Invalid, u"ABHA-URL"_s, key);
    return config;
}

abdm::abha::DeviceConfig deviceFrom(const Settings &settings)
{
    abdm::abha::DeviceConfig config;
    config.base = QUrl(settings.text(u"abha.deviceUrl"_s), QUrl::StrictMode);
    config.firstPort = int(settings.integer(u"abha.deviceFirstPort"_s));
    config.lastPort = int(settings.integer(u"abha.deviceLastPort"_s));
    config.environment = settings.text(u"abha.deviceEnvironment"_s);
    config.wadh = settings.text(u"abha.deviceWadh"_s).toLatin1();
    return config;
}

identity::DeskPolicy policyFrom(const Settings &settings)
{
    identity::DeskPolicy policy;
    policy.drivingLicence = settings.flag(u"abha.drivingLicence"_s);
    policy.faceByApp = settings.flag(u"abha.faceAuth"_s);
    policy.biometrics = settings.flag(u"abha.biometrics"_s);
    policy.demographic = settings.flag(u"abha.demographic"_s);
    policy.faceQrBase = settings.text(u"abha.faceQrBase"_s);
    return policy;
}
}

Result<AbhaLink> linkToAbha(const Settings &settings, const Clock &clock, IdSource &ids)
{
    AbhaLink link;
    if (settings.text(u"abha.baseUrl"_s).isEmpty())
        return link;
    const auto config = configFrom(settings);
    if (!config)
        return failed(config);
    auto gateway = app::gatewayFrom(settings);
    if (!gateway)
        return failed(gateway);
    gateway->timeout = settings.duration(u"abha.timeoutMs"_s);
    link.service = std::make_unique<abdm::abha::AbhaService>(
        *config, std::move(*gateway), crypto::encryptIdentifier, clock, ids);
    const auto policy = policyFrom(settings);
    link.desk = std::make_unique<identity::AbhaDesk>(*link.service, clock, policy);
    if (policy.biometrics) {
        link.device = std::make_unique<abdm::abha::RegisteredDevice>(deviceFrom(settings));
        link.desk->use(link.device.get());
    }
    return link;
}

}
