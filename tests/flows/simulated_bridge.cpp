#include "simulated_bridge.h"

#include "abdm/endpoint.h"
#include "flows/gatekeeper.h"
#include "flows/link_company.h"
#include "flows/needs.h"
#include "flows/routing.h"

#include <QCryptographicHash>
#include <QJsonDocument>

namespace nadi::test
{

SimulatedBridge::SimulatedBridge(Faults faults, quint64 seed)
    : m_network(faults, seed,
          [this](UtcTime time, abdm::CallbackKind kind, const abdm::Callback &callback, const RequestId &request) {
              at(time, [this, kind, callback, request] { deliver(kind, callback, request); });
          })
    , m_random(seed + 1)
{
    m_facilityLink.facility = m_facility.id;
}

void SimulatedBridge::at(UtcTime time, std::function<void()> work)
{
    m_agenda.emplace(std::max(time, m_now), std::move(work));
}

void SimulatedBridge::run(UtcTime until)
{
    while (!m_agenda.empty() && m_agenda.begin()->first <= until) {
        const auto first = m_agenda.begin();
        m_now = first->first;
        const auto work = std::move(first->second);
        m_agenda.erase(first);
        work();
    }
    m_now = until;
}

void SimulatedBridge::confirm(const CareContextRef &careContext, const PatientId &patient)
{
    m_records[careContext.value()] = {careContext, patient, m_now, DeliveryState::Ready, {}, false};
    const FlowName name{flow_kind::delivery.toString(), careContext.value()};
    m_flows[name] = {
        deliveryStart(careContext, HiType::Prescription, m_now.toDateTime().date(), u"UHID-1"_s, SmsInvitation::Agreed),
        patient, {}, false};
    step(name, flows::Started{});
}

void SimulatedBridge::linkFacility()
{
    const FlowName name{flow_kind::facilityLink.toString(), m_facility.id.value()};
    m_flows[name] = {facilityLinkStart(), {}, {}, false};
    step(name, flows::Started{});
}

void SimulatedBridge::openVisit(const PatientId &patient)
{
    const auto token = m_tokens.find(m_patients[patient.value()].abhaAddress->value());
    if (token == m_tokens.end() || token->second.expiresAt > m_now + 7 * 24h || token->second.expiresAt <= m_now)
        return;
    const auto until = token->second.expiresAt;
    const FlowName name{flow_kind::tokenRenewal.toString(), patient.value() + u'/' + until.toIso()};
    if (m_flows.contains(name))
        return;
    m_flows[name] = {tokenRenewalStart(until), patient, {}, false};
    step(name, flows::Started{});
}

void SimulatedBridge::decide(QStringView kind, const QString &key, const QString &what)
{
    step({kind.toString(), key}, flows::Decided{what, {}, u"user-1"_s, {}});
}

QString SimulatedBridge::phase(QStringView kind, const QString &key) const
{
    const auto flow = m_flows.find({kind.toString(), key});
    return flow == m_flows.end() ? QString() : flow->second.state.value("phase"_L1).toString();
}

QString SimulatedBridge::finalState() const
{
    QStringList lines{u"facility "_s + toWord(m_facilityLink.state)};
    for (const auto &[key, record] : m_records)
        lines << u"record %1 %2 %3 received:%4"_s.arg(
            key, toWord(record.shown), record.reason, QString::number(m_network.received.contains(key)));
    for (const auto &[name, flow] : m_flows)
        if (name.first == flow_kind::consent)
            lines << u"consent %1 %2"_s.arg(name.second, flow.state.value("phase"_L1).toString());
    for (const auto &[address, token] : m_tokens)
        lines << u"token "_s + address;
    return lines.join(u'\n');
}

// ---- Steps

void SimulatedBridge::step(const FlowName &name, const flows::Event &event)
{
    auto &flow = m_flows[name];
    const auto facts = factsFor(name, flow, event);
    const auto next = flows::stepFunction(name.first)(flow.state, event, facts);
    if (!next) {
        defects << next.error().code + u' ' + next.error().detail;
        return;
    }
    ++m_steps;
    // As the bridge stores it: only what survives JSON goes on.
    const auto stored = QJsonDocument(next->state).toJson(QJsonDocument::Compact);
    m_trace = QCryptographicHash::hash(m_trace + stored, QCryptographicHash::Sha256);
    flow.state = QJsonDocument::fromJson(stored).object();
    flow.wakeAt = {};
    flow.finished = false;
    for (const auto &effect : next->effects)
        carryOut(name, flow, effect);
    if (flow.wakeAt.isSet() && !flow.finished)
        at(flow.wakeAt, [this, name, due = flow.wakeAt] {
            const auto &sleeper = m_flows[name];
            if (sleeper.wakeAt == due && !sleeper.finished)
                step(name, flows::Woken{});
        });
}

flows::Facts SimulatedBridge::factsFor(const FlowName &name, const Flow &flow, const flows::Event &event)
{
    const auto needs = flows::needs(name.first, flow.state, event);
    flows::Facts facts;
    facts.now = m_now;
    facts.skew = 0ms;
    facts.facility = m_facility;
    facts.facilityLink = m_facilityLink;
    facts.bridgeId = u"SBXID_000001"_s;
    facts.bridgeUrl = u"https://bridge.example.in"_s;
    facts.jitter = double(m_random() % 1000) / 1000.0;
    if (needs.patient)
        if (const auto person = m_patients.find(flow.patient.value()); person != m_patients.end())
            facts.patient = person->second;
    if (needs.linkToken && facts.patient) {
        if (facts.patient->abhaAddress) {
            const auto token = m_tokens.find(facts.patient->abhaAddress->value());
            if (token != m_tokens.end() && token->second.expiresAt > m_now + 24h)
                facts.linkToken = token->second;
        }
        for (const auto &key : flows::tokenRequestKeys(m_facility.id, flow.patient, m_now)) {
            const auto asked = m_outbox.find(key);
            if (asked == m_outbox.end())
                continue;
            const auto &message = asked->second;
            facts.tokenRequest = flows::TokenRequest{
                key, message.createdAt, message.isOpen(), message.state == Mail::Refused ? message.code : QString()};
            break;
        }
    }
    if (needs.consent.isEmpty())
        return facts;
    const auto stored = m_consents.find(needs.consent.value());
    if (stored != m_consents.end()) {
        facts.consent = stored->second;
        facts.servedBefore = int(m_served[needs.consent.value()].size());
    }
    const auto conversation = m_flows.find({flow_kind::consent.toString(), needs.consent.value()});
    facts.consentAccepted = conversation != m_flows.end() && flows::acknowledgementAccepted(conversation->second.state);
    auto contexts = needs.careContexts;
    if (contexts.isEmpty() && facts.consent)
        contexts = facts.consent->careContexts;
    for (const auto &context : contexts)
        if (const auto record = m_records.find(context.value()); record != m_records.end())
            if (const auto &address = m_patients[record->second.patient.value()].abhaAddress)
                facts.held << flows::Facts::HeldRecord{context, HiType::Prescription, record->second.signedAt,
                    address->value(), RecordId(context.value())};
    return facts;
}

void SimulatedBridge::carryOut(const FlowName &name, Flow &flow, const flows::Effect &effect)
{
    using namespace flows;
    std::visit(
        [&](const auto &e) {
            using Kind = std::decay_t<decltype(e)>;
            if constexpr (std::is_same_v<Kind, SendCall>)
                queue(name, e);
            else if constexpr (std::is_same_v<Kind, ConcludeCall>)
                conclude(e);
            else if constexpr (std::is_same_v<Kind, WakeAt>)
                flow.wakeAt = e.at;
            else if constexpr (std::is_same_v<Kind, MoveDelivery>)
                move(name, e);
            else if constexpr (std::is_same_v<Kind, SaveLinkToken>) {
                m_tokens[e.address.value()] = {e.address, m_facility.id, m_now, e.expiresAt};
                tellWaitingForToken(name);
            } else if constexpr (std::is_same_v<Kind, DropLinkToken>)
                m_tokens.erase(e.address.value());
            else if constexpr (std::is_same_v<Kind, SaveFacilityLink>) {
                m_facilityLink = e.link;
                if (e.link.state == FacilityLinkState::Listed)
                    for (const auto &[other, row] : m_flows)
                        if (other.first == flow_kind::delivery && !row.finished)
                            at(m_now, [this, other = other] {
                                step(other, Decided{flow_event::facilityListed.toString(), {}, u"system"_s, {}});
                            });
            } else if constexpr (std::is_same_v<Kind, SaveConsent>)
                m_consents[e.artefact.id.value()] = e.artefact;
            else if constexpr (std::is_same_v<Kind, EndConsent>)
                m_consents.erase(e.consent.value());
            else if constexpr (std::is_same_v<Kind, PushRecord>)
                push(name, e);
            else if constexpr (std::is_same_v<Kind, NotifyDelivery>)
                at(m_now, [this, e] {
                    step({flow_kind::delivery.toString(), e.record.value()}, Decided{e.what, {}, u"system"_s, {}});
                });
            else if constexpr (std::is_same_v<Kind, Alarm>)
                alarms << e.code;
            else if constexpr (std::is_same_v<Kind, Finish>)
                flow.finished = true;
        },
        effect);
}

void SimulatedBridge::move(const FlowName &name, const flows::MoveDelivery &move)
{
    auto &record = m_records[name.second];
    const auto rank = [](DeliveryState state) {
        return state == DeliveryState::Transferred ? 2 : state == DeliveryState::Linked ? 1 : 0;
    };
    record.wentBack = record.wentBack || rank(move.state) < rank(record.shown);
    record.shown = move.state;
    record.reason = move.reason;
}

void SimulatedBridge::deliver(abdm::CallbackKind kind, const abdm::Callback &callback, const RequestId &request)
{
    std::optional<flows::AnsweredCall> answered;
    if (const auto asked = m_requests.find(flows::replyTo(callback).value()); asked != m_requests.end()) {
        const auto calls = asked->second;
        if (calls.size() > 1) {
            for (const auto &key : calls)
                step(
                    m_outbox.at(key).flow, flows::CallbackArrived{kind, callback, request, key, {}, int(calls.size())});
            return;
        }
        const auto &flow = m_outbox.at(calls.first()).flow;
        answered = flows::AnsweredCall{calls.first(), flow.first, flow.second};
    }
    const auto route = flows::route(kind, callback, request, answered);
    if (route.to != flows::Route::To::Flow) {
        defects << u"callback without a flow"_s;
        return;
    }
    const FlowName name{route.flowKind, route.flowKey};
    if (!m_flows.contains(name))
        m_flows[name] = {route.firstState, {}, {}, false};
    step(name, flows::CallbackArrived{kind, callback, request, route.repliesTo});
}

// ---- Outbox and courier

void SimulatedBridge::queue(const FlowName &name, const flows::SendCall &call)
{
    if (m_outbox.contains(call.businessKey))
        return; // the same effect is never queued twice
    m_outbox[call.businessKey] = {name, call, Mail::Pending, {}, m_now, 0};
    m_order[call.orderKey] << call.businessKey;
    at(m_now, [this, key = call.orderKey] { sendNext(key); });
}

void SimulatedBridge::tellWaitingForToken(const FlowName &saver)
{
    for (const auto &[name, flow] : m_flows)
        if (name != saver && name.first == flow_kind::delivery && flow.patient == m_flows[saver].patient
            && !flow.finished && flow.wakeAt.isSet())
            at(m_now, [this, name = name] {
                step(name, flows::Decided{flow_event::tokenArrived.toString(), {}, u"system"_s, {}});
            });
}

void SimulatedBridge::sendNext(const QString &orderKey)
{
    auto waiting = m_order[orderKey];
    waiting.removeIf([this](const QString &key) { return m_outbox.at(key).isDone(); });
    // The next one waits until the first is confirmed or refused (S-O4).
    if (waiting.isEmpty() || m_outbox.at(waiting.first()).state != Mail::Pending)
        return;
    const auto parcel = withCompany(waiting);
    for (const auto &key : parcel)
        m_outbox.at(key).state = Mail::Flying;
    at(m_now + std::chrono::milliseconds(20 + m_random() % 300), [this, parcel] { send(parcel); });
}

QStringList SimulatedBridge::withCompany(const QStringList &queue) const
{
    QList<flows::QueuedLink> links;
    for (const auto &key : queue) {
        const auto &message = m_outbox.at(key);
        if (message.call.operation != abdm::operation::linkCareContext || message.state != Mail::Pending)
            break;
        links << flows::QueuedLink{message.call.body, message.call.alone};
    }
    return queue.first(std::max<qsizetype>(1, flows::leavingTogether(links)));
}

void SimulatedBridge::send(const QStringList &wanted)
{
    auto parcel = wanted;
    parcel.removeIf([this](const QString &key) { return m_outbox.at(key).isDone(); });
    if (parcel.isEmpty())
        return;
    QList<flows::QueuedLink> links;
    for (const auto &key : parcel) {
        ++m_outbox.at(key).attempts;
        links << flows::QueuedLink{m_outbox.at(key).call.body};
    }
    const RequestId request(u"request-%1"_s.arg(++m_serial));
    m_requests[request.value()] = parcel;
    const auto &call = m_outbox.at(parcel.first()).call;
    const bool hasToken = call.linkTokenFor && m_tokens.contains(call.linkTokenFor->value());
    const auto body = parcel.size() == 1 ? call.body : flows::linkTogether(links);
    outcome(parcel, m_network.call({call.operation, parcel, body, m_facility.id, request, hasToken}, m_now));
}

void SimulatedBridge::outcome(const QStringList &parcel, const SimulatedNetwork::Answer &answer)
{
    using Outcome = SimulatedNetwork::Outcome;
    const auto call = m_outbox.at(parcel.first()).call;
    const bool isToken = call.operation == abdm::operation::generateToken;
    if (answer.outcome == Outcome::Down)
        return tryAgain(parcel, u"NOT-SENT"_s, true);
    if (answer.outcome == Outcome::Unseen && !isToken)
        return tryAgain(parcel, u"ANSWER-UNKNOWN"_s, true);
    if (answer.outcome == Outcome::Crash)
        // Back again, everything that may have left is said once more; the gateway knows a repeated token request.
        return at(m_now + 5s, [this, parcel, isToken, answer] {
            if (isToken)
                outcome(parcel, {answer.code.isEmpty() ? Outcome::Accepted : Outcome::Refused, answer.code, {}});
            else
                send(parcel);
        });
    for (const auto &key : parcel) {
        auto &message = m_outbox.at(key);
        if (message.isDone())
            continue; // its callback was faster
        const auto flow = message.flow;
        switch (answer.outcome) {
        case Outcome::Accepted:
            message.state = Mail::Accepted;
            step(flow, flows::CallAccepted{key, answer.body});
            break;
        case Outcome::Refused:
            message.state = Mail::Refused;
            message.code = answer.code;
            at(m_now, [this, order = call.orderKey] { sendNext(order); });
            step(flow, flows::CallRefused{key, answer.code, int(parcel.size())});
            break;
        default:
            message.state = Mail::Unseen;
            step(flow, flows::CallDelayed{key, u"ANSWER-UNKNOWN"_s, message.attempts, call.deadline, true});
        }
    }
}

void SimulatedBridge::tryAgain(const QStringList &parcel, const QString &code, bool networkDown)
{
    constexpr std::array<std::chrono::milliseconds, 4> delays{1s, 5s, 15s, 60s};
    QStringList again;
    UtcTime retryAt;
    for (const auto &key : parcel) {
        auto &message = m_outbox.at(key);
        if (message.isDone())
            continue;
        const auto next = m_now + delays[size_t(std::min(message.attempts - 1, 3))];
        const auto flow = message.flow;
        if (next > message.call.deadline) {
            message.state = Mail::Refused;
            message.code = code;
            at(m_now, [this, order = message.call.orderKey] { sendNext(order); });
            step(flow, flows::CallRefused{key, code, int(parcel.size())});
            continue;
        }
        retryAt = next; // the same for all: they left together from the first time on
        again << key;
        step(flow, flows::CallDelayed{key, code, message.attempts, next, networkDown});
    }
    if (!again.isEmpty())
        at(retryAt, [this, again] { send(again); });
}

void SimulatedBridge::conclude(const flows::ConcludeCall &effect)
{
    const auto found = m_outbox.find(effect.businessKey);
    if (found == m_outbox.end() || found->second.isDone())
        return;
    found->second.state = effect.confirmed ? Mail::Confirmed : Mail::Refused;
    found->second.code = effect.code;
    at(m_now, [this, key = found->second.call.orderKey] { sendNext(key); });
}

void SimulatedBridge::push(const FlowName &name, const flows::PushRecord &page)
{
    at(m_now + 200ms, [this, name, page] {
        flows::CallbackArrived nothing{};
        const auto facts = factsFor(name, m_flows[name], nothing);
        const auto served = m_served[page.consent.value()].contains(page.transaction.value());
        const auto from = facts.consent ? facts.consent->from : UtcTime();
        const auto to = facts.consent ? facts.consent->to : UtcTime();
        const auto release = flows::decide(facts.consent, {m_facility.id, from, to, m_now, facts.skew}, facts.held,
            facts.servedBefore - (served ? 1 : 0), facts.consentAccepted);
        m_served[page.consent.value()].insert(page.transaction.value());
        const bool sent = release.careContexts.contains(page.careContext)
            && m_network.push(page.transaction, page.careContext, m_now);
        step(name,
            flows::Decided{sent ? u"push-done"_s : u"push-failed"_s, sent ? QString() : release.refusal, u"system"_s,
                {{u"businessKey"_s, page.businessKey}}});
    });
}

}
