#pragma once

#include "common/utc_time.h"

namespace nadi
{

/// Where "now" comes from. Passed in everywhere, so that tests own time.
class Clock
{
public:
    virtual ~Clock() = default;
    virtual UtcTime now() const = 0;
    /// Never jumps with the wall clock (S-M3); only differences mean something.
    virtual std::chrono::milliseconds monotonic() const = 0;
};

class SystemClock final : public Clock
{
public:
    UtcTime now() const override;
    std::chrono::milliseconds monotonic() const override;
};

}
