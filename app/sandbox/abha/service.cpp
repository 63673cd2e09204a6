#include "sandbox/abha/service.h"

#include "sandbox/abha/accounts.h"
#include "sandbox/abha/handlers.h"

#include <QJsonDocument>
#include <QRegularExpression>
#include <QUuid>

namespace nadi::sandbox::abha
{
using namespace Qt::StringLiterals;

namespace
{
bridge::HttpResponse json(int status, const QJsonValue &body)
{
    if (body.isUndefined())
        return {status, {}, {}, {}};
    const auto document = body.isArray() ? QJsonDocument(body.toArray()) : QJsonDocument(body.toObject());
    return {status, "application/json", document.toJson(QJsonDocument::Compact), {}};
}

QByteArray bearer(const QByteArray &header)
{
    return header.startsWith("Bearer ") ? header.mid(7).trimmed() : QByteArray();
}

bool isUuid(const QByteArray &text)
{
    return text.size() == 36 && !QUuid::fromString(QLatin1String(text)).isNull();
}

bool isServiceTime(const QByteArray &text)
{
    static const QRegularExpression form(u"^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z$"_s);
    const auto time = QString::fromLatin1(text);
    return form.match(time).hasMatch() && UtcTime::parse(time);
}

/// The sources write some names with underscores and some with hyphens (1.3).
QHash<QByteArray, QByteArray> withHyphens(const QHash<QByteArray, QByteArray> &headers)
{
    QHash<QByteArray, QByteArray> out;
    for (auto it = headers.begin(); it != headers.end(); ++it)
        out.insert(QByteArray(it.key()).replace('_', '-'), it.value());
    return out;
}
}

Service::Service(const Parts &parts, Contract contract, const QString &keyFile)
    : m_clock(parts.clock)
    , m_gatewayTokens(parts.gatewayTokens)
    , m_contract(std::move(contract))
    , m_office{m_clock, parts.random, parts.people, parts.memory, IdentifierKey(keyFile),
          UserTokens(m_clock, parts.ids), Transactions(m_clock, parts.ids), CodeDesk(m_clock, parts.random), {}, {}}
{
}

std::optional<Refusal> Service::headFault(const Operation &operation, const bridge::HttpRequest &request) const
{
    const auto token = bearer(request.headers.value("authorization"));
    if (token.isEmpty())
        return manager(401, "900902", "Missing Credentials",
            "Invalid Credentials. Make sure your API invocation call has a header: 'Authorization : Bearer "
            "ACCESS_TOKEN' or 'Authorization : Basic ACCESS_TOKEN' or 'apikey: API_KEY'")
            .value();
    const bool rubbish = !crypto::jwtKid(token, {crypto::JwtAlgorithm::RS256});
    if (rubbish && operation.dislikesRubbish)
        return manager(500, "900900", "Unclassified Authentication Failure",
            "Access failure for API: /abha/api/v3, version: v3 status: (900900) - Unclassified Authentication "
            "Failure")
            .value();
    if (!m_gatewayTokens.clientOf(token))
        return manager(401, "900901", "Invalid Credentials",
            "Invalid JWT token. Make sure you have provided the correct security credentials")
            .value();
    if (!isServiceTime(request.headers.value("timestamp")))
        return wrapped(operation.headerStatus, "ABDM-1016: ", u"Invalid Timestamp"_s).value();
    if (!isUuid(request.headers.value("request-id")))
        return wrapped(operation.headerStatus, "ABDM-1030: ", u"Invalid request ID"_s).value();
    return std::nullopt;
}

tl::expected<TokenClaims, Refusal> Service::userToken(TokenNeed need, const QByteArray &header)
{
    const auto invalid = plain(400, u"Invalid X-token"_s);
    const auto expired = plain(401, u"X-token expired"_s);
    if (need == TokenNeed::Web && header.isEmpty())
        return Refused(Refusal{401, Shape::Nothing, {}, {}, {}, {}});
    const auto claims = m_office.tokens.read(bearer(header));
    if (!claims)
        return claims.error() == TokenFault::Expired ? expired : invalid;
    // A token of another kind is "expired" in the service's words (1.5).
    if (claims->kind != (need == TokenNeed::Web ? TokenKind::Web : TokenKind::User) || !personOf(m_office, *claims))
        return expired;
    return *claims;
}

tl::expected<TokenClaims, Refusal> Service::tokenOf(const Operation &operation, const bridge::HttpRequest &request)
{
    switch (operation.token) {
    case TokenNeed::None:
        return TokenClaims{};
    case TokenNeed::User:
    case TokenNeed::Web:
        return userToken(operation.token, request.headers.value("x-token"));
    case TokenNeed::Transfer:
    case TokenNeed::Refresh:
        break;
    }
    const bool transfer = operation.token == TokenNeed::Transfer;
    const auto claims = m_office.tokens.read(bearer(request.headers.value(transfer ? "t-token" : "r-token")));
    if (claims && claims->kind == (transfer ? TokenKind::Transfer : TokenKind::Refresh)
        && (transfer || personOf(m_office, *claims)))
        return *claims;
    return plain(400, transfer ? u"Invalid T-token"_s : u"Invalid R-token"_s);
}

Outcome Service::serve(const Operation &operation, const bridge::HttpRequest &request)
{
    if (const auto fault = headFault(operation, request))
        return Refused(*fault);
    Call call;
    call.operation = operation.name;
    call.headers = withHyphens(request.headers);
    call.client = m_gatewayTokens.clientOf(bearer(request.headers.value("authorization"))).value_or(QString());
    call.body = QJsonDocument::fromJson(request.body).object();
    auto needed = operation;
    // A photo is changed with an X-token; the variant with an ABHA number has its own refusal.
    if (operation.name == u"profile-patch"_s && !call.body.contains(u"abhaNumber"_s))
        needed.token = TokenNeed::User;
    const auto token = tokenOf(needed, request);
    if (!token)
        return Refused(token.error());
    call.token = *token;
    if (const auto fault = m_contract.bodyFault(operation, call.body))
        return Refused(*fault);
    return handlerOf(operation.name)(m_office, call);
}

bridge::HttpResponse Service::dress(const Refusal &refusal) const
{
    return json(refusal.status, bodyOf(refusal, m_clock.now()));
}

bridge::HttpResponse Service::answer(const bridge::HttpRequest &request, const CallFate &fate)
{
    const auto *operation = m_contract.find(request.method, QString::fromLatin1(request.path.mid(base().size())));
    if (!operation)
        return dress(manager(404, "404", "Runtime Error", "No matching resource found for given API Request").value());
    const auto outcome = serve(*operation, request);
    if (!outcome) {
        const auto other = reshaped(outcome.error(), fate.shape);
        return dress(other.value_or(outcome.error()));
    }
    const int status = fate.successStatus > 0 ? fate.successStatus : 200;
    if (!outcome->contentType.isEmpty())
        return {status, outcome->contentType, outcome->bytes, {}};
    return json(status, outcome->body);
}

bridge::HttpResponse Service::refusal(const CallFate &fate) const
{
    auto refusal = documented(fate.code).value_or(*documented(fate.status == 429 ? u"ABDM-1022"_s : u"ABDM-1200"_s));
    if (fate.status > 0)
        refusal.status = fate.status;
    return dress(reshaped(refusal, fate.shape).value_or(refusal));
}

QString Service::publicPath(const bridge::HttpRequest &request) const
{
    static const QRegularExpression digits(u"[0-9-]{6,}"_s);
    return QString::fromLatin1(request.path).replace(digits, u"…"_s);
}

QList<Message> Service::messagesOf(const Person &person) const
{
    auto out = m_office.codes.messagesFor(person.mobile, person.email);
    if (person.aadhaarMobile != person.mobile)
        out.append(m_office.codes.messagesFor(person.aadhaarMobile, {}));
    std::stable_sort(out.begin(), out.end(), [](const auto &a, const auto &b) { return a.at < b.at; });
    return out;
}

void Service::forget()
{
    m_office.transactions.clear();
    m_office.codes.clear();
    m_office.manners = {};
    m_office.device = {};
}

bool Service::setFace(const QString &id, const QString &status)
{
    auto *transaction = m_office.transactions.find(id);
    if (!transaction || (transaction->flow != Flow::EnrolFace && transaction->flow != Flow::FindFace))
        return false;
    transaction->pending = status;
    return true;
}

}
