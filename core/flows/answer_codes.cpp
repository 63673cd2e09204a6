#include "flows/answer_codes.h"

#include <algorithm>
#include <array>

namespace nadi::flows
{
namespace
{

using namespace Qt::StringLiterals;

template <size_t N>
bool isOneOf(const QString &code, const std::array<QLatin1StringView, N> &codes)
{
    return std::find(codes.begin(), codes.end(), code) != codes.end();
}

}

bool meansAlreadyReceived(const QString &code)
{
    // The last three: duplicate on-discover, on-init, on-confirm (5.1, 5.3, 5.4).
    static constexpr std::array codes{
        "ABDM-1090"_L1, "ABDM-1092"_L1, "ABDM-1094"_L1, "ABDM-1113"_L1, "ABDM-1106"_L1, "ABDM-1107"_L1, "ABDM-1108"_L1};
    return isOneOf(code, codes);
}

bool meansOwnCallReceived(const QString &code)
{
    return meansAlreadyReceived(code) && !meansTryLater(code);
}

bool meansBadLinkToken(const QString &code)
{
    static constexpr std::array codes{"ABDM-1026"_L1, "ABDM-1038"_L1, "ABDM-1062"_L1, "ABDM-1063"_L1, "ABDM-1066"_L1};
    return isOneOf(code, codes);
}

bool meansTryLater(const QString &code)
{
    static constexpr std::array codes{"ABDM-1000"_L1, "ABDM-1007"_L1, "ABDM-1011"_L1, "ABDM-1018"_L1, "ABDM-1019"_L1,
        "ABDM-1020"_L1, "ABDM-1022"_L1, "ABDM-1024"_L1, "ABDM-1028"_L1, "ABDM-1029"_L1, "ABDM-1034"_L1, "ABDM-1045"_L1,
        "ABDM-1048"_L1, "ABDM-1108"_L1, "ABDM-1109"_L1, "ABDM-1200"_L1, "ABDM-1201"_L1, "ABDM-1202"_L1, "ABDM-1205"_L1,
        "ABDM-1401"_L1, "ABDM-2429"_L1};
    return isOneOf(code, codes);
}

bool mayConcernOneOfSeveral(const QString &code)
{
    static constexpr std::array ofAll{"ABDM-1012"_L1, "ABDM-1013"_L1, "ABDM-1021"_L1, "ABDM-1023"_L1, "ABDM-1025"_L1,
        "ABDM-1031"_L1, "ABDM-1032"_L1, "ABDM-1035"_L1, "ABDM-1036"_L1, "ABDM-1043"_L1, "ABDM-1051"_L1, "ABDM-1055"_L1,
        "ABDM-1125"_L1, "ABDM-1170"_L1, "ABDM-1207"_L1, "ABDM-1407"_L1, "ABDM-2402"_L1, "ABDM-2403"_L1, "ABDM-2404"_L1,
        "ABDM-2500"_L1};
    if (meansBadLinkToken(code) || meansTryLater(code) || meansOwnCallReceived(code) || isOneOf(code, ofAll))
        return false;
    // An empty 400 is a rule of the body too (4.2); CB-STATUS is a callback that names no code at all.
    return code.startsWith("ABDM-"_L1) || code == "HTTP-400"_L1 || code == "CB-STATUS"_L1;
}

bool isGatewayRefusal(const QString &code)
{
    // Retried answers keep their code when the retries end: being late is not being refused.
    static constexpr std::array passing{"HTTP-401"_L1, "HTTP-408"_L1, "HTTP-429"_L1};
    return (code.startsWith("ABDM-"_L1) && !meansTryLater(code))
        || (code.startsWith("HTTP-4"_L1) && !isOneOf(code, passing));
}

}
