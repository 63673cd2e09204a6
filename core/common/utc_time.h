#pragma once

#include "common/result.h"

#include <QDateTime>
#include <QHash>
#include <QMetaType>

#include <chrono>
#include <compare>

namespace nadi
{

/// An instant in UTC with millisecond resolution. Everything inside is UTC (rule R9); only ui/ shows clinic time.
class UtcTime
{
public:
    constexpr UtcTime() = default;
    static constexpr UtcTime fromMs(qint64 msSinceEpoch) { return UtcTime(msSinceEpoch); }
    static UtcTime fromDateTime(const QDateTime &time) { return UtcTime(time.toMSecsSinceEpoch()); }

    /// Reads what gateways really send: with or without 'Z' (then UTC), an offset, a space instead of 'T', 0 to 9
    /// fraction digits, a date alone. Fails with TIME-FORMAT. Source: abdm-v3-gateway.md 1.5, S-C7.
    static Result<UtcTime> parse(QStringView text);

    constexpr qint64 ms() const { return m_ms; }
    /// "2026-02-12T09:41:07.512Z": the only form the gateway takes (S-M1).
    QString toIso() const;
    QDateTime toDateTime() const { return QDateTime::fromMSecsSinceEpoch(m_ms, Qt::UTC); }
    constexpr bool isSet() const { return m_ms != 0; }

    friend constexpr auto operator<=>(UtcTime, UtcTime) = default;
    friend constexpr UtcTime operator+(UtcTime t, std::chrono::milliseconds d) { return UtcTime(t.m_ms + d.count()); }
    friend constexpr UtcTime operator-(UtcTime t, std::chrono::milliseconds d) { return UtcTime(t.m_ms - d.count()); }
    friend constexpr std::chrono::milliseconds operator-(UtcTime a, UtcTime b)
    {
        return std::chrono::milliseconds(a.m_ms - b.m_ms);
    }
    friend size_t qHash(UtcTime t, size_t seed = 0) { return ::qHash(t.m_ms, seed); }

private:
    constexpr explicit UtcTime(qint64 ms)
        : m_ms(ms)
    {
    }
    qint64 m_ms = 0;
};

}

Q_DECLARE_METATYPE(nadi::UtcTime)
