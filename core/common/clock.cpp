#include "common/clock.h"

namespace nadi
{

UtcTime SystemClock::now() const
{
    return UtcTime::fromMs(QDateTime::currentMSecsSinceEpoch());
}

std::chrono::milliseconds SystemClock::monotonic() const
{
    using namespace std::chrono;
    return duration_cast<milliseconds>(steady_clock::now().time_since_epoch());
}

}
