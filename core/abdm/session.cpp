#include "abdm/session.h"

#include "abdm/json_reader.h"
#include "abdm/standard_headers.h"

#include <QJsonDocument>

namespace nadi::abdm
{
namespace
{
constexpr std::chrono::milliseconds usualLife = std::chrono::seconds(1200);
constexpr qsizetype longestToken = 16 * 1024;

bool fitsHeader(const QByteArray &token)
{
    return !token.isEmpty() && token.size() <= longestToken
        && std::all_of(token.begin(), token.end(), [](char c) { return c > ' ' && c < 0x7f; });
}
}

Session::Session(const GatewayConfig &config, Transport &transport, const Clock &clock, IdSource &ids)
    : m_config(config)
    , m_transport(transport)
    , m_clock(clock)
    , m_ids(ids)
{
}

void Session::withToken(std::function<void(const SessionResult &)> then)
{
    if (m_current && m_clock.monotonic() < m_renewAt) {
        then(*m_current);
        return;
    }
    m_waiting.append(std::move(then));
    if (m_waiting.size() > 1)
        return; // somebody renews already
    const auto asked = m_clock.monotonic();
    fetch([this, asked](Fetched fetched) { renewed(std::move(fetched), asked); });
}

void Session::renewed(Fetched fetched, std::chrono::milliseconds asked)
{
    if (fetched.result) {
        fetched.result->generation = ++m_generation;
        m_current = *fetched.result;
        m_renewAt = asked + fetched.life * 8 / 10;
    } else {
        m_current.reset();
    }
    const auto waiting = std::exchange(m_waiting, {});
    for (const auto &then : waiting)
        then(fetched.result);
}

void Session::drop(int generation)
{
    if (m_current && m_current->generation == generation)
        m_current.reset();
}

void Session::fetchOnce(std::function<void(const SessionResult &)> then)
{
    fetch([then = std::move(then)](const Fetched &fetched) { then(fetched.result); });
}

void Session::fetch(std::function<void(Fetched)> then)
{
    const QJsonObject body{
        {QStringLiteral("clientId"), m_config.clientId},
        {QStringLiteral("clientSecret"), QString::fromUtf8(m_config.clientSecret.reveal())},
        {QStringLiteral("grantType"), QStringLiteral("client_credentials")},
    };
    HttpCall call;
    call.verb = Verb::Post;
    call.url = under(m_config.baseUrl, QStringLiteral("/api/hiecm/gateway/v3/sessions"));
    call.headers = standardHeaders(m_config, m_ids.next<RequestId>(), m_clock);
    call.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    m_transport.send(call, [then = std::move(then)](HttpAnswer answer) {
        const bool ok = answer.answered && answer.status / 100 == 2;
        const auto root = ok ? readJsonObject(answer.body, {.bytes = 64 * 1024, .depth = 8, .members = 100})
                             : Result<QJsonObject>(fail(ErrorKind::Refused, QStringLiteral("SESSION")));
        const auto token = root ? root->value(u"accessToken").toString().toLatin1() : QByteArray();
        if (!fitsHeader(token)) {
            then({tl::unexpected(std::move(answer)), {}});
            return;
        }
        const auto seconds = root->value(u"expiresIn").toInt(0);
        then({SessionToken{Secret(token), 0}, seconds > 0 ? std::chrono::seconds(seconds) : usualLife});
    });
}

}
