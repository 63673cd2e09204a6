#include "sandbox/memory.h"

namespace nadi::sandbox
{
namespace
{
constexpr qsizetype keptCalls = 5000;
}

bool Memory::isNewRequest(const QString &requestId)
{
    const auto before = m_requests.size();
    m_requests.insert(requestId);
    return m_requests.size() > before;
}

bool Memory::isNewContent(const QString &key, std::chrono::milliseconds window)
{
    const auto now = m_clock.monotonic();
    const auto found = m_content.find(key);
    if (found != m_content.end() && now - *found < window)
        return false;
    m_content.insert(key, now);
    return true;
}

QJsonObject Memory::effects() const
{
    QJsonObject out;
    for (auto it = m_effects.begin(); it != m_effects.end(); ++it)
        out.insert(it.key(), it.value());
    return out;
}

void Memory::clear()
{
    m_requests.clear();
    m_content.clear();
    m_effects.clear();
    m_calls = {};
}

void Memory::called(QJsonObject line)
{
    if (m_calls.size() >= keptCalls)
        m_calls.removeFirst();
    m_calls.append(std::move(line));
}

}
