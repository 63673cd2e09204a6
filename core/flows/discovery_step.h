#pragma once

#include "abdm/discovery_calls.h"
#include "flows/conversation.h"
#include "flows/discovery_state.h"
#include "flows/needs.h"
#include "flows/start.h"

namespace nadi::flows
{

/// What a step of the flow "discovery" looks at.
Needs needsOfDiscovery(const QJsonObject &state, const Event &event);

/// One step of a person's own linking. discovery.cpp has the discovery and the answers, user_link.cpp init, code and
/// confirm.
class DiscoveryStep : private Conversation
{
public:
    DiscoveryStep(DiscoveryFlow flow, const Facts &facts)
        : Conversation(facts)
        , f(std::move(flow))
    {
    }
    Step run(const Event &event);

private:
    using Phase = DiscoveryPhase;

    void on(const CallbackArrived &event);
    void on(const CallAccepted &event);
    void on(const CallRefused &event);
    void on(const Woken &);
    void on(const Decided &event);

    void discover(const abdm::DiscoverRequest &request, const CallbackArrived &event);
    DiscoveryMatch match(const abdm::DiscoverRequest &request, UtcTime receivedAt) const;
    void offer(const abdm::DiscoverRequest &request, const DiscoveryMatch &match);

    void init(const abdm::LinkInit &init, const CallbackArrived &event);
    abdm::CallError whyNotInit(const abdm::LinkInit &init) const;
    QList<UnlinkedContext> choice(const abdm::LinkInit &init) const;
    UtcTime codeLimit() const; ///< then the answer to init cannot wait for the code any more
    void codeSent(const Decided &event);
    void codeNotSent(const QString &reason);
    void confirm(const abdm::LinkConfirm &confirm, const CallbackArrived &event);
    abdm::CallError whyNotConfirm(const abdm::LinkConfirm &confirm);
    void becomeLinked();
    void close(const QString &reason);

    struct Sending
    {
        QStringView operation;
        RequestId request;
        UtcTime notBefore;
        UtcTime deadline;
    };
    void answer(const Sending &how, const QJsonObject &body);
    abdm::PatientContexts person(const QList<UnlinkedContext> &contexts) const;
    QString reference() const { return linkReferenceOf(f.transaction); }
    bool isOver() const { return f.phase == Phase::Nothing || f.phase == Phase::Linked || f.phase == Phase::Closed; }

    DiscoveryFlow f;
};

}
