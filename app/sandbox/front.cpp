// The door of the network: who asks, with which headers, in which words (1.2, 1.3, 8.2).

#include "sandbox/network.h"

#include <QJsonDocument>
#include <QTimer>
#include <QUuid>

namespace nadi::sandbox
{
using namespace Qt::StringLiterals;

namespace
{
const QString sessionsPath = u"/api/hiecm/gateway/v3/sessions"_s;
const QString certsPath = u"/api/hiecm/gateway/v3/certs"_s;
const QString wellKnownPath = u"/api/hiecm/gateway/v3/.well-known/openid-configuration"_s;
const QByteArray pushPath = "/push/";
const QByteArray smsPath = "/sms"; // not ABDM: what an SMS provider of the clinic would be

bridge::HttpResponse json(int status, const QJsonValue &body)
{
    const auto bytes = body.isArray() ? QJsonDocument(body.toArray()).toJson(QJsonDocument::Compact)
                                      : QJsonDocument(body.toObject()).toJson(QJsonDocument::Compact);
    return {status, "application/json", bytes, {}};
}

bridge::HttpResponse nothing(int status)
{
    bridge::HttpResponse out;
    out.status = status;
    return out;
}

bridge::HttpResponse apiManager(int status, const char *code, const char *message, const char *description)
{
    return json(status,
        QJsonObject{{u"code"_s, QLatin1String(code)}, {u"message"_s, QLatin1String(message)},
            {u"description"_s, QLatin1String(description)}});
}

bridge::HttpResponse accessDenied()
{
    return {403, "text/plain", "Access Denied", {}};
}

QByteArray bearer(const bridge::HttpRequest &request)
{
    const auto value = request.headers.value("authorization");
    return value.startsWith("Bearer ") ? value.mid(7).trimmed() : QByteArray();
}

bool isUuid(const QByteArray &text)
{
    return text.size() == 36 && !QUuid::fromString(QLatin1String(text)).isNull();
}
}

bridge::HttpResponse Network::dress(const Answer &answer)
{
    if (!answer.refusal)
        return answer.body.isUndefined() || answer.body.isNull() ? nothing(answer.status)
                                                                 : json(answer.status, answer.body);
    const QJsonObject flat{{u"code"_s, answer.refusal->code}, {u"message"_s, answer.refusal->message}};
    const QJsonObject wrapped{{u"error"_s, flat}};
    switch (tempo.roll(4)) {
    case 0:
        return json(answer.status, wrapped);
    case 1:
        return json(answer.status, QJsonArray{wrapped});
    case 2:
        return json(answer.status, flat);
    default: {
        auto withColon = flat;
        withColon[u"code"_s] = answer.refusal->code + u": "_s;
        return json(answer.status, QJsonArray{withColon});
    }
    }
}

std::optional<bridge::HttpResponse> Network::tokenFault(const bridge::HttpRequest &request)
{
    const auto token = bearer(request);
    if (token.isEmpty())
        return apiManager(401, "900902", "Missing Credentials",
            "Invalid Credentials. Make sure your API invocation call has a header: Authorization");
    if (!tokens->clientOf(token))
        return apiManager(401, "900901", "Invalid Credentials", "Access failure: check the security credentials");
    return std::nullopt;
}

std::optional<bridge::HttpResponse> Network::headFault(const Operation &operation, const bridge::HttpRequest &request)
{
    const auto refuse = [this](const char *code, const QString &why) { return dress(Answer::refused(400, code, why)); };
    if (operation.has(u"X-CM-ID") && request.headers.value("x-cm-id") != options.cmId.toLatin1())
        return accessDenied();
    if (operation.has(u"Authorization") && operation.path != wellKnownPath) {
        if (const auto fault = tokenFault(request))
            return fault;
        dataFlow.spokeToGateway(bearer(request));
    }
    if (operation.has(u"REQUEST-ID") && !isUuid(request.headers.value("request-id")))
        return refuse("ABDM-1030", u"Invalid request id"_s);
    if (const auto fault = contract.headerFault(operation, request.headers)) {
        if (fault->name == u"TIMESTAMP"_s)
            return refuse(tempo.roll(2) ? "ABDM-1016" : "ABDM-2402", u"Invalid timestamp"_s);
        if (fault->name == u"X-LINK-TOKEN"_s)
            return refuse("ABDM-1026", u"Invalid link token"_s);
        return fault->missing ? accessDenied() : refuse("ABDM-1032", u"Invalid header "_s + fault->name);
    }
    if (operation.has(u"REQUEST-ID") && !memory.isNewRequest(QLatin1String(request.headers.value("request-id"))))
        return refuse("ABDM-1064", u"Request id is already used"_s);
    return std::nullopt;
}

bridge::HttpResponse Network::answerSession(const bridge::HttpRequest &request)
{
    const auto body = QJsonDocument::fromJson(request.body).object();
    const bool known = body[u"clientId"].toString() == options.clientId
        && Secret(body[u"clientSecret"].toString().toUtf8()) == options.clientSecret
        && body[u"grantType"].toString() == u"client_credentials"_s;
    if (!known)
        return apiManager(401, "900901", "Invalid Credentials", "Invalid client id or client secret");
    const auto token = tokens->session(options.clientId, options.sessionLife);
    if (!token)
        return dress(Answer::refused(500, "ABDM-1024", u"Dependent service unavailable"_s));
    return json(202,
        QJsonObject{{u"accessToken"_s, QString::fromLatin1(*token)},
            {u"expiresIn"_s, qint64(options.sessionLife.count())}, {u"refreshExpiresIn"_s, 1800},
            {u"refreshToken"_s, u"not.used.here"_s}, {u"tokenType"_s, u"bearer"_s}});
}

bridge::HttpResponse Network::answerLookUp(const bridge::HttpRequest &request)
{
    if (const auto fault = tokenFault(request))
        return *fault;
    const auto body = QJsonDocument::fromJson(request.body);
    if (!body.isObject())
        return dress(Answer::refused(400, "HIS-400", u"Request body is missing"_s));
    return dress(directory.answer(QString::fromLatin1(request.path), body.object(), registry));
}

bridge::HttpResponse Network::answerSms(const bridge::HttpRequest &request)
{
    static constexpr qsizetype mobileDigits = 10;
    const auto body = QJsonDocument::fromJson(request.body).object();
    const auto mobile = body[u"to"].toString().right(mobileDigits);
    if (Secret(bearer(request)) != options.clientSecret)
        return nothing(401);
    if (mobile.size() != mobileDigits || body[u"text"].toString().isEmpty())
        return nothing(400);
    abha.office().codes.tell(mobile, body[u"text"].toString());
    return json(202, QJsonObject{{u"id"_s, ids->uuid()}});
}

bridge::HttpResponse Network::answerPush(const bridge::HttpRequest &request)
{
    const auto body = QJsonDocument::fromJson(request.body).object();
    const auto secret = QString::fromLatin1(request.path.mid(pushPath.size()));
    return dress(dataFlow.push(secret, body, bearer(request)));
}

bridge::HttpResponse Network::serve(const bridge::HttpRequest &request, const CallFate &fate)
{
    const bool forAbha = abha::Service::serves(request.path);
    auto response = forAbha ? abha.answer(request, fate) : answer(request);
    memory.called({{u"path"_s, forAbha ? abha.publicPath(request) : QString::fromLatin1(request.path)},
        {u"method"_s, QString::fromLatin1(request.method)},
        {u"requestId"_s, QString::fromLatin1(request.headers.value("request-id"))},
        {u"hip"_s, QString::fromLatin1(request.headers.value("x-hip-id"))}, {u"status"_s, response.status}});
    return response;
}

bridge::HttpResponse Network::answer(const bridge::HttpRequest &request)
{
    if (request.path.startsWith(pushPath) && request.method == "POST")
        return answerPush(request);
    if (request.path == smsPath && request.method == "POST")
        return answerSms(request);
    const auto path = QString::fromLatin1(request.path);
    if (request.method == "POST" && Directory::serves(path))
        return answerLookUp(request);
    const auto operation = contract.outgoing(request.method, path);
    if (!operation)
        return json(404,
            QJsonObject{{u"code"_s, u"404"_s}, {u"type"_s, u"Status report"_s}, {u"message"_s, u"Runtime Error"_s},
                {u"description"_s, u"No matching resource found for given API Request"_s}});
    if (const auto fault = headFault(*operation, request))
        return *fault;
    if (path == sessionsPath)
        return answerSession(request);
    if (path == certsPath)
        return {200, "application/json", tokens->keySet(), {}};
    if (path == wellKnownPath)
        return json(200,
            QJsonObject{
                {u"jwks_uri"_s, u"https://"_s + QString::fromLatin1(request.headers.value("host")) + certsPath}});

    Call call{operation->path, path, *tokens->clientOf(bearer(request)),
        QString::fromLatin1(request.headers.value("request-id")),
        QString::fromLatin1(request.headers.value("x-hip-id")),
        QString::fromLatin1(request.headers.value("x-link-token")), {}};
    if (request.method != "GET") {
        const auto document = QJsonDocument::fromJson(request.body);
        if (!document.isObject())
            return dress(Answer::refused(400, "ABDM-1064", u"Request body is missing"_s));
        const auto body = document.object();
        // Two refusals that real callers stumble over and that are not in the usual shape (4.1, 4.2).
        const auto number = body[u"abhaNumber"];
        if (number.isString() && number.toString().contains(u'-'))
            return nothing(400);
        if (body[u"patient"].isArray() && body[u"patient"].toArray().isEmpty())
            return dress(Answer::refused(400, "ABDM-1115", u"Patient list is empty"_s));
        if (const auto wrong = contract.bodyFault(*operation, body))
            return dress(Answer::refused(400, "ABDM-9999", *wrong));
        call.body = body;
    }
    return dress(dispatch(call));
}

bridge::HttpResponse Network::planned(const bridge::HttpRequest &request, const CallFate &fate)
{
    if (abha::Service::serves(request.path))
        return abha.refusal(fate);
    auto response = dress(
        Answer::refused(fate.status, fate.status == 429 ? "ABDM-1022" : "ABDM-1024", u"Please try again later"_s));
    if (fate.status == 429)
        response.headers.insert("Retry-After", "1");
    return response;
}

void Network::handle(const bridge::HttpRequest &request, std::function<void(bridge::HttpResponse)> respond)
{
    const auto fate = faults.forCall(QString::fromLatin1(request.path));
    QTimer::singleShot(tempo.scaled(fate.extraDelay), this, [this, request, fate, respond = std::move(respond)] {
        switch (fate.kind) {
        case CallFate::Kind::None:
            return respond(serve(request, fate));
        case CallFate::Kind::Answer:
            return respond(planned(request, fate));
        case CallFate::Kind::Say:
            return respond({fate.status, fate.contentType, fate.body, {}});
        case CallFate::Kind::DropBefore:
            return respond(nothing(0));
        case CallFate::Kind::DropAfter:
            serve(request, fate);
            return respond(nothing(0));
        }
    });
}

}
