#pragma once

#include <QJsonObject>

#include <atomic>

namespace nadi::bridge
{

/// What happened since the start: for the health page, the IT monitor and tests. Counts only, no patient data.
struct Counters
{
    std::atomic<qint64> callbacksStored = 0;
    std::atomic<qint64> callbacksRepeated = 0;
    std::atomic<qint64> callbacksQuarantined = 0;
    std::atomic<qint64> strangersRefused = 0; ///< 401
    std::atomic<qint64> malformed = 0; ///< 400
    std::atomic<qint64> throttled = 0; ///< 429 (S-C12)
    std::atomic<qint64> turnedAway = 0; ///< 503: no keys, no room, or the disk failed
    std::atomic<qint64> foreignIdentity = 0; ///< S-C4 lists, also when only observed
    std::atomic<qint64> oddTimestamps = 0; ///< S-C7
    std::atomic<qint64> keyFetches = 0;
    std::atomic<qint64> steps = 0;
    std::atomic<qint64> poisoned = 0;
    std::atomic<qint64> callsSent = 0;
    std::atomic<qint64> pagesPushed = 0;
    std::atomic<qint64> alarms = 0;

    QJsonObject toJson() const
    {
        return QJsonObject{
            {QStringLiteral("callbacksStored"), callbacksStored.load()},
            {QStringLiteral("callbacksRepeated"), callbacksRepeated.load()},
            {QStringLiteral("callbacksQuarantined"), callbacksQuarantined.load()},
            {QStringLiteral("strangersRefused"), strangersRefused.load()},
            {QStringLiteral("malformed"), malformed.load()},
            {QStringLiteral("throttled"), throttled.load()},
            {QStringLiteral("turnedAway"), turnedAway.load()},
            {QStringLiteral("foreignIdentity"), foreignIdentity.load()},
            {QStringLiteral("oddTimestamps"), oddTimestamps.load()},
            {QStringLiteral("keyFetches"), keyFetches.load()},
            {QStringLiteral("steps"), steps.load()},
            {QStringLiteral("poisoned"), poisoned.load()},
            {QStringLiteral("callsSent"), callsSent.load()},
            {QStringLiteral("pagesPushed"), pagesPushed.load()},
            {QStringLiteral("alarms"), alarms.load()},
        };
    }
};

}
