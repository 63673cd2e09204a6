#include "simulated_linking.h"

#include "abdm/endpoint.h"
#include "flows/link_code.h"
#include "flows/needs.h"
#include "flows/routing.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>

namespace nadi::test
{

using abdm::NetworkIdentifier;
using flows::DiscoveryCandidate;

namespace
{

constexpr int mostEvents = 20'000; // a story has a few hundred

QString addressOf(int person, int app)
{
    return u"person%1.app%2@sbx"_s.arg(person).arg(app);
}

bool isLink(const flows::SendCall &call)
{
    return call.operation == abdm::operation::onLinkConfirm && !call.body.contains(u"error"_s);
}

/// What the gateway says to an answer it has.
QString duplicateOf(const QString &operation)
{
    return operation == abdm::operation::onDiscover ? u"ABDM-1106"_s
        : operation == abdm::operation::onLinkInit  ? u"ABDM-1107"_s
                                                    : u"ABDM-1108"_s;
}

}

SimulatedLinking::SimulatedLinking(quint64 seed)
    : m_random(seed * 7919 + 5)
    , m_bytes(seed + 11)
{
    m_policy.answerBy
        = std::array{flows::AnswerBy::Callback, flows::AnswerBy::Body, flows::AnswerBy::Both}[m_random() % 3];
    fill();
    for (int app = 0; app < m_apps.size(); ++app)
        for (int look = 0; look < 1 + int(m_random() % 2); ++look)
            after(upTo(20min), [this, app] { this->look(app); });
    for (int i = int(m_random() % 4); i > 0; --i)
        after(upTo(30min), [this] { restart(); });
}

/// Two to four people; some share a mobile, as families do, some have two files or two apps, some have none.
void SimulatedLinking::fill()
{
    const int people = 2 + int(m_random() % 3);
    for (int person = 0; person < people; ++person) {
        const bool shares = person > 0 && chance(40);
        const auto mobile = shares ? m_files.value(0).patient.mobile : u"900000000%1"_s.arg(person);
        const int files = chance(10) ? 2 : chance(10) ? 0 : 1;
        for (int i = 0; i < files || (person == 0 && i < 1); ++i) {
            File file;
            file.owner = person;
            file.patient.id = PatientId(u"patient-%1-%2"_s.arg(person).arg(i));
            file.patient.name = nameOf(person);
            file.patient.gender = genderOf(person);
            file.patient.birth.year = yearOf(person);
            file.patient.mobile = mobile;
            file.patient.localNumber = u"UHID-%1-%2"_s.arg(person).arg(i);
            for (int c = 0; c < 1 + int(m_random() % 3); ++c) {
                file.contexts << CareContextRef(u"RX-%1-%2-%3"_s.arg(person).arg(i).arg(c));
                m_oracle.owns(file.contexts.last().value(), person);
            }
            m_files << file;
        }
        for (int app = 0; app < (chance(25) ? 2 : 1); ++app)
            m_apps << App{addressOf(person, app), person, {}, {}, 0, 0};
    }
}

bool SimulatedLinking::run()
{
    for (int events = 0; !m_agenda.empty(); ++events) {
        if (events > mostEvents || m_now > noon + 6h)
            return false;
        const auto first = m_agenda.begin();
        m_now = first->first;
        const auto work = std::move(first->second);
        m_agenda.erase(first);
        work();
    }
    m_oracle.finish();
    return true;
}

bool SimulatedLinking::allEnded() const
{
    return std::ranges::all_of(m_flows, [](const auto &flow) { return flow.second.finished; });
}

// ---- The bridge

/// The gateway brings it once to three times, under one REQUEST-ID or, rarely, under another one.
void SimulatedLinking::callback(const abdm::Callback &callback)
{
    const RequestId request(u"request-%1"_s.arg(++m_serial));
    for (int copies = 1 + int(m_random() % 3); copies > 0; --copies) {
        const auto as = chance(5) ? RequestId(u"%1-again-%2"_s.arg(request.value()).arg(copies)) : request;
        after(upTo(chance(5) ? 4min : 2s), [this, callback, as] { deliver(callback, as, m_now); });
    }
}

void SimulatedLinking::deliver(const abdm::Callback &callback, const RequestId &request, UtcTime receivedAt)
{
    if (m_inbox.contains(request.value()))
        return;
    m_inbox.insert(request.value());
    const auto route = flows::route({}, callback, request, {});
    if (!m_flows.contains(route.flowKey)) {
        if (route.firstState.isEmpty())
            return;
        m_flows[route.flowKey] = {route.firstState, {}, {}, false};
    }
    // A busy database keeps a callback waiting; sometimes for longer than its answer is good for.
    const auto kept = chance(3) ? upTo(9s) : upTo(50ms);
    after(kept, [this, key = route.flowKey, callback, request, receivedAt] {
        step(key, flows::CallbackArrived{{}, callback, request, {}, receivedAt});
    });
}

void SimulatedLinking::step(const QString &key, const flows::Event &event)
{
    auto &flow = m_flows[key];
    const auto next = flows::stepFunction(flow_kind::discovery)(flow.state, event, factsFor(flow, event));
    if (!next) {
        m_oracle.defects << u"a step failed: "_s + next.error().code;
        return;
    }
    // As it is stored and read again: a restart between any two steps makes no difference.
    const auto stored = QJsonDocument(next->state).toJson(QJsonDocument::Compact);
    flow.state = QJsonDocument::fromJson(stored).object();
    flow.finished = false;
    flow.wakeAt = {};
    m_trace = QCryptographicHash::hash(m_trace + key.toUtf8() + stored, QCryptographicHash::Sha256);
    QStringList given;
    for (const auto &effect : next->effects) {
        carryOut(key, flow, effect);
        if (const auto *call = std::get_if<flows::SendCall>(&effect);
            call && call->operation == abdm::operation::onLinkConfirm)
            given = contextsIn(call->body);
    }
    if (const auto *arrived = std::get_if<flows::CallbackArrived>(&event))
        if (const auto *typed = std::get_if<abdm::LinkConfirm>(&arrived->callback))
            m_oracle.typed(key, typed->token.reveal(), m_now, given);
    if (flow.wakeAt.isSet())
        at(flow.wakeAt, [this, key, when = flow.wakeAt] {
            if (!m_flows[key].finished && m_flows[key].wakeAt == when)
                step(key, flows::Woken{});
        });
}

flows::Facts SimulatedLinking::factsFor(const Flow &flow, const flows::Event &event)
{
    const auto wanted = flows::needs(flow_kind::discovery, flow.state, event);
    const auto inLast = [this](const QList<UtcTime> &times, std::chrono::milliseconds window) {
        return int(std::ranges::count_if(times, [&](UtcTime at) { return m_now - at < window; }));
    };
    flows::Facts facts;
    facts.now = m_now;
    facts.facility = clinic();
    facts.discovery = m_policy;
    if (wanted.patient)
        for (const auto &file : std::as_const(m_files))
            if (file.patient.id == flow.patient)
                facts.patient = file.patient;
    if (wanted.discover) {
        facts.candidates = candidatesFor(*wanted.discover);
        facts.unlinked = unlinkedOf(flows::matchDiscovery(*wanted.discover, facts.candidates, m_policy).patient);
        facts.asksBefore = inLast(m_asks[wanted.discover->abhaAddress], 1h);
    }
    if (wanted.unlinked) {
        facts.unlinked = unlinkedOf(flow.patient);
        facts.codesBefore = inLast(m_codes[wanted.codesFor], 24h);
    }
    return facts;
}

QList<DiscoveryCandidate> SimulatedLinking::candidatesFor(const abdm::DiscoverRequest &request) const
{
    QList<DiscoveryCandidate> out;
    for (const auto &file : m_files) {
        DiscoveryCandidate one;
        one.patient = file.patient;
        for (const auto &id : request.verified)
            one.sameMobile
                = one.sameMobile || (id.type == NetworkIdentifier::Type::Mobile && id.value == file.patient.mobile);
        one.sameAddress = file.patient.abhaAddress && file.patient.abhaAddress->value() == request.abhaAddress;
        one.abhaProved = one.sameAddress && file.proved;
        if (one.sameMobile || one.sameAddress)
            out << one;
    }
    return out;
}

QList<flows::UnlinkedContext> SimulatedLinking::unlinkedOf(const PatientId &patient) const
{
    QList<flows::UnlinkedContext> out;
    for (const auto &file : m_files)
        if (file.patient.id == patient)
            for (const auto &context : file.contexts)
                if (!m_oracle.isLinked(context.value()))
                    out << flows::UnlinkedContext{context, HiType::Prescription, QDate(2026, 2, 11)};
    return out;
}

void SimulatedLinking::carryOut(const QString &key, Flow &flow, const flows::Effect &effect)
{
    if (const auto *call = std::get_if<flows::SendCall>(&effect)) {
        m_oracle.answered(call->body[u"response"][u"requestId"].toString(), call->body);
        if (const auto link = call->body[u"link"].toObject(); !link.isEmpty())
            m_oracle.codeInForce(key, *UtcTime::parse(link[u"meta"][u"communicationExpiry"].toString()));
        if (!m_outbox.try_emplace(call->businessKey, Call{key, *call}).second)
            return;
        if (isLink(*call))
            m_oracle.answerSent(key);
        at(call->notBefore, [this, name = call->businessKey] { send(name); });
    } else if (const auto *order = std::get_if<flows::SendLinkCode>(&effect)) {
        const auto address = flow.state[u"abhaAddress"_s].toString();
        m_oracle.codeOrdered(key, address, m_now);
        m_codes[address] << m_now;
        sendCode(key, *order);
    } else if (const auto *conclude = std::get_if<flows::ConcludeCall>(&effect)) {
        if (const auto found = m_outbox.find(conclude->businessKey); found != m_outbox.end())
            found->second.concluded = true;
    } else if (const auto *body = std::get_if<flows::AnswerInBody>(&effect)) {
        answerInBody(key, *body);
    } else if (const auto *note = std::get_if<flows::NoteDiscovery>(&effect)) {
        m_asks[note->request.abhaAddress] << m_now;
        m_oracle.outcome(note->outcome == flows::DiscoveryOutcome::Found, !note->several.isEmpty());
    } else if (const auto *concern = std::get_if<flows::ConcernPatient>(&effect)) {
        flow.patient = concern->patient;
    } else if (const auto *context = std::get_if<flows::ContextLinked>(&effect)) {
        m_oracle.linked(key, context->careContext.value());
    } else if (const auto *proved = std::get_if<flows::KeepProvedAbha>(&effect)) {
        for (auto &file : m_files)
            if (file.patient.id == proved->patient && !file.proved) {
                file.patient.abhaAddress = *AbhaAddress::parse(proved->abhaAddress);
                file.proved = true;
            }
    } else if (const auto *wake = std::get_if<flows::WakeAt>(&effect)) {
        flow.wakeAt = wake->at;
    } else if (std::holds_alternative<flows::Finish>(effect)) {
        flow.finished = true;
        flow.wakeAt = {};
    }
}

/// The courier: taken, refused, not reached, or taken while a restart loses the word of it and it is sent once more.
void SimulatedLinking::send(const QString &businessKey)
{
    auto &call = m_outbox.at(businessKey);
    if (call.concluded)
        return;
    if (m_now > call.call.deadline) {
        if (isLink(call.call))
            m_oracle.refused(call.flow);
        return step(call.flow, flows::CallRefused{businessKey, u"DEADLINE"_s});
    }
    const auto luck = m_random() % 20;
    if (luck == 0)
        return after(1s + upTo(3s), [this, businessKey] { send(businessKey); });
    const auto code = call.taken ? duplicateOf(call.call.operation) : luck == 1 ? u"ABDM-9999"_s : QString();
    if (code.isEmpty()) {
        call.taken = true;
        if (isLink(call.call))
            m_oracle.taken(call.flow);
        heard(call.call.operation, call.call.body);
    }
    after(upTo(2s), [this, businessKey, code, epoch = m_epoch] {
        if (epoch != m_epoch)
            return after(5s, [this, businessKey] { send(businessKey); });
        const auto &sent = m_outbox.at(businessKey);
        if (!sent.taken && isLink(sent.call))
            m_oracle.refused(sent.flow);
        if (code.isEmpty())
            step(sent.flow, flows::CallAccepted{businessKey, {}});
        else
            step(sent.flow, flows::CallRefused{businessKey, code});
    });
}

/// The digits exist here until the word is out. A restart loses the word, not the message that left.
void SimulatedLinking::sendCode(const QString &key, const flows::SendLinkCode &order)
{
    const bool providerRefuses = chance(5);
    after(upTo(3s), [this, key, order, providerRefuses, epoch = m_epoch] {
        if (epoch != m_epoch)
            return; // a code is not sent twice
        const auto digits = flows::drawLinkCode(m_bytes);
        const auto mark = flows::markOf(digits, key, m_bytes);
        if (!providerRefuses)
            m_messages[key] << digits.reveal();
        after(chance(5) ? upTo(20s) : upTo(1s), [this, key, order, providerRefuses, mark, digits, epoch] {
            if (epoch != m_epoch)
                return;
            if (providerRefuses)
                return step(key, flows::Decided{flow_event::codeNotSent.toString(), u"SMS-REFUSED"_s, u"system"_s, {}});
            m_oracle.codeLeft(key, digits.reveal());
            step(key,
                flows::Decided{flow_event::codeSent.toString(), {}, u"system"_s,
                    {{u"businessKey"_s, order.businessKey}, {u"salt"_s, QString::fromLatin1(mark.salt.toBase64())},
                        {u"digest"_s, QString::fromLatin1(mark.digest.toBase64())}, {u"hint"_s, u"******0001"_s}}});
        });
    });
}

void SimulatedLinking::answerInBody(const QString &key, const flows::AnswerInBody &answer)
{
    m_oracle.answered(answer.request.value(), answer.body);
    if (chance(20))
        return; // nobody waits any more
    at(answer.notBefore, [this, answer] { heard(abdm::operation::onDiscover.toString(), answer.body); });
    step(key,
        flows::Decided{
            flow_event::answeredInBody.toString(), {}, u"system"_s, {{u"request"_s, answer.request.value()}}});
}

void SimulatedLinking::restart()
{
    ++m_epoch;
    ++m_oracle.restarts;
}

}
