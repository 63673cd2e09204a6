#pragma once

#include "domain/clinic.h"
#include "domain/share.h"
#include "storage/connection.h"

#include <chrono>
#include <optional>

namespace nadi::storage
{

/// One scan as it came.
struct ShareArrival
{
    FacilityId facility;
    QString counter;
    QString doctorHprId;
    SharedProfile profile;
    std::chrono::milliseconds validity{}; ///< of a new queue token
};

/// The queue of one counter on one clinic day.
struct CounterQueue
{
    int issued = 0; ///< numbers given so far
    int running = 0; ///< the highest number the desk has taken; 0 before the first
    int taken = 0;
    UtcTime firstTakenAt;
    UtcTime lastTakenAt;
};

/// Shares and their queue tokens, sealed; the same person is found by keyed hash of the ABHA address.
class ShareRepository
{
public:
    explicit ShareRepository(Connection &db)
        : m_db(db)
    {
    }
    /// The share with its queue token: the person's living one at this counter, counted once more, or a new one with
    /// the next number. Unique and gap-free per facility, counter and day, whoever asks at the same time (S-O11): the
    /// number is taken in the caller's transaction and the counter's row stays locked until that ends.
    Result<Share> receive(const ShareId &newId, const ShareArrival &arrival, QDate day, UtcTime now);
    /// What the gateway said to the on-share of one scan.
    Done noteAnswer(const ShareId &id, const QString &code);
    Result<Share> share(const ShareId &id) const;
    /// Waiting first, then the decided ones; in both the newest scan first. `since` bounds the latest scan.
    Result<QList<Share>> latest(const FacilityId &facility, UtcTime since, int limit) const;
    /// Of this person at this facility, waiting.
    Result<QList<Share>> waitingOf(const FacilityId &facility, const AbhaAddress &address) const;
    /// Stores outcome, patient, reason and decidedAt of `share`, moves the counter's running number, audits. Fails with
    /// DB-STALE (Conflict).
    Done decide(const Share &share, const Actor &actor, UtcTime now);
    /// Without a number issued that day: all zero.
    Result<CounterQueue> queue(const FacilityId &facility, const QString &counter, QDate day) const;
    /// Time of the latest scan at the facility, for "nothing arrives" (B43).
    Result<std::optional<UtcTime>> lastReceived(const FacilityId &facility) const;

    /// Forgets shares whose latest scan is older: what the desk made of them is in the files; who was sent away leaves
    /// nothing. Numbers given stay. Count.
    Result<int> purge(UtcTime before);

    /// The person took the ABHA away (B40): its values go from all shares of this file, of those merged into it, and of
    /// nobody's file yet under one of `abha` (numbers as digits, addresses). Who still waits is dismissed: the row can
    /// be attached to nothing any more.
    Done forgetAbha(const PatientId &patient, const QStringList &abha, UtcTime now);
    /// After a restore: today's numbers of every counter go on `ahead` further, also where the backup knows none yet.
    Done skipNumbers(int ahead, UtcTime now);

    /// Counters that have a poster.
    Result<QStringList> counters(const FacilityId &facility) const;
    Done saveCounters(const FacilityId &facility, const QStringList &counters);

private:
    Connection &m_db;
};

}
