#include "flows/facility_link_state.h"

#include "flows/state_json.h"

namespace nadi::flows
{
namespace
{

using namespace Qt::StringLiterals;
using P = FacilityPhase;

constexpr std::array phases{
    Word<P>{P::Ready, "ready"_L1},
    Word<P>{P::SettingUrl, "setting-url"_L1},
    Word<P>{P::Looking, "looking"_L1},
    Word<P>{P::Registering, "registering"_L1},
    Word<P>{P::Proving, "proving"_L1},
    Word<P>{P::Listed, "listed"_L1},
    Word<P>{P::Stopped, "stopped"_L1},
};

}

QJsonObject FacilityLinkFlow::toJson() const
{
    StateWriter w;
    w.text("phase"_L1, wordOf(phases, phase));
    w.text("reason"_L1, reason);
    w.text("call"_L1, call);
    w.number("calls"_L1, calls);
    w.number("polls"_L1, polls);
    w.flag("saidAssociated"_L1, saidAssociated);
    w.flag("waitingTold"_L1, waitingTold);
    w.time("provingSince"_L1, provingSince);
    w.time("wakeAt"_L1, wakeAt);
    return w.state();
}

Result<FacilityLinkFlow> FacilityLinkFlow::fromJson(const QJsonObject &state)
{
    StateReader r(state);
    FacilityLinkFlow f;
    f.phase = r.word("phase"_L1, phases);
    f.reason = r.text("reason"_L1);
    f.call = r.text("call"_L1);
    f.calls = r.number("calls"_L1);
    f.polls = r.number("polls"_L1);
    f.saidAssociated = r.flag("saidAssociated"_L1);
    f.waitingTold = r.flag("waitingTold"_L1);
    f.provingSince = r.time("provingSince"_L1);
    f.wakeAt = r.time("wakeAt"_L1);
    if (const auto done = r.done(); !done)
        return failed(done);
    return f;
}

}
