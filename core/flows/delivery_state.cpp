#include "flows/delivery_state.h"

#include "domain/neutral_display.h"
#include "flows/state_json.h"

namespace nadi::flows
{
namespace
{

using namespace Qt::StringLiterals;
using P = DeliveryPhase;

constexpr std::array phases{
    Word<P>{P::Ready, "ready"_L1},
    Word<P>{P::Held, "held"_L1},
    Word<P>{P::Paused, "paused"_L1},
    Word<P>{P::TokenQueued, "token-queued"_L1},
    Word<P>{P::TokenRequested, "token-requested"_L1},
    Word<P>{P::LinkQueued, "link-queued"_L1},
    Word<P>{P::LinkSubmitted, "link-submitted"_L1},
    Word<P>{P::Linked, "linked"_L1},
    Word<P>{P::Announced, "announced"_L1},
    Word<P>{P::InviteQueued, "invite-queued"_L1},
    Word<P>{P::InviteSubmitted, "invite-submitted"_L1},
    Word<P>{P::Invited, "invited"_L1},
    Word<P>{P::Attention, "attention"_L1},
    Word<P>{P::Withdrawn, "withdrawn"_L1},
    Word<P>{P::GaveUp, "gave-up"_L1},
};

}

Result<QString> DeliveryFlow::display() const
{
    return visit ? neutralVisitDisplay(issuedOn) : neutralDisplay(hiType, issuedOn);
}

QJsonObject DeliveryFlow::toJson() const
{
    StateWriter w;
    w.text("phase"_L1, wordOf(phases, phase));
    w.text("careContext"_L1, careContext.value());
    w.flag("visit"_L1, visit);
    w.text("hiType"_L1, toWire(hiType));
    w.text("issuedOn"_L1, issuedOn.toString(Qt::ISODate));
    w.text("patientReference"_L1, patientReference);
    w.text("reason"_L1, reason);
    w.text("call"_L1, call);
    w.number("linkCalls"_L1, linkCalls);
    w.number("notifyCalls"_L1, notifyCalls);
    w.number("inviteCalls"_L1, inviteCalls);
    w.text("lastTokenKey"_L1, lastTokenKey);
    w.text("savedToken"_L1, savedToken);
    w.number("tokenDrops"_L1, tokenDrops);
    w.number("notifyTries"_L1, notifyTries);
    w.number("polls"_L1, polls);
    w.number("pauses"_L1, pauses);
    w.text("lateFailure"_L1, lateFailure);
    w.number("toldAttempt"_L1, toldAttempt);
    w.flag("mayInvite"_L1, mayInvite);
    w.flag("alone"_L1, alone);
    w.flag("submitted"_L1, submitted);
    w.flag("overdueTold"_L1, overdueTold);
    w.flag("opened"_L1, opened);
    w.flag("awaitingLate"_L1, awaitingLate);
    w.time("activeSince"_L1, activeSince);
    w.time("waitingSince"_L1, waitingSince);
    w.time("wakeAt"_L1, wakeAt);
    return w.state();
}

Result<DeliveryFlow> DeliveryFlow::fromJson(const QJsonObject &state)
{
    StateReader r(state);
    DeliveryFlow f;
    f.phase = r.word("phase"_L1, phases);
    f.careContext = CareContextRef(r.text("careContext"_L1));
    f.visit = r.flag("visit"_L1);
    const auto type = hiTypeFromWire(r.text("hiType"_L1));
    f.hiType = type.value_or(HiType::Prescription);
    f.issuedOn = QDate::fromString(r.text("issuedOn"_L1), Qt::ISODate);
    f.patientReference = r.text("patientReference"_L1);
    f.reason = r.text("reason"_L1);
    f.call = r.text("call"_L1);
    f.linkCalls = r.number("linkCalls"_L1);
    f.notifyCalls = r.number("notifyCalls"_L1);
    f.inviteCalls = r.number("inviteCalls"_L1);
    f.lastTokenKey = r.text("lastTokenKey"_L1);
    f.savedToken = r.text("savedToken"_L1);
    f.tokenDrops = r.number("tokenDrops"_L1);
    f.notifyTries = r.number("notifyTries"_L1);
    f.polls = r.number("polls"_L1);
    f.pauses = r.number("pauses"_L1);
    f.lateFailure = r.text("lateFailure"_L1);
    f.toldAttempt = r.number("toldAttempt"_L1);
    f.mayInvite = r.flag("mayInvite"_L1);
    f.alone = r.flag("alone"_L1);
    f.submitted = r.flag("submitted"_L1);
    f.overdueTold = r.flag("overdueTold"_L1);
    f.opened = r.flag("opened"_L1);
    f.awaitingLate = r.flag("awaitingLate"_L1);
    f.activeSince = r.time("activeSince"_L1);
    f.waitingSince = r.time("waitingSince"_L1);
    f.wakeAt = r.time("wakeAt"_L1);
    if (!type)
        r.refuse("hiType"_L1);
    if (!f.issuedOn.isValid())
        r.refuse("issuedOn"_L1);
    if (f.careContext.isEmpty())
        r.refuse("careContext"_L1);
    if (const auto done = r.done(); !done)
        return failed(done);
    return f;
}

}
