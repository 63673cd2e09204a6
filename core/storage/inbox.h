#pragma once

#include "common/utc_time.h"
#include "domain/ids.h"
#include "storage/connection.h"

#include <QHash>
#include <QJsonObject>

#include <optional>

namespace nadi::storage
{

enum class InboxState { New, Done, Failed, Quarantined };

/// Something that happened and must be worked on exactly once: a callback of the gateway, or an event written by the
/// window ("clinic") or the courier. `body` keeps received bytes as they came, sealed.
struct InboxMessage
{
    qint64 sequence = 0; ///< order of truth, given by the database
    QString source; ///< "gateway", "clinic", "courier"
    QString route; ///< callback path, or event word
    RequestId request; ///< REQUEST-ID of the callback; a fresh uuid for own events
    FacilityId facility;
    FlowId flow; ///< set when the sender knows the flow
    QByteArray body;
    UtcTime receivedAt;
    InboxState state = InboxState::New;
    int attempts = 0;
    QString errorCode;
};

enum class InboxPut { Stored, Repeat, Again /* a failed one is worked on once more, S-C6 */ };

class Inbox
{
public:
    explicit Inbox(Connection &db)
        : m_db(db)
    {
    }
    /// Durable when the surrounding transaction is committed. Repeats by (route, request) change nothing.
    Result<InboxPut> put(const InboxMessage &message);
    /// The oldest new message; per flow strictly in order. nullopt when there is none. One that does not open becomes
    /// Failed on the way.
    Result<std::optional<InboxMessage>> next(UtcTime now);
    Done finish(qint64 sequence, InboxState state, const QString &errorCode, UtcTime now);
    /// The bytes go, the fact stays: for what must not be kept after it was worked on.
    Done forgetBody(qint64 sequence);
    /// New again, for replay after a configuration fix (B28) or a handler crash.
    Done reopen(qint64 sequence);
    /// All that were quarantined for this reason and came after `since` are new again. Count.
    Result<int> reopenQuarantined(const QString &errorCode, UtcTime since);
    /// How many are quarantined for this reason, by the facility they named.
    Result<QHash<QString, int>> quarantinedFor(const QString &errorCode) const;
    /// Those that named `named` are new again, for our `facility` (B28). Count.
    Result<int> reopenQuarantinedFor(const QString &errorCode, const FacilityId &named, const FacilityId &facility);
    Result<QList<InboxMessage>> inState(InboxState state, int limit) const;
    /// How many per state word, for status pages.
    Result<QHash<QString, int>> counts() const;
    /// Forgets messages that were finished before `done` (dedupe memory, 7 days), and those that failed or were
    /// quarantined before `shelved` (30 days): until then a person may replay them.
    Result<int> purge(UtcTime done, UtcTime shelved);

private:
    Connection &m_db;
};

}
