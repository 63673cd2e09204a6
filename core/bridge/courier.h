#pragma once

#include "bridge/call_verdict.h"
#include "bridge/clock_watch.h"
#include "bridge/code_sender.h"
#include "bridge/counters.h"
#include "bridge/steady_clock.h"
#include "storage/change_feed.h"

#include <QHash>
#include <QTimer>

#include <array>
#include <optional>
#include <vector>

namespace nadi::bridge
{

/// What became of one page at the requester's address.
struct PushResult
{
    abdm::CallAnswer answer;
    PatientId patient;
};

/// Carries outbox messages to the gateway: attempt row first, then the bytes, then outcome and event in one
/// transaction. Consent and data-request acknowledgements have places of their own, so that they never wait behind
/// links or pages (S-Q5); answers to profile shares and to discoveries have others, so that a flood of them takes none
/// of these. While the database says "bridge_paused", nothing leaves (S-B5).
class Courier : public QObject
{
    Q_OBJECT

public:
    struct Parts
    {
        storage::Connection &db;
        abdm::Gateway &gateway;
        const Clock &clock;
        const SteadyClock &steady;
        IdSource &ids;
        Random &random;
        Counters &counters;
        std::chrono::milliseconds lease{30'000};
        int scalePercent = 100;
        std::function<void()> inboxChanged; ///< an event for a flow was written
        std::function<void(const storage::OutboxMessage &)> push; ///< hands a page to its executor; answer by pushed()
        std::function<void(const storage::OutboxMessage &)> sendCode = {}; ///< the same; answer by codeEnded()
    };

    explicit Courier(Parts parts);

    /// After a crash: what was leased is decided anew (S-B2). Only while no other bridge works on this database, and
    /// before the first look.
    Done recover();
    /// Looks for due messages; cheap, call whenever something may have changed.
    void look();
    void pushed(const storage::OutboxMessage &page, const PushResult &result);
    void codeEnded(const storage::OutboxMessage &order, const CodeOutcome &outcome);
    /// A shared database: leases of a bridge that died elsewhere.
    void recoverForeign();

private:
    enum class Lane { Urgent, Share, Discovery, Code, Usual, Push };
    static constexpr std::size_t laneCount = std::size_t(Lane::Push) + 1;
    struct LaneState
    {
        int places = 0;
        int busy = 0;
    };

    static Lane laneOf(QStringView operation);
    static storage::OperationChoice choiceOf(Lane lane);
    LaneState &lane(Lane which) { return m_lanes[std::size_t(which)]; }
    bool maySend();
    void fill(Lane lane);
    /// A message that is ours now, with its call, or the reason why it does not leave.
    struct Begun
    {
        storage::OutboxMessage message;
        abdm::OutgoingCall call;
        std::optional<CallVerdict> refusal;
    };
    struct Answered
    {
        storage::OutboxMessage message;
        CallVerdict verdict;
        QByteArray body;
    };
    Result<std::vector<Begun>> begin(Lane lane, int most);
    Begun prepare(const storage::OutboxMessage &message);
    void start(const Begun &begun);
    void finish(const storage::OutboxMessage &message, const abdm::CallAnswer &answer);
    void settle(const storage::OutboxMessage &message, const CallVerdict &verdict, const QByteArray &body,
        const PatientId &patient = {});
    Done store(const storage::OutboxMessage &message, const CallVerdict &verdict, const QByteArray &body,
        const PatientId &patient);
    void settleAnswered();
    Done requeueUnknown();
    void release(Lane lane);
    void armTimer();
    double jitter();
    AttemptInfo infoOf(const storage::OutboxMessage &message);
    void repeated(const RequestId &first, const RequestId &second);

    Parts m;
    ClockWatch m_clockWatch;
    std::array<LaneState, laneCount> m_lanes;
    QHash<RequestId, storage::OutboxMessage> m_sending;
    std::vector<Answered> m_answered; ///< by the gateway, not settled yet
    QTimer m_timer;
    bool m_looking = false;
    bool m_maySend = false; ///< until the database has said so
};

}
