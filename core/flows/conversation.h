#pragma once

#include "flows/flow.h"

namespace nadi::flows
{

/// What every flow does with its effects; the steps of the flows derive from it.
class Conversation
{
protected:
    explicit Conversation(const Facts &facts)
        : facts(facts)
    {
    }

    void emit(Effect effect) { effects.push_back(std::move(effect)); }
    void tell(QStringView what, const QString &code = {}, const QString &actor = QStringLiteral("system"))
    {
        emit(Tell{what.toString(), code, actor});
    }
    void conclude(const QString &businessKey, bool confirmed, const QString &code = {})
    {
        if (!businessKey.isEmpty())
            emit(ConcludeCall{businessKey, confirmed, code});
    }
    /// A callback without a REQUEST-ID was stored under a hash of its bytes: there is nothing to answer to.
    static bool canBeAnswered(const RequestId &request)
    {
        return !request.isEmpty() && !request.value().startsWith(u"body:");
    }
    /// ± 20 % (S-O7), so that many waiting flows do not ask at the same moment.
    UtcTime soon(std::chrono::milliseconds delay) const
    {
        return facts.now + std::chrono::milliseconds(qint64(double(delay.count()) * (0.8 + 0.4 * facts.jitter)));
    }

    const Facts &facts;
    std::vector<Effect> effects;
};

/// For std::visit.
template <class... Handlers>
struct Overloaded : Handlers...
{
    using Handlers::operator()...;
};
template <class... Handlers>
Overloaded(Handlers...) -> Overloaded<Handlers...>;

}
