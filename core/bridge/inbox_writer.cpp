#include "bridge/inbox_writer.h"

#include "common/log.h"

#include <condition_variable>
#include <future>
#include <mutex>
#include <thread>
#include <vector>

namespace nadi::bridge
{

namespace
{

constexpr std::size_t mostQueued = 2'000;
constexpr std::size_t mostTogether = 128; // bounds how long one commit holds the write lock

struct Item
{
    storage::InboxMessage message;
    InboxWriter::Written written;
};

using Outcomes = std::vector<storage::InboxPut>;

Result<Outcomes> storeTogether(storage::Connection &db, const std::vector<Item> &items)
{
    storage::Transaction transaction(db);
    if (!transaction.begun())
        return failed(transaction.begun());
    storage::Inbox inbox(db);
    Outcomes outcomes;
    for (const auto &item : items) {
        const auto put = inbox.put(item.message);
        if (!put)
            return failed(put);
        outcomes.push_back(*put);
    }
    if (const auto done = transaction.commit(); !done)
        return failed(done);
    return outcomes;
}

}

struct InboxWriter::Private
{
    storage::DatabaseConfig database;
    const storage::Sealer *sealer = nullptr;
    std::function<void()> afterCommit;
    std::unique_ptr<storage::Connection> db;
    std::mutex lock;
    std::condition_variable wake;
    std::vector<Item> queue;
    bool stopping = false;
    std::thread thread;

    /// A connection belongs to the thread that opened it.
    Done open()
    {
        auto opened = storage::Connection::open(database, *sealer);
        if (!opened)
            return failed(opened);
        db = std::move(*opened);
        return {};
    }

    void run()
    {
        for (;;) {
            std::vector<Item> batch;
            {
                std::unique_lock guard(lock);
                wake.wait(guard, [this] { return stopping || !queue.empty(); });
                if (queue.empty())
                    return;
                const auto end = queue.begin() + std::ptrdiff_t(std::min(queue.size(), mostTogether));
                batch.assign(std::make_move_iterator(queue.begin()), std::make_move_iterator(end));
                queue.erase(queue.begin(), end);
            }
            store(std::move(batch));
        }
    }

    void store(std::vector<Item> batch)
    {
        auto outcomes = storeTogether(*db, batch);
        // The server was restarted. What it had committed before it could say so is a repeat now.
        if (!outcomes && db->isLost() && open())
            outcomes = storeTogether(*db, batch);
        if (!outcomes && batch.size() > 1) { // one bad message must not refuse its neighbours
            for (auto &item : batch) {
                std::vector<Item> alone;
                alone.push_back(std::move(item));
                store(std::move(alone));
            }
            return;
        }
        bool stored = false;
        for (std::size_t i = 0; i < batch.size(); ++i) {
            stored = stored || (outcomes && outcomes->at(i) != storage::InboxPut::Repeat);
            batch[i].written(outcomes ? Result<storage::InboxPut>(outcomes->at(i)) : failed(outcomes));
        }
        if (!outcomes)
            qCWarning(lcBridge) << "callback not stored:" << outcomes.error().code << outcomes.error().detail;
        if (stored)
            afterCommit();
    }
};

InboxWriter::InboxWriter()
    : d(std::make_unique<Private>())
{
}

Result<std::unique_ptr<InboxWriter>> InboxWriter::start(
    const storage::DatabaseConfig &database, const storage::Sealer &sealer, std::function<void()> afterCommit)
{
    std::unique_ptr<InboxWriter> writer(new InboxWriter);
    writer->d->afterCommit = std::move(afterCommit);
    std::promise<Done> opened;
    auto result = opened.get_future();
    writer->d->database = database;
    writer->d->sealer = &sealer;
    writer->d->thread = std::thread([d = writer->d.get(), opened = std::move(opened)]() mutable {
        const Done done = d->open();
        opened.set_value(done);
        if (!done)
            return;
        d->run();
        d->db.reset();
    });
    if (const Done done = result.get(); !done)
        return failed(done);
    return writer;
}

InboxWriter::~InboxWriter()
{
    {
        const std::scoped_lock guard(d->lock);
        d->stopping = true;
    }
    d->wake.notify_one();
    if (d->thread.joinable())
        d->thread.join();
}

void InboxWriter::write(storage::InboxMessage message, Written written)
{
    {
        const std::scoped_lock guard(d->lock);
        if (!d->stopping && d->queue.size() < mostQueued) {
            d->queue.push_back({std::move(message), std::move(written)});
            d->wake.notify_one();
            return;
        }
    }
    written(fail(ErrorKind::Limit, QStringLiteral("INBOX-FULL")));
}

}
