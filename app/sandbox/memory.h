#pragma once

#include "common/clock.h"

#include <QHash>
#include <QJsonObject>
#include <QSet>

namespace nadi::sandbox
{

/// What the gateway remembers to recognise repeats (8.4), and how often something really happened.
class Memory
{
public:
    explicit Memory(const Clock &clock)
        : m_clock(clock)
    {
    }

    /// false: this REQUEST-ID was used before.
    bool isNewRequest(const QString &requestId);
    /// false: the same content came within `window`.
    bool isNewContent(const QString &key, std::chrono::milliseconds window);
    void forgetContent(const QString &key) { m_content.remove(key); }

    /// Business keys such as "link:<hip>|<address>|<context>": a test asserts that each is 1.
    void effect(const QString &key) { ++m_effects[key]; }
    void called(const QString &operation) { ++m_calls[operation]; }
    QJsonObject effects() const;
    QJsonObject calls() const;

private:
    const Clock &m_clock;
    QSet<QString> m_requests;
    QHash<QString, std::chrono::milliseconds> m_content;
    QHash<QString, int> m_effects;
    QHash<QString, int> m_calls;
};

}
