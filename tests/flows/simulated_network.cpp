#include "simulated_network.h"

#include "abdm/endpoint.h"
#include "flow_driver.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace nadi::test
{

using abdm::CallbackKind;

void SimulatedNetwork::enrol(const AbhaAddress &address, const QString &name)
{
    m_names[address.value()] = name;
}

SimulatedNetwork::Answer SimulatedNetwork::call(const Call &call, UtcTime now)
{
    if ((now >= m_faults.downFrom && now < m_faults.downUntil) || chance(m_faults.down))
        return {Outcome::Down, {}, {}};
    const bool unseen = chance(m_faults.unseen);
    auto answer = act(call, now);
    if (unseen)
        answer.outcome = Outcome::Unseen;
    else if (m_faults.crash > 0 && chance(m_faults.crash))
        answer.outcome = Outcome::Crash;
    return answer;
}

SimulatedNetwork::Answer SimulatedNetwork::act(const Call &call, UtcTime now)
{
    namespace operation = abdm::operation;
    if (call.operation == operation::bridgeUrl)
        return {};
    if (call.operation == operation::bridgeServices)
        return services();
    if (call.operation == operation::registerServices) {
        m_listed.insert(call.hip.value());
        return {Outcome::Accepted, {}, "[{\"servicesLinked\":{\"id\":\"" + call.hip.value().toUtf8() + "\"}}]"};
    }
    if (call.operation == operation::generateToken)
        return generateToken(call, now);
    if (call.operation == operation::linkCareContext)
        return link(call, now);
    if (call.operation == operation::contextNotify)
        return contextNotify(call, now);
    if (call.operation == operation::smsNotify) {
        ++effectsByKey[call.businessKeys.first()];
        invited.insert(call.body["notification"_L1]["phoneNo"_L1].toString());
        reply(call, CallbackKind::OnSmsNotify, abdm::OnNotify{true, {}, {}}, now);
        return {};
    }
    if (call.operation == operation::consentOnNotify)
        return acknowledgeConsent(call, now);
    if (call.operation == operation::healthInformationOnRequest) {
        const auto transaction = call.body["hiRequest"_L1]["transactionId"_L1].toString();
        m_transactions[transaction].acknowledged = !call.body.contains("error"_L1);
        return {};
    }
    if (call.operation == operation::healthInformationNotify) {
        const auto status = call.body["notification"_L1]["statusNotification"_L1];
        for (const auto &response : status["statusResponses"_L1].toArray())
            if (response["hiStatus"_L1].toString() == "DELIVERED"_L1)
                notified.insert(response["careContextReference"_L1].toString());
        return {};
    }
    return {Outcome::Refused, u"HTTP-404"_s, {}};
}

SimulatedNetwork::Answer SimulatedNetwork::services() const
{
    QJsonArray list;
    for (const auto &id : m_listed)
        list << QJsonObject{{u"id"_s, id}, {u"types"_s, QJsonArray{u"HIP"_s}}, {u"active"_s, true}};
    const QJsonObject bridge{{u"id"_s, u"SBXID_000001"_s}, {u"url"_s, u"https://bridge.example.in"_s}};
    return {Outcome::Accepted, {}, QJsonDocument(QJsonObject{{u"bridge"_s, bridge}, {u"services"_s, list}}).toJson()};
}

SimulatedNetwork::Answer SimulatedNetwork::generateToken(const Call &call, UtcTime now)
{
    const auto address = call.body["abhaAddress"_L1].toString();
    abdm::OnGenerateToken body{address, {}, {}, {}};
    auto &asked = tokensByAddress[address];
    if (now < m_blockedUntil.value(address)) {
        ++tokensDuringBlock;
        body.error = abdm::CallbackError{u"ABDM-1027"_s, {}};
    } else if (std::count_if(asked.begin(), asked.end(), [&](auto at) { return now - at < 24h; }) >= 3) {
        m_blockedUntil[address] = now + 24h;
        body.error = abdm::CallbackError{u"ABDM-1027"_s, {}};
    } else if (m_names.value(address) != call.body["name"_L1].toString()) {
        body.error = abdm::CallbackError{u"ABDM-1207"_s, {}};
    } else {
        body.linkToken = linkTokenJwt(now + 182 * 24h);
    }
    asked << now;
    ++effectsByKey[call.businessKeys.first()];
    reply(call, CallbackKind::OnGenerateToken, body, now);
    return {};
}

QString SimulatedNetwork::linkRefusal(const QStringList &contexts) const
{
    const auto is = [](const QSet<QString> &set) { return [&set](const QString &c) { return set.contains(c); }; };
    if (std::any_of(contexts.begin(), contexts.end(), is(m_disliked)))
        return u"ABDM-1057"_s;
    const auto known = std::count_if(contexts.begin(), contexts.end(), is(linked));
    return known == contexts.size() || (m_strict && known > 0) ? u"ABDM-1056"_s : QString();
}

SimulatedNetwork::Answer SimulatedNetwork::link(const Call &call, UtcTime now)
{
    if (!call.withLinkToken)
        return {Outcome::Refused, u"ABDM-1026"_s, {}};
    ++linkCalls;
    const auto address = call.body["abhaAddress"_L1].toString();
    QStringList contexts;
    QString type;
    for (const auto &element : call.body["patient"_L1].toArray()) {
        const auto listed = element["careContexts"_L1].toArray();
        if (listed.isEmpty() || listed.size() > 20)
            return {Outcome::Refused, u"ABDM-1006"_s, {}};
        if (element["count"_L1].toInt() != listed.size())
            return {Outcome::Refused, u"ABDM-1037"_s, {}};
        type = element["hiType"_L1].toString();
        for (const auto &context : listed)
            contexts << context["referenceNumber"_L1].toString();
    }
    mostTogether = std::max(mostTogether, int(contexts.size()));
    abdm::OnLinkCareContext body{address, u"Successfully Linked care context"_s, {}, {}};
    if (const auto code = linkRefusal(contexts); !code.isEmpty()) {
        body.status = u"Failed"_s;
        body.error = abdm::CallbackError{code, {}};
        contexts.clear();
    }
    for (const auto &context : std::as_const(contexts)) {
        if (linked.contains(context))
            continue;
        linked.insert(context);
        m_linkedAt[context] = now;
        ++linksByContext[context];
        consentAfterLink(call, address, context, type, now);
    }
    reply(call, CallbackKind::OnLinkCareContext, body, now);
    return {};
}

SimulatedNetwork::Answer SimulatedNetwork::contextNotify(const Call &call, UtcTime now)
{
    const auto context = call.body["notification"_L1]["careContext"_L1]["careContextReference"_L1].toString();
    abdm::OnNotify body{true, {}, {}};
    if (!linked.contains(context) || now - m_linkedAt[context] < 5s) {
        body.acknowledged = false;
        body.error = abdm::CallbackError{u"ABDM-1006"_s, {}};
    }
    reply(call, CallbackKind::OnContextNotify, body, now);
    return {};
}

void SimulatedNetwork::consentAfterLink(
    const Call &call, const QString &address, const QString &context, const QString &hiType, UtcTime now)
{
    ConsentArtefact artefact;
    artefact.id = ConsentId(u"consent-"_s + context);
    artefact.status = ConsentStatus::Granted;
    artefact.hip = call.hip;
    artefact.patientAddress = address;
    artefact.careContexts = {CareContextRef(context)};
    artefact.hiTypes = {hiType};
    artefact.purposeCode = u"PATRQT"_s;
    artefact.from = now - 7 * 24h;
    artefact.to = now;
    artefact.dataEraseAt = now + 100 * 365 * 24h;
    const auto id = artefact.id.value();
    auto &consent = m_consents[id];
    consent.notify = {artefact.id, ConsentStatus::Granted, artefact};
    consent.hip = call.hip;
    consent.request = RequestId(u"consent-notify-%1"_s.arg(++m_serial));
    const auto at = now + 3s;
    post(CallbackKind::ConsentNotify, consent.notify, consent.request, at, m_faults.lateRequest);
    if (m_forged || chance(m_faults.overtaking))
        askForData(id, at);
}

SimulatedNetwork::Answer SimulatedNetwork::acknowledgeConsent(const Call &call, UtcTime now)
{
    if (m_forged)
        return {Outcome::Refused, u"ABDM-2500"_s, {}};
    const auto request = call.body["response"_L1]["requestId"_L1].toString();
    for (auto consent = m_consents.begin(); consent != m_consents.end(); ++consent)
        if (consent->request.value() == request && !call.body.contains("error"_L1)) {
            consent->accepted = true;
            if (consent->asks == 0)
                askForData(consent.key(), now + 7s);
        }
    return {};
}

void SimulatedNetwork::askForData(const QString &id, UtcTime at)
{
    auto &consent = m_consents[id];
    ++consent.asks;
    const auto &artefact = *consent.notify.artefact;
    abdm::HealthInformationRequest wanted;
    wanted.transaction = TransactionId(u"transaction-%1"_s.arg(++m_serial));
    wanted.consent = artefact.id;
    wanted.from = artefact.from;
    wanted.to = artefact.to;
    wanted.dataPushUrl = u"https://phr.example.in/push"_s;
    wanted.keyValue = "key";
    wanted.nonce = "nonce";
    wanted.curve = u"Curve25519"_s;
    m_transactions[wanted.transaction.value()] = {id, false};
    post(CallbackKind::HealthInformationRequest, wanted, RequestId(u"data-request-%1"_s.arg(m_serial)), at,
        m_faults.lateRequest);
}

bool SimulatedNetwork::push(const TransactionId &transaction, const CareContextRef &context, UtcTime now)
{
    const auto &asked = m_transactions[transaction.value()];
    const auto &consent = m_consents[asked.consent];
    const auto &artefact = consent.notify.artefact;
    const bool covered = consent.accepted && asked.acknowledged && consent.status == ConsentStatus::Granted && artefact
        && now < artefact->dataEraseAt && artefact->careContexts.contains(context);
    if (!covered)
        ++pagesWithoutConsent;
    received.insert(context.value());
    return true;
}

void SimulatedNetwork::reply(const Call &call, CallbackKind kind, abdm::Callback body, UtcTime now)
{
    // An SMS whose acknowledgement is lost is for a person (nobody sends it twice), so it would not end as undisturbed.
    if (kind != CallbackKind::OnSmsNotify && chance(m_faults.lost)) {
        ++repliesLost;
        return;
    }
    std::visit(
        [&](auto &answer) {
            if constexpr (requires { answer.inReplyTo; })
                answer.inReplyTo = call.request;
        },
        body);
    post(kind, body, RequestId(u"reply-%1"_s.arg(++m_serial)), now + 1s, m_faults.late);
}

void SimulatedNetwork::post(
    CallbackKind kind, const abdm::Callback &body, const RequestId &request, UtcTime at, std::chrono::milliseconds late)
{
    const int copies = 1 + int(m_random() % quint64(m_faults.copies));
    for (int copy = 0; copy < copies; ++copy)
        m_deliver(at + upTo(late), kind, body, request);
}

}
