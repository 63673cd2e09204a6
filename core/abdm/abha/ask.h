#pragma once

// Private to abdm/abha.

#include "abdm/abha/answers.h"
#include "abdm/abha/caller.h"

#include <QPromise>

namespace nadi::abdm::abha
{

struct AbhaService::Private
{
    Private(AbhaConfig config, GatewayConfig gateway, Encrypt encrypt, const Clock &clock, IdSource &ids)
        : caller(std::move(config), std::move(gateway), std::move(encrypt), clock, ids)
    {
    }

    /// Runs the job; `read` turns a complete 2xx answer into the value.
    template <class T, class Read>
    QFuture<Answer<T>> ask(Job job, Read read)
    {
        auto promise = std::make_shared<QPromise<Answer<T>>>();
        promise->start();
        job.done = [promise, read](const Answer<Reply> &reply) {
            promise->addResult(reply ? read(*reply) : Answer<T>(tl::unexpected(reply.error())));
            promise->finish();
        };
        auto future = promise->future();
        caller.run(std::move(job));
        return future;
    }

    const QString &suffix() const { return caller.config().addressSuffix; }

    Caller caller;
};

/// A call that encrypts one thing.
template <class Make>
Job sealedJob(Secret plain, Make make, Job::Spends spends = Job::Spends::Nothing)
{
    Job job;
    job.request = std::move(make);
    job.plain = std::move(plain);
    job.spends = spends;
    return job;
}

inline Job plainJob(Request request)
{
    Job job;
    job.request = [request = std::move(request)](const QString &) { return request; };
    return job;
}

inline Job tokenJob(Request request, QByteArray header, Secret token)
{
    auto job = plainJob(std::move(request));
    job.tokenHeader = std::move(header);
    job.token = std::move(token);
    return job;
}

}
