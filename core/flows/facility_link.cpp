#include "abdm/calls.h"
#include "abdm/endpoint.h"
#include "domain/flow_start.h"
#include "flows/answer_codes.h"
#include "flows/business_keys.h"
#include "flows/conversation.h"
#include "flows/facility_link_state.h"
#include "flows/hip_name.h"
#include "flows/steps.h"

#include <algorithm>
#include <array>

namespace nadi::flows
{
namespace
{

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

constexpr std::array<std::chrono::milliseconds, 3> looks{15s, 60s, 5min}; // B03
constexpr std::chrono::milliseconds proofLimit = 24h;
constexpr std::chrono::milliseconds callLimit = 24h;

class FacilityLinkStep : private Conversation
{
public:
    FacilityLinkStep(FacilityLinkFlow flow, const Facts &facts)
        : Conversation(facts)
        , f(std::move(flow))
    {
    }

    Step run(const Event &event)
    {
        std::visit(Overloaded{
                       [this](const Started &) { begin(); },
                       [this](const CallAccepted &e) { accepted(e); },
                       [this](const CallRefused &e) { refused(e); },
                       [this](const CallDelayed &e) { delayed(e); },
                       [](const CallbackArrived &) {},
                       [this](const Woken &) { woken(); },
                       [this](const Decided &e) { decided(e); },
                   },
            event);
        if (f.phase == FacilityPhase::Listed || f.phase == FacilityPhase::Stopped)
            emit(Finish{});
        else
            emit(WakeAt{f.wakeAt});
        return {f.toJson(), std::move(effects)};
    }

private:
    void begin()
    {
        if (f.phase != FacilityPhase::Ready)
            return;
        if (facts.facility.registryId.isEmpty())
            return stop(FacilityLinkState::NoRegistryId, u"NO-REGISTRY-ID"_s);
        f.phase = FacilityPhase::SettingUrl;
        const abdm::SetBridgeUrl call{facts.bridgeUrl};
        send(abdm::operation::bridgeUrl, call.body());
        tell(u"facility.url-asked");
    }

    void decided(const Decided &event)
    {
        const bool ended = f.phase == FacilityPhase::Stopped || f.phase == FacilityPhase::Listed;
        if (event.what != flow_event::retry || !ended)
            return;
        tell(u"facility.retry", event.reason, event.actor);
        f.phase = FacilityPhase::Ready;
        f.reason.clear();
        f.polls = 0;
        f.saidAssociated = false;
        f.provingSince = {};
        begin();
    }

    void accepted(const CallAccepted &event)
    {
        if (f.call.isEmpty() || event.businessKey != f.call)
            return;
        // None of these calls has a callback: the answer is the confirmation.
        conclude(f.call, true);
        f.call.clear();
        switch (f.phase) {
        case FacilityPhase::SettingUrl:
            tell(u"facility.url-set");
            f.phase = FacilityPhase::Looking;
            return look();
        case FacilityPhase::Looking:
        case FacilityPhase::Proving:
            return listed(event.body);
        case FacilityPhase::Registering:
            return registered(event.body);
        default:
            return;
        }
    }

    void refused(const CallRefused &event)
    {
        if (f.call.isEmpty() || event.businessKey != f.call)
            return;
        if (meansAlreadyReceived(event.code))
            return accepted({event.businessKey, {}});
        f.call.clear();
        // The registration itself stands: a listing that cannot be read now is read again.
        if (f.phase == FacilityPhase::Proving && facts.now < f.provingSince + proofLimit)
            return lookLater();
        stop(FacilityLinkState::Unknown, event.code);
    }

    void delayed(const CallDelayed &event)
    {
        if (event.businessKey != f.call || f.waitingTold)
            return;
        f.waitingTold = true;
        tell(event.networkDown ? u"facility.waiting-network" : u"facility.retrying", event.code);
    }

    void woken()
    {
        if (!f.wakeAt.isSet() || facts.now < f.wakeAt)
            return;
        f.wakeAt = {};
        if (f.phase == FacilityPhase::Proving && f.call.isEmpty())
            look();
    }

    void look() { send(abdm::operation::bridgeServices, {}); }

    void lookLater()
    {
        f.wakeAt = soon(looks[size_t(std::min(f.polls, int(looks.size()) - 1))]);
        ++f.polls;
    }

    void listed(const QByteArray &body)
    {
        const auto listing = abdm::BridgeServices::parse(body);
        if (!listing)
            return stop(FacilityLinkState::Unknown, listing.error().code);
        // Ids are opaque: a suffix "_1" is another service (section 9).
        const auto ours = [&](const auto &service) {
            return service.id.value() == facts.facility.registryId && service.active
                && service.types.contains(u"HIP"_s);
        };
        if (std::any_of(listing->services.begin(), listing->services.end(), ours)) {
            f.phase = FacilityPhase::Listed;
            f.reason.clear();
            tell(u"facility.proven");
            return save(FacilityLinkState::Listed);
        }
        if (f.phase == FacilityPhase::Looking)
            return registerServices();
        // The registry knows the facility and our listing does not: it is linked to another bridge.
        if (f.saidAssociated)
            return stop(FacilityLinkState::ListedElsewhere, u"LISTED-ELSEWHERE"_s);
        if (facts.now >= f.provingSince + proofLimit)
            return stop(FacilityLinkState::NotListed, u"PROOF-MISSING"_s);
        lookLater();
    }

    void registerServices()
    {
        const auto &wanted = facts.facility.hipName.isEmpty() ? facts.facility.name : facts.facility.hipName;
        const auto name = cleanHipName(wanted);
        if (name.isEmpty())
            return stop(FacilityLinkState::NotListed, u"HIP-NAME"_s);
        f.phase = FacilityPhase::Registering;
        // Patients see this name: staff see what became of the one they typed.
        if (name != wanted)
            tell(u"facility.name-cleaned", wanted + u" -> "_s + name);
        const abdm::RegisterServices call{
            FacilityId(facts.facility.registryId), facts.facility.name, name, facts.bridgeId};
        send(abdm::operation::registerServices, call.body());
        tell(u"facility.register-asked");
        save(FacilityLinkState::Registering);
    }

    void registered(const QByteArray &body)
    {
        const auto answer = abdm::RegisterServicesAnswer::parse(body);
        if (!answer)
            return stop(FacilityLinkState::Unknown, answer.error().code);
        // "Already associated" does not say with which bridge; only the listing does (2.3).
        f.saidAssociated = answer->alreadyAssociated;
        if (!answer->accepted && !f.saidAssociated)
            return stop(FacilityLinkState::NotListed, answer->code);
        // Another bridge of this facility was first: our service has an id of its own, and only a person may put it
        // into the settings, because every call and record would carry it (section 9).
        if (!answer->service.isEmpty() && answer->service.value() != facts.facility.registryId) {
            tell(u"facility.service-id", answer->service.value());
            return stop(FacilityLinkState::NotListed, u"SERVICE-ID"_s);
        }
        tell(f.saidAssociated ? u"facility.already-associated" : u"facility.registered", answer->code);
        f.phase = FacilityPhase::Proving;
        f.provingSince = facts.now;
        f.polls = 0;
        look();
    }

    void stop(FacilityLinkState state, const QString &reason)
    {
        f.phase = FacilityPhase::Stopped;
        f.reason = reason;
        f.wakeAt = {};
        tell(u"facility.stopped", reason);
        save(state, reason);
    }

    void save(FacilityLinkState state, const QString &detail = {})
    {
        emit(SaveFacilityLink{{facts.facility.id, state, facts.now, detail}});
    }

    void send(QStringView operation, const QJsonObject &body)
    {
        f.waitingTold = false;
        f.wakeAt = {};
        f.call = callKey(operation, facts.facility.id, u"link"_s, ++f.calls);
        emit(SendCall{
            operation.toString(), f.call, u"facility:"_s + facts.facility.id.value(), body, {}, facts.now + callLimit});
    }

    FacilityLinkFlow f;
};

}

Result<Step> stepFacilityLink(const QJsonObject &state, const Event &event, const Facts &facts)
{
    auto flow = FacilityLinkFlow::fromJson(state);
    if (!flow)
        return failed(flow);
    return FacilityLinkStep(*std::move(flow), facts).run(event);
}

}
