#include "release_world.h"

#include "flow_driver.h"

namespace nadi::test
{
namespace
{

constexpr std::array facilities{"IN0710000123", "IN0710000124"};
constexpr std::array people{"asha.verma1990@sbx", "other.person@sbx"};
constexpr std::array purposes{"CAREMGT", "PATRQT", "PATRQT", "BTG", "HQUALITY"};
constexpr std::array types{"Prescription", "OPConsultation", "DiagnosticReport", "Radiology"};
constexpr int consentIds = 3;

QString word(const char *text)
{
    return QString::fromLatin1(text);
}

ConsentId consentId(int number)
{
    return ConsentId(u"consent-%1"_s.arg(number));
}

}

ReleaseWorld::ReleaseWorld(quint64 seed)
    : m_random(seed)
    , m_now(noon)
{
    for (int i = 0; i < 4; ++i)
        signRecord();
}

void ReleaseWorld::live(int events)
{
    while (events-- > 0) {
        const int what = pick(100);
        if (what < 14)
            grant();
        else if (what < 19)
            endConsent();
        else if (what < 31)
            ask();
        else if (what < 62)
            answerCall();
        else if (what < 86)
            runPage();
        else if (what < 89)
            signRecord();
        else
            moveClock();
        if (chance(60)) // timers may be late
            wake();
    }
}

UtcTime ReleaseWorld::daysFrom(int first, int last)
{
    return noon + (first + pick(last - first + 1)) * std::chrono::milliseconds(24h);
}

void ReleaseWorld::signRecord()
{
    const auto context = u"RX-%1"_s.arg(m_records.size());
    const auto type = hiTypeFromWire(word(types[size_t(pick(3))])).value();
    const ConsentOracle::Record record{
        type, daysFrom(-6, 0), word(people[chance(80) ? 0 : 1]), FacilityId(word(facilities[chance(85) ? 0 : 1]))};
    m_records[context] = record;
    m_oracle.signedRecord(CareContextRef(context), record);
}

/// Mostly good, and good in different ways, so that a second one with the same id is narrower here and wider there.
ConsentArtefact ReleaseWorld::anArtefact(const ConsentId &id)
{
    ConsentArtefact artefact;
    artefact.id = id;
    artefact.status = ConsentStatus::Granted;
    artefact.hip = FacilityId(word(facilities[chance(94) ? 0 : 1]));
    artefact.patientAddress = word(people[chance(92) ? 0 : 1]);
    for (const auto &[context, record] : m_records)
        if (record.facility == artefact.hip && record.patient == artefact.patientAddress ? chance(80) : chance(3))
            artefact.careContexts << CareContextRef(context);
    for (const auto *type : types)
        if (chance(75))
            artefact.hiTypes << word(type);
    artefact.purposeCode = word(purposes[chance(95) ? size_t(pick(4)) : 4]);
    artefact.from = daysFrom(-9, chance(70) ? -7 : 1);
    artefact.to = daysFrom(chance(80) ? 1 : -7, 3);
    artefact.dataEraseAt = chance(95) ? noon + (pick(60) - 2) * std::chrono::milliseconds(6h) : UtcTime();
    artefact.frequencyUnit = u"HOUR"_s;
    artefact.frequencyValue = chance(70) ? 0 : pick(3);
    artefact.createdAt = m_now;
    return artefact;
}

void ReleaseWorld::grant()
{
    const auto id = consentId(pick(consentIds));
    abdm::ConsentNotify notify{id, ConsentStatus::Granted, std::nullopt};
    const auto stored = m_artefacts.find(id.value());
    if (stored != m_artefacts.end() && chance(40))
        notify.artefact = stored->second; // the same once more
    else if (chance(97))
        notify.artefact = anArtefact(id);
    const FacilityId at(notify.artefact && chance(95) ? notify.artefact->hip.value() : word(facilities[0]));
    deliver(flow_kind::consent.toString(), id.value(), at, flows::consentStart(id), abdm::CallbackKind::ConsentNotify,
        notify);
}

void ReleaseWorld::endConsent()
{
    const auto id = consentId(pick(consentIds));
    const abdm::ConsentNotify notify{id, chance(70) ? ConsentStatus::Revoked : ConsentStatus::Expired, std::nullopt};
    deliver(flow_kind::consent.toString(), id.value(), FacilityId(word(facilities[0])), flows::consentStart(id),
        abdm::CallbackKind::ConsentNotify, notify);
}

void ReleaseWorld::ask()
{
    abdm::HealthInformationRequest request;
    const bool replay = m_transactions > 0 && chance(15);
    request.transaction = TransactionId(u"t-%1"_s.arg(replay ? pick(m_transactions) : m_transactions++));
    request.consent = consentId(pick(consentIds + (chance(5) ? 1 : 0)));
    request.from = daysFrom(-7, chance(70) ? -6 : 1);
    request.to = daysFrom(chance(80) ? 0 : -5, 1);
    if (const auto known = m_artefacts.find(request.consent.value()); known != m_artefacts.end() && chance(60)) {
        request.from = known->second.from; // as the requester who was told what was granted
        request.to = known->second.to;
    }
    request.dataPushUrl = chance(97) ? u"https://phr.example.in/push/1"_s : u"http://phr.example.in/push/1"_s;
    request.keyValue = "BB6C55RT8bAiwNrWAybZ";
    request.nonce = "e2+rSoAa6pqXuAXj";
    request.keyExpiry = m_now + 24h;
    request.curve = u"Curve25519"_s;
    deliver(flow_kind::transfer.toString(), request.transaction.value(),
        FacilityId(word(facilities[chance(92) ? 0 : 1])),
        flows::transferStart(request, RequestId(u"callback-%1"_s.arg(m_transactions))),
        abdm::CallbackKind::HealthInformationRequest, request);
}

/// The runner's part: a callback at another facility than the conversation's is kept away from it (S-C11).
void ReleaseWorld::deliver(const QString &kind, const QString &key, const FacilityId &facility,
    const QJsonObject &first, abdm::CallbackKind callback, const abdm::Callback &body)
{
    const auto name = kind + u':' + key;
    const auto flow = m_flows.try_emplace(name, Flow{kind, facility, first, {}}).first;
    if (flow->second.facility != facility)
        return;
    if (const auto *notify = std::get_if<abdm::ConsentNotify>(&body))
        m_oracle.told(*notify);
    if (const auto *request = std::get_if<abdm::HealthInformationRequest>(&body))
        m_oracle.asked(request->transaction, {request->consent, facility, request->from, request->to});
    const int copies = chance(85) ? 1 : 2;
    for (int copy = 0; copy < copies; ++copy)
        step(name, flows::CallbackArrived{callback, body, RequestId(name), {}});
}

void ReleaseWorld::answerCall()
{
    if (m_calls.empty())
        return;
    const auto at = m_calls.begin() + pick(int(m_calls.size()));
    const auto call = *at;
    if (chance(90)) // else the answer comes twice, or a second time much later
        m_calls.erase(at);
    const int fate = pick(100);
    m_skewTold = m_skewTold || fate < 97;
    if (fate < 90) {
        if (!call.acknowledges.isEmpty())
            m_oracle.acknowledged(call.acknowledges);
        step(call.flow, flows::CallAccepted{call.key, {}});
    } else if (fate < 97) {
        step(call.flow, flows::CallRefused{call.key, fate < 93 ? u"ABDM-1112"_s : u"TIMEOUT"_s});
    }
}

/// The executor's part: asks when the bytes are ready, counts, sends; sometimes dies before it says so.
void ReleaseWorld::runPage()
{
    if (m_pages.empty())
        return;
    const auto index = pick(int(m_pages.size()));
    const auto page = m_pages[size_t(index)];
    flows::Needs needs;
    needs.consent = page.push.consent;
    needs.transaction = page.push.transaction;
    needs.careContexts = {page.push.careContext};
    m_skewTold = m_skewTold || chance(90); // a session was fetched for it
    const auto refusal = flows::refusalOfPage(page.push, factsFor(m_flows[page.flow], needs));
    if (refusal.isEmpty()) {
        ++pagesOut;
        m_served[page.push.consent.value()].try_emplace(page.push.transaction.value(), m_now);
        if (const auto wrong = m_oracle.left(page.push.transaction, page.push.careContext, m_now - m_skew);
            !wrong.isEmpty())
            violations << wrong + u": "_s + page.push.careContext.value();
        if (chance(10)) { // died: the page is sent again
            m_skewTold = false;
            return;
        }
    } else {
        ++pagesStopped;
    }
    m_pages.erase(m_pages.begin() + index);
    step(page.flow,
        flows::Decided{refusal.isEmpty() ? u"push-done"_s : u"push-failed"_s, refusal, u"system"_s,
            {{u"businessKey"_s, page.push.businessKey}}});
}

void ReleaseWorld::moveClock()
{
    const int how = pick(10);
    if (how < 4)
        m_now = m_now + pick(90) * std::chrono::milliseconds(1s);
    else if (how < 7)
        m_now = m_now + pick(40) * std::chrono::milliseconds(1min);
    else if (how < 9)
        m_now = m_now + pick(20) * std::chrono::milliseconds(1h);
    else { // somebody turned it back
        const auto turned = pick(120) * std::chrono::milliseconds(1min);
        m_now = m_now - turned;
        m_skew -= turned;
    }
}

void ReleaseWorld::wake()
{
    QStringList due;
    for (const auto &[name, flow] : m_flows)
        if (flow.wakeAt.isSet() && flow.wakeAt <= m_now)
            due << name;
    for (const auto &name : due)
        step(name, flows::Woken{});
}

void ReleaseWorld::step(const QString &name, const flows::Event &event)
{
    auto &flow = m_flows[name];
    const auto next
        = flows::stepFunction(flow.kind)(flow.state, event, factsFor(flow, flows::needs(flow.kind, flow.state, event)));
    if (!next) {
        violations << next.error().code;
        return;
    }
    flow.state = next->state;
    for (const auto &effect : next->effects)
        carryOut(name, effect);
}

void ReleaseWorld::carryOut(const QString &name, const flows::Effect &effect)
{
    auto &flow = m_flows[name];
    if (const auto *save = std::get_if<flows::SaveConsent>(&effect)) {
        auto &stored = m_artefacts.try_emplace(save->artefact.id.value(), save->artefact).first->second;
        if (stored.status == ConsentStatus::Granted)
            stored = save->artefact;
    } else if (const auto *end = std::get_if<flows::EndConsent>(&effect)) {
        ConsentArtefact stub;
        stub.id = end->consent;
        stub.status = end->status;
        m_artefacts[end->consent.value()] = stub;
    } else if (const auto *call = std::get_if<flows::SendCall>(&effect)) {
        const bool saysOk = call->body.contains("acknowledgement"_L1);
        const auto phase = flow.state.value("phase"_L1).toString();
        m_calls.push_back({name, call->businessKey,
            saysOk && phase == "granted"_L1 ? ConsentId(flow.state.value("consent"_L1).toString()) : ConsentId()});
        refusals += flow.kind == flow_kind::transfer && call->body.contains("error"_L1);
    } else if (const auto *push = std::get_if<flows::PushRecord>(&effect)) {
        m_pages.push_back({name, *push});
    } else if (const auto *wakeAt = std::get_if<flows::WakeAt>(&effect)) {
        flow.wakeAt = wakeAt->at;
    } else if (std::holds_alternative<flows::Finish>(effect)) {
        flow.wakeAt = {};
    }
}

int ReleaseWorld::served(const ConsentId &consent, const TransactionId &except) const
{
    const auto found = m_served.find(consent.value());
    if (found == m_served.end())
        return 0;
    return int(std::count_if(found->second.begin(), found->second.end(), [&](const auto &one) {
        return one.first != except.value() && one.second >= m_now - std::chrono::milliseconds(1h);
    }));
}

flows::Facts ReleaseWorld::factsFor(const Flow &flow, const flows::Needs &needs) const
{
    flows::Facts facts;
    facts.now = m_now;
    if (m_skewTold)
        facts.skew = m_skew;
    facts.facility = clinic();
    facts.facility.id = flow.facility;
    if (const auto stored = m_artefacts.find(needs.consent.value()); stored != m_artefacts.end())
        facts.consent = stored->second;
    facts.servedBefore = served(needs.consent, needs.transaction);
    const auto talk = m_flows.find(flow_kind::consent.toString() + u':' + needs.consent.value());
    facts.consentAccepted = talk != m_flows.end() && flows::acknowledgementAccepted(talk->second.state);
    auto contexts = needs.careContexts;
    if (contexts.isEmpty() && facts.consent)
        contexts = facts.consent->careContexts;
    for (const auto &context : contexts)
        if (const auto record = m_records.find(context.value());
            record != m_records.end() && record->second.facility == flow.facility)
            facts.held << flows::Facts::HeldRecord{
                context, record->second.type, record->second.date, record->second.patient};
    return facts;
}

}
