#include "abdm/registry/lookup.h"

#include <QPromise>

namespace nadi::abdm::registry
{

using namespace Qt::StringLiterals;

namespace
{

Result<QByteArray> bodyOf(const CallAnswer &answer)
{
    switch (answer.outcome) {
    case CallOutcome::Accepted:
        return answer.body;
    case CallOutcome::Refused:
        return fail(ErrorKind::Refused, answer.refusal.code);
    default:
        return fail(ErrorKind::Unavailable, u"REGISTRY-AWAY"_s, answer.refusal.code);
    }
}

template <class T>
QFuture<T> ready(T value)
{
    QPromise<T> promise;
    promise.start();
    promise.addResult(std::move(value));
    promise.finish();
    return promise.future();
}

template <class Found, class Read>
QFuture<Result<Found>> ask(Gateway &gateway, const QUrl &url, const Result<QJsonObject> &body, Read read)
{
    if (url.isEmpty())
        return ready(Result<Found>(fail(ErrorKind::Invalid, u"REGISTRY-OFF"_s)));
    if (!body)
        return ready(Result<Found>(failed(body)));
    return gateway.lookUp(url, *body).then([read](const CallAnswer &answer) -> Result<Found> {
        const auto bytes = bodyOf(answer);
        if (!bytes)
            return failed(bytes);
        return read(*bytes);
    });
}

}

RegistryLookup::RegistryLookup(Gateway &gateway, LookupConfig config)
    : m_gateway(gateway)
    , m_config(std::move(config))
{
}

QFuture<Result<FacilityPage>> RegistryLookup::find(const FacilityQuery &query)
{
    return ask<FacilityPage>(m_gateway, m_config.facilities, query.body(), readFacilities);
}

QFuture<Result<QList<Professional>>> RegistryLookup::find(const ProfessionalQuery &query)
{
    return ask<QList<Professional>>(m_gateway, m_config.professionals, query.body(), readProfessionals);
}

}
