#include "flows/consent_state.h"

#include "flows/start.h"
#include "flows/state_json.h"

namespace nadi::flows
{
namespace
{

using namespace Qt::StringLiterals;
using P = ConsentPhase;

constexpr std::array phases{
    Word<P>{P::Ready, "ready"_L1},
    Word<P>{P::Granted, "granted"_L1},
    Word<P>{P::Unusable, "unusable"_L1},
    Word<P>{P::Revoked, "revoked"_L1},
    Word<P>{P::Expired, "expired"_L1},
    Word<P>{P::Refused, "refused"_L1},
};

}

QJsonObject ConsentFlow::toJson() const
{
    StateWriter w;
    w.text("phase"_L1, wordOf(phases, phase));
    w.text("consent"_L1, consent.value());
    w.text("reason"_L1, reason);
    w.text("call"_L1, call);
    w.number("calls"_L1, calls);
    w.flag("acknowledges"_L1, acknowledges);
    w.flag("accepted"_L1, accepted);
    w.flag("acknowledgedEnd"_L1, acknowledgedEnd);
    w.time("eraseAt"_L1, eraseAt);
    w.time("wakeAt"_L1, wakeAt);
    return w.state();
}

Result<ConsentFlow> ConsentFlow::fromJson(const QJsonObject &state)
{
    StateReader r(state);
    ConsentFlow f;
    f.phase = r.word("phase"_L1, phases);
    f.consent = ConsentId(r.text("consent"_L1));
    f.reason = r.text("reason"_L1);
    f.call = r.text("call"_L1);
    f.calls = r.number("calls"_L1);
    f.acknowledges = r.flag("acknowledges"_L1);
    f.accepted = r.flag("accepted"_L1);
    f.acknowledgedEnd = r.flag("acknowledgedEnd"_L1);
    f.eraseAt = r.time("eraseAt"_L1);
    f.wakeAt = r.time("wakeAt"_L1);
    if (f.consent.isEmpty())
        r.refuse("consent"_L1);
    if (const auto done = r.done(); !done)
        return failed(done);
    return f;
}

QJsonObject consentStart(const ConsentId &consent)
{
    ConsentFlow f;
    f.consent = consent;
    return f.toJson();
}

bool acknowledgementAccepted(const QJsonObject &consentState)
{
    // A state that cannot be read lets nothing out.
    const auto f = ConsentFlow::fromJson(consentState);
    return f && f->phase == ConsentPhase::Granted && f->accepted;
}

}
