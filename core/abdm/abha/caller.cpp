#include "abdm/abha/caller.h"

#include "abdm/abha/answers.h"
#include "abdm/standard_headers.h"

#include <QJsonDocument>

namespace nadi::abdm::abha
{
namespace
{
constexpr std::chrono::hours keyLife{6}; // "hours" (section 2); one key has stood since 2023

Refusal noAnswer(const HttpAnswer &http)
{
    return http.mayHaveSent ? Refusal{ErrorKind::Timeout, http.status, QStringLiteral("NO-ANSWER"), {}, {}}
                            : Refusal{ErrorKind::Unavailable, 0, QStringLiteral("NO-CONNECTION"), {}, {}};
}

Answer<Reply> toReply(HttpAnswer http)
{
    if (!http.answered)
        return tl::unexpected(noAnswer(http));
    Reply reply{http.status, std::move(http.body), std::move(http.contentType)};
    if (reply.status / 100 != 2)
        return tl::unexpected(readRefusal(reply));
    return reply;
}

/// The API manager refused our session before the service saw the call (1.8): nothing has happened yet.
bool sessionRefused(const Refusal &refusal)
{
    return refusal.code == u"900901" || refusal.code == u"900902" || refusal.code == u"900900";
}

/// What the service says of every ciphertext that it cannot open, and of bad numbers (1.8).
bool perhapsOldKey(const Refusal &refusal)
{
    return refusal.httpStatus == 400
        && (refusal.field == u"loginId" || refusal.field == u"mobile" || refusal.field == u"otpValue");
}
}

struct Caller::Flight
{
    Job job;
    QString cipher;
    QByteArray key; ///< that `cipher` was made with
    bool sessionRenewed = false;
    bool keyRenewed = false;
};

Caller::Caller(AbhaConfig config, GatewayConfig gateway, Encrypt encrypt, const Clock &clock, IdSource &ids)
    : m_config(std::move(config))
    , m_gateway(std::move(gateway))
    , m_encrypt(std::move(encrypt))
    , m_clock(clock)
    , m_ids(ids)
    , m_session(m_gateway, m_transport, clock, ids)
    , m_transport(m_gateway.caPem, m_gateway.timeout, clock)
{
}

void Caller::run(Job job)
{
    auto flight = std::make_shared<Flight>();
    flight->job = std::move(job);
    if (flight->job.plain.isEmpty())
        fly(flight);
    else if (m_key.isEmpty() || m_clock.monotonic() >= m_keyUntil)
        fetchKey(flight);
    else
        encrypt(flight);
}

void Caller::fetchKey(const FlightPtr &flight)
{
    Job job;
    job.request = [](const QString &) { return certificateRequest(); };
    job.done = [this, flight](const Answer<Reply> &reply) {
        auto key = reply ? readCertificate(*reply) : tl::unexpected(reply.error());
        if (!key)
            return flight->job.done(tl::unexpected(key.error()));
        m_key = std::move(*key);
        m_keyUntil = m_clock.monotonic() + keyLife;
        encrypt(flight);
    };
    auto own = std::make_shared<Flight>();
    own->job = std::move(job);
    fly(own);
}

void Caller::encrypt(const FlightPtr &flight)
{
    flight->key = m_key;
    const auto cipher = m_encrypt(m_key, flight->job.plain);
    if (!cipher) {
        m_key.clear();
        return flight->job.done(tl::unexpected(Refusal{ErrorKind::Protocol, 0, cipher.error().code, {}, {}}));
    }
    flight->cipher = QString::fromLatin1(*cipher);
    fly(flight);
}

void Caller::fly(const FlightPtr &flight)
{
    m_session.withToken([this, flight](const SessionResult &session) {
        if (session)
            return attempt(flight, *session);
        // The call itself never left, so its answer is not unknown.
        auto refusal = session.error().answered
            ? readRefusal({session.error().status, session.error().body, session.error().contentType})
            : Refusal{ErrorKind::Unavailable, 0, QStringLiteral("NO-CONNECTION"), {}, {}};
        flight->job.done(tl::unexpected(std::move(refusal)));
    });
}

HttpCall Caller::httpCall(const Flight &flight, const SessionToken &session)
{
    const auto request = flight.job.request(flight.cipher);
    HttpCall http;
    http.verb = request.verb;
    http.url = under(request.base == Base::Web ? m_config.webBase : m_config.abhaBase, request.path);
    if (request.verb != Verb::Get)
        http.body = QJsonDocument(request.body).toJson(QJsonDocument::Compact);
    // A REQUEST-ID is for one HTTP attempt.
    http.headers = standardHeaders(m_gateway, m_ids.next<RequestId>(), m_clock);
    http.headers.append({"Authorization", "Bearer " + session.token.reveal()});
    http.headers += flight.job.headers;
    if (!flight.job.tokenHeader.isEmpty()) // without the word Bearer the answer is "Invalid X-token" (1.3)
        http.headers.append({flight.job.tokenHeader, "Bearer " + flight.job.token.reveal()});
    if (!m_config.benefitName.isEmpty())
        http.headers.append({"Benefit-Name", m_config.benefitName.toLatin1()});
    return http;
}

void Caller::attempt(const FlightPtr &flight, const SessionToken &session)
{
    m_transport.send(httpCall(*flight, session), [this, flight, generation = session.generation](HttpAnswer answer) {
        land(flight, generation, std::move(answer));
    });
}

void Caller::land(const FlightPtr &flight, int generation, HttpAnswer answer)
{
    auto reply = toReply(std::move(answer));
    if (!reply && sessionRefused(reply.error())) {
        m_session.drop(generation);
        if (!std::exchange(flight->sessionRenewed, true))
            return fly(flight);
    }
    if (!reply && mayRepeatWithNewKey(*flight, reply.error())) {
        flight->keyRenewed = true;
        return fetchKey(flight);
    }
    flight->job.done(reply);
    if (reply)
        Secret::wipe(reply->body);
}

bool Caller::mayRepeatWithNewKey(const Flight &flight, const Refusal &refusal)
{
    if (flight.cipher.isEmpty() || flight.keyRenewed || !perhapsOldKey(refusal))
        return false;
    if (m_key == flight.key)
        m_key.clear();
    return flight.job.spends == Job::Spends::Nothing;
}

}
