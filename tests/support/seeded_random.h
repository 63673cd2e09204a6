#pragma once

#include "common/random.h"

#include <random>

namespace nadi::test
{

/// The same seed gives the same bytes on every machine.
class SeededRandom final : public Random
{
public:
    explicit SeededRandom(quint64 seed)
        : m_engine(seed)
    {
    }
    void fill(std::span<std::byte> out) override
    {
        for (auto &b : out)
            b = std::byte(m_engine() & 0xff);
    }
    quint64 next() { return m_engine(); }

private:
    std::mt19937_64 m_engine;
};

}
