// What the gateway, or somebody who says so, sends: callbacks, error bodies and listings as any bytes. The first byte
// chooses the reader.

#include "abdm/callbacks.h"
#include "abdm/calls.h"
#include "abdm/gateway_error.h"

#include <cstdlib>

using namespace nadi;

namespace
{
// Small limits, so that short inputs reach them too.
constexpr abdm::JsonLimits limits{.bytes = 64 * 1024, .depth = 16, .members = 2'000};

void require(bool holds)
{
    if (!holds)
        std::abort();
}

void readCallback(abdm::CallbackKind kind, QByteArrayView body)
{
    const auto callback = abdm::parseCallback(kind, body, limits);
    const auto facility = abdm::facilityInBody(kind, body, limits);
    // Both read the same bytes by the same rules: what routes must be readable, and what parses must be routable.
    require(facility.has_value() || !callback);
    if (!callback) {
        require(!callback.error().code.isEmpty());
        return;
    }
    if (const auto *token = std::get_if<abdm::OnGenerateToken>(&*callback)) {
        require(token->error || !token->linkToken.isEmpty());
        [[maybe_unused]] const auto expiry = abdm::linkTokenExpiry(token->linkToken);
    }
    if (const auto *consent = std::get_if<abdm::ConsentNotify>(&*callback)) {
        require(consent->artefact.has_value() == (consent->status == ConsentStatus::Granted));
        require(!consent->artefact || consent->artefact->id == consent->consent);
    }
    if (const auto *request = std::get_if<abdm::HealthInformationRequest>(&*callback))
        require(!request->transaction.isEmpty() && !request->keyValue.isEmpty());
}
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size == 0)
        return 0;
    const QByteArrayView body(data + 1, qsizetype(size - 1));
    constexpr int kinds = int(abdm::CallbackKind::Unserved) + 1;
    switch (const int choice = data[0] % (kinds + 4); choice - kinds) {
    case 0: {
        const auto refusal = abdm::parseRefusal(400, body, "application/json");
        require(!refusal.code.isEmpty() && refusal.message.size() <= 500);
        break;
    }
    case 1: {
        [[maybe_unused]] const auto listing = abdm::BridgeServices::parse(body);
        break;
    }
    case 2: {
        [[maybe_unused]] const auto answer = abdm::RegisterServicesAnswer::parse(body);
        break;
    }
    case 3: {
        [[maybe_unused]] const auto expiry = abdm::linkTokenExpiry(body);
        break;
    }
    default:
        readCallback(abdm::CallbackKind(choice), body);
    }
    return 0;
}
