#include "abdm/endpoint.h"

#include <algorithm>

namespace nadi::abdm
{
namespace
{
using namespace std::chrono_literals;

// A clinic may be offline for a long weekend; what a person confirmed still goes out after it.
constexpr std::chrono::milliseconds patience = 7 * 24h;
constexpr std::chrono::milliseconds consentClock = 60s; // 6.3
constexpr std::chrono::milliseconds queueTokenLife = 30min; // 3.4
constexpr std::chrono::milliseconds dataClock = 20min; // 7.3
constexpr std::chrono::milliseconds discoveryClock = 10s; // 5.1
constexpr std::chrono::milliseconds pushClock = 19min; // S-Q10: finish or report FAILED before it

RetryPlan usual(std::chrono::milliseconds deadline)
{
    return {{1s, 5s, 15s, 60s}, deadline, true};
}

/// A repeated request inside the duplicate window counts towards the block of 24 hours (4.1), so an unknown answer
/// waits for the callback. After a crash nobody knows whether the call left at all: then one repeat while the gateway
/// still recognises it (69 s were seen, 4.1) beats a patient who waits for hours.
RetryPlan linkToken()
{
    return {{1s, 5s, 15s, 60s}, patience, false, 60s};
}

/// The answer comes within seconds where it comes at all (4.3, 4.4). Without a repeat 4.3 itself asks for further ones.
constexpr std::chrono::milliseconds answerToNotify = 60s;

RetryPlan contextTiming()
{
    return {{5s, 15s, 60s}, patience, true, {}, answerToNotify};
}

RetryPlan messageToPatient()
{
    auto plan = usual(patience);
    plan.callbackFirst = answerToNotify;
    return plan;
}

/// A person waits with the phone in hand: the network gives up after 10 s (5.1), so repeats come quickly or not at all.
RetryPlan whilePersonWaits()
{
    return {{500ms, 1s, 2s}, discoveryClock, true};
}

QString path(const char *text)
{
    return QString::fromLatin1(text);
}

QList<Endpoint> table()
{
    using namespace operation;
    const auto post = [](QStringView name, const char *where, RetryPlan plan,
                          LinkTokenHeader token = LinkTokenHeader::No) {
        return Endpoint{name.toString(), Verb::Post, path(where), Host::Gateway, Auth::Session, token, std::move(plan)};
    };
    return {
        {bridgeUrl.toString(), Verb::Patch, path("/api/hiecm/gateway/v3/bridge/url"), Host::Gateway, Auth::Session,
            LinkTokenHeader::No, usual(1h)},
        {bridgeServices.toString(), Verb::Get, path("/api/hiecm/gateway/v3/bridge-services"), Host::Gateway,
            Auth::Session, LinkTokenHeader::No, usual(1h)},
        // The misspelling is the real path (2.3).
        {registerServices.toString(), Verb::Post, path("/v1/bridges/MutipleHRPAddUpdateServices"), Host::Registry,
            Auth::Session, LinkTokenHeader::No, usual(1h)},
        post(generateToken, "/api/hiecm/v3/token/generate-token", linkToken()),
        post(linkCareContext, "/api/hiecm/hip/v3/link/carecontext", usual(patience), LinkTokenHeader::Yes),
        post(contextNotify, "/api/hiecm/hip/v3/link/context/notify", contextTiming()),
        post(smsNotify, "/api/hiecm/hip/v3/link/patient/links/sms/notify2", messageToPatient()),
        post(consentOnNotify, "/api/hiecm/consent/v3/request/hip/on-notify", usual(consentClock)),
        post(healthInformationOnRequest, "/api/hiecm/data-flow/v3/health-information/hip/on-request", usual(dataClock)),
        post(onShare, "/api/hiecm/patient-share/v3/on-share", usual(queueTokenLife)),
        post(runningTokenOnStatus, "/api/hiecm/patient-share/v3/running-token/on-status", usual(consentClock)),
        // NHA's listing; another source has /api/hiecm/patients/v3/status/on-notify (4.5): GatewayConfig::paths.
        post(patientOnStatus, "/api/hiecm/hip/v3/link/patient/links/hip/on-deactivate", usual(patience)),
        post(onDiscover, "/api/hiecm/user-initiated-linking/v3/patient/care-context/on-discover", whilePersonWaits()),
        post(onLinkInit, "/api/hiecm/user-initiated-linking/v3/link/care-context/on-init", whilePersonWaits()),
        // What it says becomes true at the gateway: worth more patience than the screen in the person's hand.
        post(onLinkConfirm, "/api/hiecm/user-initiated-linking/v3/link/care-context/on-confirm", usual(consentClock)),
        post(healthInformationNotify, "/api/hiecm/data-flow/v3/health-information/notify", usual(dataClock)),
    };
}
}

const QList<Endpoint> &endpoints()
{
    static const auto all = table();
    return all;
}

const Endpoint *endpointFor(QStringView operation)
{
    const auto &all = endpoints();
    const auto found
        = std::find_if(all.begin(), all.end(), [&](const Endpoint &e) { return e.operation == operation; });
    return found == all.end() ? nullptr : &*found;
}

const RetryPlan *retryPlanFor(QStringView operation)
{
    static const auto push = usual(pushClock);
    if (operation == operation::pushPage)
        return &push;
    // A second message with another code is worse than the desk's word that none came.
    static const RetryPlan code{{1s}, discoveryClock, false};
    if (operation == operation::sendLinkCode)
        return &code;
    const auto endpoint = endpointFor(operation);
    return endpoint ? &endpoint->retry : nullptr;
}

}
