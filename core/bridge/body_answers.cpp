#include "bridge/body_answers.h"

#include <algorithm>
#include <vector>

namespace nadi::bridge
{

namespace
{

constexpr qsizetype mostWaiting = 1'000; // more than any gateway asks at once; the others get their 202 when stored

HttpResponse notStored()
{
    HttpResponse response;
    response.status = 503;
    return response;
}

}

BodyAnswers::BodyAnswers(std::chrono::milliseconds patience)
    : m_patience(patience)
    , m_thread([this] { run(); })
{
}

BodyAnswers::~BodyAnswers()
{
    {
        const std::scoped_lock guard(m_lock);
        m_stopping = true;
    }
    m_wake.notify_one();
    m_thread.join();
    for (const auto &waiting : std::as_const(m_waiting))
        waiting.respond(waiting.response);
}

bool BodyAnswers::expect(const RequestId &request, Respond respond)
{
    const std::scoped_lock guard(m_lock);
    if (m_waiting.size() >= mostWaiting || m_waiting.contains(request))
        return false;
    m_waiting.insert(request, {std::move(respond), std::chrono::steady_clock::now() + m_patience, false, notStored()});
    return true;
}

void BodyAnswers::stored(const RequestId &request)
{
    const std::scoped_lock guard(m_lock);
    const auto found = m_waiting.find(request);
    if (found == m_waiting.end() || found->stored)
        return;
    found->stored = true;
    found->response = {};
    m_wake.notify_one();
}

void BodyAnswers::release(const RequestId &request, const HttpResponse &response)
{
    std::optional<Waiting> waiting;
    {
        const std::scoped_lock guard(m_lock);
        if (m_waiting.contains(request))
            waiting = m_waiting.take(request);
    }
    if (waiting)
        waiting->respond(response);
}

bool BodyAnswers::give(const RequestId &request, const QByteArray &json, std::chrono::milliseconds after)
{
    const std::scoped_lock guard(m_lock);
    const auto found = m_waiting.find(request);
    const auto when = std::chrono::steady_clock::now() + after;
    if (found == m_waiting.end() || when >= found->until)
        return false;
    found->response.status = 200;
    found->response.contentType = "application/json";
    found->response.body = json;
    found->stored = true; // who answers has read it there
    found->until = when;
    m_wake.notify_one();
    return true;
}

void BodyAnswers::run()
{
    std::unique_lock guard(m_lock);
    while (!m_stopping) {
        const auto now = std::chrono::steady_clock::now();
        std::vector<Waiting> due;
        auto next = Time::max();
        for (auto it = m_waiting.begin(); it != m_waiting.end();) {
            if (it->stored && it->until <= now) {
                due.push_back(std::move(*it));
                it = m_waiting.erase(it);
                continue;
            }
            if (it->stored)
                next = std::min(next, it->until);
            ++it;
        }
        if (!due.empty()) {
            guard.unlock();
            for (auto &one : due)
                one.respond(std::move(one.response));
            guard.lock();
            continue;
        }
        if (next == Time::max())
            m_wake.wait(guard);
        else
            m_wake.wait_until(guard, next);
    }
}

}
