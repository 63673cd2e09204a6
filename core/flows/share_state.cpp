#include "flows/share_state.h"

#include "flows/start.h"
#include "flows/state_json.h"

namespace nadi::flows
{
namespace
{

using namespace Qt::StringLiterals;
using P = SharePhase;

constexpr std::array phases{
    Word<P>{P::Ready, "ready"_L1},
    Word<P>{P::Answering, "answering"_L1},
    Word<P>{P::Answered, "answered"_L1},
    Word<P>{P::Unanswered, "unanswered"_L1},
};

}

QJsonObject ShareFlow::toJson() const
{
    StateWriter w;
    w.text("phase"_L1, wordOf(phases, phase));
    w.text("share"_L1, share.value());
    w.text("call"_L1, call);
    w.text("reason"_L1, reason);
    return w.state();
}

Result<ShareFlow> ShareFlow::fromJson(const QJsonObject &state)
{
    StateReader r(state);
    ShareFlow f;
    f.phase = r.word("phase"_L1, phases);
    f.share = ShareId(r.text("share"_L1));
    f.call = r.text("call"_L1);
    f.reason = r.text("reason"_L1);
    if (const auto done = r.done(); !done)
        return failed(done);
    return f;
}

QJsonObject shareStart()
{
    return ShareFlow().toJson();
}

}
