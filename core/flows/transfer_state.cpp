#include "flows/transfer_state.h"

#include "flows/start.h"
#include "flows/state_json.h"

namespace nadi::flows
{
namespace
{

using namespace Qt::StringLiterals;
using P = TransferPhase;

constexpr std::array phases{
    Word<P>{P::Ready, "ready"_L1},
    Word<P>{P::AwaitingConsent, "awaiting-consent"_L1},
    Word<P>{P::Acknowledging, "acknowledging"_L1},
    Word<P>{P::Refusing, "refusing"_L1},
    Word<P>{P::Pushing, "pushing"_L1},
    Word<P>{P::Closing, "closing"_L1},
    Word<P>{P::Done, "done"_L1},
    Word<P>{P::Failed, "failed"_L1},
};

}

QJsonObject TransferFlow::toJson() const
{
    StateWriter w;
    w.text("phase"_L1, wordOf(phases, phase));
    w.text("consent"_L1, consent.value());
    w.text("transaction"_L1, transaction.value());
    w.text("callback"_L1, callback);
    w.time("from"_L1, from);
    w.time("to"_L1, to);
    w.text("pushUrl"_L1, pushUrl);
    w.text("key"_L1, QString::fromLatin1(key));
    w.text("nonce"_L1, QString::fromLatin1(nonce));
    w.time("keyExpiry"_L1, keyExpiry);
    w.text("curve"_L1, curve);
    w.texts("contexts"_L1, contexts);
    w.texts("records"_L1, records);
    w.texts("outcomes"_L1, outcomes);
    w.text("reason"_L1, reason);
    w.text("call"_L1, call);
    w.number("servedBefore"_L1, servedBefore);
    w.number("polls"_L1, polls);
    w.time("receivedAt"_L1, receivedAt);
    w.time("wakeAt"_L1, wakeAt);
    return w.state();
}

Result<TransferFlow> TransferFlow::fromJson(const QJsonObject &state)
{
    StateReader r(state);
    TransferFlow f;
    f.phase = r.word("phase"_L1, phases);
    f.consent = ConsentId(r.text("consent"_L1));
    f.transaction = TransactionId(r.text("transaction"_L1));
    f.callback = r.text("callback"_L1);
    f.from = r.time("from"_L1);
    f.to = r.time("to"_L1);
    f.pushUrl = r.text("pushUrl"_L1);
    f.key = r.text("key"_L1).toLatin1();
    f.nonce = r.text("nonce"_L1).toLatin1();
    f.keyExpiry = r.time("keyExpiry"_L1);
    f.curve = r.text("curve"_L1);
    f.contexts = r.texts("contexts"_L1);
    f.records = r.texts("records"_L1);
    f.outcomes = r.texts("outcomes"_L1);
    f.reason = r.text("reason"_L1);
    f.call = r.text("call"_L1);
    f.servedBefore = r.number("servedBefore"_L1);
    f.polls = r.number("polls"_L1);
    f.receivedAt = r.time("receivedAt"_L1);
    f.wakeAt = r.time("wakeAt"_L1);
    if (f.transaction.isEmpty())
        r.refuse("transaction"_L1);
    if (!f.records.isEmpty() && f.records.size() != f.contexts.size())
        r.refuse("records"_L1);
    if (f.outcomes.size() > f.contexts.size())
        r.refuse("outcomes"_L1);
    if (const auto done = r.done(); !done)
        return failed(done);
    return f;
}

QJsonObject transferStart(const abdm::HealthInformationRequest &request, const RequestId &callback)
{
    TransferFlow f;
    f.consent = request.consent;
    f.transaction = request.transaction;
    f.callback = callback.value();
    f.from = request.from;
    f.to = request.to;
    f.pushUrl = request.dataPushUrl;
    f.key = request.keyValue;
    f.nonce = request.nonce;
    f.keyExpiry = request.keyExpiry;
    f.curve = request.curve;
    return f.toJson();
}

}
