#include "sandbox/tokens.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace nadi::sandbox
{
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{
constexpr std::chrono::seconds callbackLife = 1200s; // 1.5
constexpr std::chrono::seconds linkTokenLife{15'768'000}; // 4.1
constexpr qsizetype keptKeys = 2;

qint64 seconds(UtcTime time)
{
    return time.ms() / 1000;
}
}

TokenIssuer::TokenIssuer(const Clock &clock, IdSource &ids, QString issuer)
    : m_clock(clock)
    , m_ids(ids)
    , m_issuer(std::move(issuer))
{
}

Result<std::unique_ptr<TokenIssuer>> TokenIssuer::make(const Clock &clock, IdSource &ids, QString issuer)
{
    std::unique_ptr<TokenIssuer> out(new TokenIssuer(clock, ids, std::move(issuer)));
    if (const auto rotated = out->rotate(); !rotated)
        return failed(rotated);
    auto key = crypto::RsaPrivateKey::generate();
    if (!key)
        return failed(key);
    out->m_linkKey = SigningKey{u"link-"_s + ids.uuid().left(8), std::move(*key)};
    return out;
}

Done TokenIssuer::rotate()
{
    auto key = crypto::RsaPrivateKey::generate();
    if (!key)
        return failed(key);
    m_keys.append({u"sig-"_s + m_ids.uuid().left(8), std::move(*key)});
    if (m_keys.size() > keptKeys)
        m_keys.removeFirst();
    m_callbackToken.clear();
    return {};
}

Result<QByteArray> TokenIssuer::sign(const QString &client, std::chrono::seconds life)
{
    const auto now = m_clock.now();
    const QJsonObject claims{
        {u"exp"_s, seconds(now + life)},
        {u"iat"_s, seconds(now)},
        {u"jti"_s, m_ids.uuid()},
        {u"iss"_s, m_issuer},
        {u"aud"_s, u"account"_s},
        {u"sub"_s, u"service-account-"_s + client.toLower()},
        {u"typ"_s, u"Bearer"_s},
        {u"azp"_s, client},
        {u"clientId"_s, client},
        {u"realm_access"_s, QJsonObject{{u"roles"_s, QJsonArray{u"hip"_s, u"hiu"_s}}}},
    };
    return m_keys.last().key.signJwt(claims, m_keys.last().kid, crypto::JwtAlgorithm::RS256);
}

Result<QByteArray> TokenIssuer::session(const QString &client, std::chrono::seconds life)
{
    auto token = sign(client, life);
    if (token)
        m_sessions.insert(*token, {client, m_clock.now() + life});
    return token;
}

std::optional<QString> TokenIssuer::clientOf(const QByteArray &token) const
{
    const auto found = m_sessions.find(token);
    if (found == m_sessions.end() || found->expiresAt <= m_clock.now())
        return std::nullopt;
    return found->client;
}

Result<QByteArray> TokenIssuer::callbackToken()
{
    if (!m_callbackToken.isEmpty() && m_clock.now() < m_callbackRenewAt)
        return m_callbackToken;
    auto token = sign(u"gateway"_s, callbackLife);
    if (!token)
        return token;
    m_callbackToken = *token;
    m_callbackRenewAt = m_clock.now() + callbackLife * 8 / 10;
    return token;
}

Result<QByteArray> TokenIssuer::linkToken(const LinkGrant &asked)
{
    const auto now = m_clock.now();
    auto grant = asked;
    grant.expiresAt = now + linkTokenLife;
    const QJsonObject claims{
        {u"hipId"_s, grant.hip},
        {u"sub"_s, grant.address},
        {u"abhaNumber"_s, grant.abhaNumber},
        {u"exp"_s, seconds(grant.expiresAt)},
        {u"iat"_s, seconds(now)},
        {u"transactionId"_s, m_ids.uuid()},
        {u"abhaAddress"_s, grant.address},
    };
    auto token = m_linkKey->key.signJwt(claims, m_linkKey->kid, crypto::JwtAlgorithm::RS512);
    if (token)
        m_grants.insert(QString::fromLatin1(*token), grant);
    return token;
}

const LinkGrant *TokenIssuer::linkGrant(const QString &token) const
{
    const auto found = m_grants.find(token);
    return found == m_grants.end() ? nullptr : &*found;
}

QByteArray TokenIssuer::keySet() const
{
    QJsonArray keys;
    for (const auto &signing : m_keys)
        keys.append(signing.key.publicKey().toJwk(signing.kid, crypto::JwtAlgorithm::RS256));
    keys.append(m_linkKey->key.publicKey().toJwk(m_linkKey->kid, crypto::JwtAlgorithm::RS512));
    return QJsonDocument(QJsonObject{{u"keys"_s, keys}}).toJson(QJsonDocument::Compact);
}

QJsonObject TokenIssuer::toJson() const
{
    QJsonObject out;
    for (auto it = m_grants.begin(); it != m_grants.end(); ++it)
        out.insert(it.key(), QJsonArray{it->hip, it->address, it->abhaNumber, it->expiresAt.ms()});
    return out;
}

void TokenIssuer::restore(const QJsonObject &saved)
{
    for (auto it = saved.begin(); it != saved.end(); ++it) {
        const auto row = it.value().toArray();
        m_grants.insert(
            it.key(), {row[0].toString(), row[1].toString(), row[2].toString(), UtcTime::fromMs(row[3].toInteger())});
    }
}

}
