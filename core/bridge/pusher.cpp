#include "bridge/pusher.h"

#include "abdm/once_body.h"
#include "bridge/call_payload.h"
#include "bridge/push_document.h"
#include "bridge/push_page.h"
#include "common/log.h"
#include "common/utc_time.h"
#include "flows/gatekeeper.h"
#include "storage/consent_repository.h"
#include "storage/flow_repository.h"

#include <QFutureWatcher>
#include <QNetworkReply>
#include <QSslConfiguration>

namespace nadi::bridge
{

using namespace Qt::StringLiterals;

namespace
{

using namespace std::chrono_literals;

constexpr auto pushTime = 4min; // below the courier's grace for lost leases
constexpr qsizetype mostAnswerBytes = 64 * 1024;

abdm::CallAnswer refusal(const QString &code, int status = 0)
{
    abdm::CallAnswer answer;
    answer.outcome = abdm::CallOutcome::Refused;
    answer.refusal.code = code;
    answer.refusal.httpStatus = status;
    return answer;
}

}

struct Pusher::Flight
{
    storage::OutboxMessage page;
    flows::PushRecord push;
    PushDocument document;
    QUrl url;
    QHostAddress address;
};

Pusher::Pusher(Parts parts)
    : m(std::move(parts))
{
}

Pusher::~Pusher() = default;

Done Pusher::open()
{
    auto db = storage::Connection::open(m.database, m.sealer);
    if (!db)
        return failed(db);
    m_db = std::move(*db);
    m_gateway = std::make_unique<abdm::Gateway>(m.gateway, m.clock, m.ids);
    m_network = std::make_unique<QNetworkAccessManager>();
    m_network->setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    return {};
}

void Pusher::push(const storage::OutboxMessage &page)
{
    const auto flight = std::make_shared<Flight>();
    flight->page = page;
    flight->push = pushOf(page.payload);
    const auto url = checkPushUrl(flight->push.dataPushUrl, m.addresses);
    if (!url)
        return refuse(flight, url.error());
    flight->url = *url;
    if (m_db->isLost()) {
        auto again = storage::Connection::open(m.database, m.sealer);
        if (!again)
            return refuse(flight, again.error());
        m_db = std::move(*again);
    }
    if (const auto allowed = mayLeave(*flight); !allowed)
        return refuse(flight, allowed.error());
    resolve(flight);
}

void Pusher::resolve(const FlightPtr &flight)
{
    QHostInfo::lookupHost(flight->url.host(), this, [this, flight](const QHostInfo &info) {
        const auto address = pinAddress(flight->url, info.addresses(), m.addresses);
        if (!address)
            return refuse(flight, address.error());
        flight->address = *address;
        askSession(flight);
    });
}

/// A session that is fetched for this push: the requester can read it, so it must not be the one we call the gateway
/// with (S-X5). Only now, when the address has passed.
void Pusher::askSession(const FlightPtr &flight)
{
    auto *watcher = new QFutureWatcher<Result<Secret>>(this);
    connect(watcher, &QFutureWatcher<Result<Secret>>::finished, this, [this, watcher, flight] {
        watcher->deleteLater();
        const auto session = watcher->future().resultCount() > 0
            ? watcher->result()
            : Result<Secret>(fail(ErrorKind::Unavailable, u"GW-SESSION"_s));
        if (!session) {
            auto answer = refusal(session.error().code);
            answer.outcome = abdm::CallOutcome::NotSent;
            return end(flight, std::move(answer));
        }
        send(flight, *session);
    });
    watcher->setFuture(m_gateway->sessionForPush());
}

/// The gatekeeper once more, with what the database says now (S-N4).
Done Pusher::mayLeave(const Flight &flight)
{
    storage::Transaction snapshot(*m_db);
    if (!snapshot.begun())
        return snapshot.begun();
    const auto flow = storage::FlowRepository(*m_db).flow(flight.page.flow);
    if (!flow)
        return failed(flow);
    flows::Needs needs;
    needs.consent = flight.push.consent;
    needs.transaction = flight.push.transaction;
    needs.careContexts = {flight.push.careContext};
    const auto facts = loadFacts(*m_db, m.ids, {}, *flow, needs, m.clock.now(), 0.5);
    if (!facts)
        return failed(facts);
    if (const auto refusal = flows::refusalOfPage(flight.push, *facts); !refusal.isEmpty())
        return fail(ErrorKind::Refused, refusal);
    // Counted before the first byte leaves: a crash must not give a request away for nothing. Once per transaction.
    if (const auto counted
        = storage::ConsentRepository(*m_db).countServed(flight.push.consent, flight.push.transaction, m.clock.now());
        !counted)
        return counted;
    return snapshot.commit();
}

void Pusher::send(const FlightPtr &flight, const Secret &session)
{
    const auto document = buildDocument(*m_db, flight->page.facility, flight->push.record);
    if (!document)
        return refuse(flight, document.error());
    flight->document.patient = document->patient;
    auto body = encryptedPage(flight->push, document->json, m.keyForm, m.random, m.clock.now());
    if (!body)
        return refuse(flight, body.error());
    if (const auto allowed = mayLeave(*flight); !allowed)
        return refuse(flight, allowed.error());

    QUrl pinned = flight->url;
    pinned.setHost(flight->address.toString());
    QNetworkRequest request(pinned);
    // Certificate and Host stay those of the name; only the address is ours.
    request.setPeerVerifyName(flight->url.host());
    request.setRawHeader("Host", flight->url.authority(QUrl::FullyEncoded).toLatin1());
    request.setRawHeader("Content-Type", "application/json");
    request.setRawHeader("Authorization", "Bearer " + session.reveal());
    request.setRawHeader("REQUEST-ID", m.ids.uuid().toLatin1());
    request.setRawHeader("TIMESTAMP", m.clock.now().toIso().toLatin1());
    request.setRawHeader("X-CM-ID", m.gateway.cmId.toLatin1());
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setTransferTimeout(int(std::chrono::milliseconds(pushTime).count()));
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setProtocol(QSsl::TlsV1_2OrLater);
    if (!m.gateway.caPem.isEmpty())
        tls.addCaCertificates(QSslCertificate::fromData(m.gateway.caPem));
    request.setSslConfiguration(tls);

    // Sent again, a page has new keys and its own REQUEST-ID: the network stack must not repeat this one.
    request.setHeader(QNetworkRequest::ContentLengthHeader, body->size());
    request.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
    auto *once = new abdm::OnceBody(*body, this);
    auto *reply = m_network->post(request, once);
    once->setParent(reply);
    connect(reply, &QNetworkReply::readyRead, reply, [reply] {
        if (reply->bytesAvailable() > mostAnswerBytes)
            reply->abort();
    });
    connect(reply, &QNetworkReply::finished, this, [this, flight, reply] { answered(flight, reply); });
}

void Pusher::answered(const FlightPtr &flight, QNetworkReply *reply)
{
    reply->deleteLater();
    const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    abdm::CallAnswer answer;
    if (status / 100 == 2) { // 202 by the contract, 200 in the field
        answer.outcome = abdm::CallOutcome::Accepted;
    } else if (status != 0) {
        answer = refusal(u"PUSH-HTTP-"_s + QString::number(status), status);
    } else {
        // A page that may have arrived is sent again under new keys; the requester sees the same document.
        const auto error = reply->error();
        const bool connected = error != QNetworkReply::ConnectionRefusedError
            && error != QNetworkReply::HostNotFoundError && error != QNetworkReply::SslHandshakeFailedError;
        answer.outcome = connected ? abdm::CallOutcome::Unknown : abdm::CallOutcome::NotSent;
        answer.refusal.code = u"PUSH-CONNECT"_s;
    }
    end(flight, std::move(answer));
}

void Pusher::refuse(const FlightPtr &flight, const Error &error)
{
    qCWarning(lcBridge) << "page not pushed:" << error.code << error.detail;
    auto answer = refusal(error.code);
    const bool later
        = error.kind == ErrorKind::Storage || error.kind == ErrorKind::Unavailable || error.code == u"DB-BUSY";
    if (later)
        answer.outcome = abdm::CallOutcome::NotSent;
    end(flight, std::move(answer));
}

void Pusher::end(const FlightPtr &flight, abdm::CallAnswer answer)
{
    Q_EMIT done(flight->page, {std::move(answer), flight->document.patient});
}

}
