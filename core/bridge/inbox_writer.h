#pragma once

#include "common/utc_time.h"
#include "storage/inbox.h"

#include <functional>
#include <memory>

namespace nadi::bridge
{

/// Makes callbacks durable before anybody is told "202" (S-C8). One thread with its own connection; callbacks that wait
/// at the same time share one commit, because the commit is what costs.
class InboxWriter
{
public:
    using Written = std::function<void(Result<storage::InboxPut>)>;

    /// `afterCommit` is rung once for each commit that stored something, on the writer's thread.
    static Result<std::unique_ptr<InboxWriter>> start(
        const storage::DatabaseConfig &database, const storage::Sealer &sealer, std::function<void()> afterCommit);
    /// Writes what is queued first.
    ~InboxWriter();

    /// Any thread. `written` runs on the writer's thread after the commit. INBOX-FULL when the disk cannot follow
    /// (S-Q9).
    void write(storage::InboxMessage message, Written written);

private:
    InboxWriter();
    struct Private;
    std::unique_ptr<Private> d;
};

}
