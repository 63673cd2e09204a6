#include "abdm/calls.h"
#include "abdm/endpoint.h"
#include "domain/hip_id.h"
#include "flows/answer_codes.h"
#include "flows/business_keys.h"
#include "flows/gatekeeper.h"
#include "flows/steps.h"
#include "flows/transfer_step.h"

#include <QUrl>

#include <algorithm>

namespace nadi::flows
{
namespace
{

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

constexpr std::chrono::milliseconds closeBy = 19min; // the network's limit is 20 (S-Q10)
constexpr std::chrono::milliseconds networkLimit = 20min;
constexpr std::chrono::milliseconds awaitConsent = 60s; // as long as an acknowledgement may take
constexpr std::chrono::milliseconds consentLook = 1s;

QString describe(const QString &code)
{
    static const QHash<QString, QString> texts{
        {u"ABDM-1001"_s, u"No record to send"_s},
        {u"ABDM-1010"_s, u"Key material or push URL not usable"_s},
        {u"ABDM-1022"_s, u"Too many requests for this consent"_s},
        {u"ABDM-1035"_s, u"Consent names another HIP"_s},
        {u"ABDM-1047"_s, u"Purpose not known"_s},
        {u"ABDM-1061"_s, u"Consent artefact expired"_s},
        {u"ABDM-1062"_s, u"Consent not granted"_s},
        {u"ABDM-1063"_s, u"Date range outside the consent"_s},
        {u"ABDM-1112"_s, u"Consent artefact not known"_s},
    };
    return texts.value(code, u"Not delivered: "_s + code);
}

}

Result<Step> stepTransfer(const QJsonObject &state, const Event &event, const Facts &facts)
{
    auto flow = TransferFlow::fromJson(state);
    if (!flow)
        return failed(flow);
    return TransferStep(*std::move(flow), facts).run(event);
}

Step TransferStep::run(const Event &event)
{
    std::visit(Overloaded{
                   [this](const Started &) { begin(); },
                   [this](const CallbackArrived &e) {
                       const auto *request = std::get_if<abdm::HealthInformationRequest>(&e.callback);
                       if (request && request->transaction == f.transaction)
                           begin();
                   },
                   [this](const CallAccepted &e) { answered(e.businessKey, {}); },
                   [this](const CallRefused &e) { answered(e.businessKey, e.code); },
                   [](const CallDelayed &) {},
                   [this](const Woken &) { woken(); },
                   [this](const Decided &e) { decided(e); },
               },
        event);
    if (f.phase == TransferPhase::Done || f.phase == TransferPhase::Failed)
        emit(Finish{});
    else
        emit(WakeAt{f.wakeAt});
    return {f.toJson(), std::move(effects)};
}

void TransferStep::begin()
{
    if (f.phase != TransferPhase::Ready)
        return;
    f.receivedAt = facts.now;
    tell(u"transfer.requested");
    judge();
}

void TransferStep::judge()
{
    // The gateway reorders: the request may overtake the consent, and just after our start it may come before an answer
    // that tells our clock's error. An ended consent is refused at once.
    const bool mayStillCome = !facts.consent
        || (facts.consent->status == ConsentStatus::Granted && (!facts.consentAccepted || !facts.skew));
    if (mayStillCome && facts.now < f.receivedAt + awaitConsent) {
        f.phase = TransferPhase::AwaitingConsent;
        f.wakeAt = std::min(facts.now + consentLook * (1 << std::min(f.polls++, 3)), f.receivedAt + awaitConsent);
        return;
    }
    const auto release = ask(facts.servedBefore, facts.skew);
    if (!release.refusal.isEmpty())
        return refuse(release.refusal);
    if (!isAddressUsable())
        return refuse(u"ABDM-1010"_s);
    f.servedBefore = facts.servedBefore;
    for (const auto &record : release.records) {
        f.contexts << record.careContext.value();
        f.records << record.record.value();
    }
    tell(u"transfer.acknowledging");
    sendOnRequest(TransferPhase::Acknowledging, {});
}

Release TransferStep::ask(int servedBefore, std::optional<std::chrono::milliseconds> skew) const
{
    return decide(facts.consent, {hipIdOf(facts.facility), f.from, f.to, facts.now, skew}, facts.held, servedBefore,
        facts.consentAccepted);
}

bool TransferStep::isAddressUsable() const
{
    // Whether the address is public and the point is on the curve is for the executor (S-N3, S-X2): both need more than
    // the text. What the text alone shows is refused here.
    const QUrl url(f.pushUrl, QUrl::StrictMode);
    const bool keyAlive = !f.keyExpiry.isSet() || f.keyExpiry > facts.now;
    const bool curveKnown = f.curve.isEmpty() || f.curve.compare("Curve25519"_L1, Qt::CaseInsensitive) == 0;
    return url.isValid() && url.scheme() == "https"_L1 && !url.host().isEmpty() && url.userInfo().isEmpty() && keyAlive
        && curveKnown && !f.key.isEmpty() && !f.nonce.isEmpty();
}

void TransferStep::refuse(const QString &code)
{
    f.reason = code;
    // What the notify has to name: every context that the requester could have expected.
    if (facts.consent)
        for (const auto &context : facts.consent->careContexts)
            f.contexts << context.value();
    tell(u"transfer.refused", code);
    sendOnRequest(TransferPhase::Refusing, abdm::CallError{code, describe(code)});
}

void TransferStep::answered(const QString &key, const QString &code)
{
    if (f.call.isEmpty() || key != f.call)
        return;
    const bool accepted = code.isEmpty() || meansAlreadyReceived(code);
    if (f.phase == TransferPhase::Pushing)
        return pushed(accepted ? QString() : describe(code));
    if (accepted)
        conclude(key, true);
    f.call.clear();
    switch (f.phase) {
    case TransferPhase::Acknowledging:
        if (!accepted) {
            f.reason = code;
            emit(Alarm{u"TRANSFER-ACK-REFUSED"_s});
            tell(u"transfer.ack-refused", code);
            return close(u"Request was not acknowledged"_s);
        }
        tell(u"transfer.acknowledged");
        f.phase = TransferPhase::Pushing;
        return pushNext();
    case TransferPhase::Refusing:
        return close(describe(f.reason));
    case TransferPhase::Closing:
        return closed(accepted ? QString() : code);
    default:
        return;
    }
}

void TransferStep::pushNext()
{
    const auto index = f.outcomes.size();
    if (index == f.contexts.size())
        return close({});
    // Read again before every page (S-N4): a consent may end between two pages.
    const CareContextRef context(f.contexts[index]);
    const RecordId record(f.records.value(index));
    // Just after our start nobody has confirmed our clock yet. The executor asks once more when the session's answer
    // has told how far it is off, and then without a guess.
    const auto release = ask(f.servedBefore, facts.skew.value_or(0ms));
    const bool mayLeave = std::ranges::any_of(
        release.records, [&](const auto &held) { return held.careContext == context && held.record == record; });
    if (!mayLeave) {
        f.reason = release.refusal.isEmpty() ? u"ABDM-1001"_s : release.refusal;
        tell(u"transfer.stopped", f.reason);
        return close(describe(f.reason));
    }
    f.call = callKey(u"push", facts.facility.id, f.transaction.value(), int(index));
    f.wakeAt = f.receivedAt + closeBy;
    emit(PushRecord{f.call, f.consent, f.transaction, context, record, int(index), int(f.contexts.size()), f.pushUrl,
        f.key, f.nonce, f.receivedAt + closeBy, f.from, f.to});
}

void TransferStep::pushed(const QString &failure)
{
    f.call.clear();
    f.outcomes << failure;
    if (failure.isEmpty())
        tell(u"transfer.page-delivered");
    else
        tell(u"transfer.page-failed", failure);
    pushNext();
}

void TransferStep::decided(const Decided &event)
{
    const auto key = event.details.value("businessKey"_L1).toString();
    if (f.phase != TransferPhase::Pushing || key != f.call || f.call.isEmpty())
        return;
    if (event.what == "push-done"_L1)
        pushed({});
    else if (event.what == "push-failed"_L1)
        pushed(describe(event.reason.isEmpty() ? u"PUSH"_s : event.reason));
}

void TransferStep::woken()
{
    if (!f.wakeAt.isSet() || facts.now < f.wakeAt)
        return;
    if (f.phase == TransferPhase::AwaitingConsent)
        return judge();
    const bool open = f.phase == TransferPhase::Acknowledging || f.phase == TransferPhase::Refusing
        || f.phase == TransferPhase::Pushing;
    f.wakeAt = {};
    if (!open)
        return;
    f.call.clear();
    f.reason = u"TIME-LIMIT"_s;
    tell(u"transfer.time-limit");
    close(u"Not delivered in time"_s);
}

void TransferStep::close(const QString &failure)
{
    while (f.outcomes.size() < f.contexts.size())
        f.outcomes << (failure.isEmpty() ? u"Not delivered"_s : failure);
    // The gateway refuses an empty list (7.5); a request for a consent we never had names no context.
    if (f.contexts.isEmpty())
        return closed(f.reason);
    abdm::HealthInformationNotify call;
    call.consent = f.consent;
    call.transaction = f.transaction;
    call.hip = hipIdOf(facts.facility);
    call.doneAt = facts.now;
    call.outcomes = contextOutcomes();
    f.phase = TransferPhase::Closing;
    f.wakeAt = {};
    send(abdm::operation::healthInformationNotify, call.body(),
        std::max(f.receivedAt + networkLimit, facts.now + std::chrono::milliseconds(1min)));
}

QList<abdm::ContextOutcome> TransferStep::contextOutcomes() const
{
    QList<abdm::ContextOutcome> outcomes;
    for (qsizetype i = 0; i < f.contexts.size(); ++i) {
        const CareContextRef context(f.contexts[i]);
        const auto &failure = f.outcomes[i];
        auto one = std::ranges::find(outcomes, context, &abdm::ContextOutcome::careContext);
        if (one == outcomes.end())
            outcomes << abdm::ContextOutcome{context, failure.isEmpty(), failure.isEmpty() ? u"Delivered"_s : failure};
        else if (one->delivered && !failure.isEmpty())
            *one = {context, false, failure};
    }
    return outcomes;
}

void TransferStep::closed(const QString &code)
{
    const bool delivered = !f.contexts.isEmpty() && f.outcomes.count(QString()) == f.contexts.size();
    f.wakeAt = {};
    if (!code.isEmpty() && !f.contexts.isEmpty())
        tell(u"transfer.notify-refused", code);
    else
        // Only now: the transfer is complete for the network too (S-O3).
        for (qsizetype i = 0; i < f.contexts.size(); ++i)
            if (f.outcomes[i].isEmpty())
                emit(NotifyDelivery{RecordId(f.records.value(i)), u"opened"_s});
    f.phase = delivered && code.isEmpty() ? TransferPhase::Done : TransferPhase::Failed;
    tell(f.phase == TransferPhase::Done ? u"transfer.done" : u"transfer.failed", f.reason);
}

void TransferStep::sendOnRequest(TransferPhase phase, const std::optional<abdm::CallError> &error)
{
    f.phase = phase;
    f.wakeAt = f.receivedAt + closeBy;
    const abdm::HealthInformationOnRequest call{f.transaction, RequestId(f.callback), error};
    send(abdm::operation::healthInformationOnRequest, call.body(), f.receivedAt + closeBy);
}

void TransferStep::send(QStringView operation, const QJsonObject &body, UtcTime deadline)
{
    f.call = callKey(operation, facts.facility.id, f.transaction.value(), 1);
    emit(SendCall{operation.toString(), f.call, u"transfer:"_s + f.transaction.value(), body, {}, deadline});
}

}
