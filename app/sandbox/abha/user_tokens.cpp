#include "sandbox/abha/user_tokens.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace nadi::sandbox::abha
{
using namespace Qt::StringLiterals;

namespace
{
constexpr qsizetype mostIssued = 1000; // a sandbox may train for days

QString word(TokenKind kind)
{
    switch (kind) {
    case TokenKind::Transfer:
        return u"Transfer"_s;
    case TokenKind::Refresh:
        return u"Refresh"_s;
    case TokenKind::User:
    case TokenKind::Web:
        break;
    }
    return u"Transaction"_s;
}

QString systemOf(TokenKind kind)
{
    return kind == TokenKind::Web ? u"ABHA-A"_s : u"ABHA-N"_s;
}

TokenKind kindOf(const QJsonObject &claims)
{
    const auto type = claims[u"typ"].toString();
    if (type == word(TokenKind::Transfer))
        return TokenKind::Transfer;
    if (type == word(TokenKind::Refresh))
        return TokenKind::Refresh;
    return claims[u"system"].toString() == systemOf(TokenKind::Web) ? TokenKind::Web : TokenKind::User;
}
}

std::chrono::seconds UserTokens::lifeOf(TokenKind kind)
{
    return kind == TokenKind::Transfer ? transferLife : kind == TokenKind::Refresh ? refreshLife : userLife;
}

const crypto::RsaPrivateKey *UserTokens::key()
{
    if (m_key)
        return &*m_key;
    auto made = crypto::RsaPrivateKey::generate();
    if (!made)
        return nullptr;
    m_key = std::move(*made);
    m_kid = u"abha-"_s + m_ids.uuid().left(8);
    const QJsonObject document{{u"keys"_s, QJsonArray{m_key->publicKey().toJwk(m_kid, crypto::JwtAlgorithm::RS512)}}};
    if (auto set = crypto::KeySet::parse(QJsonDocument(document).toJson()))
        m_keySet = std::move(*set);
    return &*m_key;
}

QString UserTokens::issue(TokenKind kind, const TokenFacts &facts, std::optional<std::chrono::seconds> life)
{
    const auto *held = key();
    if (!held)
        return {};
    const auto now = m_clock.now();
    const QJsonObject claims{
        {u"sub"_s, facts.subject},
        {u"typ"_s, word(kind)},
        {u"system"_s, systemOf(kind)},
        {u"clientId"_s, facts.client},
        {u"txnId"_s, facts.transaction},
        {u"mobile"_s, facts.mobile},
        {u"preferredAbhaAddress"_s, facts.preferredAddress},
        {u"isKycVerified"_s, facts.kycVerified},
        {u"jti"_s, m_ids.uuid()},
        {u"iat"_s, now.ms() / 1000},
        {u"exp"_s, (now + life.value_or(lifeOf(kind))).ms() / 1000},
    };
    const auto token = held->signJwt(claims, m_kid, crypto::JwtAlgorithm::RS512);
    if (!token)
        return {};
    if (m_issued.size() == mostIssued)
        m_issued.removeFirst();
    m_issued.append({kind, QString::fromLatin1(*token)});
    return m_issued.constLast().second;
}

tl::expected<TokenClaims, TokenFault> UserTokens::read(const QByteArray &token)
{
    if (!key() || !m_keySet)
        return tl::unexpected(TokenFault::Invalid);
    const auto claims = crypto::verifyJwt(token, *m_keySet, {crypto::JwtAlgorithm::RS512}, m_clock.now());
    if (!claims)
        return tl::unexpected(claims.error().code == u"JWT-EXPIRED" ? TokenFault::Expired : TokenFault::Invalid);
    const TokenClaims out{
        kindOf(*claims), (*claims)[u"sub"].toString(), (*claims)[u"txnId"].toString(), (*claims)[u"jti"].toString()};
    // The verifier forgives a minute; the service does not.
    if ((*claims)[u"exp"].toInteger() * 1000 <= m_clock.now().ms() || m_revoked.contains(out.id))
        return tl::unexpected(TokenFault::Expired);
    return out;
}

}
