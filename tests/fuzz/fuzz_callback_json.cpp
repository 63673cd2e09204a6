// What the gateway, or somebody who says so, sends: callbacks, error bodies and listings as any bytes. The first byte
// chooses the reader.

#include "abdm/callbacks.h"
#include "abdm/calls.h"
#include "abdm/gateway_error.h"

#include <array>
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

void checkShare(const abdm::PatientShare &share)
{
    const auto &profile = share.profile;
    for (const auto &text :
        {share.intent, share.doctorHprId, profile.name, profile.addressLine, profile.district, profile.state})
        require(text.size() <= 200);
    require(profile.mobile.isEmpty() || profile.mobile.size() == 10);
    require(!profile.birth.year || BirthDate::parse(profile.birth.toIso()) == profile.birth);
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
    if (const auto *share = std::get_if<abdm::PatientShare>(&*callback))
        checkShare(*share);
}

template <abdm::CallbackKind kind>
void callback(QByteArrayView body)
{
    readCallback(kind, body);
}

void refusal(QByteArrayView body)
{
    const auto read = abdm::parseRefusal(400, body, "application/json");
    require(!read.code.isEmpty() && read.message.size() <= 500);
}

void bridgeServices(QByteArrayView body)
{
    [[maybe_unused]] const auto listing = abdm::BridgeServices::parse(body);
}

void registerServices(QByteArrayView body)
{
    [[maybe_unused]] const auto answer = abdm::RegisterServicesAnswer::parse(body);
}

void tokenExpiry(QByteArrayView body)
{
    [[maybe_unused]] const auto expiry = abdm::linkTokenExpiry(body);
}

// The first byte of a seed is a place in this list, so that a new kind of callback does not turn the seeds into others:
// add at the end only.
using enum abdm::CallbackKind;
constexpr std::array readers{callback<OnGenerateToken>, callback<OnLinkCareContext>, callback<OnContextNotify>,
    callback<OnSmsNotify>, callback<ConsentNotify>, callback<HealthInformationRequest>, callback<PatientShare>, refusal,
    bridgeServices, registerServices, callback<RunningTokenStatus>, tokenExpiry, callback<Unserved>, callback<Discover>,
    callback<LinkInit>, callback<LinkConfirm>, callback<PatientStatus>};
static_assert(readers.size() == size_t(Unserved) + 1 + 4, "a kind of callback is not in the list");
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size == 0)
        return 0;
    const QByteArrayView body(data + 1, qsizetype(size - 1));
    readers[data[0] % readers.size()](body);
    return 0;
}
