#include "sandbox/memory.h"

namespace nadi::sandbox
{
namespace
{
QJsonObject counts(const QHash<QString, int> &table)
{
    QJsonObject out;
    for (auto it = table.begin(); it != table.end(); ++it)
        out.insert(it.key(), it.value());
    return out;
}
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
    return counts(m_effects);
}

QJsonObject Memory::calls() const
{
    return counts(m_calls);
}

}
