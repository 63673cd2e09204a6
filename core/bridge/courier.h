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
    /// The messages of one call. More than one only of links: flows/link_company.h.
    using Parcel = QList<storage::OutboxMessage>;
    /// A call that is ours now, or the reason why its message does not leave.
    struct Begun
    {
        Parcel parcel;
        abdm::OutgoingCall call;
        std::optional<CallVerdict> refusal;
    };
    struct Ended
    {
        storage::OutboxMessage message;
        CallVerdict verdict;
    };
    Result<std::vector<Begun>> begin(Lane lane, int most);
    Begun prepare(const storage::OutboxMessage &message);
    Parcel withCompany(const storage::OutboxMessage &first);
    Done beginAttempts(const Parcel &parcel, const RequestId &request);
    void start(const Begun &begun);
    void finish(const Parcel &parcel, const abdm::CallAnswer &answer);
    void settle(const QList<Ended> &ended, const QByteArray &body, const PatientId &patient = {});
    Done store(const QList<Ended> &ended, const QByteArray &body, const PatientId &patient);
    Done storeOne(const Ended &ended, int together, const QByteArray &body, const PatientId &patient);
    void settleAnswered();
    Done requeueUnknown();
    void release(Lane lane);
    void armTimer();
    double jitter();
    AttemptInfo infoOf(const storage::OutboxMessage &message, double chance) const;
    void repeated(const RequestId &first, const RequestId &second);

    Parts m;
    ClockWatch m_clockWatch;
    std::array<LaneState, laneCount> m_lanes;
    QHash<RequestId, Parcel> m_sending;
    std::vector<std::pair<QList<Ended>, QByteArray>>
        m_answered; ///< by the gateway, each with its body; not settled yet
    QTimer m_timer;
    bool m_looking = false;
    bool m_maySend = false; ///< until the database has said so
};

}
