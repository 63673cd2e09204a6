#pragma once

#include "common/utc_time.h"
#include "domain/ids.h"
#include "storage/connection.h"

#include <QHash>
#include <QJsonObject>

#include <optional>

namespace nadi::storage
{

/// Outcome classes of S-O3. Only Confirmed may show as done.
enum class OutboxState { Pending, Leased, Unknown, Accepted, Confirmed, Refused, Expired, Cancelled, Shelved };

/// One call to be made. What it means is `operation` (a name of core/abdm) and `payload`, sealed.
struct OutboxMessage
{
    qint64 sequence = 0;
    QString businessKey; ///< unique per tenant: "link:<record>"; the same effect is never queued twice
    FlowId flow;
    FacilityId facility;
    QString orderKey; ///< messages of one key leave one after the other (S-O4): "<facility>/<patient>"
    QString operation;
    QJsonObject payload;
    OutboxState state = OutboxState::Pending;
    UtcTime dueAt;
    UtcTime deadline;
    int attempts = 0;
    qint64 fence = 0; ///< grows with every lease; a late worker's write is refused with DB-FENCE
    UtcTime leaseUntil;
    QString firstError; ///< never overwritten
    QString lastError;
    UtcTime createdAt;
};

/// Which operations one kind of worker takes, so that the urgent never wait behind the many (S-Q5).
struct OperationChoice
{
    enum class Take { AllBut, Only };
    Take take = Take::AllBut;
    QStringList operations;
};

class Outbox
{
public:
    explicit Outbox(Connection &db)
        : m_db(db)
    {
    }
    /// false: the business key is already there and nothing was written.
    Result<bool> put(const OutboxMessage &message);
    /// Leases the first due message whose order key is free. nullopt when there is none. One that does not open becomes
    /// Shelved on the way.
    Result<std::optional<OutboxMessage>> lease(UtcTime now, UtcTime leaseUntil, const OperationChoice &choice = {});
    /// Who may leave in the same call as `head`, which is leased. Of a repeat: those that left with it before and wait
    /// again, so that the gateway knows its content. Else those that wait right behind it in its order for the same
    /// operation and never left, at most `most`.
    Result<QList<OutboxMessage>> company(const OutboxMessage &head, int most, UtcTime now) const;
    /// Leases one of them for as long as `head`. Fails with DB-FENCE when somebody else decided.
    Result<OutboxMessage> leaseWith(const OutboxMessage &head, const OutboxMessage &next, UtcTime now);
    /// Written before the bytes leave: ties REQUEST-ID to message and flow for the callback. Several messages may have
    /// one REQUEST-ID.
    Done beginAttempt(const OutboxMessage &leased, const RequestId &request, UtcTime now);
    /// Ends a lease. Pending with a later dueAt is a retry. Fails with DB-FENCE.
    Done settle(const OutboxMessage &leased, OutboxState state, const QString &errorCode, UtcTime dueAt, UtcTime now);
    /// A callback or a person decided: Confirmed, Refused, Cancelled. Frees the order key.
    Done conclude(const QString &businessKey, OutboxState state, const QString &errorCode, UtcTime now);
    /// An Unknown, Accepted or Shelved one leaves once more at `dueAt`: the status question or a person decided so.
    Done requeue(const QString &businessKey, UtcTime dueAt, UtcTime now);
    /// Every attempt's REQUEST-ID finds its message, also after it was retried; of several the one queued first.
    Result<OutboxMessage> byRequest(const RequestId &request) const;
    /// All that left under this REQUEST-ID, as queued; empty when none did.
    Result<QList<OutboxMessage>> together(const RequestId &request) const;
    Result<OutboxMessage> byBusinessKey(const QString &key) const;
    /// Leases that ran out become Unknown (was sent, answer not seen) or Pending (no attempt begun). Count.
    Result<int> recoverLeases(UtcTime now);
    Result<std::optional<UtcTime>> nextDue() const;
    Result<QList<OutboxMessage>> inState(OutboxState state, int limit) const;
    /// How many per state word, for status pages.
    Result<QHash<QString, int>> counts() const;

private:
    struct Leased
    {
        qint64 sequence = 0;
        Result<OutboxMessage> message;
    };
    Result<std::optional<Leased>> leaseFirst(UtcTime now, UtcTime leaseUntil, const OperationChoice &choice);

    Connection &m_db;
};

}
