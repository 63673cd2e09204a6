#include "bridge/key_ring.h"

namespace nadi::bridge
{

namespace
{

using namespace std::chrono_literals;

constexpr auto keyLife = 1h;
constexpr auto refetchPause = 1min;
constexpr std::size_t mostWaiting = 128; // below the connection limit: waiting strangers never fill the house

Error unavailable(const char *code)
{
    return {ErrorKind::Unavailable, QString::fromLatin1(code), {}};
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

std::chrono::milliseconds KeyRing::fetchAgainIn() const
{
    const std::scoped_lock guard(m_lock);
    return fetchAgainInLocked();
}

std::chrono::milliseconds KeyRing::fetchAgainInLocked() const
{
    if (!m_askedAt)
        return 0ms;
    return std::max<std::chrono::milliseconds>(0ms, *m_askedAt + refetchPause - m_clock.monotonic());
}

Result<QJsonObject> KeyRing::check(const crypto::KeySet &keys, const QByteArray &token) const
{
    return crypto::verifyJwt(token, keys, m_allowed, m_clock.now());
}

Error KeyRing::unknownLocked(const QString &kid) const
{
    if (m_keys.isEmpty())
        return unavailable("KEYS-NONE");
    if (m_ruledOut.contains(kid))
        return {ErrorKind::Refused, QStringLiteral("JWT-UNKNOWN-KEY"), {}};
    return unavailable("KEYS-LATER"); // the keys may have rotated since the last fetch: a "no" could lose a callback
}

void KeyRing::verify(const QByteArray &token, const Verified &verified)
{
    const auto kid = crypto::jwtKid(token, m_allowed);
    if (!kid)
        return verified(failed(kid));
    std::unique_lock guard(m_lock);
    if (m_keys.contains(*kid)) {
        const crypto::KeySet keys = m_keys;
        const bool old = !m_fetching && m_clock.monotonic() - m_fetchedAt >= keyLife;
        guard.unlock();
        if (old)
            refresh();
        return verified(check(keys, token));
    }
    const bool mayWait = m_asking.size() + m_late.size() < mostWaiting;
    if (mayWait && m_fetching) {
        m_late.push_back({*kid, token, verified});
        return;
    }
    if (!mayWait || fetchAgainInLocked() > 0ms) {
        const Error unknown = unknownLocked(*kid);
        guard.unlock();
        return verified(tl::unexpected(unknown));
    }
    m_askedAt = m_clock.monotonic();
    m_ruledOut.clear();
    m_asking.push_back({*kid, token, verified});
    fetch(std::move(guard));
}

void KeyRing::refresh()
{
    if (std::unique_lock guard(m_lock); !m_fetching)
        fetch(std::move(guard));
}

void KeyRing::fetch(std::unique_lock<std::mutex> guard)
{
    m_fetching = true;
    m_fetchedAt = m_clock.monotonic();
    guard.unlock(); // the answer may come at once
    m_fetch([this](const Result<QByteArray> &document) { arrived(document); });
}

void KeyRing::arrived(const Result<QByteArray> &document)
{
    const auto parsed = document.and_then([](const QByteArray &json) { return crypto::KeySet::parse(json); });
    const bool useful = parsed && !parsed->isEmpty();
    std::vector<Caller> asking;
    std::vector<Caller> late;
    crypto::KeySet keys;
    {
        const std::scoped_lock guard(m_lock);
        m_fetching = false;
        if (useful)
            m_keys = *parsed; // a failed fetch keeps the old keys: an outage of the key server loses no callback
        keys = m_keys;
        asking.swap(m_asking);
        late.swap(m_late);
        for (const auto &caller : asking)
            if (useful && !keys.contains(caller.kid))
                m_ruledOut.insert(caller.kid);
    }
    for (const auto &caller : asking) {
        if (useful || keys.contains(caller.kid))
            caller.verified(check(keys, caller.token));
        else
            caller.verified(tl::unexpected(unavailable(keys.isEmpty() ? "KEYS-NONE" : "KEYS-LATER")));
    }
    for (const auto &caller : late)
        verify(caller.token, caller.verified); // asks for the kid itself if it may
}

}
