#include "storage/store.h"

#include <QMutex>
#include <QThread>
#include <QWaitCondition>

#include <deque>

namespace nadi::storage
{

using Job = std::function<void(Result<Connection *>)>;

struct Store::Private
{
    Private(DatabaseConfig config, const Sealer &sealer)
        : config(std::move(config))
        , sealer(sealer)
        , feed(this->config)
    {
    }

    DatabaseConfig config;
    const Sealer &sealer;
    ChangeFeed feed;
    QMutex mutex;
    QWaitCondition wake;
    std::deque<Job> jobs;
    bool ending = false;
    QFuture<Done> opened;
    std::unique_ptr<QThread> thread;

    void work();
    std::optional<Job> next();
};

/// Waits for the next job; nullopt when the store ends and nothing is left.
std::optional<Job> Store::Private::next()
{
    QMutexLocker lock(&mutex);
    while (jobs.empty() && !ending)
        wake.wait(&mutex);
    if (jobs.empty())
        return std::nullopt;
    auto job = std::move(jobs.front());
    jobs.pop_front();
    return job;
}

void Store::Private::work()
{
    std::unique_ptr<Connection> connection;
    while (auto job = next()) {
        if (connection && connection->isLost())
            connection.reset();
        if (connection) {
            (*job)(connection.get());
            continue;
        }
        // Tried again for every job: a server that was away may be back.
        auto fresh = Connection::open(config, sealer);
        if (fresh) {
            connection = std::move(*fresh);
            (*job)(connection.get());
        } else {
            (*job)(failed(fresh));
        }
    }
}

Store::Store(DatabaseConfig config, const Sealer &sealer, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(std::move(config), sealer))
{
    d->thread.reset(QThread::create([this] { d->work(); }));
    d->thread->setObjectName(QStringLiteral("store"));
    d->opened = run([](Connection &) -> Done { return {}; });
    d->thread->start();
}

Store::~Store()
{
    {
        QMutexLocker lock(&d->mutex);
        d->ending = true;
        d->wake.wakeAll();
    }
    d->thread->wait();
}

QFuture<Done> Store::opened()
{
    return d->opened;
}

ChangeFeed &Store::changes()
{
    return d->feed;
}

void Store::enqueue(Job job)
{
    QMutexLocker lock(&d->mutex);
    d->jobs.push_back(std::move(job));
    d->wake.wakeOne();
}

}
