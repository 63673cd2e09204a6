#pragma once

#include "flows/conversation.h"
#include "flows/share_state.h"

namespace nadi::flows
{

/// A conversation of one callback and one answer that nothing confirms but its own 202. Who derives from it says what
/// the callback means; the same callback once more changes nothing, its answer is out.
class OneAnswer : protected Conversation
{
public:
    OneAnswer(ShareFlow flow, const Facts &facts)
        : Conversation(facts)
        , f(std::move(flow))
    {
    }
    virtual ~OneAnswer() = default;
    Step run(const Event &event);

protected:
    virtual void arrived(const CallbackArrived &event) = 0;
    virtual void accepted() = 0;
    virtual void refused(const QString &code) = 0;
    /// Nothing is sent, and false, when the callback gave no REQUEST-ID to answer to.
    bool send(QStringView operation, const QJsonObject &body, const RequestId &request, UtcTime deadline);

    ShareFlow f;

private:
    void step(const Event &event);
};

}
