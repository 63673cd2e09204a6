#pragma once

#include "abdm/calls.h"
#include "flows/conversation.h"
#include "flows/gatekeeper.h"
#include "flows/transfer_state.h"

namespace nadi::flows
{

/// One step of a transfer: consumes the state, collects effects.
class TransferStep : private Conversation
{
public:
    TransferStep(TransferFlow flow, const Facts &facts)
        : Conversation(facts)
        , f(std::move(flow))
    {
    }
    Step run(const Event &event);

private:
    void begin();
    void judge();
    Release ask(int servedBefore) const;
    bool isAddressUsable() const;
    void refuse(const QString &code);
    void answered(const QString &key, const QString &code);
    void pushNext();
    void pushed(const QString &failure);
    void decided(const Decided &event);
    void woken();
    void close(const QString &failure);
    /// Per care context, as the notify wants it: delivered only when each of its pages was.
    QList<abdm::ContextOutcome> contextOutcomes() const;
    void closed(const QString &code);
    void sendOnRequest(TransferPhase phase, const std::optional<abdm::CallError> &error);
    void send(QStringView operation, const QJsonObject &body, UtcTime deadline);

    TransferFlow f;
};

}
