#include "abdm/registry/lookup_thread.h"

#include <QPromise>

namespace nadi::abdm::registry
{

struct LookupThread::Speaker
{
    Gateway gateway;
    RegistryLookup lookup;

    Speaker(const GatewayConfig &config, const LookupConfig &registries, const Clock &clock, IdSource &ids)
        : gateway(config, clock, ids)
        , lookup(gateway, registries)
    {
    }
};

LookupThread::LookupThread(GatewayConfig gateway, LookupConfig registries, const Clock &clock, IdSource &ids)
    : m_gateway(std::move(gateway))
    , m_registries(std::move(registries))
    , m_clock(clock)
    , m_ids(ids)
{
    m_there.moveToThread(&m_thread);
}

LookupThread::~LookupThread()
{
    if (!m_thread.isRunning())
        return;
    QMetaObject::invokeMethod(&m_there, [this] { m_speaker.reset(); }, Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
}

template <class Found, class Query>
QFuture<Result<Found>> LookupThread::ask(const Query &query)
{
    m_thread.start(); // without effect when it runs
    // Shared, because continuations are copied; when the last copy goes unanswered, the future is cancelled.
    const auto promise = std::make_shared<QPromise<Result<Found>>>();
    promise->start();
    QMetaObject::invokeMethod(&m_there, [this, query, promise] {
        if (!m_speaker)
            m_speaker = std::make_unique<Speaker>(m_gateway, m_registries, m_clock, m_ids);
        m_speaker->lookup.find(query).then([promise](const Result<Found> &found) {
            promise->addResult(found);
            promise->finish();
        });
    });
    return promise->future();
}

QFuture<Result<FacilityPage>> LookupThread::find(const FacilityQuery &query)
{
    return ask<FacilityPage>(query);
}

QFuture<Result<QList<Professional>>> LookupThread::find(const ProfessionalQuery &query)
{
    return ask<QList<Professional>>(query);
}

}
