#pragma once

#include "abdm/registry/lookup.h"

#include <QThread>

#include <memory>

namespace nadi::abdm::registry
{

/// RegistryLookup with its gateway on a thread of its own, for a window: TLS, parsing and waiting never touch the
/// thread that draws. The thread begins with the first question. May be asked from one thread; a question whose answer
/// is still out when this goes ends cancelled.
class LookupThread
{
public:
    /// `clock` and `ids` are used on the other thread too.
    LookupThread(GatewayConfig gateway, LookupConfig registries, const Clock &clock, IdSource &ids);
    ~LookupThread();
    LookupThread(const LookupThread &) = delete;
    LookupThread &operator=(const LookupThread &) = delete;

    const LookupConfig &registries() const { return m_registries; }
    QFuture<Result<FacilityPage>> find(const FacilityQuery &query);
    QFuture<Result<QList<Professional>>> find(const ProfessionalQuery &query);

private:
    struct Speaker;
    template <class Found, class Query>
    QFuture<Result<Found>> ask(const Query &query);

    GatewayConfig m_gateway;
    LookupConfig m_registries;
    const Clock &m_clock;
    IdSource &m_ids;
    QThread m_thread;
    QObject m_there; ///< lives on the thread: what is called through it runs there
    std::unique_ptr<Speaker> m_speaker; ///< made, used and destroyed there
};

}
