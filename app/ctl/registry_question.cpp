#include "registry_question.h"

#include "compose/gateway_settings.h"

#include <QEventLoop>
#include <QFutureWatcher>

namespace nadi::ctl
{
namespace
{
/// The gateway answers on this thread, so its events must run meanwhile. It ends every call at its time-out.
template <class T>
T waitFor(const QFuture<T> &future)
{
    QEventLoop loop;
    QFutureWatcher<T> watcher;
    QObject::connect(&watcher, &QFutureWatcher<T>::finished, &loop, &QEventLoop::quit);
    watcher.setFuture(future);
    if (!future.isFinished())
        loop.exec();
    return future.result();
}
}

Result<std::unique_ptr<RegistryQuestion>> RegistryQuestion::make(const Settings &settings)
{
    auto gateway = app::gatewayFrom(settings);
    if (!gateway)
        return failed(gateway);
    return std::unique_ptr<RegistryQuestion>(new RegistryQuestion(*std::move(gateway), app::registriesFrom(settings)));
}

RegistryQuestion::RegistryQuestion(abdm::GatewayConfig gateway, abdm::registry::LookupConfig registries)
    : m_gateway(std::move(gateway), m_clock, m_ids)
    , m_lookup(m_gateway, std::move(registries))
{
}

Result<abdm::registry::FacilityPage> RegistryQuestion::ask(const abdm::registry::FacilityQuery &query)
{
    return waitFor(m_lookup.find(query));
}

Result<QList<abdm::registry::Professional>> RegistryQuestion::ask(const abdm::registry::ProfessionalQuery &query)
{
    return waitFor(m_lookup.find(query));
}

}
