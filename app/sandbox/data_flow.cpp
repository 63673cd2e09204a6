#include "sandbox/data_flow.h"

#include "common/log.h"
#include "sandbox/odd_request.h"
#include "sandbox/opening.h"

#include <QTimer>

#include <algorithm>

namespace nadi::sandbox
{
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{
constexpr std::chrono::milliseconds transferWithin = 20min; // 7.3
constexpr auto keyLife = 24h;

QString word(TransferState state)
{
    switch (state) {
    case TransferState::Requested:
        return u"requested"_s;
    case TransferState::Acknowledged:
        return u"acknowledged"_s;
    case TransferState::Refused:
        return u"refused"_s;
    case TransferState::Receiving:
        return u"receiving"_s;
    case TransferState::Received:
        return u"received"_s;
    case TransferState::Failed:
        return u"failed"_s;
    case TransferState::TimedOut:
        return u"timed out"_s;
    }
    return {};
}

QJsonObject withKey(const QString &text)
{
    const QJsonObject key{{u"dhPublicKey"_s, QJsonObject{{u"keyValue"_s, text}}}};
    return {{u"hiRequest"_s, QJsonObject{{u"keyMaterial"_s, key}}}};
}

bool lists(const Consent &consent, const QString &careContext)
{
    return std::any_of(
        consent.contexts.begin(), consent.contexts.end(), [&](const Link &l) { return l.careContext == careContext; });
}
}

DataFlow::DataFlow(Parts parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
{
}

QJsonObject DataFlow::requestBody(const Transfer &transfer, const Consent &consent) const
{
    const QJsonObject key{
        {u"expiry"_s, (m_parts.clock.now() + keyLife).toIso()},
        {u"parameters"_s, u"Curve25519/32byte random key"_s},
        {u"keyValue"_s, QString::fromLatin1(transfer.keys.publicKey().encode(crypto::KeyForm::Raw))},
    };
    const QJsonObject material{{u"cryptoAlg"_s, u"ECDH"_s}, {u"curve"_s, u"Curve25519"_s}, {u"dhPublicKey"_s, key},
        {u"nonce"_s, QString::fromLatin1(transfer.keys.nonce().toBase64())}};
    const QJsonObject hiRequest{
        {u"consent"_s, QJsonObject{{u"id"_s, consent.id}}},
        {u"dateRange"_s, QJsonObject{{u"from"_s, consent.from.toIso()}, {u"to"_s, consent.to.toIso()}}},
        {u"dataPushUrl"_s, m_pushBase + transfer.secret},
        {u"keyMaterial"_s, material},
    };
    return {{u"requestId"_s, u""_s}, {u"timestamp"_s, u""_s}, {u"transactionId"_s, transfer.id},
        {u"hiRequest"_s, hiRequest}};
}

QString DataFlow::request(const QString &consentId, std::chrono::milliseconds delay)
{
    return ask(consentId, {}, delay);
}

QString DataFlow::requestOddly(const QJsonObject &odd)
{
    return ask(odd[u"consent"].toString(), odd, std::chrono::milliseconds(0));
}

QString DataFlow::ask(const QString &consentId, const QJsonObject &odd, std::chrono::milliseconds delay)
{
    const auto *consent = m_parts.consents.find(consentId);
    if (!consent)
        return {};
    const auto earlier = m_transfers.value(odd[u"keysOf"].toString());
    auto keys = earlier ? Result<crypto::KeyPair>(earlier->keys) : crypto::KeyPair::generate(m_parts.random);
    if (!keys) {
        qCWarning(lcSandbox) << "no key pair:" << keys.error().code;
        return {};
    }
    auto transfer = std::make_shared<Transfer>(Transfer{m_parts.ids.uuid(), consentId, m_parts.ids.uuid(),
        std::move(*keys), TransferState::Requested, {}, {}, 0, false, false});
    m_transfers.insert(transfer->id, transfer);
    auto body = requestBody(*transfer, *consent);
    if (const auto form = odd[u"keyForm"].toString(); !form.isEmpty())
        body = merged(body, withKey(keyText(transfer->keys.publicKey(), form)));
    body = merged(body, odd[u"changes"].toObject());
    m_parts.callbacks.send(
        {u"/api/v3/hip/health-information/request"_s, odd[u"hip"].toString(consent->hip), body, transfer->id}, delay);
    QTimer::singleShot(delay + m_parts.tempo.rule(transferWithin), this, [transfer] {
        if (transfer->state != TransferState::Received && transfer->state != TransferState::Refused)
            transfer->state = TransferState::TimedOut;
    });
    return transfer->id;
}

Answer DataFlow::onRequest(const Call &call)
{
    const auto subject = m_parts.callbacks.subjectOf(call.body[u"response"][u"requestId"].toString());
    const auto transfer = m_transfers.value(subject.value_or(QString()));
    if (!transfer)
        return Answer::refused(400, "ABDM-1015", u"Invalid response id"_s);
    if (transfer->state != TransferState::Requested)
        return Answer::refused(400, "ABDM-1113", u"Duplicate data flow response"_s);
    m_parts.memory.effect(u"on-request:"_s + transfer->id);
    if (call.body[u"error"].isObject()) {
        transfer->state = TransferState::Refused;
        return Answer::accepted();
    }
    if (call.body[u"hiRequest"][u"transactionId"].toString() != transfer->id)
        return Answer::refused(400, "ABDM-1052", u"Invalid transaction id"_s);
    transfer->state = TransferState::Acknowledged;
    return Answer::accepted();
}

std::optional<Answer> DataFlow::pushFault(
    const Transfer &transfer, const Consent &consent, const QJsonObject &body) const
{
    const auto bad = [](const QString &why) { return Answer::refused(400, "ABDM-9999", why); };
    if (const auto wrong = m_parts.contract.bodyFault(m_parts.contract.dataPush(), body))
        return bad(*wrong);
    if (body[u"transactionId"].toString() != transfer.id)
        return Answer::refused(400, "ABDM-1017", u"Invalid transaction id"_s);
    if (consent.status != u"GRANTED"_s)
        return Answer::refused(400, "ABDM-1062", u"Consent is not granted"_s);
    if (m_peer == Peer::Lenient)
        return std::nullopt;
    if (transfer.state == TransferState::TimedOut)
        return bad(u"the time for this transfer is over"_s);
    if (const auto wrong = m_parts.contract.strictPushFault(body))
        return bad(*wrong);
    for (const auto &entry : body[u"entries"].toArray())
        if (!lists(consent, entry[u"careContextReference"].toString()))
            return Answer::refused(400, "ABDM-7727", u"Care context reference is outside the consent"_s);
    static constexpr qsizetype rawKeyText = 88; // 65 bytes as base64: a bare point (7.4)
    if (body[u"keyMaterial"][u"dhPublicKey"][u"keyValue"].toString().size() <= rawKeyText)
        return bad(u"encoded key spec not recognized"_s);
    return std::nullopt;
}

Answer DataFlow::push(const QString &secret, const QJsonObject &body, const QByteArray &token)
{
    const auto found
        = std::find_if(m_transfers.begin(), m_transfers.end(), [&](const auto &t) { return t->secret == secret; });
    if (found == m_transfers.end())
        return Answer::empty(404);
    auto &transfer = **found;
    const auto *consent = m_parts.consents.find(transfer.consent);
    if (const auto fault = pushFault(transfer, *consent, body))
        return *fault;
    transfer.pushTokenReused = transfer.pushTokenReused || m_gatewayTokens.contains(token);
    transfer.pushedEarly = transfer.pushedEarly || transfer.state == TransferState::Requested;
    const int page = body[u"pageNumber"].toInt();
    transfer.pageCount = body[u"pageCount"].toInt();
    // A page that came again is acknowledged and not opened twice.
    const bool again = transfer.pages.contains(page);
    m_parts.memory.effect((again ? u"page-again:%1|%2"_s : u"page:%1|%2"_s).arg(transfer.id).arg(page));
    if (again)
        return Answer::accepted();
    transfer.pages.insert(page);
    for (const auto &entry : body[u"entries"].toArray())
        open(transfer, *consent, entry.toObject(), body[u"keyMaterial"].toObject());
    transfer.state = transfer.pages.size() == transfer.pageCount ? TransferState::Received : TransferState::Receiving;
    return Answer::accepted();
}

void DataFlow::open(
    const Transfer &transfer, const Consent &consent, const QJsonObject &entry, const QJsonObject &material)
{
    auto opened = openEntry(entry, material, transfer.keys);
    ArrivedRecord record;
    record.id = m_parts.ids.uuid();
    record.address = consent.address;
    record.hip = consent.hip;
    record.careContext = entry[u"careContextReference"].toString();
    record.transaction = transfer.id;
    record.at = m_parts.clock.now();
    record.bundle = opened.bundle;
    record.fault = opened.fault;
    record.checksum = opened.checksum;
    const auto key = u"%1|%2|%3"_s.arg(record.hip, record.address, record.careContext);
    const bool again = m_parts.app.arrive(std::move(record));
    // A document that is announced again is fetched again.
    const auto what = !opened.fault.isEmpty() ? u"not-opened:"_s : again ? u"opened-again:"_s : u"opened:"_s;
    m_parts.memory.effect(what + key);
}

Answer DataFlow::notify(const Call &call)
{
    const auto notification = call.body[u"notification"];
    const auto transfer = m_transfers.value(notification[u"transactionId"].toString());
    if (!transfer)
        return Answer::refused(400, "ABDM-1017", u"Invalid transaction id"_s);
    if (notification[u"consentId"].toString() != transfer->consent)
        return Answer::refused(400, "ABDM-1080", u"Invalid consent artefact id"_s);
    const auto *consent = m_parts.consents.find(transfer->consent);
    const auto status = notification[u"statusNotification"];
    const bool sameFacility = notification[u"notifier"][u"id"].toString() == consent->hip
        && status[u"hipId"].toString() == consent->hip && (call.hip.isEmpty() || call.hip == consent->hip);
    if (!sameFacility || notification[u"notifier"][u"type"].toString() != u"HIP"_s)
        return Answer::refused(400, "ABDM-1035", u"Invalid HIP id"_s);
    for (const auto &response : status[u"statusResponses"].toArray())
        if (!lists(*consent, response[u"careContextReference"].toString()))
            return Answer::refused(400, "ABDM-1057", u"Invalid Care Contexts"_s);
    const auto said = status[u"sessionStatus"].toString();
    if (transfer->hipStatus != said)
        m_parts.memory.effect(u"notify:%1|%2"_s.arg(transfer->id, said));
    transfer->hipStatus = said;
    if (transfer->hipStatus == u"FAILED"_s)
        transfer->state = TransferState::Failed;
    return {202, QJsonObject{{u"status"_s, u"Notification is Accepted"_s}}, std::nullopt};
}

QJsonArray DataFlow::transfersOf(const QString &address) const
{
    QJsonArray out;
    for (const auto &transfer : m_transfers) {
        const auto *consent = m_parts.consents.find(transfer->consent);
        if (!consent || consent->address != address)
            continue;
        out.append(QJsonObject{{u"id"_s, transfer->id}, {u"consent"_s, transfer->consent}, {u"hip"_s, consent->hip},
            {u"state"_s, word(transfer->state)}, {u"hipStatus"_s, transfer->hipStatus},
            {u"pages"_s, transfer->pages.size()}, {u"pageCount"_s, transfer->pageCount},
            {u"pushTokenReused"_s, transfer->pushTokenReused}, {u"pushedEarly"_s, transfer->pushedEarly}});
    }
    return out;
}

}
