#pragma once

#include "common/clock.h"
#include "crypto/jwt.h"

#include <functional>
#include <mutex>
#include <vector>

namespace nadi::bridge
{

/// The gateway's callback keys (S-C1 to S-C3): kept for an hour, fetched again for an unknown kid at most once a
/// minute, so that a flood of invented kids does not become our flood. Callers of one fetch wait together. Thread-safe.
class KeyRing
{
public:
    using Fetched = std::function<void(Result<QByteArray>)>;
    /// Brings the JWKS document; may answer on any thread, exactly once.
    using Fetch = std::function<void(Fetched)>;
    using Verified = std::function<void(Result<QJsonObject>)>;

    KeyRing(Fetch fetch, const Clock &clock, QSet<crypto::JwtAlgorithm> allowed);

    /// Claims of a compact JWS, or JWT-… (a stranger), or KEYS-NONE (Unavailable: we cannot know).
    void verify(const QByteArray &token, const Verified &verified);
    /// Fetches now: at start, hourly, and while there is no key at all.
    void refresh();
    bool isEmpty() const;

private:
    struct Waiting
    {
        QString kid;
        QByteArray token;
        Verified verified;
    };
    bool mayFetchLocked() const;
    void startFetch();
    void arrived(const Result<QByteArray> &document);
    Result<QJsonObject> check(const crypto::KeySet &keys, const QByteArray &token) const;

    const Fetch m_fetch;
    const Clock &m_clock;
    const QSet<crypto::JwtAlgorithm> m_allowed;
    mutable std::mutex m_lock;
    crypto::KeySet m_keys;
    std::vector<Waiting> m_waiting;
    std::chrono::milliseconds m_fetchedAt{0};
    bool m_everFetched = false;
    bool m_fetching = false;
};

}
