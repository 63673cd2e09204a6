#pragma once

#include <QByteArray>

#include <utility>

class QDebug;

namespace nadi
{

/// Bytes that must not be logged, compared carelessly or left in memory: keys, tokens, OTPs, client secrets.
/// Streaming one to QDebug does not compile (S-A3); the bytes are overwritten when it goes.
class Secret
{
public:
    Secret() = default;
    explicit Secret(QByteArray bytes)
        : m_bytes(std::move(bytes))
    {
        m_bytes.detach();
    }
    Secret(const Secret &other)
        : m_bytes(other.m_bytes.constData(), other.m_bytes.size())
    {
    }
    Secret(Secret &&other) noexcept { m_bytes.swap(other.m_bytes); }
    Secret &operator=(Secret other) noexcept
    {
        m_bytes.swap(other.m_bytes);
        return *this;
    }
    ~Secret() { wipe(m_bytes); }

    /// A view for the one call that needs it; do not keep a copy.
    const QByteArray &reveal() const { return m_bytes; }
    bool isEmpty() const { return m_bytes.isEmpty(); }

    /// In time that does not depend on where the first difference is (S-X8).
    friend bool operator==(const Secret &a, const Secret &b) { return equalInConstantTime(a.m_bytes, b.m_bytes); }

    static bool equalInConstantTime(QByteArrayView a, QByteArrayView b);
    static void wipe(QByteArray &bytes);

private:
    QByteArray m_bytes;
};

QDebug operator<<(QDebug, const Secret &) = delete;

}
