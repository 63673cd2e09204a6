#pragma once

#include "common/clock.h"
#include "common/id.h"
#include "crypto/jwt.h"

#include <QList>
#include <QSet>

#include <optional>
#include <utility>

namespace nadi::sandbox::abha
{

enum class TokenKind {
    User, ///< X-token of an ABHA number
    Web, ///< X-token of an ABHA address (phr/web)
    Transfer, ///< T-token after a log-in by mobile
    Refresh,
};

struct TokenClaims
{
    TokenKind kind = TokenKind::User;
    QString subject; ///< ABHA number with dashes, ABHA address, or mobile
    QString transaction;
    QString id;
};

enum class TokenFault { Invalid, Expired };

/// What a token says beside its subject (1.5).
struct TokenFacts
{
    QString subject;
    QString client;
    QString transaction;
    QString mobile;
    QString preferredAddress;
    bool kycVerified = false;
};

/// The tokens of 1.5: RS512, with the lives of the reference.
class UserTokens
{
public:
    static constexpr std::chrono::seconds userLife{1800};
    static constexpr std::chrono::seconds transferLife{300};
    static constexpr std::chrono::seconds refreshLife{1'296'000};

    UserTokens(const Clock &clock, IdSource &ids)
        : m_clock(clock)
        , m_ids(ids)
    {
    }
    static std::chrono::seconds lifeOf(TokenKind kind);

    QString issue(TokenKind kind, const TokenFacts &facts, std::optional<std::chrono::seconds> life = std::nullopt);
    tl::expected<TokenClaims, TokenFault> read(const QByteArray &token);
    void revoke(const QString &id) { m_revoked.insert(id); }
    /// The newest, oldest first, for tests that search for them where they must not be.
    const QList<std::pair<TokenKind, QString>> &issued() const { return m_issued; }

private:
    const crypto::RsaPrivateKey *key();

    const Clock &m_clock;
    IdSource &m_ids;
    QString m_kid;
    std::optional<crypto::RsaPrivateKey> m_key;
    std::optional<crypto::KeySet> m_keySet;
    QSet<QString> m_revoked;
    QList<std::pair<TokenKind, QString>> m_issued;
};

}
