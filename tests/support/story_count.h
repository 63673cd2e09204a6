#pragma once

#include <QtGlobal>

#include <algorithm>

namespace nadi::test
{

/// How many of `all` seeded stories a simulation tells. NADI_STORIES is a percentage, for a long night (1000) or a slow
/// machine (5). Under a sanitizer a step costs about ten times as much: a tenth, when nobody says otherwise.
inline int storiesOf(int all)
{
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    constexpr int usual = 10;
#else
    constexpr int usual = 100;
#endif
    const int percent = qEnvironmentVariableIntValue("NADI_STORIES");
    return std::max(1, all * (percent > 0 ? percent : usual) / 100);
}

}
