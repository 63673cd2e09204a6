#pragma once

#include "common/result.h"
#include "common/utc_time.h"
#include "domain/words.h"

#include <QJsonObject>

namespace nadi::flows
{

/// Reads the stored state of a flow. An absent member is the default (older states lack newer members); a member of the
/// wrong type, or a phase word nobody knows, fails the whole state: acting on half a state could send twice.
class StateReader
{
public:
    explicit StateReader(const QJsonObject &state)
        : m_state(state)
    {
    }
    QString text(QLatin1StringView key);
    QStringList texts(QLatin1StringView key);
    int number(QLatin1StringView key);
    bool flag(QLatin1StringView key);
    UtcTime time(QLatin1StringView key);

    template <class Enum, size_t N>
    Enum word(QLatin1StringView key, const std::array<Word<Enum>, N> &words)
    {
        const auto text = m_state.value(key).toString();
        for (const auto &row : words)
            if (text == row.word)
                return row.value;
        refuse(key);
        return words.front().value;
    }

    void refuse(QLatin1StringView key);
    /// FLOW-STATE; the detail names the first unreadable member, never its value.
    Done done() const;

private:
    QJsonValue value(QLatin1StringView key, QJsonValue::Type type);
    const QJsonObject &m_state;
    QString m_unreadable;
};

/// Writes a state without the members that hold the default.
class StateWriter
{
public:
    void text(QLatin1StringView key, const QString &value);
    void texts(QLatin1StringView key, const QStringList &values);
    void number(QLatin1StringView key, int value);
    void flag(QLatin1StringView key, bool value);
    void time(QLatin1StringView key, UtcTime value);
    QJsonObject state() const { return m_state; }

private:
    QJsonObject m_state;
};

}
