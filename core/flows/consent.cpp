#include "abdm/calls.h"
#include "abdm/endpoint.h"
#include "domain/hip_id.h"
#include "flows/answer_codes.h"
#include "flows/business_keys.h"
#include "flows/consent_overlap.h"
#include "flows/consent_state.h"
#include "flows/conversation.h"
#include "flows/steps.h"

#include <algorithm>

namespace nadi::flows
{
namespace
{

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

constexpr std::chrono::milliseconds acknowledgeWithin = 60s; // later the gateway blocks every data request (6.3)

/// Checks at receipt (6.3): the error to acknowledge with, or an empty code.
abdm::CallError checkAtReceipt(const ConsentArtefact &artefact, const Facts &facts)
{
    if (artefact.hip != hipIdOf(facts.facility))
        return {u"ABDM-1035"_s, u"Consent names another HIP"_s};
    if (!artefact.from.isSet() || !artefact.to.isSet() || artefact.from > artefact.to)
        return {u"ABDM-1063"_s, u"Date range invalid"_s};
    if (!artefact.dataEraseAt.isSet() || artefact.dataEraseAt <= facts.now)
        return {u"ABDM-1061"_s, u"Consent artefact expired"_s};
    const auto known = [&](const CareContextRef &reference) {
        return std::any_of(facts.held.begin(), facts.held.end(), [&](const auto &record) {
            return record.careContext == reference
                && record.patientAddress.compare(artefact.patientAddress, Qt::CaseInsensitive) == 0;
        });
    };
    if (artefact.careContexts.isEmpty()
        || !std::all_of(artefact.careContexts.begin(), artefact.careContexts.end(), known))
        return {u"ABDM-2500"_s, u"No mapping found for the patient"_s};
    return {};
}

class ConsentStep : private Conversation
{
public:
    ConsentStep(ConsentFlow flow, const Facts &facts)
        : Conversation(facts)
        , f(std::move(flow))
    {
    }

    Step run(const Event &event)
    {
        expireByClock();
        std::visit(Overloaded{
                       [this](const CallAccepted &e) { accepted(e); },
                       [this](const CallRefused &e) { refused(e); },
                       [this](const CallbackArrived &e) { arrived(e); },
                       [](const auto &) {},
                   },
            event);
        // A final consent whose last acknowledgement is still on its way is not finished yet.
        if (f.isFinal() && f.call.isEmpty())
            emit(Finish{});
        else
            emit(WakeAt{f.wakeAt});
        return {f.toJson(), std::move(effects)};
    }

private:
    void arrived(const CallbackArrived &event)
    {
        const auto *notify = std::get_if<abdm::ConsentNotify>(&event.callback);
        if (!notify || notify->consent != f.consent)
            return;
        switch (notify->status) {
        case ConsentStatus::Granted:
            return granted(*notify, event.request);
        case ConsentStatus::Revoked:
            return ended(ConsentPhase::Revoked, ConsentStatus::Revoked, u"consent.revoked", event.request);
        case ConsentStatus::Expired:
            return ended(ConsentPhase::Expired, ConsentStatus::Expired, u"consent.expired", event.request);
        default:
            return; // REQUESTED and DENIED are the HIU's business; they give and take nothing here
        }
    }

    void granted(const abdm::ConsentNotify &notify, const RequestId &request)
    {
        // A repeat while the first one runs, or after it succeeded, does nothing more (8.4). After a failure it is
        // worked on.
        if (f.phase == ConsentPhase::Granted && (f.accepted || !f.call.isEmpty()))
            return narrow(notify);
        if (f.phase == ConsentPhase::Unusable && !f.call.isEmpty() && facts.consent)
            return narrow(notify);
        if (f.isFinal()) {
            if (f.call.isEmpty())
                answer(request, abdm::CallError{u"ABDM-1112"_s, u"Consent is not active any more"_s});
            return;
        }
        if (!notify.artefact) {
            reject(request, {u"ABDM-1112"_s, u"Consent artefact missing"_s});
            return;
        }
        auto artefact = *notify.artefact;
        artefact.status = ConsentStatus::Granted;
        if (facts.consent && facts.consent->status == ConsentStatus::Granted)
            artefact = overlap(*facts.consent, artefact);
        emit(SaveConsent{artefact});
        f.eraseAt = artefact.dataEraseAt;
        if (const auto error = checkAtReceipt(artefact, facts); !error.code.isEmpty())
            return reject(request, error);
        f.phase = ConsentPhase::Granted;
        f.reason.clear();
        f.wakeAt = f.eraseAt;
        tell(u"consent.granted");
        answer(request, {});
        f.acknowledges = true;
    }

    /// A grant can lose something by being repeated, never win.
    void narrow(const abdm::ConsentNotify &notify)
    {
        if (!notify.artefact || !facts.consent)
            return;
        const auto both = overlap(*facts.consent, *notify.artefact);
        if (grantsTheSame(both, *facts.consent))
            return;
        emit(SaveConsent{both});
        f.eraseAt = both.dataEraseAt;
        f.wakeAt = f.eraseAt;
        tell(u"consent.narrowed");
    }

    void reject(const RequestId &request, const abdm::CallError &error)
    {
        f.phase = ConsentPhase::Unusable;
        f.reason = error.code;
        f.wakeAt = f.eraseAt > facts.now ? f.eraseAt : UtcTime();
        tell(u"consent.unusable", error.code);
        answer(request, error);
    }

    void ended(ConsentPhase phase, ConsentStatus status, QStringView what, const RequestId &request)
    {
        if (f.isFinal()) {
            // The first end stays. It is acknowledged once more only when nothing else is being said.
            if (f.call.isEmpty() && !f.acknowledgedEnd) {
                f.acknowledgedEnd = true;
                answer(request, {});
            }
            return;
        }
        end(phase, status, what);
        f.acknowledgedEnd = true;
        answer(request, {});
    }

    void end(ConsentPhase phase, ConsentStatus status, QStringView what, const QString &code = {})
    {
        f.phase = phase;
        f.reason = code;
        f.accepted = false;
        f.acknowledges = false;
        f.wakeAt = {};
        tell(what, code);
        emit(EndConsent{f.consent, status});
    }

    /// Each side enforces the date itself; no message need come (6.2, S-N5).
    void expireByClock()
    {
        const bool alive = f.phase == ConsentPhase::Granted || f.phase == ConsentPhase::Unusable;
        if (alive && f.eraseAt.isSet() && facts.now >= f.eraseAt)
            end(ConsentPhase::Expired, ConsentStatus::Expired, u"consent.expired");
    }

    void accepted(const CallAccepted &event)
    {
        if (f.call.isEmpty() || event.businessKey != f.call)
            return;
        conclude(f.call, true);
        f.call.clear();
        if (f.phase != ConsentPhase::Granted || !f.acknowledges)
            return;
        f.acknowledges = false;
        f.accepted = true;
        tell(u"consent.acknowledged");
    }

    void refused(const CallRefused &event)
    {
        if (f.call.isEmpty() || event.businessKey != f.call)
            return;
        if (meansAlreadyReceived(event.code))
            return accepted({event.businessKey, {}});
        f.call.clear();
        const bool wasGrant = f.phase == ConsentPhase::Granted && f.acknowledges;
        f.acknowledges = false;
        if (!wasGrant)
            return tell(u"consent.answer-refused", event.code);
        if (isGatewayRefusal(event.code)) {
            // The gateway does not know this consent: somebody may have made it up (S-N1).
            emit(Alarm{u"CONSENT-REFUSED"_s});
            return end(ConsentPhase::Refused, ConsentStatus::Denied, u"consent.refused", event.code);
        }
        // We were too late. Nothing is served; when the gateway notifies again it is acknowledged again.
        f.reason = event.code;
        tell(u"consent.not-acknowledged", event.code);
        emit(Alarm{u"CONSENT-LATE"_s});
    }

    void answer(const RequestId &request, const std::optional<abdm::CallError> &error)
    {
        const abdm::ConsentOnNotify call{f.consent, request, error};
        // What was being said before is out of date; a queue behind it would cost the 60 seconds.
        conclude(f.call, false, u"SUPERSEDED"_s);
        f.acknowledges = false;
        f.call = callKey(u"consent", facts.facility.id, f.consent.value(), ++f.calls);
        emit(SendCall{abdm::operation::consentOnNotify.toString(), f.call, f.call, call.body(), {},
            facts.now + acknowledgeWithin});
    }

    ConsentFlow f;
};

}

Result<Step> stepConsent(const QJsonObject &state, const Event &event, const Facts &facts)
{
    auto flow = ConsentFlow::fromJson(state);
    if (!flow)
        return failed(flow);
    return ConsentStep(*std::move(flow), facts).run(event);
}

}
