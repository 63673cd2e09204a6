#include "terminology/term_desk.h"

#include <QMutex>
#include <QPromise>
#include <QThread>
#include <QWaitCondition>

#include <deque>

namespace nadi::terminology
{
namespace
{

using Job = std::function<void(TermSearch &)>;

/// A question as a job, and its answer.
template <class Answer, class Ask>
std::pair<std::shared_ptr<QPromise<Answer>>, Job> jobOf(Ask ask)
{
    auto promise = std::make_shared<QPromise<Answer>>();
    promise->start();
    return {promise, [promise, ask = std::move(ask)](TermSearch &search) {
                promise->addResult(ask(search));
                promise->finish();
            }};
}

}

struct TermDesk::Private
{
    QMutex mutex;
    QWaitCondition wake;
    std::deque<Job> jobs;
    Job newestFind; ///< empty when none waits
    std::shared_ptr<QPromise<QList<TermHit>>> newestAnswer;
    bool ending = false;
    std::unique_ptr<QThread> thread;

    Job next();
    void add(Job job);
    void dropFind();
    /// With the first question: a window in which nobody picks a code has no thread for it.
    void rouse();
};

Job TermDesk::Private::next()
{
    QMutexLocker lock(&mutex);
    while (!ending && jobs.empty() && !newestFind)
        wake.wait(&mutex);
    if (ending)
        return {};
    if (jobs.empty()) {
        newestAnswer.reset();
        return std::exchange(newestFind, {});
    }
    auto job = std::move(jobs.front());
    jobs.pop_front();
    return job;
}

void TermDesk::Private::rouse()
{
    if (!thread->isRunning())
        thread->start();
    wake.wakeOne();
}

void TermDesk::Private::add(Job job)
{
    QMutexLocker lock(&mutex);
    jobs.push_back(std::move(job));
    rouse();
}

void TermDesk::Private::dropFind()
{
    newestFind = {};
    if (const auto answer = std::exchange(newestAnswer, nullptr)) {
        answer->future().cancel();
        answer->finish();
    }
}

TermDesk::TermDesk(QString folder)
    : d(std::make_unique<Private>())
{
    d->thread.reset(QThread::create([this, folder = std::move(folder)] {
        TermSearch search(folder);
        while (const auto job = d->next())
            job(search);
    }));
    d->thread->setObjectName(QStringLiteral("terminology"));
}

TermDesk::~TermDesk()
{
    {
        QMutexLocker lock(&d->mutex);
        d->ending = true;
        d->dropFind();
        d->jobs.clear(); // their promises go unfinished, which cancels their futures
        d->wake.wakeAll();
    }
    d->thread->wait();
}

QFuture<QList<TermHit>> TermDesk::find(const QString &query, TermScope scope, int limit)
{
    auto [answer, job]
        = jobOf<QList<TermHit>>([query, scope, limit](TermSearch &search) { return search.find(query, scope, limit); });
    QMutexLocker lock(&d->mutex);
    d->dropFind();
    d->newestFind = std::move(job);
    d->newestAnswer = answer;
    d->rouse();
    return answer->future();
}

QFuture<std::optional<KnownCode>> TermDesk::lookUp(CodeSystem system, const QString &code)
{
    auto [answer, job]
        = jobOf<std::optional<KnownCode>>([system, code](TermSearch &search) { return search.lookUp(system, code); });
    d->add(std::move(job));
    return answer->future();
}

QFuture<QList<KnownCode>> TermDesk::underTm2(const QString &tm2Code)
{
    auto [answer, job] = jobOf<QList<KnownCode>>([tm2Code](TermSearch &search) { return search.underTm2(tm2Code); });
    d->add(std::move(job));
    return answer->future();
}

}
