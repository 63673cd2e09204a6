#include "abdm/gateway.h"

#include "abdm/session.h"
#include "abdm/standard_headers.h"
#include "common/log.h"

#include <QJsonDocument>
#include <QPromise>

namespace nadi::abdm
{
namespace
{
CallAnswer toAnswer(HttpAnswer http)
{
    CallAnswer out;
    out.retryAfter = http.retryAfter;
    out.skew = http.skew;
    if (!http.answered) {
        out.outcome = http.mayHaveSent ? CallOutcome::Unknown : CallOutcome::NotSent;
    } else if (http.status / 100 == 2) {
        out.outcome = CallOutcome::Accepted;
        out.body = std::move(http.body);
    } else {
        out.outcome = CallOutcome::Refused;
        out.refusal = parseRefusal(http.status, http.body, http.contentType);
    }
    return out;
}

/// The call itself never left: a wrong client secret must not look like a refusal of the call.
CallAnswer withoutSession(const HttpAnswer &session)
{
    auto out = toAnswer(session);
    out.outcome = CallOutcome::NotSent;
    out.body.clear();
    return out;
}

bool wantsNewSession(const CallAnswer &answer, QStringView operation)
{
    return answer.outcome == CallOutcome::Refused && classify(answer.refusal, operation) == RefusalClass::TokenExpired;
}

/// One call on its way: what it needs to be sent a second time with a new session.
struct Flight
{
    HttpCall http; ///< without the headers that change per attempt
    QString operation;
    RequestId request;
    bool renewed = false;
    std::function<void(CallAnswer)> done;
};
using FlightPtr = std::shared_ptr<Flight>;

template <class T>
std::function<void(T)> finisher(const std::shared_ptr<QPromise<T>> &promise)
{
    return [promise](T value) {
        promise->addResult(std::move(value));
        promise->finish();
    };
}
}

struct Gateway::Private
{
    Private(Gateway *owner, GatewayConfig configuration, const Clock &time, IdSource &identifiers)
        : q(owner)
        , config(std::move(configuration))
        , clock(time)
        , ids(identifiers)
        , session(config, transport, clock, ids)
        , transport(config.caPem, config.timeout, clock)
    {
    }

    void fly(const FlightPtr &flight);
    void attempt(const FlightPtr &flight, const SessionToken &token);

    Gateway *q;
    GatewayConfig config;
    const Clock &clock;
    IdSource &ids;
    Session session;
    Transport transport; ///< first to go: it ends what is in flight, and the session hears of it
};

void Gateway::Private::fly(const FlightPtr &flight)
{
    session.withToken([this, flight](const SessionResult &token) {
        if (token)
            attempt(flight, *token);
        else
            flight->done(withoutSession(token.error()));
    });
}

void Gateway::Private::attempt(const FlightPtr &flight, const SessionToken &token)
{
    auto http = flight->http;
    http.headers += standardHeaders(config, flight->request, clock);
    http.headers.append({"Authorization", "Bearer " + token.token.reveal()});
    transport.send(http, [this, flight, generation = token.generation](HttpAnswer answered) {
        auto answer = toAnswer(std::move(answered));
        if (!wantsNewSession(answer, flight->operation)) {
            flight->done(std::move(answer));
            return;
        }
        session.drop(generation);
        if (std::exchange(flight->renewed, true)) {
            flight->done(std::move(answer));
            return;
        }
        // A REQUEST-ID is for one HTTP attempt (8.4).
        const auto first = std::exchange(flight->request, ids.next<RequestId>());
        Q_EMIT q->requestRepeated(first, flight->request);
        fly(flight);
    });
}

Gateway::Gateway(GatewayConfig config, const Clock &clock, IdSource &ids, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, std::move(config), clock, ids))
{
    connect(&d->transport, &Transport::heardTime, this, &Gateway::heardTime);
}

Gateway::~Gateway() = default;

QFuture<CallAnswer> Gateway::send(OutgoingCall call)
{
    auto promise = std::make_shared<QPromise<CallAnswer>>();
    promise->start();
    const auto *endpoint = endpointFor(call.operation);
    if (!endpoint) {
        qCCritical(lcGateway) << "no such operation:" << call.operation;
        CallAnswer answer;
        answer.outcome = CallOutcome::NotSent;
        answer.refusal.code = QStringLiteral("NO-OPERATION");
        finisher(promise)(answer);
        return promise->future();
    }
    auto flight = std::make_shared<Flight>();
    flight->operation = call.operation;
    flight->request = call.request;
    flight->done = finisher(promise);
    flight->http.verb = endpoint->verb;
    flight->http.url = under(endpoint->host == Host::Registry ? d->config.registryUrl : d->config.baseUrl,
        d->config.paths.value(call.operation, endpoint->path));
    if (endpoint->verb != Verb::Get)
        flight->http.body = QJsonDocument(call.body).toJson(QJsonDocument::Compact);
    if (!call.facility.isEmpty())
        flight->http.headers.append({"X-HIP-ID", call.facility.value().toLatin1()});
    if (endpoint->linkToken == LinkTokenHeader::Yes)
        flight->http.headers.append({"X-LINK-TOKEN", call.linkToken.reveal()});
    d->fly(flight);
    return promise->future();
}

QFuture<CallAnswer> Gateway::lookUp(const QUrl &url, const QJsonObject &body)
{
    auto promise = std::make_shared<QPromise<CallAnswer>>();
    promise->start();
    auto flight = std::make_shared<Flight>();
    flight->operation = QStringLiteral("registry.look-up");
    flight->request = d->ids.next<RequestId>();
    flight->done = finisher(promise);
    flight->http.verb = Verb::Post;
    flight->http.url = url;
    flight->http.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    d->fly(flight);
    return promise->future();
}

QFuture<Result<QByteArray>> Gateway::fetchKeys(QUrl url, Auth auth)
{
    auto promise = std::make_shared<QPromise<Result<QByteArray>>>();
    promise->start();
    auto flight = std::make_shared<Flight>();
    flight->request = d->ids.next<RequestId>();
    flight->http.url = std::move(url);
    flight->done = [finish = finisher(promise)](CallAnswer answer) {
        if (answer.outcome == CallOutcome::Accepted)
            finish(std::move(answer.body));
        else if (answer.outcome == CallOutcome::Refused)
            finish(fail(ErrorKind::Refused, QStringLiteral("GW-KEYS"), answer.refusal.code));
        else
            finish(fail(ErrorKind::Unavailable, QStringLiteral("GW-KEYS")));
    };
    if (auth == Auth::Session) {
        d->fly(flight);
    } else {
        auto http = flight->http;
        http.headers = standardHeaders(d->config, flight->request, d->clock);
        d->transport.send(http, [flight](HttpAnswer answer) { flight->done(toAnswer(std::move(answer))); });
    }
    return promise->future();
}

QFuture<Result<Secret>> Gateway::sessionForPush()
{
    auto promise = std::make_shared<QPromise<Result<Secret>>>();
    promise->start();
    d->session.fetchOnce([finish = finisher(promise)](const SessionResult &token) {
        if (token)
            finish(token->token);
        else if (token.error().answered)
            finish(fail(ErrorKind::Refused, QStringLiteral("GW-SESSION"), withoutSession(token.error()).refusal.code));
        else
            finish(fail(ErrorKind::Unavailable, QStringLiteral("GW-SESSION")));
    });
    return promise->future();
}

}
