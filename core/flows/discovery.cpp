#include "abdm/endpoint.h"
#include "domain/flow_start.h"
#include "domain/neutral_display.h"
#include "flows/answer_codes.h"
#include "flows/business_keys.h"
#include "flows/discovery_step.h"
#include "flows/steps.h"

#include <algorithm>

namespace nadi::flows
{

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{

constexpr std::chrono::milliseconds conversation = 30min; // from the discovery to the end of the typing
constexpr std::chrono::milliseconds networkWaits = 10s; // 5.1
constexpr int mostOfOneType = 20; // 5.1: 1 to 20 each; the next discovery brings the rest

/// One text for everything that is not exactly one person with something new: which of them it was is nobody's
/// business (S-N9).
abdm::CallError errorOf(DiscoveryOutcome outcome)
{
    switch (outcome) {
    case DiscoveryOutcome::TooOften: // known from the number of questions alone
        return {u"ABDM-1022"_s, u"Too many requests"_s};
    case DiscoveryOutcome::TooLate:
        return {u"ABDM-1028"_s, u"HIP is not available"_s};
    default:
        return {u"ABDM-1010"_s, u"Patient not found"_s};
    }
}

QString vouchedNumber(const abdm::DiscoverRequest &request)
{
    for (const auto &one : request.verified)
        if (one.type == abdm::NetworkIdentifier::Type::AbhaNumber)
            return one.value;
    return {};
}

Result<QString> titleOf(const UnlinkedContext &one)
{
    return one.kind == CareContextKind::Visit ? neutralVisitDisplay(one.issuedOn)
                                              : neutralDisplay(one.type, one.issuedOn);
}

/// Newest first, as they come; at most twenty of a type.
QList<UnlinkedContext> offerable(const QList<UnlinkedContext> &unlinked)
{
    QList<UnlinkedContext> out;
    for (const auto &one : unlinked) {
        const auto ofType = std::ranges::count(out, one.type, &UnlinkedContext::type);
        if (ofType < mostOfOneType && titleOf(one))
            out << one;
    }
    return out;
}

}

Needs needsOfDiscovery(const QJsonObject &state, const Event &event)
{
    Needs wanted;
    const auto flow = DiscoveryFlow::fromJson(state);
    if (!flow)
        return wanted;
    if (const auto *arrived = std::get_if<CallbackArrived>(&event)) {
        if (const auto *asked = std::get_if<abdm::DiscoverRequest>(&arrived->callback);
            asked && (flow->phase == DiscoveryPhase::Ready || flow->unanswered))
            wanted.discover = *asked;
        if (std::holds_alternative<abdm::LinkInit>(arrived->callback)) {
            wanted.patient = wanted.unlinked = true;
            wanted.codesFor = flow->abhaAddress;
        }
    }
    if (std::holds_alternative<Decided>(event))
        wanted.patient = true;
    return wanted;
}

Result<Step> stepDiscovery(const QJsonObject &state, const Event &event, const Facts &facts)
{
    auto flow = DiscoveryFlow::fromJson(state);
    if (!flow)
        return failed(flow);
    return DiscoveryStep(*std::move(flow), facts).run(event);
}

Step DiscoveryStep::run(const Event &event)
{
    std::visit(
        [this](const auto &e) {
            if constexpr (requires { on(e); })
                on(e);
        },
        event);
    if (isOver())
        emit(Finish{});
    else
        emit(WakeAt{f.phase == Phase::CodeWanted ? codeLimit() : f.endsAt});
    return {f.toJson(), std::move(effects)};
}

void DiscoveryStep::on(const CallbackArrived &event)
{
    if (const auto *asked = std::get_if<abdm::DiscoverRequest>(&event.callback))
        return discover(*asked, event);
    if (const auto *chosen = std::get_if<abdm::LinkInit>(&event.callback))
        return init(*chosen, event);
    if (const auto *typed = std::get_if<abdm::LinkConfirm>(&event.callback))
        return confirm(*typed, event);
}

// ---- Discovery

void DiscoveryStep::discover(const abdm::DiscoverRequest &request, const CallbackArrived &event)
{
    if (f.phase != Phase::Ready && !f.unanswered)
        return; // the same transaction once more: its answer is out (S-Q2)
    const auto receivedAt = event.receivedAt.isSet() ? event.receivedAt : facts.now;
    f.transaction = request.transaction;
    f.abhaAddress = request.abhaAddress;
    f.abhaNumber = vouchedNumber(request);
    f.unanswered = false;
    const auto found = match(request, receivedAt);
    abdm::OnDiscover answering{request.transaction, {}, found.matchedBy, event.request, {}};
    if (found.outcome == DiscoveryOutcome::Found)
        offer(request, found);
    if (f.phase == Phase::Offered) {
        answering.patient = person(f.offered);
    } else {
        f.phase = Phase::Nothing;
        answering.error = errorOf(found.outcome);
    }
    f.reason = answering.error ? answering.error->code : QString();
    const bool nothingNew = found.outcome == DiscoveryOutcome::Found && f.offered.isEmpty();
    tell(u"discovery."_s + (nothingNew ? u"nothing-new"_s : toWord(found.outcome)), f.reason);
    emit(NoteDiscovery{request, found.outcome, found.several});
    answer({abdm::operation::onDiscover, event.request, receivedAt + facts.discovery.answerAfter,
               receivedAt + networkWaits},
        answering.body());
}

DiscoveryMatch DiscoveryStep::match(const abdm::DiscoverRequest &request, UtcTime receivedAt) const
{
    auto found = matchDiscovery(request, facts.candidates, facts.discovery);
    if (facts.asksBefore >= facts.discovery.asksPerHour)
        found = {DiscoveryOutcome::TooOften, {}, {}, {}};
    // The app has given up or is about to: better a word that it may ask again than contexts nobody waits for.
    if (facts.now - receivedAt > facts.discovery.hard)
        found = {DiscoveryOutcome::TooLate, {}, {}, {}};
    return found;
}

void DiscoveryStep::offer(const abdm::DiscoverRequest &request, const DiscoveryMatch &found)
{
    const auto who = std::ranges::find_if(
        facts.candidates, [&](const DiscoveryCandidate &one) { return one.patient.id == found.patient; });
    emit(ConcernPatient{found.patient});
    f.patient = found.patient;
    f.patientReference = who->patient.localNumber.isEmpty() ? found.patient.value() : who->patient.localNumber;
    f.display = request.name;
    f.offered = offerable(facts.unlinked);
    f.endsAt = facts.now + conversation;
    if (!f.offered.isEmpty())
        f.phase = Phase::Offered;
}

// ---- Answers

abdm::PatientContexts DiscoveryStep::person(const QList<UnlinkedContext> &contexts) const
{
    abdm::PatientContexts out{f.patientReference, f.display, {}};
    for (const auto &one : contexts)
        out.contexts << abdm::LinkedContext{one.careContext, *titleOf(one), one.type};
    return out;
}

void DiscoveryStep::answer(const Sending &how, const QJsonObject &body)
{
    if (!canBeAnswered(how.request))
        return tell(u"discovery.no-request-id");
    const auto key = callKey(how.operation, facts.facility.id, how.request.value(), 1);
    if (how.operation == abdm::operation::onLinkConfirm && !body.contains("error"_L1))
        f.linkCalls << key;
    auto notBefore = how.notBefore;
    const auto &policy = facts.discovery;
    if (how.operation == abdm::operation::onDiscover && policy.answerBy != AnswerBy::Callback) {
        emit(AnswerInBody{how.request, body, notBefore});
        // When the body was taken, this call is concluded before it leaves.
        if (policy.answerBy == AnswerBy::Body)
            notBefore = notBefore - policy.answerAfter + policy.soft;
    }
    emit(SendCall{how.operation.toString(), key, key, body, {}, how.deadline, notBefore});
}

void DiscoveryStep::on(const CallAccepted &event)
{
    conclude(event.businessKey, true); // no callback confirms an answer
    if (f.phase == Phase::Confirmed && f.linkCalls.contains(event.businessKey))
        becomeLinked();
}

void DiscoveryStep::on(const CallRefused &event)
{
    if (meansAlreadyReceived(event.code))
        return on(CallAccepted{event.businessKey, {}});
    f.reason = event.code;
    tell(u"discovery.answer-refused", event.code);
    const bool linking = f.phase == Phase::Confirmed && f.linkCalls.removeOne(event.businessKey);
    if (linking && f.linkCalls.isEmpty()) // a repeat of the confirm may still be taken
        close(event.code);
    else if (f.phase == Phase::Offered || f.phase == Phase::Nothing)
        f.unanswered = event.businessKey.startsWith(abdm::operation::onDiscover);
}

void DiscoveryStep::on(const Woken &)
{
    // The bridge stopped between sending and hearing: the code may have left, nobody here knows it.
    if (f.phase == Phase::CodeWanted && facts.now >= codeLimit())
        codeNotSent(u"NO-ANSWER"_s);
    else if (!isOver() && facts.now >= f.endsAt)
        close(u"EXPIRED"_s);
}

void DiscoveryStep::on(const Decided &event)
{
    if (event.what == flow_event::codeSent)
        codeSent(event);
    else if (event.what == flow_event::codeNotSent)
        codeNotSent(event.reason);
    else if (event.what == flow_event::answeredInBody && facts.discovery.answerBy == AnswerBy::Body)
        conclude(
            callKey(abdm::operation::onDiscover, facts.facility.id, event.details["request"_L1].toString(), 1), true);
}

void DiscoveryStep::close(const QString &reason)
{
    f.phase = Phase::Closed;
    f.reason = reason;
    f.code = {};
    tell(u"discovery.closed", reason);
}

}
