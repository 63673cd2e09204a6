#pragma once

#include <QByteArray>

#include <cstddef>
#include <span>

namespace nadi
{

/// Where randomness comes from. Keys and nonces only ever come from SystemRandom; tests pass a seeded one.
class Random
{
public:
    virtual ~Random() = default;
    virtual void fill(std::span<std::byte> out) = 0;

    QByteArray bytes(qsizetype count);
};

/// The operating system's generator.
class SystemRandom final : public Random
{
public:
    void fill(std::span<std::byte> out) override;
};

}
