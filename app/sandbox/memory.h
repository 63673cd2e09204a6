#pragma once

#include "common/clock.h"

#include <QHash>
#include <QJsonArray>
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
    QJsonObject effects() const;

    /// One line per call that reached the network: path, REQUEST-ID, facility and status; never a body.
    void called(QJsonObject line);
    const QJsonArray &calls() const { return m_calls; }
    void clear();

private:
    const Clock &m_clock;
    QSet<QString> m_requests;
    QHash<QString, std::chrono::milliseconds> m_content;
    QHash<QString, int> m_effects;
    QJsonArray m_calls;
};

}
