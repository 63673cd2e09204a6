#pragma once

#include "bridge/https_server.h"
#include "domain/ids.h"

#include <condition_variable>
#include <mutex>
#include <thread>

namespace nadi::bridge
{

/// HTTP responses that wait a little for the answer of a flow (discovery.answer). A response leaves with the answer, or
/// with 202 when its time is up; never twice, and never before the callback is stored (S-C8): a slow disk keeps it
/// longer than its time. Thread-safe, with a thread of its own: a busy engine must not hold the gateway's connection.
class BodyAnswers
{
public:
    using Respond = std::function<void(HttpResponse)>;

    explicit BodyAnswers(std::chrono::milliseconds patience);
    ~BodyAnswers();

    /// Before the callback is stored, so that no answer is faster than its waiting place. false: there is no place, or
    /// somebody waits under this name already; then nothing is kept and nobody is answered from here.
    [[nodiscard]] bool expect(const RequestId &request, Respond respond);
    /// The callback is safe: 202 may leave when the time is up.
    void stored(const RequestId &request);
    /// The callback was a repeat, or could not be stored: gives `response` now, unless it was answered.
    void release(const RequestId &request, const HttpResponse &response);
    /// The answer, to leave after `after`; false when nobody waits that long (any more).
    bool give(const RequestId &request, const QByteArray &json, std::chrono::milliseconds after);

private:
    using Time = std::chrono::steady_clock::time_point;
    struct Waiting
    {
        Respond respond;
        Time until;
        bool stored = false;
        HttpResponse response; ///< until the answer is there, what is true without one
    };
    void run();

    const std::chrono::milliseconds m_patience;
    std::mutex m_lock;
    std::condition_variable m_wake;
    QHash<RequestId, Waiting> m_waiting;
    bool m_stopping = false;
    std::thread m_thread;
};

}
