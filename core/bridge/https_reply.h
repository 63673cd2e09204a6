#pragma once

// Private to https_session.cpp.

#include "bridge/https_session.h"

#include <utility>

namespace nadi::bridge
{

/// One answer to one request, from any thread; a handler that lost it answers 500 (S-B8).
class Reply
{
public:
    Reply(std::weak_ptr<Core> core, std::weak_ptr<Session> session)
        : m_core(std::move(core))
        , m_session(std::move(session))
    {
    }
    ~Reply()
    {
        if (!m_given) {
            HttpResponse response;
            response.status = 500;
            give(std::move(response));
        }
    }
    Reply(const Reply &) = delete;
    Reply &operator=(const Reply &) = delete;

    void give(HttpResponse response)
    {
        if (m_given.exchange(true))
            return;
        const auto core = m_core.lock(); // first: the session may not outlive it
        const auto session = m_session.lock();
        if (!core || !session || core->stopping)
            return;
        session->give(std::move(response));
    }

private:
    std::weak_ptr<Core> m_core;
    std::weak_ptr<Session> m_session;
    std::atomic<bool> m_given = false;
};

}
