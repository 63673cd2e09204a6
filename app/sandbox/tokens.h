#pragma once

#include "common/clock.h"
#include "common/id.h"
#include "crypto/jwt.h"

#include <QHash>

namespace nadi::sandbox
{

/// What a link token was made for.
struct LinkGrant
{
    QString hip;
    QString address;
    QString abhaNumber; ///< as in generate-token; empty when it was not given
    UtcTime expiresAt;
};

/// Everything the gateway signs: session tokens, callback tokens, link tokens, and the key set that proves them.
class TokenIssuer
{
public:
    static Result<std::unique_ptr<TokenIssuer>> make(const Clock &clock, IdSource &ids, QString issuer);

    Result<QByteArray> session(const QString &client, std::chrono::seconds life);
    /// The client of a session token that still holds.
    std::optional<QString> clientOf(const QByteArray &token) const;
    void expireSessions() { m_sessions.clear(); }

    /// The gateway's own session, used for many callbacks (1.5).
    Result<QByteArray> callbackToken();
    Result<QByteArray> linkToken(const LinkGrant &grant);
    const LinkGrant *linkGrant(const QString &token) const;
    QList<QByteArray> sessions() const { return m_sessions.keys(); }
    QStringList linkTokens() const { return m_grants.keys(); }

    QByteArray keySet() const;
    /// A new RS256 key signs from now on; the one before stays in the set for tokens that are still good.
    Done rotate();

    QJsonObject toJson() const;
    void restore(const QJsonObject &saved);

private:
    TokenIssuer(const Clock &clock, IdSource &ids, QString issuer);
    Result<QByteArray> sign(const QString &client, std::chrono::seconds life);

    struct SigningKey
    {
        QString kid;
        crypto::RsaPrivateKey key;
    };
    struct Session
    {
        QString client;
        UtcTime expiresAt;
    };

    const Clock &m_clock;
    IdSource &m_ids;
    QString m_issuer;
    QList<SigningKey> m_keys; ///< RS256, newest last
    std::optional<SigningKey> m_linkKey; ///< RS512
    QHash<QByteArray, Session> m_sessions;
    QByteArray m_callbackToken;
    UtcTime m_callbackRenewAt;
    QHash<QString, LinkGrant> m_grants;
};

}
