#pragma once

#include "common/clock.h"
#include "crypto/jwt.h"

#include <functional>
#include <mutex>
#include <optional>
#include <vector>

namespace nadi::bridge
{

/// The gateway's callback keys (S-C1 to S-C3): kept for an hour, fetched again at once for an unknown kid, for unknown
/// kids at most once a minute, so that a flood of invented kids does not become our flood. The fetch at start and the
/// hourly one leave that minute untouched: a rotation right after them is no outage. Callers of one fetch wait
/// together. Thread-safe.
///
/// What a rotation can cost: nothing if no unknown kid came in the minute before it; otherwise its callbacks hear
/// "later" (never "no") until that minute is over.
class KeyRing
{
public:
    using Fetched = std::function<void(Result<QByteArray>)>;
    /// Brings the JWKS document; may answer on any thread, exactly once.
    using Fetch = std::function<void(Fetched)>;
    using Verified = std::function<void(Result<QJsonObject>)>;

    KeyRing(Fetch fetch, const Clock &clock, QSet<crypto::JwtAlgorithm> allowed);

    /// Claims of a compact JWS; JWT-… (a stranger: also a kid that the last fetch asked for and did not find); or,
    /// Unavailable because we cannot know yet, KEYS-NONE (no key at all) and KEYS-LATER (a kid no fetch has asked for).
    void verify(const QByteArray &token, const Verified &verified);
    /// Fetches now: at start, hourly, and while there is no key at all.
    void refresh();
    bool isEmpty() const;
    /// Until an unknown kid is asked for again: the Retry-After of what is unavailable.
    std::chrono::milliseconds fetchAgainIn() const;

private:
    struct Caller
    {
        QString kid;
        QByteArray token;
        Verified verified;
    };
    std::chrono::milliseconds fetchAgainInLocked() const;
    Error unknownLocked(const QString &kid) const;
    void fetch(std::unique_lock<std::mutex> guard);
    void arrived(const Result<QByteArray> &document);
    Result<QJsonObject> check(const crypto::KeySet &keys, const QByteArray &token) const;

    const Fetch m_fetch;
    const Clock &m_clock;
    const QSet<crypto::JwtAlgorithm> m_allowed;
    mutable std::mutex m_lock;
    crypto::KeySet m_keys;
    QSet<QString> m_ruledOut; ///< unknown kids that the last fetch for unknown kids asked for
    std::vector<Caller> m_asking; ///< the fetch under way was started for them
    std::vector<Caller> m_late; ///< came while it was under way: its document may be older than their key
    std::chrono::milliseconds m_fetchedAt{0};
    std::optional<std::chrono::milliseconds> m_askedAt; ///< the last fetch for an unknown kid
    bool m_fetching = false;
};

}
