#include "abdm/endpoint.h"
#include "abdm/gateway_error.h"
#include "abdm/json_reader.h"

#include <algorithm>
#include <array>

namespace nadi::abdm
{
namespace
{
template <size_t N>
bool oneOf(QStringView code, const std::array<QStringView, N> &codes)
{
    return std::find(codes.begin(), codes.end(), code) != codes.end();
}

// 8.3 and 8.4. 1108 also means "internal service unavailable": a duplicate only as the answer to on-confirm.
constexpr std::array<QStringView, 13> duplicates{u"1087", u"1090", u"1091", u"1092", u"1093", u"1094", u"1095", u"1103",
    u"1104", u"1105", u"1106", u"1107", u"1113"};
constexpr std::array<QStringView, 6> passing{u"1007", u"1019", u"1022", u"1024", u"1048", u"2429"};
constexpr std::array<QStringView, 2> expired{u"900901", u"900902"};
constexpr std::array<int, 6> passingStatus{408, 429, 500, 502, 503, 504};
}

RefusalClass classify(const GatewayRefusal &refusal, QStringView operation)
{
    const auto code = bareCode(refusal.code);
    if (oneOf(code, expired) || refusal.httpStatus == 401)
        return RefusalClass::TokenExpired;
    if (code == u"1027")
        return RefusalClass::BlockedForADay;
    if (code == u"1006" && operation == operation::contextNotify)
        return RefusalClass::TooEarly;
    if (code == u"1056" && operation == operation::linkCareContext)
        return RefusalClass::AlreadyDone;
    if (code == u"1108" && operation == operation::onLinkConfirm)
        return RefusalClass::AlreadyDone;
    // 4.2: the duplicate answer was also seen as ABDM-9999 with that text.
    if (oneOf(code, duplicates) || (code == u"9999" && refusal.message.contains(u"duplicate", Qt::CaseInsensitive)))
        return RefusalClass::AlreadyDone;
    const bool busy = std::find(passingStatus.begin(), passingStatus.end(), refusal.httpStatus) != passingStatus.end();
    return busy || oneOf(code, passing) ? RefusalClass::Retry : RefusalClass::Final;
}

}
