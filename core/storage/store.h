#pragma once

#include "storage/change_feed.h"
#include "storage/connection.h"

#include <QFuture>
#include <QObject>
#include <QPromise>

#include <functional>
#include <memory>

namespace nadi::storage
{

/// The database for programs with an event loop: one worker thread, one connection, work in order. The window never
/// touches a Connection itself (rule "never block the window").
class Store : public QObject
{
    Q_OBJECT

public:
    /// Opens on the worker thread; the result arrives through `opened`.
    Store(DatabaseConfig config, const Sealer &sealer, QObject *parent = nullptr);
    /// Finishes queued work first.
    ~Store() override;

    /// Runs `work(Connection &)` on the worker thread. `work` returns Result<T> or Done. When the database could not be
    /// opened, the future holds that error.
    template <class Work>
    auto run(Work work) -> QFuture<std::invoke_result_t<Work, Connection &>>
    {
        using Answer = std::invoke_result_t<Work, Connection &>;
        auto promise = std::make_shared<QPromise<Answer>>();
        promise->start();
        auto future = promise->future();
        enqueue([promise, work = std::move(work)](Result<Connection *> connection) mutable {
            if (connection)
                promise->addResult(work(**connection));
            else
                promise->addResult(Answer(failed(connection)));
            promise->finish();
        });
        return future;
    }

    /// Done once the database is open and migrated.
    QFuture<Done> opened();

    /// Tells when somebody (this process or another) committed something of a topic.
    ChangeFeed &changes();

private:
    void enqueue(std::function<void(Result<Connection *>)> job);
    struct Private;
    std::unique_ptr<Private> d;
};

}
