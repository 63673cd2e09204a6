#include "bridge/intake.h"

#include "common/log.h"
#include "crypto/digest.h"

namespace nadi::bridge
{

namespace
{

using namespace std::chrono_literals;

constexpr qsizetype longestRequestId = 100;
constexpr auto oddTimestamp = 10min; // S-C7

HttpResponse answerOf(int status)
{
    HttpResponse response;
    response.status = status;
    return response;
}

/// The REQUEST-ID as received. Without a usable one the bytes themselves tell repeats apart.
RequestId requestIdOf(const HttpRequest &request)
{
    const QByteArray id = request.headers.value("request-id");
    if (!id.isEmpty() && id.size() <= longestRequestId)
        return RequestId(QString::fromUtf8(id));
    return RequestId(QStringLiteral("body:") + QString::fromLatin1(crypto::sha256(request.body).toHex()));
}

}

Intake::Intake(KeyRing &keys, IdentityPolicy policy, RateLimits rates, InboxWriter &writer, const Clock &clock,
    Counters &counters, BodyAnswers *bodyAnswers)
    : m_keys(keys)
    , m_policy(std::move(policy))
    , m_writer(writer)
    , m_clock(clock)
    , m_counters(counters)
    , m_bodyAnswers(bodyAnswers)
    , m_limiter(rates)
{
}

void Intake::setDirectory(FacilityDirectory directory)
{
    const std::unique_lock guard(m_lock);
    m_directory = std::move(directory);
}

HttpHandler Intake::handler()
{
    HttpHandler handler;
    handler.admitLater = [this](const HttpRequest &head, const Decide &decide) { admit(head, decide); };
    handler.handle = [this](const HttpRequest &request, const Respond &respond) { accept(request, respond); };
    return handler;
}

void Intake::admit(const HttpRequest &head, const Decide &decide)
{
    if (!abdm::callbackKind(QString::fromUtf8(head.path)))
        return decide(answerOf(404));
    if (head.method != "POST")
        return decide(answerOf(405));
    static constexpr QByteArrayView scheme = "bearer ";
    const QByteArray authorization = head.headers.value("authorization");
    if (authorization.left(scheme.size()).compare(scheme, Qt::CaseInsensitive) != 0) {
        ++m_counters.strangersRefused;
        return decide(answerOf(401));
    }
    m_keys.verify(authorization.mid(scheme.size()).trimmed(),
        [this, decide](const Result<QJsonObject> &claims) { decide(judge(claims)); });
}

std::optional<HttpResponse> Intake::judge(const Result<QJsonObject> &claims)
{
    if (!claims && claims.error().kind == ErrorKind::Unavailable) {
        ++m_counters.turnedAway;
        HttpResponse later = answerOf(503); // the gateway may try again; never accept unverified
        const auto wait = std::chrono::ceil<std::chrono::seconds>(m_keys.fetchAgainIn());
        later.headers.insert("Retry-After", QByteArray::number(std::max<qint64>(1, wait.count())));
        return later;
    }
    if (!claims) {
        ++m_counters.strangersRefused;
        qCInfo(lcBridge) << "callback refused:" << claims.error().code;
        return answerOf(401);
    }
    const QString claim = m_policy.mismatch(*claims);
    if (claim.isEmpty())
        return std::nullopt;
    ++m_counters.foreignIdentity;
    if (m_policy.mode == IdentityMode::Warn)
        qCWarning(lcBridge) << "callback token's" << claim << "is not on its list";
    else
        qCInfo(lcBridge) << "callback token's" << claim << "is not on its list";
    if (m_policy.mode != IdentityMode::Enforce)
        return std::nullopt;
    ++m_counters.strangersRefused;
    return answerOf(401);
}

void Intake::noteTimestamp(const HttpRequest &request)
{
    const auto stamp = UtcTime::parse(QString::fromUtf8(request.headers.value("timestamp")));
    // Real callbacks carry odd stamps, and the token's expiry already bounds replay: count, never refuse (S-C7).
    if (!stamp || *stamp - m_clock.now() > oddTimestamp || m_clock.now() - *stamp > oddTimestamp)
        ++m_counters.oddTimestamps;
}

std::optional<HttpResponse> Intake::throttle(const QString &route, abdm::CallbackKind kind, const Addressee &addressee)
{
    // Whoever invents facilities shares one bucket per reason, apart from ours.
    const FacilityId bucket = addressee.quarantine.isEmpty() ? addressee.facility : FacilityId(addressee.quarantine);
    std::optional<std::chrono::seconds> wait;
    {
        const std::lock_guard guard(m_rateLock);
        wait = m_limiter.take(route, kind, bucket, m_clock.monotonic());
    }
    if (!wait)
        return std::nullopt;
    ++m_counters.throttled;
    HttpResponse response = answerOf(429);
    response.headers.insert("Retry-After", QByteArray::number(qint64(wait->count())));
    return response;
}

void Intake::accept(const HttpRequest &request, const Respond &respond)
{
    const auto kind = abdm::callbackKind(QString::fromUtf8(request.path));
    if (!kind)
        return respond(answerOf(404));
    noteTimestamp(request);
    const auto parsed = abdm::parseCallback(*kind, request.body);
    if (!parsed && (parsed.error().code == u"CB-JSON" || parsed.error().code == u"CB-LIMIT")) {
        ++m_counters.malformed;
        return respond(answerOf(400));
    }
    const auto inBody = abdm::facilityInBody(*kind, request.body);
    Addressee addressee;
    {
        const std::shared_lock guard(m_lock);
        addressee = addresseeOf(*kind, request, inBody.value_or(std::nullopt), m_directory);
    }
    QString route = QString::fromUtf8(request.path);
    if (route.endsWith(u'/'))
        route.chop(1);
    if (const auto refusal = throttle(route, *kind, addressee))
        return respond(*refusal);
    storage::InboxMessage message;
    message.source = QStringLiteral("gateway");
    message.route = route;
    message.request = requestIdOf(request);
    message.facility = addressee.facility;
    message.body = request.body;
    message.receivedAt = m_clock.now();
    message.errorCode = addressee.quarantine.isEmpty() && !parsed ? parsed.error().code : addressee.quarantine;
    if (!message.errorCode.isEmpty())
        message.state = storage::InboxState::Quarantined;
    const bool mayWait = m_bodyAnswers && *kind == abdm::CallbackKind::Discover && message.errorCode.isEmpty();
    if (mayWait)
        storeAwaiting(std::move(message), respond);
    else
        store(std::move(message), respond);
}

/// The response stays open for the flow's answer; anything but a new callback is answered as ever.
void Intake::storeAwaiting(storage::InboxMessage message, const Respond &respond)
{
    const auto request = message.request;
    if (!m_bodyAnswers->expect(request, respond))
        return store(std::move(message), respond);
    store(
        std::move(message),
        [this, request](const HttpResponse &response) { m_bodyAnswers->release(request, response); },
        [this, request] { m_bodyAnswers->stored(request); });
}

void Intake::store(storage::InboxMessage message, const Respond &respond, const std::function<void()> &stored)
{
    const bool quarantined = message.state == storage::InboxState::Quarantined;
    const QString code = message.errorCode;
    m_writer.write(std::move(message), [this, respond, stored, quarantined, code](const auto &put) {
        if (!put) {
            ++m_counters.turnedAway;
            return respond(answerOf(503));
        }
        ++(*put == storage::InboxPut::Repeat ? m_counters.callbacksRepeated : m_counters.callbacksStored);
        if (quarantined && *put != storage::InboxPut::Repeat) {
            ++m_counters.callbacksQuarantined;
            ++m_counters.alarms;
            qCWarning(lcBridge) << "callback quarantined:" << code;
        }
        if (stored && *put != storage::InboxPut::Repeat)
            return stored();
        respond(answerOf(202));
    });
}

}
