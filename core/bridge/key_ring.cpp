#include "bridge/key_ring.h"

namespace nadi::bridge
{

namespace
{

using namespace std::chrono_literals;

constexpr auto keyLife = 1h;
constexpr auto refetchPause = 1min;
constexpr std::size_t mostWaiting = 128; // below the connection limit: waiting strangers never fill the house

tl::unexpected<Error> noKeys()
{
    return fail(ErrorKind::Unavailable, QStringLiteral("KEYS-NONE"));
}

}

KeyRing::KeyRing(Fetch fetch, const Clock &clock, QSet<crypto::JwtAlgorithm> allowed)
    : m_fetch(std::move(fetch))
    , m_clock(clock)
    , m_allowed(std::move(allowed))
{
}

bool KeyRing::isEmpty() const
{
    const std::scoped_lock guard(m_lock);
    return m_keys.isEmpty();
}

bool KeyRing::mayFetchLocked() const
{
    return !m_everFetched || m_clock.monotonic() - m_fetchedAt >= refetchPause;
}

Result<QJsonObject> KeyRing::check(const crypto::KeySet &keys, const QByteArray &token) const
{
    return crypto::verifyJwt(token, keys, m_allowed, m_clock.now());
}

void KeyRing::verify(const QByteArray &token, const Verified &verified)
{
    const auto kid = crypto::jwtKid(token, m_allowed);
    if (!kid)
        return verified(failed(kid));
    std::unique_lock guard(m_lock);
    const bool old = m_everFetched && !m_fetching && m_clock.monotonic() - m_fetchedAt >= keyLife;
    if (m_keys.contains(*kid)) {
        const crypto::KeySet keys = m_keys;
        guard.unlock();
        if (old)
            refresh();
        return verified(check(keys, token));
    }
    if (!m_fetching && !mayFetchLocked()) {
        const bool empty = m_keys.isEmpty();
        guard.unlock();
        return verified(empty ? noKeys() : fail(ErrorKind::Refused, QStringLiteral("JWT-UNKNOWN-KEY")));
    }
    if (m_waiting.size() >= mostWaiting) {
        guard.unlock();
        return verified(noKeys());
    }
    m_waiting.push_back({*kid, token, verified});
    guard.unlock();
    startFetch();
}

void KeyRing::refresh()
{
    startFetch();
}

void KeyRing::startFetch()
{
    {
        const std::scoped_lock guard(m_lock);
        if (std::exchange(m_fetching, true))
            return;
        m_everFetched = true;
        m_fetchedAt = m_clock.monotonic();
    }
    m_fetch([this](const Result<QByteArray> &document) { arrived(document); });
}

void KeyRing::arrived(const Result<QByteArray> &document)
{
    const auto parsed = document.and_then([](const QByteArray &json) { return crypto::KeySet::parse(json); });
    std::vector<Waiting> waiting;
    crypto::KeySet keys;
    {
        const std::scoped_lock guard(m_lock);
        m_fetching = false;
        if (parsed && !parsed->isEmpty())
            m_keys = *parsed; // a failed fetch keeps the old keys: an outage of the key server loses no callback
        keys = m_keys;
        waiting.swap(m_waiting);
    }
    for (const auto &caller : waiting) {
        if (keys.contains(caller.kid) || (parsed && !keys.isEmpty()))
            caller.verified(check(keys, caller.token));
        else
            caller.verified(noKeys());
    }
}

}
