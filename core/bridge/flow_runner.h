#pragma once

#include "bridge/counters.h"
#include "bridge/facts_loader.h"
#include "bridge/network_clock.h"
#include "bridge/steady_clock.h"
#include "common/id.h"
#include "storage/change_feed.h"
#include "storage/inbox.h"
#include "storage/outbox.h"

#include <QHash>
#include <QSet>

#include <functional>
#include <vector>

namespace nadi::bridge
{

/// Works the inbox and the wake-up times: one message, one flow, one step, all of it or nothing (S-O1). Blocking;
/// belongs to the thread of its connection.
class FlowRunner
{
public:
    struct Parts
    {
        const Clock &clock;
        const SteadyClock &steady;
        const NetworkClock &network;
        IdSource &ids;
        Random &random;
        Counters &counters;
        /// Somebody should look again: called after each commit.
        std::function<void(storage::Topic)> ring;
        /// The flow wants to wake after this long (by the monotonic clock), or, when unset, not at all.
        std::function<void(const FlowId &, std::optional<std::chrono::milliseconds>)> wakeIn;
        BridgeIdentity identity;
        /// Gives an answer to the HTTP response that waits for it; false when none does (any more).
        std::function<bool(const flows::AnswerInBody &, std::chrono::milliseconds after)> answerInBody = {};
    };

    FlowRunner(storage::Connection &db, Parts parts);

    /// Works on the oldest message. false: there was none. A failure means the database; try again later.
    Result<bool> workOnce();
    /// Works on the oldest messages, `most` of them or fewer, each in a savepoint of its own, with one commit for all:
    /// what waited together waits for the disk together. How many it were; announced after the commit. On PostgreSQL
    /// one by one: other programs write there at the same time, and locks that are held longer meet theirs.
    Result<int> workTogether(int most);
    /// Steps a flow whose time has come.
    Done wake(const FlowId &flow);
    /// Callbacks of the last day that answered no call we knew are tried once more (B27).
    Done retryUnmatched();

private:
    struct Target
    {
        std::optional<storage::FlowRow> flow; ///< none: nothing to step
        std::optional<flows::Event> event;
        QString quarantine; ///< reason code, when nobody may have it
    };
    /// What the programs around hear of a step once it is committed.
    struct News
    {
        FlowId flow;
        std::optional<std::chrono::milliseconds> wakeIn;
        QSet<storage::Topic> touched;
        std::function<void()> afterCommit;
    };
    Result<int> tryTogether(int most);
    Done workOn(const storage::InboxMessage &message);
    Result<Target> targetOf(const storage::InboxMessage &message);
    Result<Target> targetOfCallback(const storage::InboxMessage &message);
    Result<Target> targetOfSharedAnswer(const storage::InboxMessage &message);
    Result<Target> shareAnswer(const storage::InboxMessage &callback, const QList<storage::OutboxMessage> &calls);
    bool isForeign(const storage::InboxMessage &message, const storage::FlowRow &flow);
    Result<storage::FlowRow> openFlow(
        const QString &kind, const QString &key, const QJsonObject &state, const FacilityId &facility, UtcTime now);
    Result<FacilityId> facilityOf(const storage::InboxMessage &message, const abdm::Callback &callback);
    Done step(storage::FlowRow &flow, const flows::Event &event, const storage::InboxMessage *message);
    Done stepCaught(storage::FlowRow &flow, const flows::Event &event, const storage::InboxMessage *message);
    void announce();
    void answerInBody(const FlowId &flow, const FacilityId &facility, const flows::AnswerInBody &answer);
    double jitter();

    storage::Connection &m_db;
    Parts m_parts;
    QHash<qint64, int> m_tries;
    std::vector<News> m_news; ///< of the steps since the last commit
};

}
