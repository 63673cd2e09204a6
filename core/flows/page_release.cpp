#include "domain/hip_id.h"
#include "flows/gatekeeper.h"

#include <algorithm>

namespace nadi::flows
{

using namespace Qt::StringLiterals;

QString refusalOfPage(const PushRecord &page, const Facts &facts)
{
    // A page of an older version carries no range: the one granted is then what it may lie in.
    const bool ranged = page.from.isSet() || !facts.consent;
    const ReleaseRequest request{hipIdOf(facts.facility), ranged ? page.from : facts.consent->from,
        ranged ? page.to : facts.consent->to, facts.now, facts.skew};
    const auto release = decide(facts.consent, request, facts.held, facts.servedBefore, facts.consentAccepted);
    const bool released = std::ranges::any_of(release.records,
        [&](const auto &held) { return held.record == page.record && held.careContext == page.careContext; });
    if (released)
        return {};
    return release.refusal.isEmpty() ? u"ABDM-1001"_s : release.refusal;
}

}
