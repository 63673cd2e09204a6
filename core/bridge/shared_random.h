#pragma once

#include "common/random.h"

#include <mutex>

namespace nadi::bridge
{

/// One source of randomness for the bridge's threads.
class SharedRandom final : public Random
{
public:
    explicit SharedRandom(Random &random)
        : m_random(random)
    {
    }
    void fill(std::span<std::byte> out) override
    {
        const std::scoped_lock guard(m_lock);
        m_random.fill(out);
    }

private:
    std::mutex m_lock;
    Random &m_random;
};

}
