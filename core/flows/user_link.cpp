#include "abdm/endpoint.h"
#include "domain/flow_start.h"
#include "flows/business_keys.h"
#include "flows/discovery_step.h"

#include <algorithm>

namespace nadi::flows
{

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{

constexpr std::chrono::milliseconds networkWaits = 10s; // 5.1
constexpr std::chrono::milliseconds sendCodeWithin = 8s; // leaves time for the answer
constexpr std::chrono::milliseconds confirmWithin = 60s;
constexpr int codesPerConversation = 3; // first one and two more (B41)

bool holds(const QList<UnlinkedContext> &contexts, const CareContextRef &reference)
{
    return std::ranges::find(contexts, reference, &UnlinkedContext::careContext) != contexts.end();
}

}

// ---- Init

void DiscoveryStep::init(const abdm::LinkInit &asked, const CallbackArrived &event)
{
    if (asked.refusedByGateway) {
        if (!isOver())
            tell(u"discovery.choice-refused", asked.refusalCode);
        return; // the gateway told the app itself
    }
    if (f.phase == Phase::CodeWanted || f.phase == Phase::Confirmed || f.phase == Phase::Linked)
        return; // the same choice once more: its answer is on its way or out
    if (f.transaction.isEmpty())
        f.transaction = asked.transaction;
    if (const auto error = whyNotInit(asked); !error.code.isEmpty()) {
        f.reason = error.code;
        tell(u"discovery.init-refused", error.code);
        if (f.phase == Phase::Ready)
            f.phase = Phase::Nothing;
        const abdm::OnLinkInit answering{asked.transaction, {}, {}, {}, {}, event.request, error};
        return answer({abdm::operation::onLinkInit, event.request, {}, facts.now + networkWaits}, answering.body());
    }
    f.phase = Phase::CodeWanted;
    f.chosen = choice(asked);
    f.initRequest = event.request;
    f.code = {}; // another code kills the one before
    f.codeAskedAt = facts.now;
    f.codeCall = callKey(abdm::operation::sendLinkCode, facts.facility.id, reference(), ++f.codes);
    tell(u"discovery.code-wanted");
    emit(SendLinkCode{f.codeCall, f.patient, facts.discovery.codeLife, codeLimit()});
}

UtcTime DiscoveryStep::codeLimit() const
{
    return f.codeAskedAt + sendCodeWithin;
}

abdm::CallError DiscoveryStep::whyNotInit(const abdm::LinkInit &asked) const
{
    if (f.phase == Phase::Ready || f.phase == Phase::Nothing)
        return {u"ABDM-1017"_s, u"Invalid transaction id"_s};
    if (f.phase == Phase::Closed || facts.now >= f.endsAt)
        return {u"ABDM-1086"_s, u"Transaction has expired"_s};
    if (!asked.abhaAddress.isEmpty() && asked.abhaAddress != f.abhaAddress)
        return {u"ABDM-1051"_s, u"Invalid ABHA address"_s};
    if (choice(asked).size() != asked.chosen.size() || asked.chosen.isEmpty())
        return {u"ABDM-1057"_s, u"Invalid Care Contexts"_s};
    if (!facts.patient || facts.patient->mobile.isEmpty())
        return {u"ABDM-1014"_s, u"The facility has no mobile number of this patient. Please ask at its desk"_s};
    if (f.codes >= codesPerConversation || facts.codesBefore >= facts.discovery.codesPerDay)
        return {u"ABDM-1022"_s, u"Too many requests"_s};
    return {};
}

/// What was offered in this conversation, was chosen, and is still not linked.
QList<UnlinkedContext> DiscoveryStep::choice(const abdm::LinkInit &asked) const
{
    QList<UnlinkedContext> out;
    for (const auto &one : f.offered)
        if (asked.chosen.contains(one.careContext) && holds(facts.unlinked, one.careContext))
            out << one;
    return out;
}

void DiscoveryStep::codeSent(const Decided &event)
{
    if (f.phase != Phase::CodeWanted || event.details["businessKey"_L1].toString() != f.codeCall)
        return;
    conclude(f.codeCall, true);
    f.code = {QByteArray::fromBase64(event.details["salt"_L1].toString().toLatin1()),
        QByteArray::fromBase64(event.details["digest"_L1].toString().toLatin1())};
    f.codeExpires = facts.now + facts.discovery.codeLife;
    f.endsAt = std::max(f.endsAt, f.codeExpires);
    f.tries = 0;
    f.phase = Phase::CodeSent;
    tell(u"discovery.code-sent");
    const abdm::OnLinkInit answering{f.transaction, reference(), facts.discovery.authenticationType,
        u"OTP sent to "_s + event.details["hint"_L1].toString(), f.codeExpires, f.initRequest, {}};
    answer({abdm::operation::onLinkInit, f.initRequest, {}, facts.now + networkWaits}, answering.body());
}

void DiscoveryStep::codeNotSent(const QString &reason)
{
    if (f.phase != Phase::CodeWanted)
        return;
    conclude(f.codeCall, false, reason);
    f.phase = Phase::Offered; // the person may ask again
    f.reason = reason;
    tell(u"discovery.code-not-sent", reason);
    abdm::OnLinkInit answering;
    answering.transaction = f.transaction;
    answering.inReplyTo = f.initRequest;
    answering.error = abdm::CallError{u"ABDM-1004"_s, u"SMS gateway is not available"_s};
    answer({abdm::operation::onLinkInit, f.initRequest, {}, facts.now + networkWaits}, answering.body());
}

// ---- Confirm

void DiscoveryStep::confirm(const abdm::LinkConfirm &typed, const CallbackArrived &event)
{
    const auto error = whyNotConfirm(typed);
    abdm::OnLinkConfirm answering{{}, event.request, {}};
    if (error.code.isEmpty()) {
        answering.patient = person(f.chosen);
        if (f.phase == Phase::CodeSent) {
            f.phase = Phase::Confirmed;
            f.endsAt = std::max(f.endsAt, facts.now + 2 * confirmWithin); // not before the gateway's word is in
            tell(u"discovery.confirmed");
        }
    } else {
        answering.error = error;
        f.reason = error.code;
        tell(u"discovery.code-refused", error.code);
        if (f.phase == Phase::Ready)
            f.phase = Phase::Nothing;
    }
    answer({abdm::operation::onLinkConfirm, event.request, {}, facts.now + confirmWithin}, answering.body());
}

/// Counts the try. A code that linked once answers its own repeat, and nothing else (5.4, S-N10: one use).
abdm::CallError DiscoveryStep::whyNotConfirm(const abdm::LinkConfirm &typed)
{
    const bool repeat = f.phase == Phase::Confirmed || f.phase == Phase::Linked;
    if (f.phase == Phase::Closed)
        return {u"ABDM-1035"_s, u"This OTP cannot be used any more"_s};
    if (f.phase != Phase::CodeSent && !repeat)
        return {u"ABDM-1056"_s, u"Invalid link reference"_s};
    if (facts.now >= f.codeExpires)
        return {u"ABDM-1035"_s, u"OTP has expired"_s};
    if (matches(f.code, typed.token, reference()))
        return {};
    if (!repeat && ++f.tries >= facts.discovery.codeTries)
        close(u"TRIES"_s);
    return {u"ABDM-1035"_s, u"OTP does not match"_s};
}

void DiscoveryStep::becomeLinked()
{
    f.phase = Phase::Linked;
    f.reason.clear();
    tell(u"discovery.linked");
    emit(KeepProvedAbha{f.patient, f.abhaAddress, f.abhaNumber});
    for (const auto &one : f.chosen)
        emit(ContextLinked{one.careContext});
}

}
