#pragma once

#include "domain/ids.h"

#include <QHash>

#include <chrono>
#include <map>
#include <optional>

namespace nadi::bridge
{

/// Wake-up times of flows by the monotonic clock: a jump of the wall clock neither fires nor starves one (S-M3).
class WakeQueue
{
public:
    using Time = std::chrono::milliseconds;

    void set(const FlowId &flow, Time at)
    {
        clear(flow);
        m_at.insert(flow, at);
        m_queue.emplace(at, flow);
    }
    void clear(const FlowId &flow)
    {
        const auto found = m_at.constFind(flow);
        if (found == m_at.constEnd())
            return;
        auto [from, to] = m_queue.equal_range(*found);
        for (; from != to; ++from)
            if (from->second == flow) {
                m_queue.erase(from);
                break;
            }
        m_at.remove(flow);
    }
    std::optional<Time> next() const { return m_queue.empty() ? std::nullopt : std::optional(m_queue.begin()->first); }
    std::optional<FlowId> takeDue(Time now)
    {
        if (m_queue.empty() || m_queue.begin()->first > now)
            return std::nullopt;
        const FlowId flow = m_queue.begin()->second;
        clear(flow);
        return flow;
    }

private:
    std::multimap<Time, FlowId> m_queue;
    QHash<FlowId, Time> m_at;
};

}
