#include "flows/token_renewal_state.h"

#include "flows/state_json.h"

namespace nadi::flows
{
namespace
{

using namespace Qt::StringLiterals;
using P = RenewalPhase;

constexpr std::array phases{
    Word<P>{P::Ready, "ready"_L1},
    Word<P>{P::Waiting, "waiting"_L1},
    Word<P>{P::Paused, "paused"_L1},
    Word<P>{P::Renewed, "renewed"_L1},
    Word<P>{P::Stopped, "stopped"_L1},
};

}

QJsonObject TokenRenewalFlow::toJson() const
{
    StateWriter w;
    w.text("phase"_L1, wordOf(phases, phase));
    w.time("oldExpiresAt"_L1, oldExpiresAt);
    w.text("reason"_L1, reason);
    w.text("call"_L1, call);
    w.text("lastTokenKey"_L1, lastTokenKey);
    w.text("savedToken"_L1, savedToken);
    w.number("polls"_L1, polls);
    w.number("pauses"_L1, pauses);
    w.time("askedAt"_L1, askedAt);
    w.time("wakeAt"_L1, wakeAt);
    return w.state();
}

Result<TokenRenewalFlow> TokenRenewalFlow::fromJson(const QJsonObject &state)
{
    StateReader r(state);
    TokenRenewalFlow f;
    f.phase = r.word("phase"_L1, phases);
    f.oldExpiresAt = r.time("oldExpiresAt"_L1);
    f.reason = r.text("reason"_L1);
    f.call = r.text("call"_L1);
    f.lastTokenKey = r.text("lastTokenKey"_L1);
    f.savedToken = r.text("savedToken"_L1);
    f.polls = r.number("polls"_L1);
    f.pauses = r.number("pauses"_L1);
    f.askedAt = r.time("askedAt"_L1);
    f.wakeAt = r.time("wakeAt"_L1);
    if (!f.oldExpiresAt.isSet())
        r.refuse("oldExpiresAt"_L1);
    if (const auto done = r.done(); !done)
        return failed(done);
    return f;
}

}
